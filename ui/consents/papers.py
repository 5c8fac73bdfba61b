"""The papers that a family holds: when they were handed out, what became of them."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.cases.relatives import RelativeRow
from app.cases.view import CaseView
from app.domain.errors import N_
from app.i18n import Words
from app.records.keeping import Kept
from app.rights.papers import PaperDraft, PaperKind
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.notes.note_words import day_text, relative_choices, relative_of
from ui.record.entry_form import EntryForm
from ui.record.entry_section import EntrySection
from ui.workplace import Workplace

KINDS: Mapping[PaperKind, str] = {
    PaperKind.FAMILY_PAPER: N_("the family’s paper"),
    PaperKind.RETURN_PLAN: N_("his own plan"),
    PaperKind.CERTIFICATE: N_("certificate"),
    PaperKind.LETTER: N_("letter"),
    PaperKind.COPY: N_("copy of a document"),
    PaperKind.OTHER: N_("another paper"),
}


def paper_line(words: Words, row: Kept[PaperDraft], names: Mapping[object, str]) -> Line:
    """A paper as its list shows it."""
    says = row.says
    holder = names.get(says.relative_uid, "") or words("the man himself")
    copies = words.count("{n} copy", "{n} copies", says.copies)
    details = [" · ".join(filter(None, (holder, copies, says.number, says.title)))]
    if says.done:
        details.append(says.done)
    return Line(
        words(KINDS[says.kind]), tuple(details), (_chip(words, says),), "file-text", words.date(says.on),
        faint=says.returned_on is not None, subject=row,
    )  # fmt: skip


def _chip(words: Words, says: PaperDraft) -> Chip:
    if says.lost_on:
        return Chip(words("lost on {date}", date=words.date(says.lost_on)), "missing", "circle-alert")
    if says.returned_on:
        return Chip(words("came back on {date}", date=words.date(says.returned_on)), "closed", "check")
    return Chip(words("handed out"), "info", "file-text")


def paper_form(relatives: Sequence[RelativeRow], today: date) -> EntryForm[PaperDraft]:
    """The form of a paper in a case with these relatives."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        kinds = tuple((kind.value, words(word)) for kind, word in KINDS.items())
        fields = (
            FieldDef("kind", Kind.CHOICE, N_("Which paper"), required=True, choices=kinds),
            FieldDef("title", Kind.TEXT, N_("What it is about")),
            FieldDef(
                "relative_uid", Kind.CHOICE, N_("Who holds it"),
                choices=relative_choices(words, relatives, words("the man himself")),
            ),
            FieldDef("on", Kind.DAY, N_("Handed out on"), required=True),
            FieldDef("copies", Kind.TEXT, N_("How many copies")),
            FieldDef("number", Kind.TEXT, N_("Its number")),
        )  # fmt: skip
        after = (
            FieldDef("returned_on", Kind.DAY, N_("Came back on")),
            FieldDef("lost_on", Kind.DAY, N_("Lost on")),
            FieldDef("done", Kind.LONG_TEXT, N_("What was done")),
        )
        return SectionDef("", fields), SectionDef(N_("What became of it"), after)

    start = {"kind": PaperKind.COPY.value, "on": day_text(today), "copies": "1"}
    return EntryForm(
        name="handed_paper", adding=N_("Write a paper down"), correcting=N_("What became of the paper"),
        sections=sections, texts=_texts, draft=_draft, start=lambda: start, height=560,
    )  # fmt: skip


def _texts(says: PaperDraft) -> Mapping[str, str]:
    return {
        "kind": says.kind.value, "title": says.title, "on": day_text(says.on), "copies": str(says.copies),
        "relative_uid": says.relative_uid.hex if says.relative_uid else "", "number": says.number,
        "returned_on": day_text(says.returned_on) if says.returned_on else "",
        "lost_on": day_text(says.lost_on) if says.lost_on else "", "done": says.done,
    }  # fmt: skip


def _draft(form: Form, _was: PaperDraft | None) -> PaperDraft:
    on, returned, lost = form.date("on"), form.date("returned_on"), form.date("lost_on")
    copies = form.text("copies").strip()
    return PaperDraft(
        PaperKind(form.text("kind")), form.text("title"), on.last if on else date.min,
        relative_of(form, "relative_uid"), int(copies) if copies.isdecimal() else 1, form.text("number"),
        returned.last if returned else None, lost.last if lost else None, form.text("done"),
    )  # fmt: skip


class PapersSection(EntrySection):
    """What is printed here stands in it by itself."""

    def __init__(self, place: Workplace) -> None:
        _, self._names = place.words, dict[object, str]()
        super().__init__(
            place, _("Papers handed out"), _("No paper was handed out yet."), _("Write a paper down"),
            paper_form((), place.clock.today()), place.services.record.handed,
            lambda row: paper_line(_, row, self._names),
        )  # fmt: skip

    def show_papers(self, view: CaseView, about: str, rows: Sequence[Kept[PaperDraft]]) -> None:
        """Show the papers of a case, the newest first."""
        self._names = {one.uid: one.name for one in view.named.values()}
        self._form = paper_form(view.relatives, self._place.clock.today())
        self.show_entries(view.uid, about, rows[::-1])
