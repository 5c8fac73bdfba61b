"""Ask once before a card is made for somebody whose papers others may read."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.documents.ask_dialog import AskDialog
from ui.widgets.button import plain, primary
from ui.widgets.label import Label
from ui.workplace import Workplace


class WantedDialog(AskDialog):
    """Accepted if she wants the card all the same; Enter and Esc make none."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        _ = place.words
        super().__init__(parent, _("Card for the family"))
        leave = primary(place.look, _("Make none"))
        leave.setDefault(True)
        leave.clicked.connect(self.reject)
        go = plain(place.look, _("She wants it"), "file-down")
        go.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(go)
        foot.addWidget(leave)
        self._column.addWidget(Label(_("Others may read what this person takes home."), "h2", wrap=True))
        for text in (
            _("It is written down that no message may be left. A card is a message, too: say the day and hour aloud."),
            _("If the person wants a card all the same: no name and no reason stands on it."),
        ):  # fmt: skip
            self._column.addWidget(Label(text, wrap=True))
        self._column.addStretch(1)
        self._column.addLayout(foot)
        leave.setFocus()
