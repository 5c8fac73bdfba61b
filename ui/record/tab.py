"""A tab of a case that reads what it shows when it is seen."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.view import CaseView
from ui.operations import Latest
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace


class CaseTab(QWidget):
    """The page of the case shows it the case anew whenever something was touched.

    Subclasses `lay_out` their sections, and in `read` ask `self.latest`.
    """

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self.latest = Latest(place.operations, self)
        self.view: CaseView | None = None
        self._stale = True

    def show_case(self, view: CaseView) -> None:
        """Show another case, or the same one as it is now."""
        if self.view is not None and self.view.uid != view.uid:
            self.latest.drop()
        self.view = view
        self._again()

    def read(self, view: CaseView) -> None:
        """Ask the services for what the tab shows of this case, and show it."""
        raise NotImplementedError

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What the commands of this tab do, by key."""
        return {}

    def shows(self, case: UUID) -> bool:
        """Whether this is still the case in view, for answers that come late."""
        return self.view is not None and self.view.uid == case

    @property
    def about(self) -> str:
        """Who is meant, as dialogs say it below their title."""
        if self.view is None:
            return ""
        return f"{self.view.name or self.place.words('Name unknown')} · {self.view.number}"

    def lay_out(self, *columns: tuple[QWidget, ...]) -> None:
        """Put sections one below the other, in one column or in several side by side, that scroll together."""
        self.lay_out_in(self, *columns)

    @staticmethod
    def lay_out_in(holder: QWidget, *columns: tuple[QWidget, ...]) -> None:
        """As `lay_out`, in a part of the tab."""
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(12)
        for widgets in columns:
            column = QVBoxLayout()
            column.setSpacing(12)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            row.addLayout(column, 1)
        whole = QVBoxLayout(holder)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._again()

    def _again(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale and self.view is not None:
            self.read(self.view)
