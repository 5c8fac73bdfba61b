"""The office's own steps beside the law: its own standard, its own words, never anybody's right or duty by law."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.catalogue.checks import OWN
from app.catalogue.definitions import DueDef, Print, StepDef
from app.changes import Changes
from app.clock import Clock
from app.domain.deadline import Kind, Term, Unit
from app.domain.errors import N_, UserError
from app.domain.fate import Fate
from app.domain.role import Right
from app.domain.step import Track
from app.domain.text import Text
from db.models.base import new_uid
from db.models.law import OwnStep
from db.refusals import StaleEdit
from db.session import Database

LONGEST, MOST_DAYS = 200, 3650
NO_WORDS = Text("", "")
_FROM = ("FATE_CHANGED", "CASE_OPENED")


class OwnStepUnnamed(UserError):
    what = N_("The step has no name in Ukrainian.")
    todo = N_("Write in a few words what is to be done. The English name may be left empty.")


class OwnStepTooLong(UserError):
    what = N_("A name or wording of the step is longer than {most} signs.")
    todo = N_("Say it shorter.")


class OwnStepForNobody(UserError):
    what = N_("The step applies to no status.")
    todo = N_("Tick at least one status to which it applies.")


class OwnTermImpossible(UserError):
    what = N_("The office’s standard is a whole number from 0 to {most}.")
    todo = N_("Write how long it may take, or leave it empty: then the step has no due day.")


class HalfWording(UserError):
    what = N_("The family’s wording stands in one language only.")
    todo = N_("Write it in Ukrainian and in English, or leave both empty: then the step never prints.")


@dataclass(frozen=True, slots=True)
class OwnStepDraft:
    """A step of the office. `qty` and `unit`: its standard from the day of the status, None for no due day.

    `offered`: it comes with each of `fates`; `family`: how a family's paper names it, empty: it never prints.
    """

    title: Text
    track: Track
    fates: frozenset[Fate]
    qty: int | None = None
    unit: Unit = Unit.DAY
    offered: bool = False
    family: Text = NO_WORDS


@dataclass(frozen=True, slots=True)
class OwnStepRow:
    """A step of the office as it is kept. `ended`: it is offered no more, and stays in the cases that have it."""

    uid: UUID
    version: int
    code: str
    draft: OwnStepDraft
    since: datetime
    by: str
    ended: bool


@dataclass(frozen=True, slots=True)
class OwnSteps:
    """Every method is one unit of work by the user who asks; services know of it once they are built anew."""

    database: Database
    clock: Clock
    access: Access

    def rows(self) -> tuple[OwnStepRow, ...]:
        """Every own step, those that ended last."""
        with self.database.read() as session:
            found = session.scalars(select(OwnStep).order_by(OwnStep.until.is_not(None), OwnStep.code))
            return tuple(_row(step) for step in found)

    def add(self, draft: OwnStepDraft) -> Changes:
        """Keep a new step. Raises `NotAllowed` and what `judge` raises."""
        self.access.require(Right.TRANSFER)
        judge(draft)
        with self.database.write(self.access.user) as session:
            step = OwnStep(
                uid=new_uid(), code=f"{OWN}{_next(session):03d}", since=self.clock.now(), by=self.access.user
            )
            _put(step, draft)
            session.add(step)
        return Changes.SETTINGS

    def edit(self, uid: UUID, version: int, draft: OwnStepDraft) -> Changes:
        """Put a step right; cases that have it keep their due days. Raises `StaleEdit` and what `add` raises."""
        self.access.require(Right.TRANSFER)
        judge(draft)
        with self.database.write(self.access.user) as session:
            _put(_found(session, uid, version), draft)
        return Changes.SETTINGS

    def end(self, uid: UUID, version: int, *, again: bool = False) -> Changes:
        """Offer a step no more, or `again`; cases that have it keep it. Raises `StaleEdit`, `NotAllowed`."""
        self.access.require(Right.TRANSFER)
        with self.database.write(self.access.user) as session:
            _found(session, uid, version).until = None if again else self.clock.now()
        return Changes.SETTINGS


def judge(draft: OwnStepDraft) -> None:
    """Raise what is wrong with a draft."""
    texts = (draft.title.uk, draft.title.en, draft.family.uk, draft.family.en)
    if not draft.title.uk.strip():
        raise OwnStepUnnamed
    if any(len(text) > LONGEST for text in texts):
        raise OwnStepTooLong(most=LONGEST)
    if not draft.fates:
        raise OwnStepForNobody
    if draft.qty is not None and not 0 <= draft.qty <= MOST_DAYS:
        raise OwnTermImpossible(most=MOST_DAYS)
    if bool(draft.family.uk.strip()) != bool(draft.family.en.strip()):
        raise HalfWording


def definition_of(step: OwnStep) -> StepDef:
    """An own step as the catalogue has its steps: the office's standard, without any act behind it."""
    family = Text(step.family_uk, step.family_en) if step.family_uk else None
    term = Term(step.qty, Unit(step.unit), Kind.OFFICE)
    return StepDef(
        id=step.code, track=Track(step.track), name=Text(step.title_uk, step.title_en), family=family,
        applies_to=frozenset(Fate(fate) for fate in step.fates.split()), body="OFFICE", trigger=_FROM[0],
        due=DueDef(_FROM[0], _FROM[1:], term, ()), documents=(), produces=(), basis=(),
        print=Print.FAMILY if family else Print.NEVER, sensitivity=2, confidence="high", sources=(),
        scope_office=False, repeat=None, retired=step.until is not None,
    )  # fmt: skip


def _row(step: OwnStep) -> OwnStepRow:
    known = definition_of(step)
    draft = OwnStepDraft(
        known.name, known.track, known.applies_to, step.qty, Unit(step.unit), step.offered, known.family or NO_WORDS
    )
    return OwnStepRow(step.uid, step.version, step.code, draft, step.since, step.by, step.until is not None)


def _put(step: OwnStep, draft: OwnStepDraft) -> None:
    step.title_uk = draft.title.uk.strip()
    step.title_en = draft.title.en.strip() or step.title_uk
    step.track, step.fates = draft.track.value, " ".join(sorted(fate.value for fate in draft.fates))
    step.qty, step.unit, step.offered = draft.qty, draft.unit.value, draft.offered
    step.family_uk, step.family_en = draft.family.uk.strip(), draft.family.en.strip()


def _found(session: Session, uid: UUID, version: int) -> OwnStep:
    step = session.get_one(OwnStep, uid)
    if step.version != version:
        raise StaleEdit
    return step


def _next(session: Session) -> int:
    codes: Sequence[str] = session.scalars(select(func.max(OwnStep.code))).all()
    return int(codes[0].removeprefix(OWN)) + 1 if codes and codes[0] else 1
