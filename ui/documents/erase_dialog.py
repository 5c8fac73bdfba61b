"""Ask once, in words, before a document is destroyed."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.documents.queries import DocumentRow
from ui.documents.ask_dialog import AskDialog
from ui.documents.words import title_word
from ui.widgets.button import plain, primary
from ui.widgets.label import Label
from ui.workplace import Workplace


class EraseDialog(AskDialog):
    """Accepted if the document shall be destroyed; Enter and Esc leave it where it is."""

    def __init__(self, place: Workplace, parent: QWidget, row: DocumentRow) -> None:
        _ = place.words
        super().__init__(parent, _("Destroy the document"))
        title = title_word(_, place.services.catalogue, row)
        leave = primary(place.look, _("Leave it"))
        leave.setDefault(True)
        leave.clicked.connect(self.reject)
        self._destroy = plain(place.look, _("Destroy for ever"), "trash-2")
        self._destroy.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._destroy)
        foot.addWidget(leave)
        column = self._column
        column.addWidget(Label(_("Destroy «{title}»?", title=title), "h2", wrap=True))
        column.addWidget(Label(
            _("Its key is destroyed, and nobody can open the file again, not even we. This cannot be undone. That "
              "there was such a document stays in the history; backups made before keep it until they are thinned."),
            wrap=True,
        ))  # fmt: skip
        column.addStretch(1)
        column.addLayout(foot)
        leave.setFocus()
