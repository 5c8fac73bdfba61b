"""The form of an appointment; beside it stands how the chosen relative may be reached."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.appointments.appointment import AppointmentDraft, AppointmentKind, Outcome
from app.cases.view import CaseView
from app.catalogue.definitions import Catalogue
from app.domain.errors import N_, UserError
from app.domain.hour import hour
from app.i18n import Words
from app.records.keeping import Kept
from ui.appointments.kinds import KINDS
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.notes.note_words import day_of, day_text, relative_choices
from ui.record.entry_form import EntryDialog, EntryForm
from ui.safety import SafetyLine
from ui.search.choices import bodies
from ui.workplace import Workplace

HIMSELF = "himself"


def appointment_form(
    view: CaseView, catalogue: Catalogue, workers: Sequence[str]
) -> EntryForm[AppointmentDraft]:
    """The form of an appointment of this case; `workers`: who may go."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        nobody, *family = relative_choices(words, view.relatives, words("nobody named"))
        people = (nobody, *family, (HIMSELF, words("the person himself")))
        who_goes = (("", words("the worker of the case")), *((name, name) for name in workers))
        kinds = tuple((kind.value, words(word)) for kind, word in KINDS.items())
        return (
            SectionDef(
                "",
                (
                    FieldDef("kind", Kind.CHOICE, N_("What for"), choices=kinds),
                    FieldDef("on", Kind.DAY, N_("On which day"), N_("+7 is in a week"), required=True, future=True),
                    FieldDef("at", Kind.TEXT, N_("At what hour"), N_("10:30; empty if none was agreed")),
                    FieldDef("who", Kind.CHOICE, N_("With whom"), choices=people),
                    FieldDef("body", Kind.CHOICE, N_("At which body"), choices=bodies(words, catalogue)),
                    FieldDef("place", Kind.TEXT, N_("Where"), N_("It stands on the family’s card.")),
                    FieldDef("bring", Kind.LONG_TEXT, N_("What to bring"), N_("A thing a line, for the card.")),
                    FieldDef("worker", Kind.CHOICE, N_("Who goes"), choices=who_goes),
                    FieldDef("note", Kind.LONG_TEXT, N_("Note for the office"), N_("It never stands on the card.")),
                ),
            ),
        )

    return EntryForm(
        name="appointment", adding=N_("Make an appointment"), correcting=N_("Put the appointment right"),
        sections=sections, texts=_texts, draft=_draft, start=lambda: {"kind": AppointmentKind.VISIT.value},
    )  # fmt: skip


def _texts(says: AppointmentDraft) -> Mapping[str, str]:
    return {
        "kind": says.kind.value, "on": day_text(says.on), "at": says.at, "place": says.place, "body": says.body,
        "who": HIMSELF if says.himself else says.relative_uid.hex if says.relative_uid else "", "bring": says.bring,
        "worker": says.worker, "note": says.note,
    }  # fmt: skip


def _draft(form: Form, was: AppointmentDraft | None) -> AppointmentDraft:
    who, typed = form.text("who"), form.text("at")
    return AppointmentDraft(
        AppointmentKind(form.text("kind")), day_of(form, "on"), _hour(typed), form.text("place"),
        UUID(who) if who and who != HIMSELF else None, who == HIMSELF, form.text("body"), form.text("bring"),
        form.text("worker"), was.state if was else Outcome.PLANNED, form.text("note"),
    )  # fmt: skip


def _hour(typed: str) -> str:
    """The hour put right; what is none stays, for the service to refuse."""
    try:
        return hour(typed)
    except UserError:
        return typed


class AppointmentDialog(EntryDialog):
    """Says what to heed with whomever it is made."""

    def __init__(
        self, place: Workplace, parent: QWidget, form: EntryForm[AppointmentDraft], view: CaseView, about: str,
        was: Kept[AppointmentDraft] | None = None,
    ) -> None:  # fmt: skip
        appointments = place.services.record.appointments
        self._view, self._safety = view, SafetyLine(place)
        super().__init__(place, parent, form, appointments, view.uid, about, was)
        self.put_on_top(self._safety)
        self.form.inputs["who"].edited.connect(self._heed)
        self._heed()

    def _heed(self) -> None:
        chosen = self.form.text("who")
        self._safety.tell(next((one for one in self._view.relatives if one.uid.hex == chosen), None))
