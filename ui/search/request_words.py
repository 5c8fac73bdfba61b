"""Requests to bodies in the window: their form, their line, and where the day of the answer comes from."""

from collections.abc import Mapping
from datetime import date

from app.catalogue.definitions import Catalogue
from app.domain.errors import N_
from app.domain.reply import Ask
from app.i18n import Words
from app.records.keeping import Kept
from app.search.requests import Answer, RequestDraft
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.record.entry_form import EntryForm
from ui.search.choices import bodies, day
from ui.search.words import ANSWERS, ASKED, body_word, due_sentence


def answer_chip(words: Words, says: RequestDraft, today: date) -> Chip:
    """What became of a request."""
    if not says.awaited:
        refused = says.answer is Answer.REFUSED
        return Chip(words(ANSWERS[says.answer]), "captive" if refused else "returned",
                    "mail-x" if refused else "mail-check")  # fmt: skip
    if says.overdue(today):
        return Chip(words("answer overdue"), "missing", "clock-alert")
    return Chip(words("awaited"), "info", "hourglass") if says.due else Chip(words("no term"), "closed", "hourglass")


def request_line(words: Words, catalogue: Catalogue, today: date, row: Kept[RequestDraft]) -> Line:
    """A request as its list shows it; one that is answered stands back."""
    says = row.says
    number = words("№ {number}", number=says.reference) if says.reference else ""
    details = [" · ".join(part for part in (words(ASKED[says.kind]), number, says.asked) if part)]
    if says.awaited:
        details.append(due_sentence(words, catalogue, says))
    elif says.answered_on:
        said = words("Answered on {date}: {text}", date=words.date(says.answered_on), text=says.answer_text or "—")
        details.append(said)
    return Line(
        body_word(words, catalogue, says.body), tuple(details), (answer_chip(words, says, today),), icon="send",
        beside=words.date(says.filed_on), faint=not says.awaited, subject=row,
    )  # fmt: skip


def request_form(words: Words, catalogue: Catalogue, today: date) -> EntryForm[RequestDraft]:
    """The form of a request and of its answer."""
    return EntryForm(
        name="search_request", adding=N_("Add a request"), correcting=N_("The request and its answer"),
        sections=lambda _: _sections(words, catalogue), texts=lambda says: _texts(words, says), draft=_draft,
        start=lambda: {"kind": Ask.APPEAL.value, "filed_on": words.date(today)}, height=600,
    )  # fmt: skip


def _texts(words: Words, says: RequestDraft) -> Mapping[str, str]:
    return {
        "body": says.body, "kind": says.kind.value, "filed_on": words.date(says.filed_on),
        "reference": says.reference, "asked": says.asked, "due": words.date(says.due) if says.due else "",
        "answered_on": words.date(says.answered_on) if says.answered_on else "", "answer": says.answer.value,
        "answer_text": says.answer_text,
    }  # fmt: skip


def _draft(form: Form, _was: RequestDraft | None) -> RequestDraft:
    filed = day(form, "filed_on")
    if filed is None:
        raise AssertionError("a required day was judged")
    return RequestDraft(
        body=form.text("body"), kind=Ask(form.text("kind")), filed_on=filed, reference=form.text("reference"),
        asked=form.text("asked"), due=day(form, "due"), answered_on=day(form, "answered_on"),
        answer=Answer(form.text("answer")), answer_text=form.text("answer_text"),
    )  # fmt: skip


def _sections(words: Words, catalogue: Catalogue) -> tuple[SectionDef, ...]:
    kinds = tuple((one.value, words(word)) for one, word in ASKED.items())
    answers = tuple((one.value, words(word)) for one, word in ANSWERS.items())
    counted = N_("empty: counted by the law of this request, where there is one")
    return (
        SectionDef(
            "",
            (
                FieldDef("body", Kind.CHOICE, N_("To which body (required)"), choices=bodies(words, catalogue)),
                FieldDef("kind", Kind.CHOICE, N_("What was filed"), choices=kinds),
                FieldDef("filed_on", Kind.DAY, N_("Filed on (required)"), required=True),
                FieldDef("reference", Kind.TEXT, N_("Reference")),
                FieldDef("asked", Kind.LONG_TEXT, N_("What was asked")),
                FieldDef("due", Kind.DAY, N_("Answer due by"), counted, future=True),
            ),
        ),
        SectionDef(
            N_("The answer"),
            (
                FieldDef("answer", Kind.CHOICE, N_("What came"), choices=answers),
                FieldDef("answered_on", Kind.DAY, N_("Answered on")),
                FieldDef("answer_text", Kind.LONG_TEXT, N_("Text of the answer or refusal")),
            ),
        ),
    )
