"""Record what became of a person, with its evidence, and what each relative was told of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select

from app.access.access import Access
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.evidence import SECOND_CHECK, TWO_PERSON, Need
from app.domain.fate import HARD_NEWS, Fate
from app.domain.name import fold
from app.domain.partial_date import PartialDate
from app.domain.step import StepState
from app.domain.transition import allowed, check, ways
from app.office.service import calendar_mode
from app.people.belonging import check_belongs
from app.plan.opening import Opening, steps
from app.plan.queries import OPEN
from app.plan.service import refresh_case
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseFile, FateEvent
from db.models.family import Told
from db.models.step import Step
from db.session import Database

IN_PERSON = "in_person"
IN_PAIR = "in_pair"
HOW = (IN_PERSON, IN_PAIR, "phone", "paper")


class HardNewsInPerson(UserError):
    what = N_("News of a death or of an identification is told in person, never by phone or on paper.")
    todo = N_("Visit the family, two of you, and record it then.")


class NoSuchChange(UserError):
    what = N_("There is nothing to record: the status is already this one.")
    todo = N_("Choose another status, or write a note.")


class NotInTheRecord(UserError):
    what = N_("The record of this case never said: {status}.")
    todo = N_("Record the change of status first, then what the family was told.")


@dataclass(frozen=True, slots=True)
class Following:
    """A status that may follow the present one; on each of the `ways` there, every need must be met."""

    fate: Fate
    ways: tuple[tuple[Need, ...], ...]


@dataclass(frozen=True, slots=True)
class FateDraft:
    """A new status with its date, its evidence (document codes, grades), its source and a comment."""

    fate: Fate
    effective: PartialDate | None
    evidence: tuple[str, ...]
    source: str = ""
    source_type: str = ""
    comment: str = ""
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class Fates:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    def next(self, case: UUID) -> tuple[Fate, ...]:
        """The statuses that may follow the present one."""
        with self.database.read() as session:
            self.access.check(session, case)
            current, previous = _last_two(session.scalars(_history(case)).all())
        return allowed(self.catalogue.transitions, current, previous)

    def following(self, case: UUID) -> tuple[Following, ...]:
        """The statuses that may follow the present one, each with what the change needs."""
        with self.database.read() as session:
            self.access.check(session, case)
            current, previous = _last_two(session.scalars(_history(case)).all())
        table = self.catalogue.transitions
        return tuple(
            Following(fate, ways(table, current, fate, previous)) for fate in allowed(table, current, previous)
        )

    def known(self, case: UUID) -> tuple[Fate, ...]:
        """The statuses that the case has and had, the present one first, each once."""
        with self.database.read() as session:
            self.access.check(session, case)
            events = session.scalars(_history(case)).all()
        return tuple(dict.fromkeys(Fate(event.fate) for event in reversed(events)))

    def record(self, case: UUID, draft: FateDraft) -> Changes:
        """Add a fate event; the earlier ones stay. Opens its steps and closes those that no longer apply.

        Raises `TransitionNotAllowed` and `TransitionRefused`, which say what is missing, `DayToCome` and
        `NoSuchChange`. An approval by a second person is named in `approved_by` and must not be the recorder's own.
        """
        if draft.effective and draft.effective.first > self.clock.today():
            raise DayToCome
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            events = session.scalars(_history(case)).all()
            current, previous = _last_two(events)
            if draft.fate == current:
                raise NoSuchChange
            check(
                self.catalogue.transitions, self.catalogue.initial, current, draft.fate, self._shown(draft),
                previous=previous,
                fates={fate: status.name for fate, status in self.catalogue.statuses.items()},
                documents={code: paper.name for code, paper in self.catalogue.documents.items()},
            )
            session.add(self._event(case, draft, events))
            self._renew_steps(session, case, draft)
        return Changes.FATES | Changes.STEPS | Changes.CASES

    def tell(self, case: UUID, relative: UUID, fate: Fate, on: date, how: str, second: str = "") -> Changes:
        """Keep that a relative was told of a status, by whom and how; `second` was there too.

        Raises `HardNewsInPerson`, `DayToCome`, `OfAnotherCase`, and `NotInTheRecord` if the case never had that status.
        """
        if fate in HARD_NEWS and how not in (IN_PERSON, IN_PAIR):
            raise HardNewsInPerson
        if on > self.clock.today():
            raise DayToCome
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            check_belongs(session, case, relative)
            newest = session.scalars(_history(case).where(FateEvent.fate == fate.value)).all()
            if not newest:
                raise NotInTheRecord(status=self.catalogue.statuses[fate].name)
            session.add(
                Told(
                    uid=new_uid(), case_uid=case, relative_uid=relative, fate=fate.value,
                    fate_event_uid=newest[-1].uid, on=on, by=self.access.user, how=how,
                    second=second,
                )
            )
        return Changes.FATES

    def _shown(self, draft: FateDraft) -> frozenset[str]:
        somebody_else = fold(draft.approved_by) not in ("", fold(self.access.user))
        second = {TWO_PERSON, SECOND_CHECK} if somebody_else else set()
        written = {"note", "reason"} if draft.comment.strip() else set()
        return frozenset(draft.evidence) | second | written

    def _event(self, case: UUID, draft: FateDraft, events: Sequence[FateEvent]) -> FateEvent:
        reversed_event = next((event for event in events[-1:] if Fate(event.fate) in HARD_NEWS), None)
        reverses = reversed_event.uid if reversed_event and draft.fate not in HARD_NEWS else None
        return FateEvent(
            uid=new_uid(), case_uid=case, episode_uid=events[-1].episode_uid, fate=draft.fate.value,
            effective=draft.effective, recorded_at=self.clock.now(), recorded_by=self.access.user,
            source_type=draft.source_type, source=draft.source, evidence="; ".join(draft.evidence),
            comment=draft.comment.strip(), approved_by=draft.approved_by, reverses_uid=reverses,
        )

    def _renew_steps(self, session: JournaledSession, case_uid: UUID, draft: FateDraft) -> None:
        case = session.get_one(CaseFile, case_uid)
        case.fate = draft.fate.value
        today = self.clock.today()
        events = {"CASE_OPENED": case.opened, "FATE_CHANGED": today}
        if draft.effective:
            events["FATE_CHANGED"] = draft.effective.first
            if name := _EVENTS.get(draft.fate):
                events[name] = draft.effective.first
        existing = {step.step_id: step for step in session.scalars(select(Step).where(Step.case_uid == case_uid))}
        for step in existing.values():
            definition = self.catalogue.steps.get(step.step_id)
            if definition and step.state in OPEN and draft.fate not in definition.applies_to:
                step.state = StepState.OBSOLETE.value
        opening = Opening(draft.fate, events, today, calendar_mode(session), {})
        for planned in steps(self.catalogue, opening):
            if planned.definition.id not in existing:
                deadline = planned.deadline
                session.add(
                    Step(
                        uid=new_uid(), case_uid=case_uid, step_id=planned.definition.id, origin=planned.origin,
                        state=planned.answer.state.value, trigger=planned.trigger,
                        trigger_on=planned.trigger_on, counted_from=deadline.event if deadline else None,
                        due=deadline.due if deadline else None, act_by=deadline.act_by if deadline else None,
                    )
                )
        session.flush()
        refresh_case(session, case_uid, self.clock)


_EVENTS = {
    Fate.CAPTIVE_CONFIRMED: "CAPTIVITY_CONFIRMED",
    Fate.RETURNED: "RELEASED",
    Fate.BODY_UNIDENTIFIED: "BODY_REPATRIATED",
}


def _history(case: UUID) -> Select[FateEvent]:
    return select(FateEvent).where(FateEvent.case_uid == case).order_by(FateEvent.uid)


def _last_two(events: Sequence[FateEvent]) -> tuple[Fate, Fate | None]:
    fates = [Fate(event.fate) for event in events]
    return fates[-1], fates[-2] if len(fates) > 1 else None
