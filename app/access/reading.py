"""The log of readings: whoever opened a restricted case, or clinical notes, is kept in the history."""

import time
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from app.access.access import Access as Asking
from app.domain.hlc import milliseconds
from db.cipher import Access
from db.journal import READ
from db.models.case_file import CaseFile
from db.models.change import Change
from db.session import Database

CLINICAL_READ = "clinical_read"
ONE_READING = timedelta(minutes=10)
"""What a page reads again and again while somebody works on a case counts once."""


def read_by(database: Database, access: Asking, case: UUID) -> None:
    """Check that the user may see the case, and keep that he reads it if it is restricted.

    To be called before the unit of work that reads. Raises `NotYourCase`, `NotAllowed`.
    """
    with database.read() as session:
        access.check(session, case)
        restricted = session.scalar(select(CaseFile.restricted).where(CaseFile.uid == case))
    if restricted:
        note_reading(database, case, access.user)


def note_reading(
    database: Database, case: UUID, user: str, event: str = READ, *, within: timedelta = ONE_READING
) -> None:
    """Keep that `user` read the case now, unless he did so `within` a moment ago.

    A file opened for reading only keeps nothing.
    """
    if database.access is not Access.WRITE:
        return
    newest = (
        select(Change.time)
        .where(Change.row == case, Change.column == f"@{event}", Change.actor == user)
        .order_by(Change.n.desc())
        .limit(1)
    )
    with database.write(user) as session:
        last = session.scalar(newest)
        passed = time.time_ns() // 1_000_000 - milliseconds(last or 0)
        if not 0 <= passed < within / timedelta(milliseconds=1):
            session.noticed(CaseFile, case, event)
