"""Dates: a day, or as much of one as is known."""

from typing_extensions import override

from app.domain.partial_date import PartialDate
from ui.forms.definition import FieldDef, Kind
from ui.forms.input import LineInput, Verdict
from ui.widgets.date_field import DateField
from ui.workplace import Workplace


class DateInput(LineInput):
    """Many spellings, «+7», F4 opens a calendar; of the kind DAY only a whole day will do."""

    def __init__(self, place: Workplace, definition: FieldDef) -> None:
        today = place.clock.today()
        self._days = DateField(place.look, place.words, today, partial=definition.kind is Kind.DATE)
        super().__init__(place, definition, self._days)
        self._days.picked.connect(self._leave)

    def day(self) -> PartialDate | None:
        """What is written; None if nothing is. Raises `UserError` if it cannot be read: judge it first."""
        return self._days.value()

    @override
    def _verdict(self) -> Verdict:
        if wrong := self._days.judge():
            return Verdict(wrong)
        day = self._days.value()
        late = day is not None and not self.definition.future and day.first > self._place.clock.today()
        return Verdict(self._place.words("This day has not come yet.") if late else "")
