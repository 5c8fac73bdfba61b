"""Orders of dates that cannot be: each rule looks at what is known of one case and names what contradicts what."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from app.domain.fate import ALL_CAPTIVE, ALL_DEAD, ALL_RETURNED, Fate
from app.domain.partial_date import PartialDate, of_day
from app.domain.relation import Relation

YOUNGEST_PARENT = 12
"""Years between a parent and a child below which one of the two birthdays is wrong."""
LONGEST_PREGNANCY = timedelta(days=301)


class Rule(StrEnum):
    """What cannot be."""

    BEFORE_BIRTH = "before_birth"
    DEATH_BEFORE_LAST_CONTACT = "death_before_last_contact"
    RETURN_BEFORE_CAPTURE = "return_before_capture"
    OLDER_THAN_PREVIOUS = "older_than_previous"
    CONFIRMED_BEFORE_EVENT = "confirmed_before_event"
    TOLD_BEFORE_EVENT = "told_before_event"
    TOLD_BEFORE_RECORDED = "told_before_recorded"
    ENDED_BEFORE_STARTED = "ended_before_started"
    STARTED_BEFORE_ENDED = "started_before_ended"
    PARENT_TOO_YOUNG = "parent_too_young"
    CHILD_TOO_OLD = "child_too_old"
    CHILD_BORN_LATE = "child_born_late"


class Part(StrEnum):
    """Where in the record a date stands, and is put right."""

    PERSON = "person"
    EPISODE = "episode"
    CONTACT = "contact"
    FATE = "fate"
    CONFIRMATION = "confirmation"
    STANDING = "standing"
    TOLD = "told"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Dated:
    """One date of the record. `code`: which status, fact, relation or state it is about; `row`: where it stands."""

    part: Part
    on: PartialDate
    code: str = ""
    row: UUID | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction: `wrong` cannot be, for it stands against `against`. One of the two is to be put right."""

    rule: Rule
    wrong: Dated
    against: Dated


@dataclass(frozen=True, slots=True)
class DatedFate:
    """One status that stands, with its day; `recorded`: when it was written down, None for what the case began with."""

    dated: Dated
    episode: UUID
    fate: Fate
    recorded: date | None


@dataclass(frozen=True, slots=True)
class DatedEpisode:
    """One disappearance with its first and last day."""

    uid: UUID
    started: Dated | None
    ended: Dated | None


@dataclass(frozen=True, slots=True)
class DatedTold:
    """What somebody was told, on which day, and of which status."""

    dated: Dated
    fate: UUID | None


@dataclass(frozen=True, slots=True)
class DatedKin:
    """When a relative was born, and who he is to the man."""

    dated: Dated
    relation: Relation


@dataclass(frozen=True, slots=True)
class Dates:
    """Every date of one case that the rules compare. `contact`: the last sign of life that the record knows."""

    born: Dated | None = None
    contact: Dated | None = None
    episodes: tuple[DatedEpisode, ...] = ()
    fates: tuple[DatedFate, ...] = ()
    confirmed: tuple[Dated, ...] = ()
    standing: tuple[Dated, ...] = ()
    told: tuple[DatedTold, ...] = ()
    kin: tuple[DatedKin, ...] = ()


def findings(dates: Dates) -> tuple[Finding, ...]:
    """Everything that cannot be, each contradiction once, in the order of the rules.

    Dates of which only the year or the month is known contradict only what no day of theirs could agree with.
    """
    return tuple(dict.fromkeys(finding for rule in _RULES for finding in rule(dates)))


def before(one: PartialDate, other: PartialDate) -> bool:
    """Whether no day that `one` may mean is as late as any that `other` may mean; what is only about right never is."""
    return not one.about and not other.about and one.last < other.first


def _after_birth(dates: Dates) -> Iterator[Finding]:
    if dates.born is None:
        return
    events = [*(one.dated for one in dates.fates), *dates.confirmed, *dates.standing]
    events += [day for episode in dates.episodes for day in (episode.started, episode.ended) if day]
    yield from (Finding(Rule.BEFORE_BIRTH, one, dates.born) for one in events if before(one.on, dates.born.on))


def _death_after_last_contact(dates: Dates) -> Iterator[Finding]:
    signs = [episode.started for episode in dates.episodes if episode.started]
    signs += [dates.contact] if dates.contact else []
    for row in dates.fates:
        for sign in signs if row.fate in ALL_DEAD else ():
            if before(row.dated.on, sign.on):
                yield Finding(Rule.DEATH_BEFORE_LAST_CONTACT, row.dated, sign)


def _return_after_capture(dates: Dates) -> Iterator[Finding]:
    for home in (row for row in dates.fates if row.fate in ALL_RETURNED):
        for away in dates.fates:
            captive = away.fate in ALL_CAPTIVE and away.episode == home.episode
            if captive and before(home.dated.on, away.dated.on):
                yield Finding(Rule.RETURN_BEFORE_CAPTURE, home.dated, away.dated)


def _one_after_the_other(dates: Dates) -> Iterator[Finding]:
    for earlier, later in pairwise(dates.fates):
        if earlier.episode == later.episode and before(later.dated.on, earlier.dated.on):
            yield Finding(Rule.OLDER_THAN_PREVIOUS, later.dated, earlier.dated)


def _confirmed_after_event(dates: Dates) -> Iterator[Finding]:
    started = next((episode.started for episode in dates.episodes if episode.started), None)
    if started is not None:
        early = (one for one in dates.confirmed if before(one.on, started.on))
        yield from (Finding(Rule.CONFIRMED_BEFORE_EVENT, one, started) for one in early)


def _told_after_event(dates: Dates) -> Iterator[Finding]:
    fates = {row.dated.row: row for row in dates.fates}
    for told in dates.told:
        row = fates.get(told.fate)
        if row is None:
            continue
        if before(told.dated.on, row.dated.on):
            yield Finding(Rule.TOLD_BEFORE_EVENT, told.dated, row.dated)
        elif row.recorded and before(told.dated.on, of_day(row.recorded)):
            on = Dated(Part.FATE, of_day(row.recorded), row.dated.code, row.dated.row)
            yield Finding(Rule.TOLD_BEFORE_RECORDED, told.dated, on)


def _episodes(dates: Dates) -> Iterator[Finding]:
    for one in dates.episodes:
        if one.started and one.ended and before(one.ended.on, one.started.on):
            yield Finding(Rule.ENDED_BEFORE_STARTED, one.ended, one.started)
    for earlier, later in pairwise(dates.episodes):
        if later.started and earlier.ended and before(later.started.on, earlier.ended.on):
            yield Finding(Rule.STARTED_BEFORE_ENDED, later.started, earlier.ended)


def _kin(dates: Dates) -> Iterator[Finding]:
    gone = dates.episodes[0].started if dates.episodes else None
    for kin in dates.kin:
        born = dates.born
        if born and kin.relation is Relation.PARENT and _too_close(kin.dated.on, born.on):
            yield Finding(Rule.PARENT_TOO_YOUNG, kin.dated, born)
        if born and kin.relation is Relation.CHILD and _too_close(born.on, kin.dated.on):
            yield Finding(Rule.CHILD_TOO_OLD, kin.dated, born)
        returned = any(row.fate in ALL_RETURNED for row in dates.fates)
        if gone and kin.relation is Relation.CHILD and not returned and _too_late(kin.dated.on, gone.on):
            yield Finding(Rule.CHILD_BORN_LATE, kin.dated, gone)


def _too_close(parent: PartialDate, child: PartialDate) -> bool:
    return not parent.about and not child.about and child.year - parent.year < YOUNGEST_PARENT


def _too_late(born: PartialDate, gone: PartialDate) -> bool:
    return not born.about and not gone.about and born.first > gone.last + LONGEST_PREGNANCY


_RULES: Sequence[Callable[[Dates], Iterator[Finding]]] = (
    _after_birth, _death_after_last_contact, _return_after_capture, _one_after_the_other, _confirmed_after_event,
    _told_after_event, _episodes, _kin,
)  # fmt: skip
