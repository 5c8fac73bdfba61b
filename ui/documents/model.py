"""The documents of one case as a list: what they are called, what stands under it, and their small pictures."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from typing_extensions import override

from app.cases.relatives import RelativeRow
from app.documents.queries import DocumentRow
from ui.documents.paper_words import chips
from ui.documents.words import details, title_word
from ui.models.roles import Role
from ui.workplace import Workplace

Index = QModelIndex | QPersistentModelIndex
THIRD = Qt.ItemDataRole.UserRole + 21
VEILED = Qt.ItemDataRole.UserRole + 22


class DocumentsModel(QAbstractListModel):
    """`wanted` asks for the small picture of a document, veiled or clear; `picture` brings it.

    What may be hard to see is veiled until somebody asks for it, and again once another case was shown.
    """

    wanted = Signal(object, bool)

    def __init__(self, place: Workplace, owner: QObject) -> None:
        super().__init__(owner)
        self._place = place
        self._rows: tuple[DocumentRow, ...] = ()
        self._relatives: tuple[RelativeRow, ...] = ()
        self._clear: set[UUID] = set()
        self._pictures: dict[tuple[UUID, bool], QPixmap | None] = {}

    def show_rows(self, rows: Sequence[DocumentRow], relatives: Sequence[RelativeRow], *, afresh: bool) -> None:
        """Show the documents of a case; `afresh`: of another one than before."""
        self.beginResetModel()
        self._rows, self._relatives = tuple(rows), tuple(relatives)
        if afresh:
            self._clear, self._pictures = set(), {}
        self.endResetModel()

    def row_at(self, index: Index) -> DocumentRow | None:
        """The document at `index`."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, document: UUID) -> QModelIndex:
        """Where a document stands; an invalid index if it does not."""
        for number, row in enumerate(self._rows):
            if row.uid == document:
                return self.index(number)
        return QModelIndex()

    def veiled(self, row: DocumentRow) -> bool:
        """Whether the picture of a document is veiled just now."""
        return row.veiled and row.uid not in self._clear

    def turn(self, row: DocumentRow) -> None:
        """Take the veil off, or put it on again."""
        self._clear ^= {row.uid}
        where = self.index_of(row.uid)
        self.dataChanged.emit(where, where)

    def picture(self, document: UUID, image: QImage, *, veiled: bool) -> None:
        """Keep a small picture that came."""
        self._pictures[document, veiled] = QPixmap.fromImage(image)
        where = self.index_of(document)
        self.dataChanged.emit(where, where)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(row)
            case Role.CHIP:
                return chips(self._place.words, row, self._place.clock.today())
            case Role.SECOND:
                return self._details(row)[0]
            case _ if role == THIRD:
                return self._details(row)[1]
            case _ if role == VEILED:
                return self.veiled(row)
            case Role.ROW:
                return row
            case Qt.ItemDataRole.DecorationRole:
                return self._picture(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(row)
            case _:
                return None

    def _details(self, row: DocumentRow) -> tuple[str, str]:
        return details(self._place.words, self._place.services.catalogue, row, self._relatives)

    def _sentence(self, row: DocumentRow) -> str:
        veil = self._place.words("hidden: it may be hard to look at") if self.veiled(row) else ""
        said = (chip.text for chip in chips(self._place.words, row, self._place.clock.today()))
        return ". ".join(filter(None, (self._title(row), *said, *self._details(row), veil)))

    def _title(self, row: DocumentRow) -> str:
        return title_word(self._place.words, self._place.services.catalogue, row)

    def _picture(self, row: DocumentRow) -> QPixmap | None:
        key = row.uid, self.veiled(row)
        if row.has_file and key not in self._pictures:
            self._pictures[key] = None
            self.wanted.emit(*key)
        return self._pictures.get(key)
