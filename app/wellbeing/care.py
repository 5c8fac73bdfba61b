"""What a psychologist keeps about one person: screenings and what they say, sessions, plans, and what was confided."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session as Unit

from app.changes import Changes
from app.domain.coming_of_age import OF_AGE, is_under
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.fate import Fate
from app.domain.scales.change import Change, change
from app.domain.scales.children import check_age
from app.domain.scales.grief import ESTABLISHED
from app.domain.scales.scale import Answers, Result, Tool
from app.domain.scales.scoring import Given, score
from app.domain.sex import Sex, of_patronymic
from app.domain.step import StepState
from app.plan.queries import OPEN
from app.plan.service import refresh_case
from app.records.shape import columns_of
from app.wellbeing.service import Wellbeing
from app.wellbeing.sheets import (
    SHEET,
    ChildSheet,
    Disclosure,
    SafetyPlan,
    Screening,
    Session,
    Sheet,
    Violence,
    Withdrawal,
    read,
    written,
)
from db.models.base import new_uid
from db.models.case_file import CaseFile, FateEvent
from db.models.family import Relative
from db.models.person import Person
from db.models.step import Step

SAFETY_STEP = "PSY-06"
"""The step of the catalogue that asks about safety."""
BY_SCREENING = "screening"


class NotOfThisCase(UserError):
    what = N_("This person does not stand in this case.")
    todo = N_("Choose the person of the case, or somebody of his family.")


class WhyMissing(UserError):
    what = N_("A sheet is not set aside without a reason.")
    todo = N_("Write in a few words what was wrong with it.")


class WhatWasDone(UserError):
    what = N_("The answers show a risk, and it is not said what was done.")
    todo = N_("Write in the note what was done at once: who stays, who was called, what was agreed.")


Writing = Session | SafetyPlan | Violence | ChildSheet | Disclosure
"""What is written down in words."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One sheet: who wrote it down and when."""

    uid: UUID
    sheet: Sheet
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ScreeningRow:
    """One screening with what it says; `change` from the one before of the same scale, where one is published."""

    uid: UUID
    screening: Screening
    result: Result
    change: Change | None
    by: str


@dataclass(frozen=True, slots=True)
class CareView:
    """All that is kept about one person, the newest first; of a plan and of a child's sheet, the last one written.

    `urgent`: the newest answers to a question about safety say that somebody must ask now. `violence`: at home, None
    where nobody told of it or it is over. `minor`: whether the person is under age, None where that is not known.
    """

    screenings: tuple[ScreeningRow, ...]
    sessions: tuple[Kept, ...]
    plan: SafetyPlan | None
    urgent: bool
    violence: Violence | None
    child: ChildSheet | None
    disclosures: tuple[Kept, ...]
    minor: bool | None


@dataclass(frozen=True, slots=True)
class Care:
    """Every method is one unit of work by the user who asks; whoever has no clinical key is refused."""

    wellbeing: Wellbeing

    def view(self, case: UUID, person: UUID) -> CareView:
        """What is kept about a person of the case, whatever case it was written in.

        Raises `NotAllowed`, `NoClinicalKey`, `NotYourCase`, `NotOfThisCase`.
        """
        standing = self._standing(case, person)
        screenings = _scored(standing)
        asked = [row for row in screenings if row.screening.tool in (Tool.PHQ9, Tool.CSSRS)]
        violence = _newest(standing, Violence)
        with self.wellbeing.database.read() as session:
            _relative(session, session.get_one(CaseFile, case), person)
            born = session.get_one(Person, person).born
        return CareView(
            screenings=tuple(reversed(screenings)),
            sessions=_of(standing, Session),
            plan=_newest(standing, SafetyPlan),
            urgent=bool(asked) and asked[-1].result.urgent,
            violence=violence if violence and not violence.over else None,
            child=_newest(standing, ChildSheet),
            disclosures=_of(standing, Disclosure),
            minor=is_under(born, OF_AGE, self.wellbeing.clock.today()),
        )

    def screen(self, case: UUID, person: UUID, tool: Tool, on: date, answers: Answers, note: str = "") -> Result:
        """Keep answers to a scale and say what they mean; an urgent one opens the step about safety for today.

        A risk by the C-SSRS is kept with what was done about it, in the note. Raises what `score` raises,
        `WhatWasDone`, `NotForThisAge`, `DayToCome`, `NotOfThisCase`, `NotAllowed`, `NoClinicalKey`, `NotYourCase`.
        """
        self._check_day(on)
        wellbeing = self.wellbeing
        with wellbeing.database.write(wellbeing.access.user) as session:
            row = session.get_one(CaseFile, case)
            relative = _relative(session, row, person)
            given = _given(session, row, person, on)
            result = score(tool, answers, given)
            if tool is Tool.CRIES8:
                check_age(session.get_one(Person, person).born, on)
            if tool is Tool.CSSRS and result.refer and not note.strip():
                raise WhatWasDone
            self._put(session, case, person, Screening(tool, answers, given, note))
            if result.urgent:
                self._ask_now(session, case, relative, on)
        return result

    def write(self, case: UUID, person: UUID, sheet: Writing) -> Changes:
        """Keep what was written down; the plan or sheet before it stays in the record. Raises as `screen` does."""
        self._check_day(sheet.on)
        wellbeing = self.wellbeing
        with wellbeing.database.write(wellbeing.access.user) as session:
            _relative(session, session.get_one(CaseFile, case), person)
            self._put(session, case, person, sheet)
        return Changes.NOTES

    def set_aside(self, case: UUID, person: UUID, sheet: UUID, why: str) -> Changes:
        """Let a sheet written by mistake count no more; it stays. Raises `WhyMissing`, `NotAllowed`, …"""
        if not why.strip():
            raise WhyMissing
        wellbeing = self.wellbeing
        with wellbeing.database.write(wellbeing.access.user) as session:
            self._put(session, case, person, Withdrawal(sheet, why))
        return Changes.NOTES

    def _put(self, session: Unit, case: UUID, person: UUID, sheet: Sheet) -> None:
        texts = columns_of(sheet)
        words = {name: text for name, text in texts.items() if type(getattr(sheet, name)) is str}
        self.wellbeing.put(session, case, SHEET, written(replace(sheet, **words)), person)

    def _standing(self, case: UUID, person: UUID) -> list[Kept]:
        rows = self.wellbeing.about(case, person, SHEET)
        sheets = [Kept(row.uid, read(row.text.encode()), row.by, row.created) for row in rows]
        gone = {kept.sheet.of for kept in sheets if isinstance(kept.sheet, Withdrawal)}
        return [kept for kept in sheets if kept.uid not in gone]

    def _check_day(self, on: date) -> None:
        if on > self.wellbeing.clock.today():
            raise DayToCome

    def _ask_now(self, session: Unit, case: UUID, relative: UUID | None, on: date) -> None:
        """The step about safety stands open for today, for this person."""
        today = self.wellbeing.clock.today()
        same = Step.case_uid == case, Step.step_id == SAFETY_STEP, Step.relative_uid == relative
        found = session.scalars(select(Step).where(*same, Step.state.in_(OPEN))).first()
        if found is None:
            found = Step(
                uid=new_uid(), case_uid=case, step_id=SAFETY_STEP, origin=BY_SCREENING, state=StepState.OPEN.value,
                relative_uid=relative, trigger_on=on, counted_from=on,
            )  # fmt: skip
            session.add(found)
        found.due = found.act_by = min(found.due or today, today)
        found.snoozed_until, found.snooze_reason = None, ""
        session.flush()
        refresh_case(session, case, self.wellbeing.clock)


S = TypeVar("S", bound=Writing)


def _newest(standing: Sequence[Kept], kind: type[S]) -> S | None:
    """The last sheet of a kind that was written down."""
    return next((kept.sheet for kept in reversed(standing) if isinstance(kept.sheet, kind)), None)


def _of(standing: Sequence[Kept], kind: type[Writing]) -> tuple[Kept, ...]:
    """Every sheet of a kind, by day, the newest first."""
    return tuple(sorted((kept for kept in standing if isinstance(kept.sheet, kind)), key=_day, reverse=True))


def _scored(standing: Sequence[Kept]) -> list[ScreeningRow]:
    """The screenings by day, each with its change from the one before of its scale."""
    rows: list[ScreeningRow] = []
    last: dict[Tool, Result] = {}
    for kept in sorted((one for one in standing if isinstance(one.sheet, Screening)), key=_day):
        screening = kept.sheet
        if not isinstance(screening, Screening):
            continue
        result = score(screening.tool, screening.answers, screening.given)
        before = last.get(screening.tool)
        rows.append(ScreeningRow(kept.uid, screening, result, change(before, result) if before else None, kept.by))
        last[screening.tool] = result
    return rows


def _day(kept: Kept) -> tuple[date, datetime]:
    sheet = kept.sheet
    if isinstance(sheet, Screening):
        return sheet.given.on, kept.at
    return (kept.at.date() if isinstance(sheet, Withdrawal) else sheet.on), kept.at


def _relative(session: Unit, case: CaseFile, person: UUID) -> UUID | None:
    """The person's place in the family, None for the man himself; raises `NotOfThisCase`."""
    if case.person_uid == person:
        return None
    found = session.scalars(
        select(Relative.uid).where(
            Relative.case_uid == case.uid, Relative.person_uid == person, Relative.deleted_at.is_(None)
        )
    ).first()
    if found is None:
        raise NotOfThisCase
    return found


def _given(session: Unit, case: CaseFile, person: UUID, on: date) -> Given:
    who = session.get_one(Person, person)
    sex = Sex(who.sex) if who.sex else of_patronymic(who.patronymic)
    fate = Fate(case.fate)
    died = None
    if fate in ESTABLISHED:
        newest = select(FateEvent).where(FateEvent.case_uid == case.uid).order_by(FateEvent.uid.desc()).limit(1)
        event = session.scalars(newest).first()
        died = event.effective.last if event and event.effective else None
    return Given(on, sex, fate, died)
