"""«What would change if»: which due days of open steps move when one law pack follows another, and which stay, and why.

A day moves only where the rule that the step follows explains the day it has now: what a person set otherwise, or what
comes back in turns, is never overwritten. Computed from the records as they are, so doing it twice changes nothing.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue, StepDef
from app.domain.calendar import Calendar
from app.domain.deadline import Deadline, due
from app.domain.trigger import counted_from
from app.plan.opening import term_of
from app.plan.queries import OPEN
from app.progress import Progress
from db.models.case_file import CaseFile
from db.models.step import Step

_REPORT_EVERY = 1000
_due = lru_cache(maxsize=65_536)(due)


class Stays(StrEnum):
    """Why a due day stays though its rule changed."""

    KEEPS = "keeps"
    EARLIER = "earlier"
    OTHERWISE = "otherwise"
    TURN = "turn"
    EVENT = "event"


class Moment(NamedTuple):
    """When a step is due, from when that is counted, and by which law pack."""

    counted: date | None
    due: date | None
    act_by: date | None
    law: int


class MoveRow(NamedTuple):
    """A step whose day moves: of which case, from what, to what."""

    step: UUID
    case: UUID
    number: str
    step_id: str
    before: Moment
    after: Moment


class StayRow(NamedTuple):
    """A step whose rule changed and whose day stays."""

    step: UUID
    case: UUID
    number: str
    step_id: str
    due: date | None
    why: Stays


@dataclass(frozen=True, slots=True)
class Effect:
    """Everything that a change of packs means to the open steps of a vault."""

    moves: tuple[MoveRow, ...] = ()
    stays: tuple[StayRow, ...] = ()

    @property
    def cases(self) -> frozenset[UUID]:
        """The cases with a day that moves."""
        return frozenset(move.case for move in self.moves)


@dataclass(frozen=True, slots=True)
class Turnover:
    """One pack after another. `backwards`: the office goes back, and what the later one ruled is ruled anew."""

    before: Catalogue
    after: Catalogue
    mode: Calendar
    backwards: bool = False

    def effect(self, session: Session, progress: Progress, besides: Collection[UUID] = ()) -> Effect:
        """What happens to every open step that has a day, `besides` those; raises `Cancelled`."""
        moves: list[MoveRow] = []
        stays: list[StayRow] = []
        wanted = _open_steps(self._ruled())
        total = session.scalar(select(func.count()).select_from(wanted.order_by(None).subquery())) or 0
        for done, row in enumerate(session.execute(wanted.execution_options(yield_per=_REPORT_EVERY))):
            if done % _REPORT_EVERY == 0:
                progress.checkpoint(done, total)
            found = None if row.uid in besides else self._judged(row)
            if isinstance(found, MoveRow):
                moves.append(found)
            elif found is not None:
                stays.append(StayRow(row.uid, row.case_uid, row.number, row.step_id, row.due, found))
        progress.checkpoint(total, total)
        return Effect(tuple(moves), tuple(stays))

    def _ruled(self) -> list[str]:
        """The steps of which more than one rule is known."""
        return [
            code for code, new in self.after.steps.items()
            if (old := self.before.steps.get(code)) is not None and not new.retired
            and (new.before or old.before or new.due != old.due)
        ]  # fmt: skip

    def _judged(self, row: Any) -> MoveRow | Stays | None:
        old, latest = self.before.steps[row.step_id].as_of(row.law), self.after.steps[row.step_id]
        new = latest.on(row.trigger_on or row.counted_from or row.due)
        if self._same(old, new, row.law):
            return Stays.EARLIER if new is not latest and row.law < latest.ruled_since else None
        if new.keeps and not self.backwards:
            return Stays.KEEPS
        if row.turn > 1:
            return Stays.TURN
        if row.trigger and row.trigger not in (new.due.start, *new.due.otherwise):
            return Stays.EVENT
        now = Moment(row.counted_from, row.due, row.act_by, row.law)
        if row.counted_from is None or not _explained(now, self._deadline(old, row)):
            return Stays.OTHERWISE
        deadline = self._deadline(new, row)
        then = Moment(deadline.event, deadline.due, deadline.act_by, new.law)
        return MoveRow(row.uid, row.case_uid, row.number, row.step_id, now, then)

    def _same(self, old: StepDef, new: StepDef, law: int) -> bool:
        """Whether the step follows the rule already, or one that says the same."""
        follows = new.ruled_since <= law and not (self.backwards and law > self.after.law.version)
        return old.due == new.due or follows

    def _deadline(self, rule: StepDef, row: Any) -> Deadline:
        term = term_of(rule, row.choice)
        if row.trigger_on is None:
            return _due(row.counted_from, term, self.mode)
        return _due(counted_from(row.trigger_on, term.kind, not_before=row.not_before), term, self.mode)


def _explained(now: Moment, deadline: Deadline) -> bool:
    return (now.counted, now.due, now.act_by) == (deadline.event, deadline.due, deadline.act_by)


def _open_steps(codes: list[str]) -> Any:
    return (
        select(Step.uid, Step.case_uid, CaseFile.number, Step.step_id, Step.law, Step.trigger, Step.trigger_on,
               Step.counted_from, Step.not_before, Step.choice, Step.due, Step.act_by, Step.turn)
        .join(CaseFile, CaseFile.uid == Step.case_uid)
        .where(Step.step_id.in_(codes), Step.state.in_(OPEN), Step.due.is_not(None), CaseFile.deleted_at.is_(None))
        .order_by(Step.due, Step.uid)
    )  # fmt: skip


def returning(session: Session, kept: Mapping[UUID, tuple[Moment, Moment]]) -> Iterator[MoveRow]:
    """The steps that a pack moved and that stand as it left them: each goes back to the day it had before."""
    wanted = (
        select(Step.uid, Step.case_uid, CaseFile.number, Step.step_id, Step.counted_from, Step.due, Step.act_by,
               Step.law)
        .join(CaseFile, CaseFile.uid == Step.case_uid)
        .where(Step.state.in_(OPEN), CaseFile.deleted_at.is_(None))
        .where(Step.law.in_({after.law for _, after in kept.values()}))
    )  # fmt: skip
    for row in session.execute(wanted):
        before, after = kept.get(row.uid, (None, None))
        now = Moment(row.counted_from, row.due, row.act_by, row.law)
        if before is not None and now == after:
            yield MoveRow(row.uid, row.case_uid, row.number, row.step_id, now, before)
