"""A note in the window: its form and its line."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from app.cases.relatives import RelativeRow
from app.domain.errors import N_
from app.domain.readers import Readers
from app.i18n import Words
from app.notes.note import NoteDraft
from app.records.keeping import Kept
from ui.family_words import relation_word
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.readers_words import HINT, readers_chips, readers_choices
from ui.record.entry_form import EntryForm


def note_line(words: Words, row: Kept[NoteDraft], names: Mapping[UUID, str]) -> Line:
    """A note as the list shows it; `names`: of the relatives."""
    says = row.says
    about = names.get(says.relative_uid, "") if says.relative_uid else ""
    beside = " · ".join(filter(None, (words.date(says.on), about, row.by)))
    return Line(
        words("A note"), (says.text,), readers_chips(words, says.audience), "sticky-note", beside, subject=row
    )


def note_form(relatives: Sequence[RelativeRow], today: date) -> EntryForm[NoteDraft]:
    """The form of a note about one of these relatives, or the whole case."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        return (
            SectionDef(
                "",
                (
                    FieldDef("text", Kind.LONG_TEXT, N_("What is worth remembering"), required=True),
                    FieldDef(
                        "relative_uid", Kind.CHOICE, N_("About whom"),
                        choices=relative_choices(words, relatives, words("the whole case")),
                    ),
                    FieldDef("on", Kind.DAY, N_("On which day"), required=True),
                    FieldDef("audience", Kind.CHOICE, N_("Who reads it"), HINT, choices=readers_choices(words)),
                ),
            ),
        )

    return EntryForm(
        name="note", adding=N_("Write a note"), correcting=N_("Put the note right"), sections=sections, texts=_texts,
        draft=_draft, start=lambda: {"on": day_text(today), "audience": Readers.OFFICE.value, "relative_uid": ""},
    )


def relative_choices(
    words: Words, relatives: Sequence[RelativeRow], nobody: str
) -> tuple[tuple[str, str], ...]:
    """The relatives as choices of a form; `nobody` stands for none of them."""
    return (
        ("", nobody),
        *(
            (one.uid.hex, f"{one.name or words('Name unknown')} ({relation_word(words, one.relation, one.patronymic)})")
            for one in relatives
        ),
    )


def day_text(day: date) -> str:
    """A day as a field of a form takes it."""
    return f"{day:%d.%m.%Y}"


def day_of(form: Form, key: str) -> date:
    """The whole day that a required field says; judge it first."""
    day = form.date(key)
    if day is None:
        raise ValueError(key)
    return day.last


def relative_of(form: Form, key: str) -> UUID | None:
    """The relative chosen in a form."""
    code = form.text(key)
    return UUID(code) if code else None


def _texts(says: NoteDraft) -> Mapping[str, str]:
    return {
        "text": says.text, "relative_uid": says.relative_uid.hex if says.relative_uid else "",
        "on": day_text(says.on), "audience": says.audience.value,
    }  # fmt: skip


def _draft(form: Form, _was: NoteDraft | None) -> NoteDraft:
    audience = Readers(form.text("audience") or Readers.OFFICE)
    return NoteDraft(audience, relative_of(form, "relative_uid"), day_of(form, "on"), form.text("text"))
