"""Ask once, in words, before a copy takes the place of the records."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.vault.backup import BackupSet
from ui.documents.ask_dialog import AskDialog
from ui.widgets.button import plain, primary
from ui.widgets.label import Label
from ui.workplace import Workplace


class RestoreDialog(AskDialog):
    """Accepted if the copy shall be brought back; Enter and Esc leave the vault as it is."""

    def __init__(self, place: Workplace, parent: QWidget, copy: BackupSet) -> None:
        _ = place.words
        super().__init__(parent, _("Restore a copy"))
        leave = primary(place.look, _("Leave it"))
        leave.setDefault(True)
        leave.clicked.connect(self.reject)
        go = plain(place.look, _("Close the vault and restore"), "rotate-ccw")
        go.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(go)
        foot.addWidget(leave)
        when = _.instant(copy.manifest.created) if copy.manifest else copy.path.name
        self._column.addWidget(Label(_("Go back to the copy of {when}?", when=when), "h2", wrap=True))
        for text in (
            _("What was written since will not be in the vault any more. A copy of everything as it stands now is made "
              "first, so you can come back here."),
            _("Nothing is written over: the records of today stay beside the restored ones until you remove them."),
            _("The vault is closed meanwhile; afterwards you open it with your passphrase."),
        ):  # fmt: skip
            self._column.addWidget(Label(text, wrap=True))
        self._column.addStretch(1)
        self._column.addLayout(foot)
        leave.setFocus()
