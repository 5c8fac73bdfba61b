"""What happened in a case, in words: day and hour, title, and what was written; without a window."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.clock import KYIV
from app.domain.errors import N_
from app.i18n import Words
from app.promises.service import PromiseState
from app.subject import Subject
from app.timeline.row import Moment as Kind
from app.timeline.row import TimelineRow
from ui.channel_words import channel_word
from ui.closing.closing_words import reason_words
from ui.date_words import partial_words
from ui.fate_words import gently
from ui.information.words import moment_words
from ui.journal_words import subject_word
from ui.notes.promise_states import STATES, promised_words
from ui.step_words import step_title
from ui.told_words import how_word

_PLAIN: Mapping[Kind, str] = {
    Kind.NOTE: N_("A note"),
    Kind.PROMISE_KEPT: N_("Promise kept"),
    Kind.CLOSED: N_("Case closed"),
    Kind.REOPENED: N_("Case opened again"),
    Kind.SEARCH: N_("Search: an entry was written down"),
    Kind.RIGHTS: N_("Rights and consents: an entry was written down"),
    Kind.STATUS_FACTS: N_("Status: an entry was written down"),
    Kind.MONEY: N_("Money: an entry was written down"),
    Kind.DOCUMENT_MOVE: N_("A paper went on its way"),
}
_ENTRIES: Mapping[str, str] = {
    "search_request": N_("Request filed"),
    "dna_donor": N_("Donor of DNA"),
    "handling_flag": N_("Something to mind"),
    "publicity_advice": N_("Advice about publicity"),
    "consent": N_("Consent or refusal"),
    "rights_request": N_("Request about one’s own data"),
    "handed_paper": N_("Paper handed out"),
    "money_claim": N_("Payment claimed"),
    "money_decision": N_("Decision on a payment"),
    "money_payment": N_("A payment of a month"),
    "money_stop": N_("A payment held back"),
    "money_overpaid": N_("Too much was paid"),
    "confirmation": N_("Confirmation by a body"),
    "civil_status": N_("Civil status"),
    "service_status": N_("Service status"),
    "appointment": N_("Appointment"),
}
"""The entries of which the timeline tells the kind alone."""
_HANDED: Mapping[str, str] = {
    "family_paper": N_("The family’s paper was printed"),
    "copied_row": N_("A row of the list was copied out"),
    "appointment_card": N_("A card of an appointment was written out"),
    "handover": N_("The page of a hand-over was written out"),
    "dump": N_("Something left the vault in clear"),
}




def when(words: Words, row: TimelineRow) -> tuple[str, str]:
    """The day, as precise as it is known, and the hour where it was written down on that very day."""
    recorded = row.recorded.astimezone(KYIV) if row.recorded else None
    day = partial_words(words, row.on) if row.on else words.date(recorded.date()) if recorded else ""
    same_day = recorded is not None and row.on is not None and row.on.exact == recorded.date()
    return day, f"{recorded:%H:%M}" if recorded and (same_day or row.on is None) else ""


def said(words: Words, row: TimelineRow) -> tuple[str, str]:
    """The title and the body."""
    name = gently(words, row.fate) or (step_title(words, row.title) if row.title else "")
    if row.branch:
        title, body = said(words, replace(row, branch=""))
        return _joined(title, words("branch: {name}", name=row.branch)), body
    if tell := _SAID.get(row.kind):
        return tell(words, row, name)
    return words(_ENTRIES.get(row.detail) or _PLAIN[row.kind]), _joined(name, row.text)


def _promise(words: Words, row: TimelineRow, name: str) -> tuple[str, str]:
    state = words(STATES[PromiseState(row.detail)][0]) if row.detail != PromiseState.OPEN else ""
    return words("Promised to the family"), _joined(promised_words(words, name), state, row.text)


def _family(words: Words, row: TimelineRow, _name: str) -> tuple[str, str]:
    return words("A relative was added") if row.detail == "joined" else words("A relative was let go"), row.text


_SAID: Mapping[Kind, Callable[[Words, TimelineRow, str], tuple[str, str]]] = {
    Kind.OPENED: lambda words, row, _: (words("Case opened"), row.detail),
    Kind.FATE: lambda words, row, name: (words("Status: {status}", status=name), _joined(row.detail, row.text)),
    Kind.CONTACT: lambda words, row, _: (channel_word(words, row.detail), row.text),
    Kind.STEP: lambda words, row, name: (words("Step done"), _joined(name, row.detail, row.text)),
    Kind.DOCUMENT: lambda words, row, name: (words("Document added"), _joined(name, row.detail, row.text)),
    Kind.INFORMATION: lambda words, row, name: (moment_words(words, row.detail), _joined(name, row.text)),
    Kind.TOLD: lambda words, row, name: (
        words("The family was told"), _joined(name, how_word(words, row.detail), row.text)
    ),
    Kind.PROMISE: _promise,
    Kind.PROMISE_KEPT: lambda words, row, name: (words(_PLAIN[row.kind]), promised_words(words, name)),
    Kind.FAMILY: _family,
    Kind.HANDED: lambda words, row, _: (
        words(_HANDED.get(row.detail, "Something left the vault in clear")), row.text
    ),
    Kind.CLOSED: lambda words, row, _: (words(_PLAIN[row.kind]), _joined(reason_words(words, row.detail), row.text)),
    Kind.DATA: lambda words, row, _: (
        subject_word(words, Subject(row.detail)), words.count("{n} entry", "{n} entries", row.count)
    ),
}  # fmt: skip
"""The title and the body of each kind that says more than what somebody wrote."""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
