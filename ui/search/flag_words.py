"""What to mind in a family, in the window: its words, its form, its line."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.errors import N_
from app.domain.readers import Readers
from app.i18n import Words
from app.records.keeping import Kept
from app.search.flags import CLINICAL_ONLY, FlagDraft, FlagKind
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.record.entry_form import EntryForm
from ui.search.choices import day
from ui.search.words import MINDED, flag_sentence

_AUDIENCES: Mapping[Readers, str] = {
    Readers.OFFICE: N_("everybody who sees the case"),
    Readers.LEAD: N_("the lead only"),
    Readers.PSYCHOLOGIST: N_("who may read clinical notes only"),
}


def flags_sentence(words: Words, flags: Sequence[Kept[FlagDraft]]) -> str:
    """All that is to be minded now; empty for nothing."""
    told = "; ".join(flag_sentence(words, flag.says) for flag in flags)
    return words("Please mind: {what}.", what=told.rstrip(".")) if told else ""


def flags_chip(words: Words, flags: Sequence[Kept[FlagDraft]]) -> Chip:
    """What the head of the case says of its flags."""
    if len(flags) == 1:
        word, icon = MINDED[flags[0].says.kind]
        return Chip(words(word), "missing", icon)
    return Chip(words.count("{n} thing to mind", "{n} things to mind", len(flags)), "missing", "flag")


def flag_line(words: Words, today: date, row: Kept[FlagDraft]) -> Line:
    """A flag as its list shows it; one that is over stands back."""
    says = row.says
    word, icon = MINDED[says.kind]
    since = words("since {date}", date=words.date(says.since))
    until = words("until {date}", date=words.date(says.until)) if says.until else ""
    chips = () if says.audience is Readers.OFFICE else (Chip(words(_AUDIENCES[says.audience]), "info", "eye"),)
    return Line(
        words(word), (says.text,) if says.text else (), chips, icon=icon,
        beside=" ".join(part for part in (since, until) if part), faint=not says.stands(today), subject=row,
    )  # fmt: skip


def flag_form(words: Words, today: date) -> EntryForm[FlagDraft]:
    """The form of a flag."""
    return EntryForm(
        name="handling_flag", adding=N_("What to mind in this family"), correcting=N_("Put it right"),
        sections=lambda _: _sections(words), texts=lambda says: _texts(words, says), draft=_draft,
        start=lambda: {
            "kind": FlagKind.OTHER.value, "since": words.date(today), "audience": Readers.OFFICE.value
        }, height=480,
    )  # fmt: skip


def _texts(words: Words, says: FlagDraft) -> Mapping[str, str]:
    return {
        "kind": says.kind.value, "text": says.text, "since": words.date(says.since),
        "until": words.date(says.until) if says.until else "", "audience": says.audience.value,
    }  # fmt: skip


def _draft(form: Form, _was: FlagDraft | None) -> FlagDraft:
    since, kind = day(form, "since"), FlagKind(form.text("kind"))
    if since is None:
        raise AssertionError("a required day was judged")
    audience = Readers.PSYCHOLOGIST if kind in CLINICAL_ONLY else Readers(form.text("audience"))
    return FlagDraft(kind, since, form.text("text"), day(form, "until"), audience)


def _sections(words: Words) -> tuple[SectionDef, ...]:
    kinds = tuple((one.value, words(word)) for one, (word, _) in MINDED.items())
    readers = tuple((one.value, words(word)) for one, word in _AUDIENCES.items())
    without = N_("calm words without details of health; those belong into the psychologist’s notes")
    clinical = N_("violence at home is always for those alone who may read clinical notes")
    return (
        SectionDef(
            "",
            (
                FieldDef("kind", Kind.CHOICE, N_("What"), choices=kinds),
                FieldDef("text", Kind.LONG_TEXT, N_("In a few words"), without),
                FieldDef("since", Kind.DAY, N_("Since (required)"), required=True),
                FieldDef("until", Kind.DAY, N_("Until"), N_("empty: until further notice"), future=True),
                FieldDef("audience", Kind.CHOICE, N_("Who sees it"), clinical, choices=readers),
            ),
        ),
    )
