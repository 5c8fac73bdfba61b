"""The days of a return: written down here, they move the due days of the steps that run from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from app.cases.view import CaseView
from app.domain.errors import N_
from app.domain.events import Event
from app.i18n import Words
from app.plan.events import EventDay
from app.records.keeping import Kept
from app.reintegration.service import ReturnView
from app.reintegration.stages import DAYS as EVENTS
from ui.date_words import partial_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.record.entry_form import EntryDialog, EntryForm
from ui.record.section import Section
from ui.reintegration.words import DAYS
from ui.workplace import Workplace

BY_STEP = Event.VLK_DECIDED
"""Its day is that of the step, so nobody enters it twice."""


@dataclass(frozen=True, slots=True)
class DayOf:
    """One day of the list: its entry, None if nobody wrote it down."""

    event: Event
    entry: Kept[EventDay] | None


class DaysSection(Section):
    """One line a day; a day that is not known yet waits for being written down."""

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        hint = _("Terms of leave, board and payments run from these days.")
        super().__init__(place, _("Days that count"), "", hint=hint)
        self._case: CaseView | None = None
        self.opened.connect(self.enter)
        self.act(_("Write the day down…"), self.enter, _unwritten)
        self.act(_("Put right…"), self.enter, _written)

    def show_days(self, case: CaseView, view: ReturnView) -> None:
        """Show the days of a return."""
        self._case = case
        self.show_lines([self._line(event, view) for event in EVENTS])

    def enter(self, row: DayOf) -> None:
        """Open the form of one day."""
        if self._case is None or row.event is BY_STEP:
            return
        _ = self._place.words
        about = f"{self._case.name or _('Name unknown')} · {self._case.number}"
        events = self._place.services.record.returning.events
        form = day_form(row.event)
        dialog = EntryDialog(self._place, self, form, events, self._case.uid, about, row.entry)
        dialog.named = _("The day is written down; due days are counted anew.")
        dialog.open()

    def _line(self, event: Event, view: ReturnView) -> Line:
        _, day, entry = self._place.words, view.days.get(event), view.entered.get(event)
        unknown = _("when its step is done") if event is BY_STEP else _("no day yet")
        beside = _.date(day) if day else unknown
        icon = "calendar-check" if day else "calendar"
        return Line(_(DAYS[event]), icon=icon, beside=beside, faint=day is None, subject=DayOf(event, entry))


def _written(row: object) -> bool:
    return isinstance(row, DayOf) and row.entry is not None


def _unwritten(row: object) -> bool:
    return isinstance(row, DayOf) and row.entry is None and row.event is not BY_STEP


def day_form(event: Event) -> EntryForm[EventDay]:
    """The form of one day; the number of its paper beside it."""

    def sections(_words: Words) -> tuple[SectionDef, ...]:
        return (
            SectionDef(
                "",
                (
                    FieldDef("on", Kind.DATE, DAYS[event], required=True),
                    FieldDef("reference", Kind.TEXT, N_("Number of its paper"), N_("order, certificate; may be empty")),
                ),
            ),
        )

    return EntryForm(
        name=f"return_{event.value.lower()}", adding=N_("A day that counts"), correcting=N_("Put the day right"),
        sections=sections, texts=_texts, draft=partial(_draft, event), height=320,
    )  # fmt: skip


def _texts(says: EventDay) -> Mapping[str, str]:
    return {"on": partial_words(Words("uk"), says.on) if says.on else "", "reference": says.reference}


def _draft(event: Event, form: Form, was: EventDay | None) -> EventDay:
    return EventDay(event.value, form.date("on"), None, form.text("reference"), was.source if was else "")
