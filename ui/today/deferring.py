"""Many steps put off to one day with one reason: what comes up in the chosen cases, or a bundle of Today."""

from datetime import timedelta

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from app.cases.queries import Chosen
from app.changes import Changes
from app.many.deferring import Delay
from app.many.outcome import Outcome
from ui.bulk.dialog import BulkDialog, Work
from ui.step_words import step_title
from ui.today.bundles import Bundle
from ui.today.later import next_monday
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.workplace import Workplace


class DeferDialog(BulkDialog):
    """Asks until when, and why; a term of the law needs a reason. In the chosen cases, whatever comes up before."""

    touched = Changes.STEPS

    def __init__(self, place: Workplace, parent: QWidget, picked: Chosen, count: int) -> None:
        _ = place.words
        super().__init__(place, parent, picked, count, _("Put steps off"), _("Put off"))
        today = place.clock.today()
        self.day = DateField(place.look, _, today)
        self.reason = QLineEdit()
        hint = _("«+3» is in three days; F4 opens the calendar")
        self._day_field = Field(place.look, _("Until when"), self.day, hint)
        why = _("Kept in the history of each case. Terms of the law are put off with a reason only.")
        self._reason_field = Field(place.look, _("What they wait for"), self.reason, why)
        self.column.addWidget(Label(self.told(), "muted", wrap=True))
        for field in (self._day_field, self._reason_field):
            self.column.addWidget(field)
        self.day.judged.connect(self._day_field.complain)
        self.day.show_day(next_monday(today))
        self.day.setFocus()

    def told(self) -> str:
        """What will be put off."""
        return self.place.words("Whatever comes up before that day in these cases. The due days stand as they are.")

    @override
    def work(self) -> Work | None:
        """Put off what comes up before the day; a day that has passed is asked for again."""
        delay = self._delay()
        if delay is None:
            return None
        deferring, picked = self.place.services.deferring, self.picked
        return lambda progress: deferring.in_cases(picked, delay, progress)

    @override
    def summary(self, outcome: Outcome) -> str:
        """How many steps wait now."""
        return self.place.words.count("{n} step is put off.", "{n} steps are put off.", outcome.done)

    def _delay(self) -> Delay | None:
        if self.day.judge():
            self.day.setFocus()
            return None
        day = self.day.day()
        if day is None or day < self.place.clock.today() + timedelta(days=1):
            self._day_field.complain(self.place.words("Choose tomorrow or later."))
            self.day.setFocus()
            return None
        return Delay(day, self.reason.text())


class DeferStepsDialog(DeferDialog):
    """The equal steps of one line of Today."""

    def __init__(self, place: Workplace, parent: QWidget, bundle: Bundle) -> None:
        self._bundle = bundle
        cases = frozenset(row.case for row in bundle.rows)
        super().__init__(place, parent, Chosen(cases), len(cases))

    @override
    def told(self) -> str:
        _, bundle = self.place.words, self._bundle
        return _("{step}, due {date}. That day stands as it is.", step=step_title(_, bundle.title),
                 date=_.date(bundle.due))  # fmt: skip

    @override
    def work(self) -> Work | None:
        delay = self._delay()
        if delay is None:
            return None
        deferring, steps = self.place.services.deferring, [row.step for row in self._bundle.rows]
        return lambda progress: deferring.steps(steps, delay, progress)
