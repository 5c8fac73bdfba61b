"""Entries of the record that no function of `sources` tells: that one was written down, by whom; never what it says.

What describes people is no happening of its own: it stands among the program's noise.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sqlalchemy import ColumnElement, or_, select

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
        Subject.CASE: Moment.STATUS_FACTS,
    }
)  # fmt: skip


def entries(asking: Asking) -> Iterator[TimelineRow]:
    """Every entry of the case, its man and his family; `detail` is its table."""
    for model, kind in KINDS.items():
        if model.__tablename__ in TOLD_HERE or (moment := _MOMENTS.get(kind.subject)) is None:
            continue
        live = select(model.written_at, model.written_by).where(_of_case(model, asking), model.deleted_at.is_(None))
        for at, by in asking.session.execute(live):
            yield TimelineRow(moment, None, at, None, model.__tablename__, "", by)


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
