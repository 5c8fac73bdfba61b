"""What bodies, civil law and the unit's list say of a man beside his fate: each a history, nothing overwritten."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, Self, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.access.access import Access
from app.catalogue.bodies import check_body
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.partial_date import PartialDate
from app.fates import confirmations
from app.fates.confirmations import ConfirmationDraft
from app.records.keeping import Keeping, Kept
from db.models.standing import CivilStatus, Confirmation, ServiceStatus
from db.session import Database


class CivilState(StrEnum):
    """What civil law and registers say (reference 1.1)."""

    NONE = "none"
    MISSING_ENTRY = "missing_entry"
    ABSENT = "absent"
    DECLARED_DEAD = "declared_dead"
    DEATH_REGISTERED = "death_registered"
    ANNULLED = "annulled"


class ServiceState(StrEnum):
    """What the unit's personnel record says (reference 1.1)."""

    ON_LIST = "on_list"
    AT_DISPOSAL = "at_disposal"
    SUPPORT_CENTRE = "support_centre"
    EXCLUDED = "excluded"
    DISCHARGED = "discharged"
    AWOL_SUSPECTED = "awol_suspected"
    AWOL_ESTABLISHED = "awol_established"


AWOL = frozenset({ServiceState.AWOL_SUSPECTED, ServiceState.AWOL_ESTABLISHED})
"""Pay under Resolution 884 leaves out who is absent without leave: never shown to a family."""


@dataclass(frozen=True, slots=True)
class CivilDraft:
    """What civil law says from a day on: by which body, under which number."""

    status: CivilState
    on: PartialDate | None = None
    body: str = ""
    number: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ServiceDraft:
    """What the unit's list says from a day on: by whose order, under which number."""

    status: ServiceState
    on: PartialDate | None = None
    body: str = ""
    number: str = ""
    comment: str = ""


S = TypeVar("S", CivilDraft, ServiceDraft)


def judging(catalogue: Catalogue, clock: Clock) -> Callable[[Session, UUID, CivilDraft | ServiceDraft], None]:
    """A judge of either: it raises `UnknownBody` and `DayToCome`."""

    def judge(_session: Session, _case: UUID, draft: CivilDraft | ServiceDraft) -> None:
        check_body(catalogue, draft.body)
        if draft.on and draft.on.first > clock.today():
            raise DayToCome

    return judge


@dataclass(frozen=True, slots=True)
class Lasting(Generic[S]):
    """A history, the newest by date first; `now` is the row that holds, None without any."""

    rows: tuple[Kept[S], ...]

    @property
    def now(self) -> Kept[S] | None:
        """What holds today."""
        return self.rows[0] if self.rows else None


def lasting(rows: Sequence[Kept[S]]) -> Lasting[S]:
    """The history in order: by date, what has none counts from the day it was written down."""

    def since(row: Kept[S]) -> tuple[date, UUID]:
        return (row.says.on.first if row.says.on else row.at.date(), row.uid)

    return Lasting(tuple(sorted(rows, key=since, reverse=True)))


@dataclass(frozen=True, slots=True)
class Standing:
    """The three kinds of entries, each kept as any other."""

    confirmations: Keeping[Confirmation, ConfirmationDraft]
    civil: Keeping[CivilStatus, CivilDraft]
    service: Keeping[ServiceStatus, ServiceDraft]

    @classmethod
    def of(cls, database: Database, catalogue: Catalogue, clock: Clock, access: Access) -> Self:
        """Build all three."""
        judge = judging(catalogue, clock)
        return cls(
            Keeping(
                Confirmation, ConfirmationDraft, database, clock, access, confirmations.judging(catalogue, clock)
            ),
            Keeping(CivilStatus, CivilDraft, database, clock, access, judge),
            Keeping(ServiceStatus, ServiceDraft, database, clock, access, judge),
        )
