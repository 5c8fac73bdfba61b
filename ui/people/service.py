"""Where a person served: the unit of the event, who holds the file now, and what was before."""

from collections.abc import Mapping

from app.catalogue.definitions import Catalogue, NameDef
from app.domain.errors import N_
from app.i18n import Words
from app.people.serving import ServiceDraft, ServiceRole
from app.records.keeping import Kept
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.people.names import date_text, span_words
from ui.person_words import ROLES, rank_words
from ui.record.entry_form import EntryForm

_TONES = {ServiceRole.AT_EVENT: "info", ServiceRole.HOLDS_FILE: "returned", ServiceRole.EARLIER: "closed"}


def service_line(words: Words, catalogue: Catalogue, row: Kept[ServiceDraft]) -> Line:
    """A service as its list shows it."""
    says = row.says
    branch, terms = catalogue.services.get(says.branch), catalogue.terms_of_service.get(says.terms)
    unit = " ".join(filter(None, (says.unit_code, says.unit_name)))
    rank = rank_words(words, catalogue, says.rank)
    held = ", ".join(filter(None, (rank, says.position)))
    kind = ", ".join(one.name.in_(words.language) for one in (branch, terms) if one)
    details = [text for text in (held, kind, says.source) if text]
    past = says.role is not ServiceRole.AT_EVENT and says.until is not None
    role = words("held the file") if past and says.role is ServiceRole.HOLDS_FILE else words(ROLES[says.role])
    return Line(
        unit or (details.pop(0) if details else "—"), tuple(details),
        (Chip(role, "closed" if past else _TONES[says.role]),), "shield",
        beside=span_words(words, says.since, says.until), faint=past, subject=row,
    )  # fmt: skip


def service_form(catalogue: Catalogue) -> EntryForm[ServiceDraft]:
    """The form of a service, with the branches and ranks of the catalogue."""
    return EntryForm(
        name="service",
        adding=N_("Add a service"),
        correcting=N_("Put the service right"),
        sections=lambda words: _sections(words, catalogue),
        texts=_texts,
        draft=_draft,
        start=lambda: {"role": ServiceRole.HOLDS_FILE.value},
        height=560,
    )


def _sections(words: Words, catalogue: Catalogue) -> tuple[SectionDef, ...]:
    roles = tuple((role.value, words(word)) for role, word in ROLES.items())
    return (
        SectionDef(
            "",
            (
                FieldDef("role", Kind.CHOICE, N_("What the unit is to the case"), choices=roles),
                FieldDef("unit_code", Kind.UNIT, N_("Military unit"), N_("for example А1234")),
                FieldDef("unit_name", Kind.TEXT, N_("Name of the unit")),
                FieldDef("branch", Kind.CHOICE, N_("Branch or service"), N_("type a part of its name"),
                         choices=_choices(words, catalogue.services)),
                FieldDef("terms", Kind.CHOICE, N_("How he serves"),
                         choices=_choices(words, catalogue.terms_of_service)),
                FieldDef("rank", Kind.RANK, N_("Rank"), N_("type a part of it; a special rank as it is written")),
                FieldDef("position", Kind.TEXT, N_("Position")),
                FieldDef("since", Kind.DATE, N_("Since when")),
                FieldDef("until", Kind.DATE, N_("Until when")),
                FieldDef("source", Kind.TEXT, N_("Where it is known from")),
            ),
        ),
    )  # fmt: skip


def _choices(words: Words, named: Mapping[str, NameDef]) -> tuple[tuple[str, str], ...]:
    return (("", "—"), *((code, one.name.in_(words.language)) for code, one in named.items()))


def _texts(says: ServiceDraft) -> Mapping[str, str]:
    return {
        "role": says.role.value, "unit_code": says.unit_code, "unit_name": says.unit_name, "branch": says.branch,
        "terms": says.terms, "rank": says.rank, "position": says.position, "since": date_text(says.since),
        "until": date_text(says.until), "source": says.source,
    }  # fmt: skip


def _draft(form: Form, _was: ServiceDraft | None) -> ServiceDraft:
    return ServiceDraft(
        ServiceRole(form.text("role")), form.text("unit_code"), form.text("unit_name"), form.text("branch"),
        form.text("terms"), form.text("rank"), form.text("position"), form.date("since"), form.date("until"),
        form.text("source"),
    )  # fmt: skip
