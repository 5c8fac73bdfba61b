"""Advice on silence in the window: a short list to tick, and what the relative made of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from app.cases.relatives import RelativeRow
from app.catalogue.definitions import Catalogue
from app.domain.errors import N_
from app.i18n import Words
from app.records.keeping import Kept
from app.search.advice import AdviceDraft, Agreed
from ui.documents.words import relative_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.forms.plain import YES
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.record.entry_form import EntryForm
from ui.search.choices import day, family

AGREED: Mapping[Agreed, tuple[str, str, str]] = {
    Agreed.YES: (N_("agreed"), "returned", "circle-check"),
    Agreed.PARTLY: (N_("agreed in part"), "info", "circle-dashed"),
    Agreed.THINKING: (N_("wants to think it over"), "info", "hourglass"),
    Agreed.NO: (N_("did not agree"), "missing", "circle-alert"),
}


def advice_line(
    words: Words, catalogue: Catalogue, relatives: Mapping[UUID, RelativeRow], row: Kept[AdviceDraft]
) -> Line:
    """A talk as its list shows it."""
    says = row.says
    known = relatives.get(says.relative_uid) if says.relative_uid else None
    word, tone, icon = AGREED[says.agreed]
    named = {one.code: one.name.in_(words.language) for one in catalogue.search.advice}
    said = "; ".join(named.get(code, code) for code in says.advised)
    details = (said, says.note, words("advised by {who}", who=says.by) if says.by else "")
    return Line(
        relative_words(words, known) if known else words("the family together"),
        tuple(part for part in details if part), (Chip(words(word), tone, icon),), icon="megaphone-off",
        beside=words.date(says.on), subject=row,
    )  # fmt: skip


def advice_form(
    words: Words, catalogue: Catalogue, relatives: Sequence[RelativeRow], today: date, user: str
) -> EntryForm[AdviceDraft]:
    """The form of a talk, with the list of what is usually advised."""
    return EntryForm(
        name="publicity_advice", adding=N_("What was advised on publicity"), correcting=N_("Put the advice right"),
        sections=lambda _: _sections(words, catalogue, relatives), texts=lambda says: _texts(words, catalogue, says),
        draft=lambda form, _was: _draft(catalogue, form),
        start=lambda: {"on": words.date(today), "by": user, "agreed": Agreed.YES.value}, height=600,
    )  # fmt: skip


def _texts(words: Words, catalogue: Catalogue, says: AdviceDraft) -> Mapping[str, str]:
    return {
        "relative": str(says.relative_uid or ""), "on": words.date(says.on), "by": says.by,
        "agreed": says.agreed.value, "note": says.note,
        **{one.code: YES if one.code in says.advised else "" for one in catalogue.search.advice},
    }  # fmt: skip


def _draft(catalogue: Catalogue, form: Form) -> AdviceDraft:
    on, relative = day(form, "on"), form.text("relative")
    if on is None:
        raise AssertionError("a required day was judged")
    return AdviceDraft(
        on=on, advised=tuple(one.code for one in catalogue.search.advice if form.flag(one.code)),
        by=form.text("by"), relative_uid=UUID(relative) if relative else None, agreed=Agreed(form.text("agreed")),
        note=form.text("note"),
    )  # fmt: skip


def _sections(words: Words, catalogue: Catalogue, relatives: Sequence[RelativeRow]) -> tuple[SectionDef, ...]:
    agreed = tuple((one.value, words(word)) for one, (word, _, _) in AGREED.items())
    people = family(words, relatives, N_("the family together"))
    advised = tuple(
        FieldDef(one.code, Kind.YES_NO, one.name.in_(words.language)) for one in catalogue.search.advice
    )
    return (
        SectionDef(
            "",
            (
                FieldDef("relative", Kind.CHOICE, N_("To whom"), choices=people),
                FieldDef("on", Kind.DAY, N_("On (required)"), required=True),
                FieldDef("by", Kind.TEXT, N_("Who advised")),
            ),
        ),
        SectionDef(N_("What was advised"), advised),
        SectionDef(
            "",
            (
                FieldDef("agreed", Kind.CHOICE, N_("What they made of it"), choices=agreed),
                FieldDef("note", Kind.LONG_TEXT, N_("In their own words")),
            ),
        ),
    )
