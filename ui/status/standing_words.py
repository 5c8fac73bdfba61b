"""Civil and service status in the window: their forms and lines; the newest holds, the others are faint."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from app.catalogue.definitions import Catalogue
from app.domain.errors import N_
from app.fates.standing import AWOL, CivilDraft, CivilState, ServiceDraft, ServiceState, lasting
from app.i18n import Words
from app.records.keeping import Kept
from ui.date_words import partial_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.record.entry_form import EntryForm
from ui.status.confirmation_words import bodies
from ui.status.doubt_words import entry_doubts

S = TypeVar("S", CivilDraft, ServiceDraft)

CIVIL: Mapping[CivilState, str] = {
    CivilState.NONE: N_("nothing registered"),
    CivilState.MISSING_ENTRY: N_("entry in the register of missing persons"),
    CivilState.ABSENT: N_("recognised by the court as absent"),
    CivilState.DECLARED_DEAD: N_("court decision under article 46"),
    CivilState.DEATH_REGISTERED: N_("death registered"),
    CivilState.ANNULLED: N_("entry annulled"),
}
SERVICE: Mapping[ServiceState, str] = {
    ServiceState.ON_LIST: N_("on the unit’s list"),
    ServiceState.AT_DISPOSAL: N_("at disposal of the commander"),
    ServiceState.SUPPORT_CENTRE: N_("moved to a support centre"),
    ServiceState.EXCLUDED: N_("excluded from the lists"),
    ServiceState.DISCHARGED: N_("discharged from service"),
    ServiceState.AWOL_SUSPECTED: N_("unauthorised absence suspected"),
    ServiceState.AWOL_ESTABLISHED: N_("unauthorised absence established"),
}


def standing_lines(words: Words, catalogue: Catalogue, rows: Sequence[Kept[S]]) -> list[Line]:
    """The history of either, the newest first by date."""
    history = lasting(rows)
    return [_line(words, catalogue, row, now=row is history.now) for row in history.rows]


def _line(words: Words, catalogue: Catalogue, row: Kept[S], *, now: bool) -> Line:
    says = row.says
    word = CIVIL[says.status] if isinstance(says, CivilDraft) else SERVICE[says.status]
    body = catalogue.bodies.get(says.body)
    whose = " · ".join(filter(None, (body.name.in_(words.language) if body else "", says.number)))
    chips = [Chip(words("now"), "info")] if now else []
    if isinstance(says, ServiceDraft) and says.status in AWOL:
        chips.append(Chip(words("never for the family"), "closed", "eye-off"))
    return Line(
        _capital(words(word)), tuple(filter(None, (whose, says.comment))), tuple(chips),
        icon="landmark" if isinstance(says, CivilDraft) else "shield",
        beside=partial_words(words, says.on) if says.on else words("without a date"), faint=not now, subject=row,
    )  # fmt: skip


def civil_form(catalogue: Catalogue, language: str) -> EntryForm[CivilDraft]:
    """The form of civil status."""

    def draft(form: Form, _was: CivilDraft | None) -> CivilDraft:
        return CivilDraft(
            CivilState(form.text("status")), form.date("on"), form.text("body"), form.text("number"),
            form.text("comment"),
        )  # fmt: skip

    return EntryForm(
        name="civil_status", adding=N_("Add a civil status"), correcting=N_("Put the civil status right"),
        sections=lambda words: _sections(words, catalogue, CIVIL), texts=lambda says: _texts(says, language),
        draft=draft, start=lambda: {"status": CivilState.MISSING_ENTRY.value}, doubts=entry_doubts,
    )  # fmt: skip


def service_form(catalogue: Catalogue, language: str) -> EntryForm[ServiceDraft]:
    """The form of service status."""

    def draft(form: Form, _was: ServiceDraft | None) -> ServiceDraft:
        return ServiceDraft(
            ServiceState(form.text("status")), form.date("on"), form.text("body"), form.text("number"),
            form.text("comment"),
        )  # fmt: skip

    return EntryForm(
        name="service_status", adding=N_("Add a service status"), correcting=N_("Put the service status right"),
        sections=lambda words: _sections(words, catalogue, SERVICE), texts=lambda says: _texts(says, language),
        draft=draft, start=lambda: {"status": ServiceState.AT_DISPOSAL.value, "body": "UNIT"}, doubts=entry_doubts,
    )  # fmt: skip


def _sections(
    words: Words, catalogue: Catalogue, states: Mapping[CivilState, str] | Mapping[ServiceState, str]
) -> tuple[SectionDef, ...]:
    choices = tuple((str(state), words(word)) for state, word in states.items())
    named = (("", "—"), *bodies(catalogue, words.language))
    return (
        SectionDef(
            "",
            (
                FieldDef("status", Kind.CHOICE, N_("Status"), choices=choices),
                FieldDef("on", Kind.DATE, N_("Since when")),
                FieldDef("body", Kind.CHOICE, N_("By which body"), choices=named),
                FieldDef("number", Kind.TEXT, N_("Number of the order or the paper")),
                FieldDef("comment", Kind.LONG_TEXT, N_("Comment")),
            ),
        ),
    )


def _texts(says: CivilDraft | ServiceDraft, language: str) -> Mapping[str, str]:
    return {
        "status": says.status.value, "on": partial_words(Words(language), says.on) if says.on else "",
        "body": says.body, "number": says.number, "comment": says.comment,
    }  # fmt: skip


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
