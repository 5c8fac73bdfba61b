"""The office's own steps beside the law: its own standard, its own words, never anybody's right or duty by law."""

from dataclasses import dataclass, fields
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
from app.meanwhile import CorrectedMeanwhile, touches
from app.records.keeping import Kept
from app.records.shape import columns_of, draft_of
from db.models.base import new_uid
from db.models.law import OwnStep
from db.refusals import StaleEdit
from db.session import Database

LONGEST, MOST = 200, 3650
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

    `offered`: it comes with each of `fates`; `family_…`: how a family's paper names it, empty: it never prints.
    """

    title_uk: str
    track: Track
    fates: tuple[Fate, ...]
    title_en: str = ""
    qty: int | None = None
    unit: Unit = Unit.DAY
    offered: bool = False
    family_uk: str = ""
    family_en: str = ""


@dataclass(frozen=True, slots=True)
class OwnSteps:
    """Every method is one unit of work by the user who asks; services know of it once they are built anew."""

    database: Database
    clock: Clock
    access: Access

    def rows(self) -> tuple[Kept[OwnStepDraft], ...]:
        """The office's steps that are offered now."""
        with self.database.read() as session:
            found = session.scalars(select(OwnStep).where(OwnStep.deleted_at.is_(None)).order_by(OwnStep.code))
            return tuple(_kept(step) for step in found)

    def add(self, _owner: object, draft: OwnStepDraft) -> Changes:
        """Keep a new step. Raises `NotAllowed` and what `judge` raises."""
        self.access.require(Right.TRANSFER)
        judge(draft)
        with self.database.write(self.access.user) as session:
            written = {"written_at": self.clock.now(), "written_by": self.access.user}
            session.add(OwnStep(uid=new_uid(), code=f"{OWN}{_next(session):03d}", **written, **columns_of(draft)))
        return Changes.SETTINGS

    def edit(self, was: Kept[OwnStepDraft], now: OwnStepDraft) -> Changes:
        """Put a step right; cases that have it keep their due days.

        Raises as `add`, and `CorrectedMeanwhile`, `StaleEdit`.
        """
        self.access.require(Right.TRANSFER)
        judge(now)
        with self.database.write(self.access.user) as session:
            row = _standing(session, was.uid)
            recorded = _kept(row)
            if recorded.says != was.says:
                cells = {field.name: (row.uid, field.name) for field in fields(OwnStepDraft)}
                raise CorrectedMeanwhile(now=recorded, touches=touches(session, cells))
            for name, value in columns_of(now).items():
                if getattr(row, name) != value:
                    setattr(row, name, value)
        return Changes.SETTINGS

    def remove(self, uid: UUID) -> Changes:
        """Offer a step no more; cases that have it keep it. Raises `NotAllowed`, `StaleEdit`."""
        self.access.require(Right.TRANSFER)
        with self.database.write(self.access.user) as session:
            _standing(session, uid).deleted_at = self.clock.now()
        return Changes.SETTINGS


def judge(draft: OwnStepDraft) -> None:
    """Raise what is wrong with a draft."""
    if not draft.title_uk.strip():
        raise OwnStepUnnamed
    if any(len(text) > LONGEST for text in (draft.title_uk, draft.title_en, draft.family_uk, draft.family_en)):
        raise OwnStepTooLong(most=LONGEST)
    if not draft.fates:
        raise OwnStepForNobody
    if draft.qty is not None and not 0 <= draft.qty <= MOST:
        raise OwnTermImpossible(most=MOST)
    if bool(draft.family_uk.strip()) != bool(draft.family_en.strip()):
        raise HalfWording


def definition_of(step: OwnStep) -> StepDef:
    """An own step as the catalogue has its steps: the office's standard, without any act behind it."""
    says = draft_of(step, OwnStepDraft)
    family = Text(says.family_uk, says.family_en) if says.family_uk else None
    return StepDef(
        id=step.code, track=says.track, name=Text(says.title_uk, says.title_en or says.title_uk), family=family,
        applies_to=frozenset(says.fates), body="OFFICE", trigger="",
        due=DueDef(_FROM[0], _FROM[1:], Term(says.qty, says.unit, Kind.OFFICE), ()), documents=(), produces=(),
        basis=(), print=Print.FAMILY if family else Print.NEVER, sensitivity=2, confidence="high", sources=(),
        scope_office=False, repeat=None, retired=step.deleted_at is not None,
    )  # fmt: skip


def _kept(step: OwnStep) -> Kept[OwnStepDraft]:
    return Kept(step.uid, draft_of(step, OwnStepDraft), step.written_by, step.written_at)


def _standing(session: Session, uid: UUID) -> OwnStep:
    step = session.get_one(OwnStep, uid)
    if step.deleted_at is not None:
        raise StaleEdit
    return step


def _next(session: Session) -> int:
    last = session.scalar(select(func.max(OwnStep.code)))
    return int(last.removeprefix(OWN)) + 1 if last else 1
