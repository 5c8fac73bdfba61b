"""A mark of the body in the window: its form and its line."""

from collections.abc import Mapping

from app.domain.errors import N_
from app.i18n import Words
from app.people.marks import MarkDraft, MarkKind
from app.records.keeping import Kept
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.record.entry_form import EntryForm

KINDS: Mapping[MarkKind, str] = {
    MarkKind.TATTOO: N_("tattoo"),
    MarkKind.SCAR: N_("scar"),
    MarkKind.BIRTHMARK: N_("birthmark"),
    MarkKind.TEETH: N_("teeth"),
    MarkKind.INJURY: N_("trace of an injury"),
    MarkKind.PROSTHESIS: N_("prosthesis or implant"),
    MarkKind.OTHER: N_("another mark"),
}


def mark_line(words: Words, row: Kept[MarkDraft]) -> Line:
    """A mark as its list shows it."""
    return Line(words(KINDS[row.says.kind]), (row.says.text,), icon="scan-search", beside=row.says.place, subject=row)


def _texts(says: MarkDraft) -> Mapping[str, str]:
    return {"kind": says.kind.value, "place": says.place, "text": says.text}


def _draft(form: Form, _was: MarkDraft | None) -> MarkDraft:
    return MarkDraft(MarkKind(form.text("kind")), form.text("place"), form.text("text"))


def _sections(words: Words) -> tuple[SectionDef, ...]:
    kinds = tuple((kind.value, words(word)) for kind, word in KINDS.items())
    return (
        SectionDef(
            "",
            (
                FieldDef("kind", Kind.CHOICE, N_("Kind"), choices=kinds),
                FieldDef("place", Kind.TEXT, N_("Where on the body"), N_("for example: left forearm")),
                FieldDef("text", Kind.LONG_TEXT, N_("What can be seen"), required=True),
            ),
        ),
    )


MARK_FORM = EntryForm(
    name="mark",
    adding=N_("Add a mark"),
    correcting=N_("Put the mark right"),
    sections=_sections,
    texts=_texts,
    draft=_draft,
    start=lambda: {"kind": MarkKind.TATTOO.value},
    height=420,
)
