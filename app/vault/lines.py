"""What the list says of a case, beside the rows that it was drawn from: the journal keeps those alone.

Old pages of the list put back together, or a hand in the file, would let a man who returned be captive again there.
"""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from app.plan.queries import OPEN

_STATES = ", ".join(f"'{state}'" for state in OPEN)
_TRUTH = {
    "fate": "SELECT e.fate FROM fate_event e WHERE e.case_uid = c.uid ORDER BY e.uid DESC LIMIT 1",
    "next_due": f"SELECT min(s.due) FROM step s WHERE s.case_uid = c.uid AND +s.state IN ({_STATES})",  # noqa: S608 - our own words
    "last_contact": 'SELECT max(t."on") FROM contact t WHERE t.case_uid = c.uid AND t.deleted_at IS NULL',
    "name_key": "SELECT p.name_key FROM person p WHERE p.uid = c.person_uid",
}
"""The columns of a case's line, and from what each of them follows; the plus keeps SQLite to the steps of one case."""
_MUST = ("fate", "name_key")
"""These are never empty."""


def untrue(session: Session) -> Iterator[tuple[UUID, str]]:
    """The cases, and the columns of their lines, that do not follow from the other rows.

    Where no such row is left, the line says nothing wrong: that they are gone is found by the history of rows.
    """
    for column, truth in _TRUTH.items():
        drawn = f"coalesce(({truth}), {_without(column)})"
        sql = f'SELECT c.uid FROM case_file c NOT INDEXED WHERE c."{column}" IS NOT {drawn}'  # noqa: S608 - as above
        for (uid,) in session.execute(text(sql)).all():
            yield UUID(bytes=uid), column


def redraw(connection: Connection, case: UUID | None = None) -> None:
    """Let every line, or that of one `case`, follow from what is there; where nothing is left, it stays as it is."""
    where, told = ("WHERE c.uid = ?", (case.bytes,)) if case else ("", ())
    for column, truth in _TRUTH.items():
        drawn = f"coalesce(({truth}), {_without(column)})"
        sql = f'UPDATE case_file AS c SET "{column}" = {drawn} {where}'  # noqa: S608 - as above
        connection.exec_driver_sql(sql, told)


def _without(column: str) -> str:
    """What a column of a line says where nothing is left that it follows from."""
    return f'c."{column}"' if column in _MUST else "NULL"
