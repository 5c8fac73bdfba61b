"""Entries of the record that no function of `sources` tells: that one was written down, of what kind; never its words.

What describes people is no happening of its own: it stands among the program's noise.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from sqlalchemy import ColumnElement, FromClause, Select, or_, select

from app.domain.partial_date import PartialDate, of_day
from app.domain.readers import closed_to
from app.records.kinds import KINDS
from app.subject import Subject
from app.timeline.row import Moment, TimelineRow
from app.timeline.sources import TOLD_HERE, Asking
from db.models.base import CaseEntry, Entry
from db.models.case_file import CaseFile
from db.models.family import Relative

_MOMENTS: Mapping[Subject, Moment] = MappingProxyType(
    {
        Subject.INFORMATION: Moment.INFORMATION, Subject.SEARCHES: Moment.SEARCH, Subject.RIGHTS: Moment.RIGHTS,
        Subject.CASE: Moment.STATUS_FACTS, Subject.DOCUMENTS: Moment.DOCUMENT_MOVE,
    }
)  # fmt: skip
_DAYS = ("on", "filed_on", "taken_on", "since")
"""The columns that say on which day it was, the first that a table has."""


def entries(asking: Asking) -> Iterator[TimelineRow]:
    """Every entry of the case, its man and his family that is for whoever asks; `detail` is its table."""
    for model, kind in KINDS.items():
        if model.__tablename__ in TOLD_HERE or (moment := _MOMENTS.get(kind.subject)) is None:
            continue
        table = model.__table__
        day, body = _day(table), table.c.get("body")
        for row in asking.session.execute(_standing(model, asking)).mappings():
            known = asking.catalogue.bodies.get(row[body]) if body is not None else None
            on = _as_day(row[day]) if day is not None else None
            yield TimelineRow(
                moment, on, row[table.c.written_at], known.name if known else None, model.__tablename__, "",
                row[table.c.written_by],
            )  # fmt: skip


def _standing(model: type[Entry], asking: Asking) -> Select[*tuple[object, ...]]:
    columns = model.__table__.c
    wanted = select(model.__table__).where(_of_case(model, asking), columns.deleted_at.is_(None))
    if "audience" in columns:
        wanted = wanted.where(columns.audience.not_in(closed_to(asking.access.rights)))
    return wanted


def _day(table: FromClause) -> ColumnElement[object] | None:
    return next((table.c[name] for name in _DAYS if name in table.c), None)


def _as_day(day: object) -> PartialDate | None:
    return of_day(day) if isinstance(day, date) else day if isinstance(day, PartialDate) else None


def _of_case(model: type[Entry], asking: Asking) -> ColumnElement[bool]:
    columns = model.__table__.c
    if issubclass(model, CaseEntry):
        return columns.case_uid == asking.case
    return or_(
        columns.person_uid.in_(select(CaseFile.person_uid).where(CaseFile.uid == asking.case)),
        columns.person_uid.in_(
            select(Relative.person_uid).where(Relative.case_uid == asking.case, Relative.deleted_at.is_(None))
        ),
    )
