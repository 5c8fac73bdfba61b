"""The day of an event: entered or corrected; the due days that move by it are shown before it is written."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.errors import N_, UserError
from app.i18n import Words
from app.plan.events import EventDay
from app.plan.recount import Shift
from app.records.keeping import Kept
from ui.date_words import partial_words
from ui.event_words import event_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.record.entry_form import EntryDialog, EntryForm
from ui.steps.shift_words import shifts_told
from ui.workplace import Workplace


def event_form(place: Workplace, events: Sequence[str], step: UUID | None) -> EntryForm[EventDay]:
    """The form of the day of one of these events; of `step` alone if it is named."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        among = tuple((event, event_words(words, place.services.catalogue, event)) for event in events)
        empty = N_("dd.mm.yyyy; the year alone will do; empty if nobody knows it")
        return (
            SectionDef(
                "",
                (
                    FieldDef("event", Kind.CHOICE, N_("What happened"), choices=among, required=True),
                    FieldDef("on", Kind.DATE, N_("On which day"), empty),
                    FieldDef("reference", Kind.TEXT, N_("Number of the paper")),
                    FieldDef("source", Kind.TEXT, N_("Where it is known from")),
                ),
            ),
        )

    def draft(form: Form, _was: EventDay | None) -> EventDay:
        return EventDay(form.text("event"), form.date("on"), step, form.text("reference"), form.text("source"))

    def texts(says: EventDay) -> Mapping[str, str]:
        on = partial_words(place.words, says.on) if says.on else ""
        return {"event": says.event, "on": on, "reference": says.reference, "source": says.source}

    return EntryForm(
        name="event_day", adding=N_("The day of an event"), correcting=N_("Put the day right"), sections=sections,
        texts=texts, draft=draft, start=lambda: {"event": events[0] if len(events) == 1 else ""}, height=440,
    )  # fmt: skip


class EventDialog(EntryDialog):
    """Saved once, it says which due days would move; saved once more, it moves them."""

    def __init__(
        self, place: Workplace, parent: QWidget, case: UUID, about: str, events: Sequence[str],
        was: Kept[EventDay] | None = None, step: UUID | None = None,
    ) -> None:  # fmt: skip
        form = event_form(place, events, step)
        super().__init__(place, parent, form, place.services.record.events, case, about, was)
        self._case, self._meant = case, EventDay("")
        self.form.inputs["event"].setEnabled(was is None and len(events) > 1)

    @override
    def _keep(self) -> None:
        draft = self._form.draft(self.form, None)
        if draft == self._meant:
            self._put(draft)
            return
        events, case, was = self._place.services.record.events, self._case, self._was
        self._place.operations.read(
            self, lambda _: events.would(case, draft, was), lambda shifts: self._show_shifts(draft, shifts),
            refused=self._stay,
        )  # fmt: skip

    def _show_shifts(self, draft: EventDay, shifts: tuple[Shift, ...]) -> None:
        if not shifts:
            self._put(draft)
            return
        self._meant = draft
        _ = self._place.words
        told = shifts_told(_, self._place.services.catalogue, shifts)
        self._say("\n".join((_("These due days move:"), told, _("Save once more to write it so."))))

    def _stay(self, error: UserError) -> None:
        self._say(self._place.words.explain(error))
