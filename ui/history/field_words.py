"""How the fields of the record are called in its history, and how their values are said; without a window."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from app.clock import KYIV
from app.contacts.service import CALL_AGAIN
from app.domain.errors import N_
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.readers import Readers
from app.domain.relation import Relation
from app.i18n import Words
from app.journal.field_history import FieldChange
from ui.channel_words import channel_word
from ui.date_words import partial_words
from ui.family_words import relation_word
from ui.fate_chip import fate_chip
from ui.readers_words import READERS

FIELDS: Mapping[str, str] = {
    "surname": N_("Surname"), "given": N_("Given name"), "patronymic": N_("Patronymic"),
    "surname_latin": N_("Surname in Latin letters"), "given_latin": N_("Given name in Latin letters"),
    "born": N_("Date of birth"), "call_sign": N_("Call sign"), "address": N_("Address"), "sex": N_("Sex"),
    "number": N_("Number"), "note": N_("Note"), "safe": N_("Safe to call"), "worker": N_("Worker"),
    "restricted": N_("Readings are kept"), "closed_on": N_("Closed on"), "relation": N_("Relation"),
    "relation_typed": N_("Relation in the family’s words"), "primary": N_("Main contact"),
    "identity_verified": N_("Identity checked"), "kinship_verified": N_("Kinship checked"),
    "consent": N_("Consent"), "consent_until": N_("Consent until"), "language": N_("Language"),
    "safe_hours": N_("Safe hours"), "code_phrase": N_("Code phrase"), "do_not_call": N_("Do not call"),
    "may_leave_message": N_("May a message be left"), "in_conflict": N_("In conflict"),
    "branch": N_("Branch of the family"),
    "place": N_("Place"), "oblast": N_("Oblast"), "started": N_("Since"), "ended": N_("Until"),
    "title": N_("Title"), "state": N_("State"), "due": N_("Due"), "act_by": N_("Safe day to act"),
    "snoozed_until": N_("Put off until"), "snooze_reason": N_("Why it is put off"), "done_on": N_("Done on"),
    "outcome": N_("Outcome"), "reason": N_("Reason"), "kind": N_("Kind"), "issued": N_("Issued on"),
    "received": N_("Received by us on"), "holder": N_("Who holds it"), "original": N_("Original"),
    "valid_until": N_("Valid until"), "on": N_("Day"), "channel": N_("How"), "summary": N_("What came of it"),
    "audience": N_("Who reads it"), "next_on": N_("Next contact on"), "text": N_("Text"), "since": N_("Since"),
    "until": N_("Until"), "rank": N_("Rank"), "unit_code": N_("Unit"), "unit_name": N_("Name of the unit"),
    "value": N_("Value"), "issuer": N_("Issued by"), "body": N_("Body"),
    "reference": N_("Reference"), "answer": N_("Answer"), "answer_text": N_("Answer"),
    "answered_on": N_("Answered on"), "filed_on": N_("Filed on"), "asked": N_("What was asked"),
    "recipient": N_("Recipient"), "purpose": N_("Purpose"), "topics": N_("Topics"),
    "withdrawn_on": N_("Withdrawn on"), "withdrawn_why": N_("Why it was withdrawn"), "reliability": N_("Reliability"),
    "credibility": N_("Credibility"), "comment": N_("Comment"), "status": N_("Status"), "role": N_("Role"),
    "share": N_("Share"), "height": N_("Height"), "build": N_("Build"), "hair": N_("Hair"), "eyes": N_("Eyes"),
    "teeth": N_("Teeth"), "left_why": N_("Why it was left open"), "reopened_on": N_("Opened again on"),
    "reopened_why": N_("Why it was opened again"), "position": N_("Position"), "relative_uid": N_("Relative"),
    "track": N_("Track"), "choice": N_("Which term holds"), "carried": N_("The payment at the change of status"),
    "trigger_on": N_("On which day"), "event": N_("What happened"), "document_uid": N_("Document that came of it"),
}
"""By column: one word serves all tables."""
_CODE = re.compile(r"[a-z]+(?:_[a-z]+)*|[A-Z]{2,}(?:_[A-Z]+)*")


def field_word(words: Words, change: FieldChange, labels: Mapping[str, str] | None = None) -> str:
    """The name of the field; `labels`: message ids of a form, by field."""
    if not change.column:
        return words("Written down")
    if change.column == "deleted_at":
        return words("Brought back") if change.new is None else words("Taken out")
    known = (labels or {}).get(change.column) or FIELDS.get(change.column)
    return words(known) if known else words("Another field")


def value_words(
    words: Words, change: FieldChange, value: object, choices: Mapping[str, Mapping[str, str]] | None = None
) -> str:
    """A value of the field as it is read; empty where there was none. `choices`: codes of a form in words, by field.

    A code that nobody has words for is not shown.
    """
    match value:
        case None | "":
            return ""
        case bool():
            return words("yes") if value else words("no")
        case PartialDate():
            return partial_words(words, value)
        case datetime():
            return words.date(value.astimezone(KYIV).date())
        case date():
            return words.date(value)
        case str():
            said = (choices or {}).get(change.column, {}).get(value) or _said(words, change, value)
            return said if said is not None else "" if _CODE.fullmatch(value) else value
        case _:
            return str(value)


def change_words(
    words: Words, change: FieldChange, choices: Mapping[str, Mapping[str, str]] | None = None
) -> str:
    """From what to what, in one sentence; empty where the change has no values."""
    if change.hidden or not change.column or change.column == "deleted_at":
        return ""
    old, new = (value_words(words, change, value, choices) for value in (change.old, change.new))
    if not old and not new:
        return words("changed")
    return f"{old or '—'} → {new or '—'}"


def _said(words: Words, change: FieldChange, code: str) -> str | None:
    match change.table, change.column:
        case _, "relation":
            return relation_word(words, Relation(code)) if code in [one.value for one in Relation] else None
        case _, "fate":
            return fate_chip(words, Fate(code)).text if code in Fate.__members__ else None
        case "contact", "channel":
            return channel_word(words, code)
        case ("contact" | "note"), "audience":
            return words(READERS[Readers(code)]) if code in [one.value for one in Readers] else None
        case "step", "state":
            return words(_STATES[code]) if code in _STATES else None
        case "step", "title":
            return words("Speak to the family again") if code == CALL_AGAIN else code
        case _, ("text" | "note" | "summary" | "what" | "outcome" | "reason" | "worker" | "holder"):
            return code
        case _:
            return None


_STATES: Mapping[str, str] = {
    "open": N_("to be done"), "started": N_("begun"), "waiting": N_("waiting"), "done": N_("done"),
    "not_needed": N_("not needed"), "not_executable": N_("cannot be done"), "obsolete": N_("no longer applies"),
    "to_check": N_("to be checked"),
}  # fmt: skip
