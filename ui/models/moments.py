"""The timeline of a case: what happened, when, by whom, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.models.roles import Role

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened; `day` and `hour` are worded already."""

    day: str
    hour: str
    title: str
    body: str
    author: str
    icon: str
    kind: str

    def sentence(self) -> str:
        """The moment as a screen reader says it."""
        parts = (f"{self.day} {self.hour}".strip(), self.title, self.body, self.author)
        return ". ".join(part for part in parts if part)


class MomentsModel(QAbstractListModel):
    """The moments of one case that pass the filter."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._all: tuple[Moment, ...] = ()
        self._shown: tuple[Moment, ...] = ()
        self._kind = ""

    def show(self, moments: Sequence[Moment]) -> None:
        """Replace all moments."""
        self._all = tuple(moments)
        self.filter(self._kind)

    def filter(self, kind: str) -> None:
        """Show the moments of one kind, or all if `kind` is empty."""
        self.beginResetModel()
        self._kind = kind
        self._shown = tuple(m for m in self._all if not kind or m.kind == kind)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        moment = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return moment.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return moment.sentence()
            case Role.ROW:
                return moment
        return None
