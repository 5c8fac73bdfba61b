"""How a person looked, as somebody told it: one description for a day, each fact under its own name."""

from collections.abc import Mapping

from app.domain.errors import N_
from app.i18n import Words
from app.people.looks import Looks
from app.records.keeping import Kept
from ui.date_words import partial_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.people.names import date_text
from ui.record.entry_form import EntryForm

_TEXTS: Mapping[str, tuple[str, str]] = {
    "build": (N_("Build"), N_("for example: sturdy")),
    "hair": (N_("Hair"), N_("colour, length, bald or not")),
    "eyes": (N_("Eyes"), ""),
    "blood": (N_("Blood group"), N_("for example: II (A) Rh+")),
    "shoe": (N_("Shoe size"), ""),
    "teeth": (N_("Teeth, prostheses, implants"), N_("crowns, missing teeth, plates; who treated him")),
    "worn": (N_("What he wore"), N_("clothes, boots, watch, cross, ring")),
}
_LONG = ("teeth", "worn")


def looks_line(words: Words, row: Kept[Looks]) -> Line:
    """A description as its list shows it: short facts in one sentence, the long ones below."""
    says = row.says
    tall = words("{cm} cm", cm=says.height) if says.height else ""
    head = [f"{words(N_('Height')).lower()} {tall}" if tall else "", says.build]
    short = [_named(words, key, getattr(says, key)) for key in _TEXTS if key not in (*_LONG, "build")]
    told = words("told by: {who}", who=says.told_by) if says.told_by else ""
    details = [" · ".join(filter(None, short)), *(_named(words, key, getattr(says, key)) for key in _LONG), told]
    headline = ", ".join(filter(None, head)) or words("Description")
    day = words("as of {date}", date=partial_words(words, says.on)) if says.on else ""
    return Line(headline, tuple(filter(None, details)), icon="person-standing", beside=day, subject=row)


def _named(words: Words, key: str, text: str) -> str:
    return f"{words(_TEXTS[key][0])}: {text}" if text else ""


def _sections(_words: Words) -> tuple[SectionDef, ...]:
    texts = (
        FieldDef(key, Kind.LONG_TEXT if key in _LONG else Kind.TEXT, label, hint)
        for key, (label, hint) in _TEXTS.items()
    )
    return (
        SectionDef(
            "",
            (
                FieldDef("on", Kind.DATE, N_("As of"), N_("the day when he was seen so")),
                FieldDef("height", Kind.WHOLE, N_("Height"), N_("in centimetres")),
                *texts,
                FieldDef("told_by", Kind.TEXT, N_("Who described him")),
            ),
        ),
    )


def _says(says: Looks) -> Mapping[str, str]:
    told = {key: getattr(says, key) for key in (*_TEXTS, "told_by")}
    return {**told, "on": date_text(says.on), "height": str(says.height or "")}


def _draft(form: Form, _was: Looks | None) -> Looks:
    height = form.text("height")
    texts = {key: form.text(key) for key in (*_TEXTS, "told_by")}
    return Looks(on=form.date("on"), height=int(height) if height else None, **texts)


LOOKS_FORM = EntryForm(
    name="looks",
    adding=N_("Describe the person"),
    correcting=N_("Put the description right"),
    sections=_sections,
    texts=_says,
    draft=_draft,
    height=560,
)
