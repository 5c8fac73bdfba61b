"""Samples of DNA in the window: their form, their line, and the sentence of the rule."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from app.cases.relatives import RelativeRow
from app.catalogue.definitions import Catalogue
from app.domain.dna import Method, Profile, Sample
from app.domain.errors import N_
from app.i18n import Words
from app.records.keeping import Kept
from app.search.donors import DonorDraft
from ui.documents.words import relative_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.forms.plain import YES
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.record.entry_form import EntryForm
from ui.search.choices import bodies, day, family
from ui.search.words import METHODS, PROFILES, SAMPLES


def donor_line(
    words: Words, catalogue: Catalogue, relatives: Mapping[UUID, RelativeRow], row: Kept[DonorDraft]
) -> Line:
    """A sample as its list shows it."""
    says = row.says
    body = catalogue.bodies.get(says.body)
    word, tone, icon = PROFILES[says.profile]
    place = (says.place, body.name.in_(words.language) if body else "",
             words("№ {number}", number=says.reference) if says.reference else "")  # fmt: skip
    details = (
        " · ".join((words(SAMPLES[says.sample]), *(words(METHODS[method]) for method in says.methods))),
        " · ".join(part for part in place if part), says.note,
    )  # fmt: skip
    return Line(
        _who(words, relatives, says), tuple(part for part in details if part), (Chip(words(word), tone, icon),),
        icon="dna", beside=words.date(says.taken_on) if says.taken_on else "", subject=row,
    )  # fmt: skip


def donor_form(words: Words, catalogue: Catalogue, relatives: Sequence[RelativeRow]) -> EntryForm[DonorDraft]:
    """The form of a sample, with the family of its case."""
    return EntryForm(
        name="dna_donor", adding=N_("Add a sample of DNA"), correcting=N_("Put the sample right"),
        sections=lambda _: _sections(words, catalogue, relatives), texts=lambda says: _texts(words, says),
        draft=_draft, start=lambda: {"sample": Sample.TAKEN.value, "profile": Profile.NONE.value}, height=560,
    )  # fmt: skip


def _who(words: Words, relatives: Mapping[UUID, RelativeRow], says: DonorDraft) -> str:
    if says.lifetime:
        return words("His own sample, given in his lifetime")
    known = relatives.get(says.relative_uid) if says.relative_uid else None
    return relative_words(words, known) if known else says.who or words("Name unknown")


def _texts(words: Words, says: DonorDraft) -> Mapping[str, str]:
    return {
        "lifetime": YES if says.lifetime else "", "relative": str(says.relative_uid or ""), "who": says.who,
        "taken_on": words.date(says.taken_on) if says.taken_on else "", "place": says.place,
        "sample": says.sample.value, "profile": says.profile.value, "body": says.body, "reference": says.reference,
        "note": says.note, **{method.value: YES if method in says.methods else "" for method in Method},
    }  # fmt: skip


def _draft(form: Form, _was: DonorDraft | None) -> DonorDraft:
    own, relative = form.flag("lifetime"), form.text("relative")
    return DonorDraft(
        lifetime=own, relative_uid=UUID(relative) if relative and not own else None,
        who="" if own else form.text("who"), methods=tuple(one for one in Method if form.flag(one.value)),
        taken_on=day(form, "taken_on"), place=form.text("place"), sample=Sample(form.text("sample")),
        profile=Profile(form.text("profile")), body=form.text("body"), reference=form.text("reference"),
        note=form.text("note"),
    )  # fmt: skip


def _sections(words: Words, catalogue: Catalogue, relatives: Sequence[RelativeRow]) -> tuple[SectionDef, ...]:
    samples = tuple((one.value, words(word)) for one, word in SAMPLES.items())
    profiles = tuple((one.value, words(word)) for one, (word, _, _) in PROFILES.items())
    people = family(words, relatives, N_("not one of these"))
    methods = tuple(FieldDef(one.value, Kind.YES_NO, word) for one, word in METHODS.items())
    return (
        SectionDef(
            "",
            (
                FieldDef("relative", Kind.CHOICE, N_("Who gave it"), choices=people),
                FieldDef("who", Kind.TEXT, N_("Somebody who is not in the case"), N_("name and kinship")),
                FieldDef("lifetime", Kind.YES_NO, N_("It is his own sample, given in his lifetime")),
                FieldDef("taken_on", Kind.DAY, N_("Taken on")),
                FieldDef("place", Kind.TEXT, N_("Where"), N_("city, police unit, hospital; abroad too")),
            ),
        ),
        SectionDef(
            N_("Sample and profile"),
            (
                FieldDef("sample", Kind.CHOICE, N_("The sample"), choices=samples),
                FieldDef("profile", Kind.CHOICE, N_("The profile"), choices=profiles),
                FieldDef("body", Kind.CHOICE, N_("Which body keeps it"), choices=bodies(words, catalogue)),
                FieldDef("reference", Kind.TEXT, N_("Reference")),
            ),
        ),
        SectionDef(N_("Methods, as far as known"), methods),
        SectionDef("", (FieldDef("note", Kind.LONG_TEXT, N_("Note")),)),
    )  # fmt: skip
