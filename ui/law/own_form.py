"""The form of a step of the office's own, and its line in the list."""

from collections.abc import Mapping

from app.catalogue.definitions import Catalogue
from app.domain.deadline import Kind as TermKind
from app.domain.deadline import Term, Unit
from app.domain.errors import N_
from app.domain.fate import Fate
from app.domain.step import Track
from app.i18n import Words
from app.law.own import OwnStepDraft
from app.records.keeping import Kept
from ui.fate_words import fate_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.record.entry_form import EntryForm
from ui.rule_words import term_words
from ui.step_words import track_word

YES, NO = "yes", "no"
_UNITS: Mapping[Unit, str] = {
    Unit.DAY: N_("calendar days"),
    Unit.WORKING_DAY: N_("working days"),
    Unit.WEEK: N_("weeks"),
    Unit.MONTH: N_("months"),
    Unit.YEAR: N_("years"),
}


def own_form(catalogue: Catalogue) -> EntryForm[OwnStepDraft]:
    """What is asked about a step of the office."""
    return EntryForm(
        name="own_step", adding=N_("A step of our own"), correcting=N_("A step of our own, put right"),
        sections=lambda words: _sections(words, catalogue), texts=_texts, draft=_draft,
        start=lambda: {"track": Track.LEGAL.value, "unit": Unit.DAY.value, "offered": NO}, height=600,
    )  # fmt: skip


def own_line(words: Words, catalogue: Catalogue, row: Kept[OwnStepDraft]) -> Line:
    """A step of the office as its list shows it."""
    says = row.says
    term = term_words(words, Term(says.qty, says.unit, TermKind.OFFICE))
    title = says.title_en if words.language == "en" and says.title_en else says.title_uk
    statuses = "; ".join(fate_words(words, catalogue, fate) for fate in says.fates)
    comes = words("comes with the status by itself") if says.offered else words("is added by hand")
    return Line(
        title, (f"{track_word(words, says.track)} · {term} · {comes}", statuses),
        (Chip(words("office standard"), "closed", "briefcase"),), "list-plus", subject=row,
    )  # fmt: skip


def _sections(words: Words, catalogue: Catalogue) -> tuple[SectionDef, ...]:
    fates = tuple((fate.value, fate_words(words, catalogue, fate)) for fate in Fate if fate is not Fate.CLOSED)
    tracks = tuple((track.value, track_word(words, track)) for track in Track)
    units = tuple((unit.value, words(told)) for unit, told in _UNITS.items())
    answers = ((NO, words("is added by hand")), (YES, words("comes with the status by itself")))
    what = (
        FieldDef("title_uk", Kind.TEXT, N_("What is to be done, in Ukrainian"), required=True),
        FieldDef("title_en", Kind.TEXT, N_("The same in English"), N_("may be left empty")),
        FieldDef("track", Kind.CHOICE, N_("Track"), choices=tracks, required=True),
    )
    when = (
        FieldDef("qty", Kind.WHOLE, N_("The office’s standard"), N_("from the day of the status; empty: no due day")),
        FieldDef("unit", Kind.CHOICE, N_("Counted in"), choices=units, required=True),
        FieldDef("fates", Kind.TICKS, N_("For which statuses"), choices=fates, required=True),
        FieldDef("offered", Kind.CHOICE, N_("How it comes into a case"), choices=answers, required=True),
    )
    paper = (
        FieldDef("family_uk", Kind.TEXT, N_("Its words on a family’s paper, in Ukrainian"),
                 N_("empty: it never prints")),
        FieldDef("family_en", Kind.TEXT, N_("Its words on a family’s paper, in English")),
    )  # fmt: skip
    return (
        SectionDef("", what), SectionDef(N_("When and for whom"), when), SectionDef(N_("For the family"), paper)
    )  # fmt: skip


def _texts(says: OwnStepDraft) -> Mapping[str, str]:
    return {
        "title_uk": says.title_uk, "title_en": says.title_en, "track": says.track.value,
        "qty": "" if says.qty is None else str(says.qty), "unit": says.unit.value,
        "fates": " ".join(fate.value for fate in says.fates), "offered": YES if says.offered else NO,
        "family_uk": says.family_uk, "family_en": says.family_en,
    }  # fmt: skip


def _draft(form: Form, _was: OwnStepDraft | None) -> OwnStepDraft:
    qty = form.text("qty").strip()
    return OwnStepDraft(
        title_uk=form.text("title_uk"), title_en=form.text("title_en"), track=Track(form.text("track")),
        qty=int(qty) if qty else None, unit=Unit(form.text("unit")),
        fates=tuple(Fate(fate) for fate in form.text("fates").split()), offered=form.text("offered") == YES,
        family_uk=form.text("family_uk"), family_en=form.text("family_en"),
    )  # fmt: skip
