"""Open steps by the day on which they come up: that on which each is due, or a later one to which it was put off."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue
from app.plan.queries import OF_THE_LAW, OPEN, DueRow, due, of_cases, responsible
from db.models.step import Step

Conditions = Sequence[ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many steps come up on a day, how many of them by a term of the law, and how many appointments there are."""

    steps: int
    of_the_law: int
    appointments: int = 0


def counts(
    session: Session, catalogue: Catalogue, since: date, until: date, *, cases: Conditions = (),
    workers: Collection[str] = (),
) -> Mapping[date, DayCount]:  # fmt: skip
    """How much comes up on each day from `since` to before `until`; days without a step are left out."""
    law = [step.id for step in catalogue.steps.values() if step.due.term.kind in OF_THE_LAW]
    day = _day()
    statement = (
        select(day, func.count(), func.sum(case((Step.step_id.in_(law), 1), else_=0)))
        .select_from(Step)
        .where(Step.state.in_(OPEN), Step.due < until, falls(since, until), of_cases(cases))
        .where(*responsible(workers, all_of_them=True))
        .group_by(day)
    )
    return {on: DayCount(steps, int(legal)) for on, steps, legal in session.execute(statement)}


def agenda(
    session: Session, catalogue: Catalogue, since: date, until: date, *, cases: Conditions = (),
    workers: Collection[str] = (), size: int = 500,
) -> tuple[DueRow, ...]:  # fmt: skip
    """The steps that come up from `since` to before `until`, by day; the first `size` of them."""
    wanted = [falls(since, until), *responsible(workers)]
    rows = due(session, catalogue, before=until, steps=wanted, cases=cases, size=size)
    return tuple(sorted(rows, key=lambda row: (comes_up(row), row.due, row.step)))


def falls(since: date, until: date) -> ColumnElement[bool]:
    """Whether a step comes up from `since` to before `until`."""
    awake = or_(Step.snoozed_until.is_(None), Step.snoozed_until <= Step.due)
    return or_(
        and_(Step.due >= since, Step.due < until, awake),
        and_(Step.snoozed_until >= since, Step.snoozed_until < until, Step.snoozed_until > Step.due),
    )


def comes_up(row: DueRow) -> date:
    """The day on which a step comes up."""
    return max(row.due, row.snoozed_until) if row.snoozed_until else row.due


def of_days(rows: Collection[DueRow]) -> Mapping[date, tuple[DueRow, ...]]:
    """The rows by the day on which they come up."""
    days: dict[date, tuple[DueRow, ...]] = {}
    for row in rows:
        days[comes_up(row)] = (*days.get(comes_up(row), ()), row)
    return days


def _day() -> ColumnElement[Any]:
    later = and_(Step.snoozed_until.is_not(None), Step.snoozed_until > Step.due)
    return case((later, Step.snoozed_until), else_=Step.due)
