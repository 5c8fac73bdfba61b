"""A year of an office, day by day: each morning what the calendar brings, then what is due is done, mostly in time."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from app.clock import FixedClock
from app.crypto.kdf import FLOOR
from app.domain.deadline import Unit
from app.domain.fate import Fate
from app.domain.partial_date import of_day
from app.domain.recurrence import Gap, Repeat
from app.domain.step import StepState
from app.founding import found
from app.office.service import OfficeRow
from app.plan.queries import OPEN
from app.services import Services
from app.training.service import fill
from app.vault.vault import OpenVault
from db.models.case_file import CaseFile
from db.models.step import Step
from db.refusals import StaleEdit
from tests.faults.row import Row, Say

CASES, DAYS, START = 5_000, 365, date(2026, 1, 12)
IN_TIME = 0.8
"""How much of what is due is done that day; the rest waits for another."""
SLACK = timedelta(days=21)
"""Days off and the lead of a turn, beyond the gap between two of them."""
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31, Unit.YEAR: 366}


@dataclass(slots=True)
class Lived:
    """How many steps were done, and which turns were doubled or missed."""

    done: int = 0
    doubled: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def long(place: Path, say: Say) -> Row:
    """The year of an office of 5,000 cases."""
    vault = office(place, CASES)
    try:
        lived = live(vault, DAYS, Random(1), say)
    finally:
        vault.close()
    note = "turns doubled count as alarms, turns missed as lost"
    return Row("a year of an office", lived.done, len(lived.missed), len(lived.doubled), note)


def office(place: Path, cases: int) -> OpenVault:
    """An open vault with a synthetic caseload on the first day."""
    who = OfficeRow(name="Офіс", training=True)
    words = "шість слів для року в одному офісі"
    vault = found(place / "office", "Коваль О.", words, who, params=FLOOR, clock=_at(START))
    fill(Services.of(vault, _at(START)), cases, 1)
    return vault


def live(vault: OpenVault, days: int, random: Random, say: Say) -> Lived:
    """Live through so many days."""
    lived = Lived()
    for number in range(days):
        day = START + timedelta(days=number)
        services = Services.of(vault, _at(day))
        services.record.schedule.run()
        for row in services.plan.due(day + timedelta(days=1)):
            if random.random() < IN_TIME:
                lived.done += _done(services, row.step, row.version, day)
        if number % 30 == 29:
            say(f"{day}: {lived.done:,} done")
        lived.doubled += _doubled(services)
    services.record.schedule.run()
    lived.missed = _missed(services, day)
    return lived


def _at(day: date) -> FixedClock:
    return FixedClock(datetime(day.year, day.month, day.day, 8, tzinfo=UTC))


def _done(services: Services, step, version: int, day: date) -> bool:
    try:
        services.plan.done(step, version, of_day(day))
    except StaleEdit:  # the end of another step has changed this one; tomorrow it is read anew
        return False
    return True


def _doubled(services: Services) -> list[str]:
    """Steps of which two turns stand open, or one turn was written twice."""
    recurring = [step.id for step in services.catalogue.steps.values() if step.repeat and not step.repeat.occasion]
    whose = (Step.case_uid, Step.step_id, Step.relative_uid)
    with services.vault.database.read() as session:
        here = select(Step.case_uid, Step.step_id).where(Step.step_id.in_(recurring))
        twice = session.execute(here.where(Step.state.in_(OPEN)).group_by(*whose).having(func.count() > 1)).all()
        again = session.execute(here.group_by(*whose, Step.turn).having(func.count() > 1)).all()
    return [f"{case} {step}" for case, step in (*twice, *again)]


def _missed(services: Services, today: date) -> list[str]:
    """Steps whose last turn is over for longer than the longest gap to the next one, while nothing stands open."""
    found = []
    with services.vault.database.read() as session:
        newest = select(Step.case_uid, Step.step_id, func.max(Step.turn), func.max(Step.done_on)).where(
            Step.state == StepState.DONE.value
        ).group_by(Step.case_uid, Step.step_id)
        open_ones = {tuple(row) for row in session.execute(
            select(Step.case_uid, Step.step_id).where(Step.state.in_(OPEN)))}
        fates = dict(session.execute(select(CaseFile.uid, CaseFile.fate)).all())
        for case, step, turn, done in session.execute(newest):
            known = services.catalogue.steps.get(step)
            if known is None or known.repeat is None or Fate(fates[case]) not in known.applies_to or done is None:
                continue
            gap = _to_the_next(known.repeat, turn)
            if gap is not None and done.first + gap + SLACK < today and (case, step) not in open_ones:
                found.append(f"{case} {step} turn {turn}")
    return found


def _to_the_next(repeat: Repeat, turn: int) -> timedelta | None:
    """The longest time to the turn after `turn`; None if that was the last, or it comes on no schedule."""
    told = [_days(gap) for gap in repeat.distances]
    if repeat.occasion or (repeat.times is not None and turn >= repeat.times):
        return None
    if turn < len(told):
        return timedelta(days=told[turn] - told[turn - 1])
    return timedelta(days=_days(repeat.every)) if repeat.every else None


def _days(gap: Gap) -> int:
    return gap.many * _DAYS[gap.unit]
