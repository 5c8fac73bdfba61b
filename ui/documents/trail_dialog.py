"""The whole way of one paper, move by move."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.documents.queries import DocumentRow
from ui.documents.ask_dialog import AskDialog
from ui.documents.paper_words import move_words
from ui.documents.words import title_word
from ui.widgets.button import primary
from ui.widgets.label import Label
from ui.workplace import Workplace


class TrailDialog(AskDialog):
    """Only to read: what was done stays as it was written."""

    def __init__(self, place: Workplace, parent: QWidget, row: DocumentRow) -> None:
        _, catalogue = place.words, place.services.catalogue
        super().__init__(parent, _("The way of the paper"))
        close = primary(place.look, _("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = self._column
        column.addWidget(Label(title_word(_, catalogue, row), "h2", wrap=True))
        for move in row.trail:
            column.addWidget(Label(move_words(_, catalogue, move), wrap=True))
            column.addWidget(Label(_("written down by {who}", who=move.by), "small", wrap=True))
        column.addStretch(1)
        column.addLayout(foot)
        close.setFocus()
