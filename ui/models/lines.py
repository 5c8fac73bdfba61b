"""One entry of a record as a list shows it, and the model of such lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.models.roles import Chip, Role
from ui.tip import tip

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A headline, chips at its right, and below it sentences in full; `subject` is the row it speaks of.

    `beside`: short words after the headline, such as a date. `faint`: it is past, and stands for the record's sake.
    """

    headline: str
    details: tuple[str, ...] = ()
    chips: tuple[Chip, ...] = ()
    icon: str = ""
    beside: str = ""
    faint: bool = False
    subject: object = None

    def tip(self) -> str:
        """What its chips say in full; empty if they say it all themselves."""
        return "\n".join(chip.said for chip in self.chips if chip.said)

    def sentence(self) -> str:
        """The line as a screen reader says it."""
        parts = (self.headline, self.beside, *(chip.said or chip.text for chip in self.chips), *self.details)
        return ". ".join(part for part in parts if part)


class LinesModel(QAbstractListModel):
    """The lines of one list."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """The line under `index`."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def row_of(self, subject: object) -> int:
        """Where the line about `subject` stands; -1 if nowhere."""
        return next((row for row, line in enumerate(self._lines) if line.subject == subject), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.headline
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.sentence()
            case Qt.ItemDataRole.ToolTipRole:
                return tip(line.tip()) or None
            case Role.ROW:
                return line
        return None
