"""The forms below an item: to whom it was passed, and the hands its proof went through."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from app.catalogue.definitions import Catalogue
from app.documents.queries import DocumentRow
from app.domain.errors import N_
from app.i18n import Words
from app.information.custody import HandDraft
from app.information.passing import PassDraft
from app.records.keeping import Kept
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.information.words import body_words
from ui.models.lines import Line
from ui.record.entry_form import EntryForm

FIRST = ("POLICE", "NIB", "KSHPPV", "JC-SSU", "ICRC", "UNIT", "OMB")
"""Bodies to which items mostly go; the others follow as the catalogue has them."""
SHORT = 8
"""Digits of a hash that a line shows."""


def pass_form(words: Words, catalogue: Catalogue, item: UUID) -> EntryForm[PassDraft]:
    """The form of passing an item on."""

    def draft(form: Form, _was: PassDraft | None) -> PassDraft:
        return PassDraft(item, form.text("body"), _day(form), form.text("reference"), form.text("note"))

    bodies = tuple((code, body_words(words, catalogue, code)) for code in dict.fromkeys((*FIRST, *catalogue.bodies)))
    fields = (
        FieldDef("body", Kind.CHOICE, N_("To whom"), choices=bodies),
        FieldDef("on", Kind.DAY, N_("On which day"), required=True),
        FieldDef("reference", Kind.TEXT, N_("Under which number")),
        FieldDef("note", Kind.TEXT, N_("Note")),
    )
    return EntryForm(
        name=f"information_pass {item.hex}",
        adding=N_("Information passed on"),
        correcting=N_("Put the passing right"),
        sections=lambda _: (SectionDef("", fields),),
        texts=lambda says: {"body": says.body, "on": words.date(says.on), "reference": says.reference,
                            "note": says.note},
        draft=draft,
        start=lambda: {"body": FIRST[0]},
        height=420,
    )  # fmt: skip


def hand_form(words: Words, item: UUID, documents: Sequence[DocumentRow]) -> EntryForm[HandDraft]:
    """The form of a hand; `documents`: those of the case, of which one may be the proof."""

    def draft(form: Form, _was: HandDraft | None) -> HandDraft:
        chosen = form.text("document")
        return HandDraft(
            item, UUID(chosen) if chosen else None, _day(form), form.text("from_whom"), form.text("to_whom"),
            form.text("original_at"),
        )  # fmt: skip

    known = tuple((str(row.uid), row.title) for row in documents)
    fields = (
        FieldDef("document", Kind.CHOICE, N_("Scan or photo of the proof"),
                 N_("Add it to the documents of the case first."), choices=(("", words("without a file")), *known)),
        FieldDef("on", Kind.DAY, N_("On which day"), required=True),
        FieldDef("from_whom", Kind.TEXT, N_("From whom")),
        FieldDef("to_whom", Kind.TEXT, N_("To whom, who has it now"), required=True),
        FieldDef("original_at", Kind.TEXT, N_("Where the original lies")),
    )  # fmt: skip
    return EntryForm(
        name=f"custody {item.hex}",
        adding=N_("A proof changed hands"),
        correcting=N_("Put the hand right"),
        sections=lambda _: (SectionDef("", fields),),
        texts=lambda says: {"document": str(says.document_uid or ""), "on": words.date(says.on),
                            "from_whom": says.from_whom, "to_whom": says.to_whom, "original_at": says.original_at},
        draft=draft,
        height=460,
    )  # fmt: skip


def pass_line(words: Words, catalogue: Catalogue, row: Kept[PassDraft]) -> Line:
    """A passing as its list shows it."""
    says = row.says
    details = tuple(part for part in (says.reference, says.note) if part)
    name = body_words(words, catalogue, says.body)
    return Line(name, details, icon="send", beside=words.date(says.on), subject=row)


def hand_line(words: Words, titles: Mapping[UUID, str], row: Kept[HandDraft], *, veiled: bool) -> Line:
    """A hand as its list shows it; `titles`: of the documents of the case. `veiled`: who gave it is not named."""
    says = row.says
    giver = words("must not be named") if veiled and says.from_whom else says.from_whom
    title = titles.get(says.document_uid, "") if says.document_uid else ""
    details = (
        words("from: {name}", name=giver) if giver else "",
        words("original: {place}", place=says.original_at) if says.original_at else "",
        f"{title} · SHA-256 {says.sha256[:SHORT]}…" if says.sha256 else title,
    )
    return Line(says.to_whom, tuple(filter(None, details)), icon="hand", beside=words.date(says.on), subject=row)


def _day(form: Form) -> date:
    day = form.date("on")
    if day is None:
        raise ValueError("judged before: a day is required")
    return day.first
