"""A promise in the window: its line, its form, and the forms of what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.cases.relatives import RelativeRow
from app.changes import Changes
from app.domain.errors import N_
from app.i18n import Words
from app.promises.service import PromiseDraft, PromiseRow, Promises, PromiseState
from ui.date_words import partial_words
from ui.due_words import due_chip
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.notes.note_words import relative_choices, relative_of
from ui.notes.promise_states import STATES, promised_words
from ui.record.entry_form import EntryForm


def promise_line(words: Words, row: PromiseRow, today: date) -> Line:
    """A promise as its list shows it; an overdue one says so."""
    word, tone, icon = STATES[row.state]
    due = due_chip(words, row.due, today) if row.state is PromiseState.OPEN else None
    told = [words("promised on {day} by {who}", day=words.date(row.made), who=row.by)] if row.made else [row.by]
    if row.state is PromiseState.KEPT and row.on:
        told.append(words("kept on {day}", day=partial_words(words, row.on)))
    details = (" · ".join(filter(None, (row.name, *told))), *((row.why,) if row.why else ()))
    faint = row.state is not PromiseState.OPEN
    chips = (due,) if due else (Chip(words(word), tone, icon),)
    return Line(promised_words(words, row.what), details, chips, "handshake", faint=faint, subject=row)


def promise_form(relatives: Sequence[RelativeRow]) -> EntryForm[PromiseDraft]:
    """The form of a new promise to one of these relatives, or to the whole family."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        return (
            SectionDef(
                "",
                (
                    FieldDef("what", Kind.TEXT, N_("What was promised"), required=True),
                    FieldDef(
                        "relative", Kind.CHOICE, N_("To whom"),
                        choices=relative_choices(words, relatives, words("the whole family")),
                    ),
                    FieldDef("due", Kind.DAY, N_("Until which day"), N_("+7 is in a week"), future=True),
                ),
            ),
        )

    def draft(form: Form, _was: PromiseDraft | None) -> PromiseDraft:
        day = form.date("due")
        return PromiseDraft(form.text("what"), relative_of(form, "relative"), day.last if day else None)

    return EntryForm(
        name="promise", adding=N_("Write a promise down"), correcting=N_("Write a promise down"), sections=sections,
        texts=lambda _says: {}, draft=draft, start=lambda: {"relative": ""}, height=420,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answering:
    """What the form of a reason writes to: that a promise was not kept, or was withdrawn."""

    promises: Promises
    row: PromiseRow
    state: PromiseState

    def add(self, _owner: object, why: str) -> Changes:
        """Answer the promise."""
        done = self.promises.not_kept if self.state is PromiseState.NOT_KEPT else self.promises.withdraw
        return done(self.row.uid, self.row.version, why)


def answer_form(state: PromiseState) -> EntryForm[str]:
    """The form that asks why."""
    kept = state is not PromiseState.NOT_KEPT
    title = N_("The promise is withdrawn") if kept else N_("The promise was not kept")
    field = FieldDef("why", Kind.LONG_TEXT, N_("Why"), N_("The family may ask: write it as you would say it."), True)
    return EntryForm(
        name=f"promise_{state.value}", adding=title, correcting=title, sections=lambda _: (SectionDef("", (field,)),),
        texts=lambda _says: {}, draft=lambda form, _was: form.text("why"), height=300,
    )  # fmt: skip
