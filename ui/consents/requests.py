"""The desk for requests in a case: who asks what by right, the clock, the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from app.cases.relatives import RelativeRow
from app.cases.view import CaseView
from app.changes import Changes
from app.consents.draft import ConsentChannel
from app.domain.errors import N_
from app.i18n import Words
from app.records.keeping import Kept
from app.rights.requests import Outcome, RequestDraft, RequestKind, Requests, term
from ui.consents.rights_words import KINDS, OUTCOMES
from ui.consents.words import CHANNELS
from ui.due_words import due_chip
from ui.files import file_to_save
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.notes.note_words import day_text, relative_choices, relative_of
from ui.record.entry_form import EntryDialog, EntryForm
from ui.record.entry_section import EntrySection
from ui.saving import save_pdf
from ui.workplace import Workplace


def request_line(words: Words, row: Kept[RequestDraft], names: Mapping[object, str], today: date) -> Line:
    """A request as its list shows it, with its clock or what came of it."""
    says, law = row.says, term(row.says.kind)
    who = names.get(says.relative_uid, "") or says.asked_by
    unsure = words("a lawyer must check") if law.unsure else ""
    term_said = words("answer by {date}", date=words.date(says.due))
    clock = f"{term_said} ({law.law.in_(words.language)})"
    details = [" · ".join(filter(None, (clock, unsure)))] if says.open else []
    if says.text:
        details.append(says.text)
    if says.answered_on:
        details.append(words("answered on {date}: {answer}", date=words.date(says.answered_on), answer=says.answer))
    if says.open:
        chip = due_chip(words, says.due, today) or Chip(term_said, "info", "clock")
    else:
        chip = Chip(words(OUTCOMES[says.outcome or Outcome.GRANTED]), "closed", "check")
    details.insert(0, " · ".join(filter(None, (who, words(CHANNELS[says.channel])))))
    return Line(
        words(KINDS[says.kind]), tuple(details), (chip,), "inbox", words.date(says.on), faint=not says.open, subject=row
    )


def request_form(relatives: Sequence[RelativeRow], today: date) -> EntryForm[RequestDraft]:
    """The form of a request in a case with these relatives."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        kinds = tuple((kind.value, words(word)) for kind, word in KINDS.items())
        channels = tuple((channel.value, words(word)) for channel, word in CHANNELS.items())
        fields = (
            FieldDef("kind", Kind.CHOICE, N_("What is asked"), required=True, choices=kinds),
            FieldDef(
                "relative_uid", Kind.CHOICE, N_("Who asks"),
                choices=relative_choices(words, relatives, words("the man himself, or somebody else")),
            ),
            FieldDef("asked_by", Kind.TEXT, N_("Who else asks"), N_("name, and in whose name")),
            FieldDef("on", Kind.DAY, N_("Received on"), required=True),
            FieldDef("channel", Kind.CHOICE, N_("How it came"), choices=channels),
            FieldDef("text", Kind.LONG_TEXT, N_("In their words")),
        )  # fmt: skip
        return (SectionDef("", fields),)

    start = {"kind": RequestKind.ACCESS.value, "on": day_text(today), "channel": ConsentChannel.PAPER.value}
    return EntryForm(
        name="rights_request", adding=N_("Write down what they ask"), correcting=N_("Put the request right"),
        sections=sections, texts=_texts, draft=_draft, start=lambda: start, height=520,
    )  # fmt: skip


def _texts(says: RequestDraft) -> Mapping[str, str]:
    return {
        "kind": says.kind.value, "relative_uid": says.relative_uid.hex if says.relative_uid else "",
        "asked_by": says.asked_by, "on": day_text(says.on), "channel": says.channel.value, "text": says.text,
    }  # fmt: skip


def _draft(form: Form, was: RequestDraft | None) -> RequestDraft:
    on = form.date("on")
    return RequestDraft(
        RequestKind(form.text("kind")), form.text("asked_by"), on.last if on else date.min,
        ConsentChannel(form.text("channel")), form.text("text"), relative_of(form, "relative_uid"),
        answered_on=was.answered_on if was else None, outcome=was.outcome if was else None,
        answer=was.answer if was else "",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answering:
    """What the form of an answer writes to."""

    requests: Requests
    row: Kept[RequestDraft]

    def add(self, _owner: UUID, answer: tuple[date, Outcome, str]) -> Changes:
        """Keep the answer."""
        return self.requests.answer(self.row, *answer)


def answer_form(today: date) -> EntryForm[tuple[date, Outcome, str]]:
    """The form of an answer."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        outcomes = tuple((one.value, words(word)) for one, word in OUTCOMES.items())
        fields = (
            FieldDef("on", Kind.DAY, N_("Answered on"), required=True),
            FieldDef("outcome", Kind.CHOICE, N_("What came of it"), required=True, choices=outcomes),
            FieldDef("answer", Kind.LONG_TEXT, N_("What was answered and done"), required=True),
        )
        return (SectionDef("", fields),)

    def draft(form: Form, _was: object) -> tuple[date, Outcome, str]:
        on = form.date("on")
        return (on.last if on else today), Outcome(form.text("outcome")), form.text("answer")

    return EntryForm(
        name="rights_answer", adding=N_("The request is answered"), correcting=N_("The request is answered"),
        sections=sections, texts=lambda _says: {}, draft=draft,
        start=lambda: {"on": day_text(today), "outcome": Outcome.GRANTED.value}, height=400,
    )  # fmt: skip


class RequestsSection(EntrySection):
    """Open requests stand first."""

    def __init__(self, place: Workplace) -> None:
        _, self._names = place.words, dict[object, str]()
        today = place.clock.today()
        super().__init__(
            place, _("Requests about their data"), _("Nobody asked anything."), _("Write down what they ask"),
            request_form((), today), place.services.record.requests,
            lambda row: request_line(_, row, self._names, place.clock.today()),
        )  # fmt: skip
        self.act(_("Answer…"), self.answer, lambda row: row.says.open)
        self.act(_("Paper with what is held…"), self.tell_held, _asks_to_see)

    def show_requests(self, view: CaseView, about: str, rows: Sequence[Kept[RequestDraft]]) -> None:
        """Show the requests of a case."""
        self._names = {one.uid: one.name for one in view.named.values()}
        self._form = request_form(view.relatives, self._place.clock.today())
        self.show_entries(view.uid, about, rows)

    def tell_held(self, row: Kept[RequestDraft]) -> None:
        """Ask where to, and write what is held about who asks there as a PDF."""
        place, case, who = self._place, self._owner, row.says.relative_uid
        path = file_to_save(self, place.words("Save PDF"), Path.home() / "answer.pdf", "*.pdf")
        if path is None or case is None or who is None:
            return
        held, languages = place.services.record.held, (place.words.language,)
        place.operations.write(self, lambda _: save_pdf(path, held.answer(case, who, languages)))

    def answer(self, row: Kept[RequestDraft]) -> None:
        """Ask what was answered, and when."""
        answering = Answering(self._place.services.record.requests, row)
        form = answer_form(self._place.clock.today())
        self._ask(
            EntryDialog(self._place, self, form, answering, row.uid, self._about),
            self._place.words("The answer is written down."),
        )


def _asks_to_see(row: Kept[RequestDraft]) -> bool:
    return row.says.kind is RequestKind.ACCESS and row.says.relative_uid is not None
