"""Add one step, of the catalogue or written by hand, to many cases in one unit of work."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select

from app.access.access import Access
from app.cases.queries import Chosen
from app.cases.service import Cases
from app.catalogue.definitions import Catalogue, StepDef
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.fate import Fate
from app.domain.role import Right
from app.domain.step import StepState
from app.many.outcome import LeftOut, Outcome, OutRow, in_parts
from app.plan.queries import OPEN
from app.plan.refreshing import refresh_cases
from app.progress import Progress
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.step import Step
from db.session import Database

BY_HAND = "hand"
_AT_ONCE = 100


class NothingToDo(UserError):
    what = N_("The step has no name.")
    todo = N_("Choose a step from the catalogue, or write in a few words what is to be done.")


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step to be added: its catalogue id, or a title written by hand; the day it is due, if one is known."""

    step_id: str = ""
    title: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class AddingSteps:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    cases: Cases
    clock: Clock
    access: Access

    def add(self, picked: Chosen, draft: StepDraft, progress: Progress | None = None) -> Outcome:
        """Add the step to the cases that were picked; raises `NothingToDo`, `NotAllowed`, `Cancelled`.

        Cases where the same step is open, or to whose status it does not apply, are left out.
        """
        progress = progress or Progress()
        self.access.require(Right.CASES_OWN)
        known = self.catalogue.steps.get(draft.step_id)
        if known is None and not draft.title.strip():
            raise NothingToDo
        out: list[OutRow] = []
        with self.database.write(self.access.user) as session:
            wanted = self.cases.among(session, picked)
            for done, some in enumerate(in_parts(wanted, _AT_ONCE)):
                progress.checkpoint(done * _AT_ONCE, len(wanted))
                steps: list[Step] = []
                has = set(session.scalars(_having(draft).where(Step.case_uid.in_(some))))
                for case in session.scalars(select(CaseFile).where(CaseFile.uid.in_(some))):
                    why = _refusal(case, known, has=case.uid in has)
                    if why is not None:
                        out.append(OutRow(case.uid, case.number, why))
                        continue
                    steps.append(_step(case, draft, known))
                session.add_all(steps)
                session.flush()
                refresh_cases(session, [step.case_uid for step in steps], self.clock)
                session.flush()
                session.expunge_all()
            progress.checkpoint(len(wanted), len(wanted))
        return Outcome(len(wanted) - len(out), tuple(out), Changes.STEPS | Changes.CASES)


def _having(draft: StepDraft) -> Select[UUID]:
    """The cases where this very step is open already."""
    same = Step.step_id == draft.step_id if draft.step_id else Step.title == draft.title.strip()
    return select(Step.case_uid).where(same, Step.state.in_(OPEN))


def _refusal(case: CaseFile, known: StepDef | None, *, has: bool) -> LeftOut | None:
    if has:
        return LeftOut.STEP_OPEN
    return LeftOut.STEP_NOT_FOR_STATUS if known and Fate(case.fate) not in known.applies_to else None


def _step(case: CaseFile, draft: StepDraft, known: StepDef | None) -> Step:
    return Step(
        uid=new_uid(), case_uid=case.uid, step_id=known.id if known else "", title="" if known else draft.title.strip(),
        origin=BY_HAND, state=StepState.OPEN.value, due=draft.due, act_by=draft.due, law=known.law if known else 0,
    )
