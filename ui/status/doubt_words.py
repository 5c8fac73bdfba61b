"""What cannot be, in sentences: which date stands against which, and where it is put right."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from app.catalogue.definitions import Catalogue
from app.domain.errors import N_
from app.domain.fate import Fate
from app.domain.plausible import Dated, Finding, Part, Rule
from app.fates.confirmations import ConfirmationDraft
from app.fates.standing import CivilDraft, ServiceDraft
from app.i18n import Words
from ui.date_words import partial_words
from ui.fate_words import fate_words
from ui.models.lines import Line
from ui.workplace import Workplace

_SAID: Mapping[Rule, str] = {
    Rule.BEFORE_BIRTH: N_("{what}, {date}: he was born only on {other}"),
    Rule.DEATH_BEFORE_LAST_CONTACT: N_("{what}, {date}: the last sign of life is later, {other}"),
    Rule.RETURN_BEFORE_CAPTURE: N_("{what}, {date}: captivity begins later, {other}"),
    Rule.OLDER_THAN_PREVIOUS: N_("{what}, {date}: the status before it is newer, {other}"),
    Rule.CONFIRMED_BEFORE_EVENT: N_("{what}, {date}: he disappeared later, {other}"),
    Rule.TOLD_BEFORE_EVENT: N_("The family was told on {date} of what happened only on {other}"),
    Rule.TOLD_BEFORE_RECORDED: N_("The family was told on {date}, the record knows it only since {other}"),
    Rule.ENDED_BEFORE_STARTED: N_("A disappearance ends on {date}, before it begins on {other}"),
    Rule.STARTED_BEFORE_ENDED: N_("A disappearance begins on {date}, before the earlier one ends on {other}"),
    Rule.PARENT_TOO_YOUNG: N_("A parent born on {date} cannot have a child born on {other}"),
    Rule.CHILD_TOO_OLD: N_("A child born on {date} cannot have a father born on {other}"),
    Rule.CHILD_BORN_LATE: N_("A child born on {date}, long after he disappeared on {other}"),
}
_WHERE: Mapping[Part, str] = {
    Part.PERSON: N_("Put right: the data of the person (F2)."),
    Part.EPISODE: N_("Put right: the disappearances, on this page."),
    Part.CONTACT: N_("Put right: the last contact in the data of the case."),
    Part.FATE: N_("Put right: the history of the status, on this page."),
    Part.CONFIRMATION: N_("Put right: the confirmations, on this page."),
    Part.STANDING: N_("Put right: civil or service status, on this page."),
    Part.TOLD: N_("Compare with the contact log, and write down the talk with its right day."),
    Part.RELATIVE: N_("Put right: the data of the relative, on the page of the family."),
}


def doubt_words(words: Words, catalogue: Catalogue, finding: Finding) -> str:
    """One contradiction as a sentence."""
    date, other = (partial_words(words, one.on) for one in (finding.wrong, finding.against))
    return words(_SAID[finding.rule], what=_what(words, catalogue, finding.wrong), date=date, other=other)


def doubts_words(words: Words, catalogue: Catalogue, found: Iterable[Finding]) -> str:
    """All contradictions, one below the other."""
    return "\n".join(doubt_words(words, catalogue, finding) for finding in found)


def entry_doubts(place: Workplace, case: UUID, draft: ConfirmationDraft | CivilDraft | ServiceDraft) -> str:
    """What an entry would contradict, for its form; empty if nothing. Reads the case: not in the window's thread."""
    return doubts_words(place.words, place.services.catalogue, place.services.quality.of_entry(case, draft))


def doubt_line(words: Words, catalogue: Catalogue, finding: Finding) -> Line:
    """A contradiction as its list shows it, with where it is put right."""
    where = words(_WHERE[finding.wrong.part])
    return Line(doubt_words(words, catalogue, finding), (where,), icon="calendar-clock", subject=finding)


def _what(words: Words, catalogue: Catalogue, one: Dated) -> str:
    match one.part:
        case Part.FATE:
            return fate_words(words, catalogue, Fate(one.code))
        case Part.CONFIRMATION:
            return words("A confirmation")
        case Part.STANDING:
            return words("Civil or service status")
        case _:
            return words("The disappearance")
