"""Take the law packs of an office: its digits are compared by voice before its card is taken."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.exchange.office import SenderCard
from app.exchange.spoken import spoken
from ui.documents.ask_dialog import AskDialog
from ui.widgets.button import primary, quiet
from ui.widgets.label import Label
from ui.workplace import Workplace


class LawCardDialog(AskDialog):
    """Accepted once the user says that the office read the same to him."""

    def __init__(self, place: Workplace, parent: QWidget, card: SenderCard) -> None:
        _ = place.words
        super().__init__(parent, _("The office’s card"))
        self.take = primary(place.look, _("Take this office’s packs"), "badge-check")
        self.take.setEnabled(False)
        self.take.clicked.connect(self.accept)
        close = quiet(place.look, _("Close"))
        close.clicked.connect(self.reject)
        self.same = QCheckBox(_("The office read the same words to me by telephone"))
        self.same.setAccessibleName(self.same.text())
        self.same.toggled.connect(self.take.setEnabled)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.take)
        column = self._column
        column.addWidget(Label(_("Call the office and compare"), "h2"))
        if card.name:
            column.addWidget(Label(card.name, "strong", wrap=True))
        column.addWidget(Label(
            _("Call a number that you know from elsewhere. Whoever’s card this is can set due days in your cases."),
            wrap=True,
        ))  # fmt: skip
        column.addWidget(Label(spoken(card.fingerprint, _.language), "strong", wrap=True))
        column.addWidget(Label(card.fingerprint, "small", wrap=True))
        column.addWidget(self.same)
        column.addStretch(1)
        column.addLayout(foot)
        self.same.setFocus()
