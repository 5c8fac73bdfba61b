"""A filter of cases as conditions on the records."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    exists,
    func,
    literal_column,
    or_,
    select,
    text,
    type_coerce,
)  # fmt: skip
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from app.cases.case_filter import CaseFilter
from app.clock import KYIV
from app.domain.fate import Fate
from app.domain.name import sort_key
from app.domain.step import Track
from app.names.index import terms_of
from app.plan.queries import OPEN
from db import search
from db.models.case_file import CaseFile, FateEvent
from db.models.family import Relative
from db.models.step import Step

_FEW = 2000
_MATCHES = "case_file.entry IN (SELECT rowid FROM case_search WHERE case_search MATCH :fts)"
_AMONG_MATCHES = cast("ColumnElement[bool]", text(_MATCHES))
_MET_AMONG_MATCHES = cast("ColumnElement[bool]", text(f"+{_MATCHES}"))
"""The plus keeps SQLite from looking every match up by its entry."""
_NOTHING = literal_column("0") == literal_column("1")


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks on which day, and which steps of the catalogue each track has."""

    user: str
    today: date
    steps: Mapping[Track, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What must hold, and what is bound in it."""

    where: tuple[ColumnElement[bool], ...]
    parameters: Mapping[str, Any]


def conditions(session: Session, wanted: CaseFilter, asking: Asking) -> Conditions:
    """What a case must meet to be shown.

    Unless few can meet them, cases are met walking an index that holds all of it, and no other index may be taken for a
    condition: the plus before a column keeps SQLite from it.
    """
    fts = search.query(terms_of(wanted.text)) if wanted.text.strip() else None
    if wanted.text.strip() and fts is None:
        return Conditions((_NOTHING,), {})
    few = bool(wanted.unit.strip()) or (fts is not None and search.few(session, fts, _FEW))
    where = [*_on_the_case(wanted, asking, walking=not few), *_beside_the_case(wanted, asking)]
    if fts is not None:
        where.append(_AMONG_MATCHES if few else _MET_AMONG_MATCHES)
    return Conditions(tuple(where), {"fts": fts} if fts is not None else {})


def _on_the_case(wanted: CaseFilter, asking: Asking, *, walking: bool) -> Iterator[ColumnElement[bool]]:
    """What the case's own line answers."""

    def column(of: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
        return UnaryExpression(of.expression, operator=custom_op("+"), type_=of.type) if walking else of.expression

    yield column(CaseFile.deleted_at).is_(None)
    if wanted.fates:
        yield column(CaseFile.fate).in_(sorted(fate.value for fate in wanted.fates))
    if wanted.captivity is not None:
        told = Fate.CAPTIVE_CONFIRMED if wanted.captivity else Fate.CAPTIVE_UNCONFIRMED
        yield column(CaseFile.fate) == told.value
    if wanted.mine:
        yield column(CaseFile.worker) == asking.user
    if wanted.worker:
        yield column(CaseFile.worker) == wanted.worker
    if wanted.closed is not None:
        yield column(CaseFile.closed_on).is_not(None) if wanted.closed else column(CaseFile.closed_on).is_(None)
    if wanted.unit.strip():
        yield column(CaseFile.unit_key) == sort_key(wanted.unit)
    yield from _in_days(wanted, asking.today, column)


def _in_days(
    wanted: CaseFilter, today: date, column: Callable[[InstrumentedAttribute[Any]], ColumnElement[Any]]
) -> Iterator[ColumnElement[bool]]:
    if wanted.due_in is not None:
        yield column(CaseFile.next_due) <= today + timedelta(days=wanted.due_in)
    if wanted.silent_for is not None:
        yield func.coalesce(CaseFile.last_contact, CaseFile.opened) < today - timedelta(days=wanted.silent_for)
    if wanted.updated_in is not None:
        day = today - timedelta(days=wanted.updated_in)
        yield column(CaseFile.updated) >= datetime.combine(day, time.min, KYIV)
    if wanted.opened_in is not None:
        yield column(CaseFile.opened) >= today - timedelta(days=wanted.opened_in)


def _beside_the_case(wanted: CaseFilter, asking: Asking) -> Iterator[ColumnElement[bool]]:
    """What its steps, its family and its fates answer."""
    if wanted.track is not None:
        by_hand = [""] if wanted.track is Track.OFFICE else []
        of_track = Step.step_id.in_([*asking.steps[wanted.track], *by_hand])
        yield exists(select(Step.uid).where(Step.case_uid == CaseFile.uid, Step.state.in_(OPEN), of_track))
    if wanted.no_contact:
        verified = and_(Relative.identity_verified, Relative.kinship_verified)
        yield ~exists(
            select(Relative.uid).where(
                Relative.case_uid == CaseFile.uid, Relative.deleted_at.is_(None), or_(Relative.primary, verified)
            )
        )
    if wanted.returned_in is not None:
        yield CaseFile.uid.in_(_returned(asking.today - timedelta(days=wanted.returned_in)))


def _returned(since: date) -> Select[UUID]:
    """The cases of those who came back since a day and stayed so; of a month or a year alone, its end counts."""
    reversal = aliased(FateEvent)
    day = func.ltrim(type_coerce(FateEvent.effective, String), "~")
    reversed_later = exists(
        select(reversal.uid).where(reversal.case_uid == FateEvent.case_uid, reversal.reverses_uid == FateEvent.uid)
    )
    return select(FateEvent.case_uid).where(
        FateEvent.fate == Fate.RETURNED.value, day >= func.substr(since.isoformat(), 1, func.length(day)),
        ~reversed_later,
    )
