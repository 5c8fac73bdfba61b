"""The cases that somebody keeps at hand in the sidebar: at most five, his own, kept in the vault."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.queries import CaseRow, Chosen
from app.changes import Changes
from app.progress import Progress
from ui.models.entries import Entry
from ui.operations import Latest
from ui.widgets.entries import EntryList
from ui.widgets.label import Label
from ui.workplace import Workplace

MOST = 5
KEY = "pins"


class Pins(QWidget):
    """`opened` carries the case to open; hidden while nothing is pinned."""

    concerns = Changes.CASES | Changes.PEOPLE
    opened = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._cases: tuple[UUID, ...] = ()
        self._folded = False
        self._latest = Latest(place.operations, self)
        self._list = EntryList(place.look, place.words("Pinned cases"), opens_on_click=True)
        self._list.opened.connect(lambda row: self.opened.emit(row.uid))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 0)
        column.setSpacing(2)
        heading = Label(place.words("Pinned cases"), "small")
        heading.setContentsMargins(10, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(self._list)
        self.hide()
        place.operations.changed.connect(self._touched)

    def load(self) -> None:
        """Read what was pinned, and how those cases are called now."""
        preferences, cases = self._place.services.preferences, self._place.services.cases

        def read(_progress: Progress) -> tuple[CaseRow, ...]:
            return _in_order(pinned := pins_of(preferences.read(KEY)), cases.rows(Chosen(frozenset(pinned)), MOST))

        self._latest.ask(read, self._show)

    def fold(self, *, rail: bool) -> None:
        """In a rail there is no room for them."""
        self._folded = rail
        self._reveal()

    def holds(self, case: UUID | None) -> bool:
        """Whether the case is pinned."""
        return case in self._cases

    def turn(self, case: UUID) -> bool:
        """Pin the case, or unpin it; whether it is pinned now. A sixth takes the place of the oldest."""
        pinned = case not in self._cases
        cases = (case, *self._cases)[:MOST] if pinned else tuple(one for one in self._cases if one != case)
        preferences, value = self._place.services.preferences, {"cases": [one.hex for one in cases]}
        self._latest.drop()
        self._cases = cases
        self._place.operations.write(self, lambda _: preferences.write(KEY, value), lambda _: self.load())
        return pinned

    def _show(self, rows: tuple[CaseRow, ...]) -> None:
        self._cases = tuple(row.uid for row in rows)
        self._list.entries.show([Entry(row.number, row.name, subject=row) for row in rows])
        self._list.fit(MOST)
        self._reveal()

    def _reveal(self) -> None:
        self.setVisible(bool(self._cases) and not self._folded)

    def _touched(self, changes: Changes) -> None:
        if changes & self.concerns and self._cases:
            self.load()


def pins_of(kept: Mapping[str, Any] | None) -> tuple[UUID, ...]:
    """The cases that were kept as pinned; what cannot be read is nothing."""
    found = (kept or {}).get("cases")
    try:
        return tuple(UUID(hex=one) for one in found)[:MOST] if isinstance(found, list) else ()
    except (TypeError, ValueError, AttributeError):
        return ()


def _in_order(wanted: Sequence[UUID], rows: Sequence[CaseRow]) -> tuple[CaseRow, ...]:
    by_uid = {row.uid: row for row in rows}
    return tuple(by_uid[uid] for uid in wanted if uid in by_uid)
