"""What a person is and was called: the present name first, a new one after a marriage, every other below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from typing_extensions import override

from app.changes import Changes
from app.domain.errors import N_
from app.domain.partial_date import PartialDate
from app.domain.translit import transliterate
from app.i18n import Words
from app.people.naming import NameDraft, NameKind, Naming, NewName
from app.people.person import PersonRow
from app.records.keeping import Kept
from ui.date_words import partial_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.forms.persons import GIVEN, PATRONYMIC, SURNAME
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.person_words import NAMES
from ui.record.entry_form import EntryDialog, EntryForm
from ui.record.entry_section import EntrySection
from ui.workplace import Workplace

_LATIN = (
    FieldDef("surname_latin", Kind.LATIN, N_("Surname in Latin letters"), source="surname"),
    FieldDef("given_latin", Kind.LATIN, N_("Given name in Latin letters"), source="given"),
)
_SOURCE = FieldDef("source", Kind.TEXT, N_("Where it is known from"), N_("for example: marriage certificate, a list"))


def name_line(words: Words, row: Kept[NameDraft]) -> Line:
    """Another name as its list shows it."""
    says = row.says
    latin = f"{says.given_latin} {says.surname_latin}".strip()
    name = " ".join(filter(None, (says.surname, says.given, says.patronymic)))
    days = span_words(words, says.since, says.until)
    details = tuple(filter(None, (latin if name else "", says.source)))
    return Line(
        name or latin, details, (Chip(words(NAMES[says.kind]), "closed"),), "signature", beside=days, subject=row
    )  # fmt: skip


def span_words(words: Words, since: PartialDate | None, until: PartialDate | None) -> str:
    """From which day to which, as far as known."""
    if since and until:
        return f"{partial_words(words, since)} – {partial_words(words, until)}"
    if since:
        return words("since {date}", date=partial_words(words, since))
    return words("until {date}", date=partial_words(words, until)) if until else ""


class NamesSection(EntrySection):
    """The present name is a line of its own; opened, it asks for a new one."""

    def __init__(self, place: Workplace) -> None:
        _, naming = place.words, place.services.record.names
        super().__init__(
            place, _("Names"), "", _("Another name"), NAME_FORM, naming, partial(name_line, _),
        )  # fmt: skip
        self._naming = naming
        self.act(_("New name…"), self.rename, lambda subject: isinstance(subject, PersonRow))

    def show_names(self, about: str, present: PersonRow, others: Sequence[Kept[NameDraft]]) -> None:
        """Show what a person is called now, and what else he was called."""
        self.show_entries(present.uid, about, others)
        self.show_lines([self._present(present), *(self._line(row) for row in others)])

    @override
    def correct(self, row: Any) -> None:
        if isinstance(row, PersonRow):
            self.rename(row)
        else:
            super().correct(row)

    @override
    def take_out(self, row: Any) -> None:
        if isinstance(row, Kept):
            super().take_out(row)

    def rename(self, present: PersonRow) -> None:
        """Ask for a new name, as after a marriage; the present one stays below, dated."""
        form = _new_name(present)
        dialog = EntryDialog(self._place, self, form, _Renaming(self._naming, present), present.uid, self._about)
        self._ask(dialog, self._place.words("The new name counts from now on."))

    def _present(self, row: PersonRow) -> Line:
        _ = self._place.words
        name = " ".join(filter(None, (row.surname, row.given, row.patronymic)))
        passport = bool(row.surname_latin or row.given_latin)
        latin = f"{row.given_latin or transliterate(row.given)} {row.surname_latin or transliterate(row.surname)}"
        said = _("{name}: as in the passport", name=latin) if passport else _("{name}: by the rule of 2010", name=latin)
        details = (said,) if latin.strip() else ()
        chips = (Chip(_("name now"), "info"),)
        return Line(name or _("Name unknown"), details, chips, "user-round", subject=row)


@dataclass(frozen=True, slots=True)
class _Renaming:
    """What the dialog of a new name writes with."""

    naming: Naming
    present: PersonRow

    def add(self, _person: UUID, draft: NewName) -> Changes:
        return self.naming.rename(self.present, draft)


def _new_name(present: PersonRow) -> EntryForm[NewName]:
    return EntryForm(
        name="new_name",
        adding=N_("A new name"),
        correcting=N_("A new name"),
        sections=_new_sections,
        texts=lambda _says: {},
        draft=_new_draft,
        start=lambda: {
            "surname": present.surname, "given": present.given, "patronymic": present.patronymic,
            "kind": NameKind.PREVIOUS.value,
        },
    )  # fmt: skip


def _new_sections(words: Words) -> tuple[SectionDef, ...]:
    kept = tuple((kind.value, words(NAMES[kind])) for kind in (NameKind.PREVIOUS, NameKind.MAIDEN))
    return (
        SectionDef(
            N_("The name from now on"),
            (SURNAME, GIVEN, PATRONYMIC, FieldDef("since", Kind.DATE, N_("Since when"), N_("the day of the marriage")),
             *_LATIN),
        ),
        SectionDef(
            N_("The name until now"),
            (FieldDef("kind", Kind.CHOICE, N_("It stays in the record as"), choices=kept), _SOURCE),
        ),
    )  # fmt: skip


def _new_draft(form: Form, _was: NewName | None) -> NewName:
    return NewName(
        form.text("surname"), form.text("given"), form.text("patronymic"), form.text("surname_latin"),
        form.text("given_latin"), form.date("since"), NameKind(form.text("kind")), form.text("source"),
    )  # fmt: skip


def _sections(words: Words) -> tuple[SectionDef, ...]:
    kinds = tuple((kind.value, words(word)) for kind, word in NAMES.items())
    return (
        SectionDef(
            "",
            (
                FieldDef("kind", Kind.CHOICE, N_("What kind of name it is"), choices=kinds),
                FieldDef("surname", Kind.TEXT, N_("Surname")),
                FieldDef("given", Kind.TEXT, N_("Given name")),
                FieldDef("patronymic", Kind.TEXT, N_("Patronymic")),
                FieldDef("surname_latin", Kind.TEXT, N_("Surname in Latin letters")),
                FieldDef("given_latin", Kind.TEXT, N_("Given name in Latin letters")),
                FieldDef("since", Kind.DATE, N_("Since when")),
                FieldDef("until", Kind.DATE, N_("Until when")),
                _SOURCE,
            ),
        ),
    )


def _texts(says: NameDraft) -> Mapping[str, str]:
    return {
        "kind": says.kind.value, "surname": says.surname, "given": says.given, "patronymic": says.patronymic,
        "surname_latin": says.surname_latin, "given_latin": says.given_latin, "since": date_text(says.since),
        "until": date_text(says.until), "source": says.source,
    }  # fmt: skip


def date_text(day: PartialDate | None) -> str:
    """A date as a field of a form takes it."""
    if day is None:
        return ""
    parts = [f"{part:02}" for part in (day.day, day.month) if part]
    return ("~" if day.about else "") + ".".join([*parts, str(day.year)])


def _draft(form: Form, _was: NameDraft | None) -> NameDraft:
    return NameDraft(
        NameKind(form.text("kind")), form.text("surname"), form.text("given"), form.text("patronymic"),
        form.text("surname_latin"), form.text("given_latin"), form.date("since"), form.date("until"),
        form.text("source"),
    )  # fmt: skip


NAME_FORM = EntryForm(
    name="person_name",
    adding=N_("Another name"),
    correcting=N_("Put the name right"),
    sections=_sections,
    texts=_texts,
    draft=_draft,
    start=lambda: {"kind": NameKind.PREVIOUS.value},
)
