"""What the program and its forms did to the record, by the journal: steps laid out, fields put right."""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import func, or_, select

from app.domain.hlc import COUNTER_BITS, milliseconds
from app.journal.of_case import CASE, rows_of_case
from app.journal.tables import subject_of
from app.timeline.row import Moment, TimelineRow
from app.timeline.sources import TOLD_HERE, Asking
from db.models.case_file import CaseFile
from db.models.change import Change

_MINUTE = 60_000 << COUNTER_BITS


def noise(asking: Asking) -> Iterator[TimelineRow]:
    """One quiet row for each minute, hand and subject; `detail` is the subject, never what was written."""
    told_there = TOLD_HERE - {CaseFile.__tablename__}
    statement = (
        select(Change.table, Change.actor, func.min(Change.time), func.count())
        .where(
            Change.row.in_(rows_of_case()), Change.table.not_in(sorted(told_there)),
            or_(Change.column.is_(None), ~Change.column.startswith("@")),
        )
        .group_by(Change.time.op("/")(_MINUTE), Change.actor, Change.table)
    )
    for table, actor, time, count in asking.session.execute(statement, {CASE: asking.case}):
        at = datetime.fromtimestamp(milliseconds(time) / 1000, UTC)
        yield TimelineRow(
            Moment.DATA, None, at, None, subject_of(table).value, "", actor, quiet=True, count=count
        )
