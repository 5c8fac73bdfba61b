"""Let an office recover this vault: its words are compared by voice before its key is taken."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.exchange.spoken import spoken
from ui.documents.ask_dialog import AskDialog
from ui.widgets.button import primary, quiet
from ui.widgets.label import Label
from ui.workplace import Workplace


class OfficeKeyDialog(AskDialog):
    """Accepted once the user says that the office read the same to him; `digits`: those of the key in `recipient`."""

    def __init__(self, place: Workplace, parent: QWidget, recipient: Path, digits: str) -> None:
        _ = place.words
        super().__init__(parent, _("The office's key"))
        self.recipient = recipient
        self._add = primary(place.look, _("Let this office recover the vault"), "life-buoy")
        self._add.setEnabled(False)
        self._add.clicked.connect(self.accept)
        close = quiet(place.look, _("Close"))
        close.clicked.connect(self.reject)
        self.same = QCheckBox(_("The office read the same words to me by telephone"))
        self.same.setAccessibleName(self.same.text())
        self.same.toggled.connect(self._add.setEnabled)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self._add)
        column = self._column
        column.addWidget(Label(_("Call the office and compare"), "h2"))
        column.addWidget(Label(
            _("Call a number that you know from elsewhere. Whoever's key this is can open the vault: a wrong one must "
              "not get in."), wrap=True,
        ))  # fmt: skip
        column.addWidget(Label(spoken(digits, _.language), "strong", wrap=True))
        column.addWidget(Label(digits, "small", wrap=True))
        column.addWidget(self.same)
        column.addStretch(1)
        column.addLayout(foot)
        self.same.setFocus()
