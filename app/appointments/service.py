"""The appointments of a case and of some days, and the card that a family takes home."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.appointments.appointment import AppointmentDraft, Outcome, judging
from app.cases.relatives import relatives
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.safety import MayLeave, Safety
from app.office.service import read as read_office
from app.paper.appointment_card import CardFacts, appointment_card
from app.records.keeping import Keeping, Kept
from db.models.appointment import Appointment
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.family import Relative
from db.models.office import Disclosure
from db.models.person import Person
from db.session import Database

CARD = "appointment_card"
"""Under which name it is kept that a card left the vault."""


class NoCardForHer(UserError):
    what = N_("This person must not be reached in any way, so no card is made.")
    todo = N_("Tell the day and the hour by the way that was agreed with this person.")


class NothingLeft(UserError):
    what = N_("Others may read what this person takes home, so no card is made.")
    todo = N_("Say the day and the hour aloud; if she wants a card all the same, ask again and say so.")


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """An appointment of some day: of which case, about whom, with whom (`who`, a relative's name), whose it is."""

    uid: UUID
    case: UUID
    number: str
    name: str
    says: AppointmentDraft
    who: str
    worker: str


@dataclass(frozen=True, slots=True)
class Appointments:
    """Every method is one unit of work by the user who asks."""

    keeping: Keeping[Appointment, AppointmentDraft]

    @classmethod
    def of(cls, database: Database, catalogue: Catalogue, clock: Clock, access: Access) -> Self:
        """The appointments of a vault."""
        return cls(Keeping(Appointment, AppointmentDraft, database, clock, access, judging(catalogue)))

    def rows(self, case: UUID) -> tuple[Kept[AppointmentDraft], ...]:
        """The appointments of a case: those to come by their day, then what was, the last first."""
        today = self.keeping.clock.today()
        rows = sorted(self.keeping.rows(case), key=lambda row: (row.says.on, row.says.at))
        coming = [row for row in rows if row.says.state is Outcome.PLANNED and row.says.on >= today]
        return (*coming, *(row for row in reversed(rows) if row not in coming))

    def add(self, case: UUID, draft: AppointmentDraft) -> Changes:
        """Write one down. Raises what `judging` names, `TextTooLong`, `NotYourCase`."""
        return self.keeping.add(case, draft)

    def edit(self, was: Kept[AppointmentDraft], now: AppointmentDraft) -> Changes:
        """Put one right. Raises what `add` raises, `StaleEdit`, `CorrectedMeanwhile`."""
        return self.keeping.edit(was, now)

    def settle(self, was: Kept[AppointmentDraft], outcome: Outcome) -> Changes:
        """Say what became of one. Raises what `edit` raises."""
        return self.keeping.edit(was, replace(was.says, state=outcome))

    def remove(self, uid: UUID) -> Changes:
        """Take one out. Raises `StaleEdit`."""
        return self.keeping.remove(uid)

    def between(self, since: date, until: date, *, workers: Collection[str] = ()) -> tuple[AppointmentRow, ...]:
        """What is planned from `since` to before `until`, by day and hour; by `workers` if any are named."""
        asked = (
            select(Appointment, CaseFile, Person).join(CaseFile, CaseFile.uid == Appointment.case_uid)
            .join(Person, Person.uid == CaseFile.person_uid)
            .where(Appointment.on >= since, Appointment.on < until, Appointment.state == Outcome.PLANNED.value)
            .where(Appointment.deleted_at.is_(None), CaseFile.deleted_at.is_(None), *self.keeping.access.cases())
            .order_by(Appointment.on, Appointment.at, Appointment.uid)
        )  # fmt: skip
        if workers:
            names = sorted(workers)
            own = and_(Appointment.worker == "", CaseFile.worker.in_(names))
            asked = asked.where(or_(Appointment.worker.in_(names), own))
        with self.keeping.database.read() as session:
            return tuple(
                AppointmentRow(
                    row.uid, case.uid, case.number, _name(man), self.keeping.kept(row).says,
                    _relative(session, row.relative_uid), row.worker or case.worker,
                )
                for row, case, man in session.execute(asked)
            )  # fmt: skip

    def card(self, uid: UUID, languages: tuple[str, ...] = ("uk",), *, wanted: bool = False) -> bytes:
        """The card of one as PDF bytes; that it left is kept first. No name and nothing of the case stands on it.

        `wanted`: she asked for it although others may read what she takes home. Raises `NoCardForHer`,
        `NothingLeft`, `StaleEdit`, `NotYourCase`.
        """
        keeping = self.keeping
        with keeping.database.write(keeping.access.user) as session:
            row = keeping.standing(session, uid)
            known = relatives(session, row.case_uid, keeping.clock.today())
            safety = next((one.safety for one in known if one.uid == row.relative_uid), Safety())
            if safety.no_contact:
                raise NoCardForHer
            if safety.message is MayLeave.NO and not wanted:
                raise NothingLeft
            office = read_office(session)
            session.add(
                Disclosure(
                    uid=new_uid(), kind=CARD, case_uid=row.case_uid, relative_uid=row.relative_uid,
                    at=keeping.clock.now(), by=keeping.access.user,
                )
            )
            facts = CardFacts(
                number=session.get_one(CaseFile, row.case_uid).number, on=row.on, at=row.at, place=row.place,
                phones=office.phones, bring=tuple(filter(None, map(str.strip, row.bring.splitlines()))),
                training=office.training,
            )  # fmt: skip
        return appointment_card(facts, languages)


def _name(person: Person) -> str:
    return " ".join(filter(None, (person.surname, person.given, person.patronymic)))


def _relative(session: Session, uid: UUID | None) -> str:
    if uid is None:
        return ""
    return _name(session.get_one(Person, session.get_one(Relative, uid).person_uid))
