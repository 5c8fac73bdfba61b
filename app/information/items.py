"""One item of information: an event, where, when, who told it, and how far both are trusted."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.domain import katottg, pseudonym
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.grading import Grade
from app.domain.information import Claim, EventKind, Precision
from app.domain.katottg import NotKatottg
from app.domain.partial_date import PartialDate
from app.domain.pseudonym import RETURNEE, ReturneeNamed
from db.models.information import InformationItem


class Reliability(StrEnum):
    """How far a source is trusted."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """How far what it says is believed, whoever says it."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNKNOWN = "6"


class NothingTold(UserError):
    what = N_("The item says nothing.")
    todo = N_("Write in a sentence or two what was told, seen or sent.")


class EndsBeforeItStarts(UserError):
    what = N_("The event ends before it starts.")
    todo = N_("Compare both dates with the source.")


class ReceivedTooEarly(UserError):
    what = N_("The information was received before the event happened.")
    todo = N_("Compare the day of the event with the day on which it became known.")


class NoSuchSource(UserError):
    what = N_("There is no type of source {code}.")
    todo = N_("Choose one of the list, such as FAMILY or RETURNEE.")


class NoSuchOblast(UserError):
    what = N_("There is no oblast {code} in the list.")
    todo = N_("Choose an oblast of the list; leave it empty if the place is abroad or unknown.")


class AnotherOblast(UserError):
    what = N_("The code of КАТОТТГ belongs to another oblast than {oblast}.")
    todo = N_("Correct the code or the oblast.")


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """What an item says.

    `starts` and `ends`: when it happened, as far as known; `received`: when it reached the office. `oblast`: a code of
    the list. `source`: who told it, a pseudonym for a returnee; `protected`: must not be named. `obtained_by`: who of
    ours, or which body, got it. `sample_taken` (biological), `photo_video`, `witnesses` and `evacuation` mirror the
    official notice. `sensitive`: its text stays out of lists and of the timeline.
    """

    kind: EventKind
    text: str
    source_type: str
    reliability: Reliability
    credibility: Credibility
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    received: date | None = None
    place: str = ""
    oblast: str = ""
    katottg: str = ""
    precision: Precision | None = None
    unit: str = ""
    source: str = ""
    protected: bool = False
    obtained_by: str = ""
    sample_taken: bool = False
    photo_video: str = ""
    witnesses: str = ""
    evacuation: str = ""
    sensitive: bool = False

    @property
    def grade(self) -> Grade:
        """Both judgements together, such as C3."""
        return Grade(self.reliability.value, int(self.credibility.value))

    @property
    def veiled(self) -> bool:
        """Whether the source is shown only when asked: it must not be named, or it is a returnee."""
        return self.protected or self.source_type == RETURNEE

    def claim(self, key: UUID) -> Claim:
        """The item as the rules read it."""
        return Claim(
            key, self.kind, self.grade, self.starts, self.ends, self.received, self.oblast, self.katottg,
            self.precision is Precision.ABROAD, self.source_type, self.source,
        )  # fmt: skip


def judging(catalogue: Catalogue, clock: Clock) -> Callable[[Session, UUID, ItemDraft], None]:
    """A judge of items: it raises any refusal of this module, `NotKatottg`, `ReturneeNamed` and `DayToCome`."""

    def judge(session: Session, _case: UUID, draft: ItemDraft) -> None:
        if not draft.text.strip():
            raise NothingTold
        _judge_days(draft, clock.today())
        _judge_place(draft, catalogue)
        if draft.source_type not in catalogue.sources:
            raise NoSuchSource(code=draft.source_type)
        if draft.source_type == RETURNEE and pseudonym.read(draft.source) is None:
            raise ReturneeNamed(next=next_pseudonym(session, clock.today().year))

    return judge


def tidy(draft: ItemDraft) -> ItemDraft:
    """The item with its code of a place and its pseudonym as they are written, if they are any."""
    with suppress(NotKatottg):
        draft = replace(draft, katottg=katottg.read(draft.katottg))
    if draft.source_type == RETURNEE:
        draft = replace(draft, source=pseudonym.read(draft.source) or draft.source)
    return draft


def next_pseudonym(session: Session, year: int) -> str:
    """The first pseudonym of the year that no item of the vault has, whatever its case."""
    column = InformationItem.source
    given = session.scalars(select(column).where(column >= f"R-{year:04}-", column < f"R-{year:04}."))
    return pseudonym.following(given, year)


def _judge_days(draft: ItemDraft, today: date) -> None:
    starts, ends, received = draft.starts, draft.ends, draft.received
    for day in (starts, ends):
        if day is not None and day.first > today:
            raise DayToCome
    if received is not None and received > today:
        raise DayToCome
    if starts is not None and ends is not None and ends.last < starts.first:
        raise EndsBeforeItStarts
    if received is not None and starts is not None and not starts.about and starts.first > received:
        raise ReceivedTooEarly


def _judge_place(draft: ItemDraft, catalogue: Catalogue) -> None:
    if draft.oblast and draft.oblast not in catalogue.oblasts:
        raise NoSuchOblast(code=draft.oblast)
    if draft.katottg:
        code = katottg.read(draft.katottg)
        if draft.oblast and katottg.levels(code)[0] != katottg.levels(draft.oblast)[0]:
            raise AnotherOblast(oblast=catalogue.oblasts[draft.oblast].name)
