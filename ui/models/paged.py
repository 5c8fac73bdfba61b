"""A table that reads its rows page by page, by key, off the GUI thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.paging import Page
from app.progress import Progress
from ui.models.roles import Chip, Role
from ui.operations import Latest, Operations
from ui.tip import tip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[R | None, Progress], Page[R]]
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """How one column says a row."""

    title: str
    text: Callable[[R], str]
    second: Callable[[R], str] | None = None
    chip: Callable[[R], Chip | None] | None = None
    tone: Callable[[R], str] | None = None
    icon: Callable[[R], str] | None = None
    tip: Callable[[R], str] | None = None


class PagedModel(QAbstractTableModel, Generic[R]):
    """Rows of one question; a late page of an older question is dropped, one request is in flight."""

    loaded = Signal()

    def __init__(self, columns: Sequence[Column[R]], operations: Operations, owner: QObject) -> None:
        super().__init__(owner)
        self._columns = tuple(columns)
        self._rows: list[R] = []
        self._more = False
        self._waiting = False
        self._fetch: Fetch[R] | None = None
        self._latest = Latest(operations, self)

    def load(self, fetch: Fetch[R]) -> None:
        """Start over with another question; the old rows stand until the first page is there."""
        self._fetch = fetch
        self._waiting = True
        self._latest.ask(lambda progress: fetch(None, progress), self._replace)

    def row(self, index: Index) -> R | None:
        """The row under `index`."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rows(self) -> tuple[R, ...]:
        """The rows read so far."""
        return tuple(self._rows)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return LEFT
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        column = self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(row) if index.column() == 0 else column.text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(column.tip(row)) if column.tip else None
            case Role.ROW:
                return row
            case Role.SECOND:
                return column.second(row) if column.second else None
            case Role.CHIP:
                return column.chip(row) if column.chip else None
            case Role.TONE:
                return column.tone(row) if column.tone else None
            case Role.ICON:
                return column.icon(row) if column.icon else None
        return None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._waiting

    @override
    def fetchMore(self, parent: Index) -> None:
        if self._fetch is None or not self.canFetchMore(parent):
            return
        fetch, last = self._fetch, self._rows[-1]
        self._waiting = True
        self._latest.ask(lambda progress: fetch(last, progress), self._append)

    def _replace(self, page: Page[R]) -> None:
        self.beginResetModel()
        self._rows = list(page.rows)
        self._settle(page)
        self.endResetModel()
        self.loaded.emit()

    def _append(self, page: Page[R]) -> None:
        start = len(self._rows)
        if page.rows:
            self.beginInsertRows(QModelIndex(), start, start + len(page.rows) - 1)
            self._rows.extend(page.rows)
            self._settle(page)
            self.endInsertRows()
        else:
            self._settle(page)
        self.loaded.emit()

    def _settle(self, page: Page[R]) -> None:
        self._more = page.more
        self._waiting = False

    def _sentence(self, row: R) -> str:
        parts = []
        for column in self._columns:
            said = [column.text(row), column.second(row) if column.second else ""]
            told = ", ".join(part for part in said if part)
            if told:
                parts.append(f"{column.title}: {told}")
        return ". ".join(parts)
