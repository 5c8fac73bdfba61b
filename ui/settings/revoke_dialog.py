"""Before a vault is taken from somebody: what that does, what it cannot do, and his name typed by hand."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.crypto.slots import clean
from ui.documents.ask_dialog import AskDialog
from ui.widgets.button import plain, primary
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.workplace import Workplace


class RevokeDialog(AskDialog):
    """Accepted only with the user's name in the field."""

    def __init__(self, place: Workplace, parent: QWidget, user: str) -> None:
        _ = place.words
        super().__init__(parent, _("Revoke a user"))
        self._user = user
        leave = primary(place.look, _("Leave it"))
        leave.clicked.connect(self.reject)
        self._go = plain(place.look, _("Close the vault and change its keys"), "shield-off")
        self._go.clicked.connect(self.accept)
        self._go.setEnabled(False)
        self.name = QLineEdit()
        self.name.textChanged.connect(self._judge)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._go)
        foot.addWidget(leave)
        self._column.addWidget(Label(_("Take the vault from {user}?", user=user), "h2", wrap=True))
        for text in (
            _("The vault gets new keys and is encrypted anew; nothing written from now on opens for this person."),
            _("What they copied before stays readable to them, and so do copies of the vault made before today."),
            _("A copy is made first. Then the vault is closed; you open it again with your own passphrase."),
        ):  # fmt: skip
            self._column.addWidget(Label(text, wrap=True))
        self._column.addWidget(Field(place.look, _("To confirm, type the name: {user}", user=user), self.name))
        self._column.addStretch(1)
        self._column.addLayout(foot)
        self.name.setFocus()

    def _judge(self, text: str) -> None:
        self._go.setEnabled(clean(text.strip()) == self._user)
