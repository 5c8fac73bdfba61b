"""Ask once, in words, before a document is destroyed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.documents.queries import DocumentRow
from ui.widgets.button import plain, primary
from ui.widgets.label import Label
from ui.workplace import Workplace

WIDTH = 520


class EraseDialog(QDialog):
    """Accepted if the document shall be destroyed; Enter and Esc leave it where it is."""

    def __init__(self, place: Workplace, parent: QWidget, row: DocumentRow) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _ = place.words
        self.setWindowTitle(_("Destroy the document"))
        self.resize(WIDTH, 0)
        leave = primary(place.look, _("Leave it"))
        leave.setDefault(True)
        leave.clicked.connect(self.reject)
        self._destroy = plain(place.look, _("Destroy for ever"), "trash-2")
        self._destroy.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._destroy)
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(Label(_("Destroy «{title}»?", title=row.title), "h2", wrap=True))
        column.addWidget(Label(
            _("Its key is destroyed, and nobody can open the file again, not even we. This cannot be undone. That "
              "there was such a document stays in the history; backups made before keep it until they are thinned."),
            wrap=True,
        ))  # fmt: skip
        column.addLayout(foot)
        leave.setFocus()
