"""Money as moments of a timeline: that something was claimed, decided, paid, held back or too much; never a sum."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue
from app.domain.benefit import IMPORTED
from app.domain.partial_date import PartialDate, of_day
from app.kin.standing import branches
from app.timeline.row import Moment, TimelineRow
from db.models.base import CaseEntry
from db.models.money import MoneyClaim, MoneyDecision, MoneyOverpaid, MoneyPayment, MoneyStop

TABLES = (MoneyClaim, MoneyDecision, MoneyPayment, MoneyStop, MoneyOverpaid)
Entry = MoneyClaim | MoneyDecision | MoneyPayment | MoneyStop | MoneyOverpaid
E = TypeVar("E", bound=CaseEntry)


def moments(session: Session, case: UUID, catalogue: Catalogue) -> Iterator[TimelineRow]:
    """Every line of money that was written by hand: `title` is which payment, `detail` the table, `branch` whose."""
    parted = branches(session, case)
    claims = {row.uid: row for row in _standing(session, MoneyClaim, case)}
    for row in _lines(session, case):
        about = claims.get(row.claim_uid) if isinstance(row, MoneyDecision) else row
        if about is None or about.kind == IMPORTED:
            continue
        benefit = catalogue.money.benefits.get(about.kind)
        yield TimelineRow(
            Moment.MONEY, _on(row), row.written_at, benefit.name if benefit else None, row.__tablename__, "",
            row.written_by, branch=parted.get(about.relative_uid, ""),
        )


def _lines(session: Session, case: UUID) -> Iterator[Entry]:
    yield from _standing(session, MoneyClaim, case)
    yield from _standing(session, MoneyDecision, case)
    yield from _standing(session, MoneyPayment, case)
    yield from _standing(session, MoneyStop, case)
    yield from _standing(session, MoneyOverpaid, case)


def _standing(session: Session, model: type[E], case: UUID) -> Sequence[E]:
    found = select(model).where(model.case_uid == case, model.deleted_at.is_(None)).order_by(model.uid)
    return session.scalars(found).all()


def _on(row: Entry) -> PartialDate | None:
    match row:
        case MoneyClaim():
            return _day(row.filed_on)
        case MoneyDecision():
            return _day(row.decided_on)
        case MoneyPayment():
            return _day(row.received_on) or row.month
        case MoneyStop():
            return _day(row.since)
    return _day(row.found_on)


def _day(on: date | None) -> PartialDate | None:
    return of_day(on) if on else None
