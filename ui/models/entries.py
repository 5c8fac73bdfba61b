"""A short list in a card: entries with two lines, a chip, perhaps a tick, under headings if there are any."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.models.roles import Chip, Role

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `subject` is the row it speaks of, `tick` None where there is nothing to tick.

    `folded`: whether what stands under it is out of sight; None if nothing does. `inset`: it stands under another.
    """

    title: str
    second: str = ""
    chip: Chip | None = None
    tick: bool | None = None
    subject: object = None
    heading: bool = False
    folded: bool | None = None
    inset: bool = False

    def sentence(self) -> str:
        """The entry as a screen reader says it."""
        parts = (self.title, self.second, self.chip.text if self.chip else "")
        return ". ".join(part for part in parts if part)


_TOLD: Mapping[int, Callable[[Entry], Any]] = {
    Qt.ItemDataRole.DisplayRole: attrgetter("title"),
    Qt.ItemDataRole.AccessibleTextRole: Entry.sentence,
    Role.SECOND: attrgetter("second"),
    Role.CHIP: attrgetter("chip"),
    Role.TICK: attrgetter("tick"),
    Role.HEADING: attrgetter("heading"),
    Role.FOLDED: attrgetter("folded"),
    Role.INSET: attrgetter("inset"),
    Role.ROW: attrgetter("subject"),
}


class EntriesModel(QAbstractListModel):
    """The entries of one card."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Replace all entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """The entry under `index`, None on a heading."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        found = self._entries[index.row()]
        return None if found.heading else found

    def find(self, subject: object) -> QModelIndex:
        """Where the entry that speaks of `subject` stands; an invalid index if nowhere."""
        for row, entry in enumerate(self._entries):
            if entry.subject == subject and not entry.heading:
                return self.index(row)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = index.isValid() and self._entries[index.row()].heading
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        tell = _TOLD.get(role)
        return tell(self._entries[index.row()]) if tell else None
