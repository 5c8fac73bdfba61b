"""A contact of the log in the window: its form and its line."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from app.cases.relatives import RelativeRow
from app.contacts.service import CHANNELS, ContactSays
from app.domain.errors import N_
from app.domain.readers import Readers
from app.i18n import Words
from app.records.keeping import Kept
from ui.channel_words import channel_icon, channel_word
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.notes.note_words import day_of, day_text, relative_choices, relative_of
from ui.readers_words import HINT, readers_chips, readers_choices
from ui.record.entry_form import EntryForm


def contact_line(words: Words, row: Kept[ContactSays], names: Mapping[UUID, str]) -> Line:
    """A contact as the log shows it: how, with whom, what came of it; `names`: of the relatives."""
    says = row.says
    whom = names.get(says.relative_uid, "") if says.relative_uid else words("family")
    beside = " · ".join(filter(None, (words.date(says.on), whom, row.by)))
    return Line(
        channel_word(words, says.channel), (says.summary,), readers_chips(words, says.audience),
        channel_icon(says.channel), beside, subject=row,
    )  # fmt: skip


def contact_form(relatives: Sequence[RelativeRow], today: date, *, new: bool) -> EntryForm[ContactSays]:
    """The form of a contact; a `new` one may bring the day on which we speak again."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        channels = tuple((channel, channel_word(words, channel)) for channel in CHANNELS)
        again = FieldDef(
            "next_on", Kind.DAY, N_("Next contact on"), N_("it becomes a promise with this day"), future=True
        )
        return (
            SectionDef(
                "",
                (
                    FieldDef("summary", Kind.LONG_TEXT, N_("What came of it"), required=True),
                    FieldDef("channel", Kind.CHOICE, N_("How"), choices=channels),
                    FieldDef(
                        "relative_uid", Kind.CHOICE, N_("With whom"),
                        choices=relative_choices(words, relatives, words("family")),
                    ),
                    FieldDef("on", Kind.DAY, N_("On which day"), required=True),
                    *((again,) if new else ()),
                    FieldDef("audience", Kind.CHOICE, N_("Who reads it"), HINT, choices=readers_choices(words)),
                ),
            ),
        )

    def draft(form: Form, was: ContactSays | None) -> ContactSays:
        following = form.date("next_on") if new else None
        return ContactSays(
            relative_of(form, "relative_uid"), day_of(form, "on"), form.text("channel") or CHANNELS[0],
            form.text("summary"), Readers(form.text("audience") or Readers.OFFICE),
            following.last if following else was.next_on if was else None, was.next_what if was else "",
        )  # fmt: skip

    start = {"on": day_text(today), "channel": CHANNELS[0], "audience": Readers.OFFICE.value, "relative_uid": ""}
    return EntryForm(
        name="contact_entry", adding=N_("Write a contact down"), correcting=N_("Put the contact right"),
        sections=sections, texts=_texts, draft=draft, start=lambda: start, height=600,
    )  # fmt: skip


def _texts(says: ContactSays) -> Mapping[str, str]:
    return {
        "summary": says.summary, "channel": says.channel, "on": day_text(says.on), "audience": says.audience.value,
        "relative_uid": says.relative_uid.hex if says.relative_uid else "",
    }  # fmt: skip
