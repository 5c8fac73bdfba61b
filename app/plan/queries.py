"""Steps as the window and the terminal see them: of one case, and of the day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, or_, select, union_all
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from app.catalogue.definitions import Catalogue, StepDef
from app.domain.deadline import LEGAL, Kind
from app.domain.fate import Fate
from app.domain.paper_state import PaperState
from app.domain.partial_date import PartialDate
from app.domain.recurrence import passed
from app.domain.step import StepState, Track, is_open
from app.domain.text import Text
from app.plan.opening import REFUSED
from db.models.case_file import CaseFile
from db.models.family import Relative
from db.models.person import Person
from db.models.step import Document, Step

Conditions = Sequence[ColumnElement[bool]]
OF_THE_LAW = LEGAL | {Kind.STATUTORY_NO_ROLL}
"""The kinds of terms that somebody else set."""
HELD = (PaperState.RECEIVED.value, PaperState.CHECKED.value, PaperState.CORRECTED.value)
"""The states in which a paper is there and may be used."""
OPEN = tuple(state.value for state in StepState if is_open(state))


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a case with its rule: `trigger` happened on `trigger_on`, its term runs from `counted_from`.

    `definition` is None for a step written by hand; of a step that keeps an earlier rule it is that rule.
    """

    uid: UUID
    version: int
    step_id: str
    definition: StepDef | None
    title: Text
    track: Track
    state: StepState
    trigger: str
    trigger_on: date | None
    counted_from: date | None
    due: date | None
    act_by: date | None
    done_on: PartialDate | None
    person: str
    worker: str
    outcome: str
    reason: str
    note: str
    turn: int = 1
    law: int = 0
    body: str = ""
    relative: UUID | None = None
    since: date | None = None
    choice: int | None = None
    carried: str = ""
    wave: int = 0
    snoozed_until: date | None = None
    missed: int = 0
    lacks: frozenset[str] = frozenset()
    document: Text | None = None

    @property
    def refused(self) -> bool:
        """Whether the body said no."""
        return self.state is StepState.DONE and self.outcome == REFUSED

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return is_open(self.state)

    @property
    def kind(self) -> Kind:
        """Whose term it is: the law's, a body's, or our own standard."""
        return self.definition.due.term.kind if self.definition else Kind.OFFICE


@dataclass(frozen=True, slots=True)
class DueRow:
    """One step of the day, with the person it is about; `worker`: whose it is to do."""

    step: UUID
    version: int
    case: UUID
    number: str
    name: str
    fate: Fate
    step_id: str
    title: Text
    kind: Kind
    due: date
    act_by: date | None
    worker: str
    snoozed_until: date | None = None

    @property
    def of_the_law(self) -> bool:
        """Whether its term is not our own."""
        return self.kind in OF_THE_LAW


@dataclass(frozen=True, slots=True)
class SilentRow:
    """A family that nobody has spoken to for long; `since` is the last contact, or the opening of the case."""

    case: UUID
    number: str
    name: str
    fate: Fate
    since: date
    ever: bool


@dataclass(frozen=True, slots=True)
class TodayView:
    """The first screen: the first rows of each list, and how many there are in all. `snoozed`: put off by somebody."""

    overdue: tuple[DueRow, ...]
    today: tuple[DueRow, ...]
    week: tuple[DueRow, ...]
    silent: tuple[SilentRow, ...]
    snoozed: tuple[DueRow, ...]
    overdue_count: int
    today_count: int
    week_count: int
    silent_count: int
    snoozed_count: int
    active_count: int


def steps(session: Session, case: UUID, catalogue: Catalogue, today: date | None = None) -> tuple[StepRow, ...]:
    """Every step of a case: open ones by due day, then the rest. `today`: missed turns are counted up to it."""
    statement = (
        select(Step, Person.surname, Person.given)
        .outerjoin(Relative, Relative.uid == Step.relative_uid)
        .outerjoin(Person, Person.uid == Relative.person_uid)
        .where(Step.case_uid == case)
    )
    papers = session.execute(
        select(Document.uid, Document.kind, Document.title, Document.state)
        .where(Document.case_uid == case, Document.deleted_at.is_(None))
    ).all()  # fmt: skip
    held = {kind for _uid, kind, _title, state in papers if state in HELD}
    names = {uid: _paper_name(catalogue, kind, title) for uid, kind, title, _state in papers}
    rows = [
        _step(step, " ".join(filter(None, (surname, given))), catalogue, today, held, names)
        for step, surname, given in session.execute(statement)
    ]
    return tuple(sorted(rows, key=lambda row: (not row.open, row.due or date.max, row.step_id)))


def due(session: Session, catalogue: Catalogue, *, before: date, since: date | None = None,
        cases: Conditions = (), steps: Conditions = (), size: int | None = None) -> tuple[DueRow, ...]:
    """Open steps due before a day (and not before `since`), earliest first. `cases`, `steps`: which of them."""
    wanted = [*_between(before, since), *steps, of_cases(cases)]
    statement = _due().order_by(Step.due, Step.uid)
    if size is None:
        statement = statement.where(Step.state.in_(OPEN), *wanted)
    else:
        first = _first(wanted, size)
        statement = statement.join(first, first.c.uid == Step.uid).limit(size)
    return tuple(_due_row(found, catalogue) for found in session.execute(statement))


def today(session: Session, catalogue: Catalogue, day: date, *, silent_days: int = 30, cases: Conditions = (),
          workers: Collection[str] = (), size: int = 100) -> TodayView:
    """What must be done on `day`: overdue, due that day, due in the seven days after, families silent for long.

    What somebody put off beyond `day` stands in a list of its own. `workers`: whose work; everybody's if empty.
    """
    tomorrow, week = day + timedelta(days=1), day + timedelta(days=8)
    quiet = day - timedelta(days=silent_days)
    awake, asleep = or_(Step.snoozed_until.is_(None), Step.snoozed_until <= day), Step.snoozed_until > day
    whose, kept = responsible(workers), [*cases, *kept_by(workers)]
    find = partial(due, session, catalogue, cases=cases, size=size)
    many = func.count
    overdue, due_today, coming, snoozed = session.execute(
        select(
            many().filter(awake, Step.due < day), many().filter(awake, *_between(tomorrow, day)),
            many().filter(awake, *_between(week, tomorrow)), many().filter(asleep),
        ).where(Step.state.in_(OPEN), Step.due < week, of_cases(cases), *responsible(workers, all_of_them=True))
    ).one()  # fmt: skip
    active, unheard = session.execute(
        select(many(), many().filter(_since() < quiet)).select_from(CaseFile).where(*_active(kept))
    ).one()
    return TodayView(
        overdue=find(before=day, steps=[awake, *whose]),
        today=find(before=tomorrow, since=day, steps=[awake, *whose]),
        week=find(before=week, since=tomorrow, steps=[awake, *whose]),
        silent=silent(session, quiet, cases=kept, size=size),
        snoozed=find(before=week, steps=[asleep, *whose]) if snoozed else (),
        overdue_count=overdue, today_count=due_today, week_count=coming, snoozed_count=snoozed,
        silent_count=unheard, active_count=active,
    )


def responsible(workers: Collection[str], *, all_of_them: bool = False) -> list[ColumnElement[bool]]:
    """The condition that a step is for one of `workers` to do: its own worker, else that of its case.

    Everybody's if empty. `all_of_them`: their cases are gathered once, where every step is looked at; else each step
    asks for its case, where a list stops early.
    """
    if not workers:
        return []
    names = sorted(workers)
    if all_of_them:
        theirs = select(CaseFile.uid).where(CaseFile.worker.in_(names))
        return [or_(Step.worker.in_(names), and_(Step.worker == "", Step.case_uid.in_(theirs)))]
    of_its_case = select(CaseFile.worker).where(CaseFile.uid == Step.case_uid).correlate(Step).scalar_subquery()
    return [case((Step.worker != "", Step.worker), else_=of_its_case).in_(names)]


def kept_by(workers: Collection[str]) -> list[ColumnElement[bool]]:
    """The condition that a case is kept by one of `workers`; anybody's if empty."""
    return [CaseFile.worker.in_(sorted(workers))] if workers else []


def of_cases(cases: Conditions) -> ColumnElement[bool]:
    """The condition that a step belongs to a case that was not deleted and meets `cases`.

    The plus before the column keeps SQLite walking the index of due days, where it may stop early.
    """
    of = UnaryExpression(Step.case_uid.expression, operator=custom_op("+"), type_=Step.case_uid.type)
    if cases:
        return of.in_(select(CaseFile.uid).where(CaseFile.deleted_at.is_(None), *cases))
    return of.not_in(select(CaseFile.uid).where(CaseFile.deleted_at.is_not(None)))


def silent(session: Session, before: date, *, cases: Conditions = (), size: int = 100) -> tuple[SilentRow, ...]:
    """Families without contact since before a day, the longest silence first."""
    quiet = [*_active(cases), _since() < before]
    first = select(CaseFile.uid).where(*quiet).order_by(_since(), CaseFile.uid).limit(size).subquery()
    statement = (
        select(CaseFile.uid, CaseFile.number, Person.surname, Person.given, Person.patronymic, CaseFile.fate,
               CaseFile.last_contact, CaseFile.opened)
        .join(Person, Person.uid == CaseFile.person_uid)
        .join(first, first.c.uid == CaseFile.uid).order_by(_since(), CaseFile.uid)
    )
    return tuple(
        SilentRow(uid, number, " ".join(filter(None, (surname, given, patronymic))), Fate(fate), last or opened,
                  last is not None)
        for uid, number, surname, given, patronymic, fate, last, opened in session.execute(statement)
    )


def _step(
    step: Step, person: str, catalogue: Catalogue, today: date | None, held: Collection[str],
    names: Mapping[UUID, Text],
) -> StepRow:  # fmt: skip
    known = catalogue.steps.get(step.step_id)
    state = StepState(step.state)
    return StepRow(
        uid=step.uid, version=step.version, step_id=step.step_id, definition=known.as_of(step.law) if known else None,
        title=known.name if known else Text(step.title, step.title),
        track=known.track if known else Track(step.track or Track.OFFICE), state=state, trigger=step.trigger,
        trigger_on=step.trigger_on,
        counted_from=step.counted_from, due=step.due, act_by=step.act_by, done_on=step.done_on, person=person,
        worker=step.worker, outcome=step.outcome, reason=step.reason, note=step.note,
        turn=step.turn, law=step.law, body=step.body or (known.body if known else ""),
        relative=step.relative_uid, since=step.since,
        choice=step.choice, carried=step.carried, wave=step.wave, snoozed_until=step.snoozed_until,
        missed=_missed(step, known, today) if is_open(state) else 0,
        lacks=frozenset(known.documents).difference(held) if known else frozenset(),
        document=names.get(step.document_uid) if step.document_uid else None,
    )


def _missed(step: Step, known: StepDef | None, today: date | None) -> int:
    if known is None or known.repeat is None or step.due is None or today is None:
        return 0
    return passed(known.repeat, known.due.term, step.counted_from, step.turn, step.due, today)


def _paper_name(catalogue: Catalogue, kind: str, title: str) -> Text:
    if title or kind not in catalogue.documents:
        return Text(title, title)
    return catalogue.documents[kind].name


def _due() -> Select[*tuple[Any, ...]]:
    return (
        select(Step.uid, Step.version, Step.case_uid, CaseFile.number, Person.surname, Person.given,
               Person.patronymic, CaseFile.fate, Step.step_id, Step.title, Step.due, Step.act_by,
               func.coalesce(func.nullif(Step.worker, ""), CaseFile.worker), Step.snoozed_until)
        .join(CaseFile, CaseFile.uid == Step.case_uid)
        .join(Person, Person.uid == CaseFile.person_uid)
    )


def _first(wanted: Sequence[ColumnElement[bool]], size: int) -> Subquery:
    """The earliest steps of each open state, as the index holds them: nothing is read that is not shown."""
    of_states = (
        select(Step.uid).where(Step.state == state, *wanted)
        .order_by(Step.due, Step.uid).limit(size).subquery()
        for state in OPEN
    )
    return union_all(*(select(found) for found in of_states)).subquery()


def _since() -> ColumnElement[date]:
    """From when a family waits for a word."""
    return func.coalesce(CaseFile.last_contact, CaseFile.opened)


def _between(before: date, since: date | None) -> list[ColumnElement[bool]]:
    return [Step.due < before] if since is None else [Step.due < before, Step.due >= since]


def _active(cases: Conditions) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [
        CaseFile.deleted_at.is_(None), CaseFile.fate != Fate.CLOSED.value, CaseFile.closed_on.is_(None)
    ]  # fmt: skip
    return [*wanted, *cases]


def _due_row(found: Any, catalogue: Catalogue) -> DueRow:
    (uid, version, case, number, surname, given, patronymic, fate, step_id, title, due_on, act_by,
     worker, snoozed) = found
    known = catalogue.steps.get(step_id)
    return DueRow(
        step=uid, version=version, case=case, number=number,
        name=" ".join(filter(None, (surname, given, patronymic))), fate=Fate(fate), step_id=step_id,
        title=known.name if known else Text(title, title),
        kind=known.due.term.kind if known else Kind.OFFICE, due=due_on, act_by=act_by, worker=worker,
        snoozed_until=snoozed,
    )
