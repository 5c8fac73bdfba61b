"""What is done with a step of a list of days: ticked off, put off, with a way back."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from app.domain.partial_date import of_day
from app.plan.queries import DueRow
from ui.step_words import step_title
from ui.today.bundles import Bundle
from ui.today.deferring import DeferStepsDialog
from ui.today.later import LaterDialog, LaterMenu
from ui.workplace import Workplace


class Tending:
    """On behalf of a page; `below` says where a menu about the chosen line opens."""

    def __init__(self, place: Workplace, page: QWidget, below: Callable[[], QPoint]) -> None:
        self._place, self._page, self._below = place, page, below

    def tick(self, row: DueRow) -> None:
        """The step is done today."""
        plan, today = self._place.services.plan, of_day(self._place.clock.today())
        said = self._place.words("Done: {step}", step=step_title(self._place.words, row.title))
        self._place.operations.write(
            self._page,
            lambda _: plan.done(row.step, row.version, today),
            named=said,
        )

    def put_off(self, row: DueRow | Bundle) -> None:
        """Ask until when; a term of the law that has passed asks why, too. Of a bundle, all go in one unit of work."""
        today = self._place.clock.today()
        if isinstance(row, Bundle):
            DeferStepsDialog(self._place, self._page, row).open()
            return
        if row.of_the_law and row.due < today:
            self.ask_later(row)
            return
        menu = LaterMenu(self._page, self._place.words, today)
        menu.chosen.connect(lambda day: self.ask_later(row) if day is None else self.defer(row, day))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.open(self._below())

    def ask_later(self, row: DueRow, day: date | None = None) -> None:
        """Open the dialog that asks for a day, `day` to begin with, and for a reason."""
        dialog = LaterDialog(self._place, self._page, row)
        if day is not None:
            dialog.day.show_day(day)
        dialog.chosen.connect(lambda chosen, reason: self.defer(row, chosen, reason, dialog))
        dialog.open()

    def defer(self, row: DueRow, day: date, reason: str = "", dialog: LaterDialog | None = None) -> None:
        """Put the step off until a day."""
        _, plan = self._place.words, self._place.services.plan
        said = _("Put off until {date}: {step}", date=_.date(day), step=step_title(_, row.title))
        self._place.operations.write(
            self._page, lambda _p: plan.defer(row.step, row.version, day, reason),
            lambda _none: dialog.accept() if dialog else None, named=said,
            refused=dialog.refuse if dialog else None,
        )  # fmt: skip
