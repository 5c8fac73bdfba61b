"""Places: free text, in which an oblast is offered after any comma."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter
from typing_extensions import override

from ui.forms.definition import FieldDef
from ui.forms.input import LineInput
from ui.workplace import Workplace


class PlaceInput(LineInput):
    """«с. Приклад, дон…» offers Донецька область; whatever else is written stays."""

    def __init__(self, place: Workplace, definition: FieldDef) -> None:
        super().__init__(place, definition)
        self.line.setCompleter(_Oblasts(place, self.line))


class _Oblasts(QCompleter):
    """Completes what stands behind the last comma."""

    def __init__(self, place: Workplace, parent: QObject) -> None:
        names = [name.name.uk for name in place.services.catalogue.oblasts.values()]
        super().__init__([f"{name} область" if name.endswith("ька") else name for name in names], parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self._before = ""

    @override
    def splitPath(self, path: str) -> list[str]:
        before, comma, last = path.rpartition(",")
        self._before = f"{before}, " if comma else ""
        return [last.strip()]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return self._before + super().pathFromIndex(index)
