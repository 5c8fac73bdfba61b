"""Ask once before somebody's slot is taken away."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.documents.ask_dialog import AskDialog
from ui.widgets.button import plain, primary
from ui.widgets.label import Label
from ui.workplace import Workplace


class DisableDialog(AskDialog):
    """Accepted if it shall be done; Enter and Esc leave everything as it is."""

    def __init__(self, place: Workplace, parent: QWidget, user: str) -> None:
        _ = place.words
        super().__init__(parent, _("Disable a user"))
        leave = primary(place.look, _("Leave it"))
        leave.setDefault(True)
        leave.clicked.connect(self.reject)
        go = plain(place.look, _("Disable"), "user-x")
        go.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(go)
        foot.addWidget(leave)
        self._column.addWidget(Label(_("Shall {user} no longer open this vault?", user=user), "h2", wrap=True))
        for text in (
            _("The account stays, and the name stands beside what was written. You can add the same person again."),
            _("An old copy of it still opens with the old passphrase; to prevent that for what comes, revoke."),
        ):  # fmt: skip
            self._column.addWidget(Label(text, wrap=True))
        self._column.addStretch(1)
        self._column.addLayout(foot)
        leave.setFocus()
