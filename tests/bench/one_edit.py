"""One edit saved, beside sqlcipher3 running the very same writes (row, search index, change rows, one commit), and
beside these together with the bytes of the anchor put on the disk.
"""

import os
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from app.people.person import Correction
from app.services import Services
from tests.bench import raw
from tests.bench.bed import Bed
from tests.bench.figure import Figure
from tests.bench.raw import Statement
from tests.bench.stopwatch import median_of, once

_TIMES = 30
_OTHER = ("Ґудзь", "Соловйов", "Їжак", "Згурський")


def measure(bed: Bed) -> list[Figure]:
    """A serviceman's surname is corrected; then his rows are put back, and the same writes run raw."""
    with bed.services() as services:
        connection = raw.connect(services.vault)
        cases = Random(bed.seed).sample(list(services.cases.uids()), k=min(_TIMES, bed.cases))
        edits = [_edit(services, connection, case, turn) for turn, case in enumerate(cases)]
        anchor = median_of(lambda _: _write_anchor(bed.folder / "anchor"), _TIMES)
        connection.close()
    ours, bare = (median(edit[side] for edit in edits) for side in (0, 1))
    return [
        Figure("one edit saved", ours, bare, most_times=4),
        Figure("  beside the same writes and one raw anchor", ours, bare + anchor, most_times=3),
    ]


def _edit(services: Services, connection: Any, case: Any, turn: int) -> tuple[float, float]:
    view = services.cases.view(case)
    surname = next(other for other in _OTHER[turn % 2 :] if other != view.surname)
    now = Correction(surname, view.given, view.patronymic, view.born)
    before = _Before(connection, (("person", view.person), ("case_file", case)))
    with raw.recorded(services.vault) as statements:
        ours = once(lambda: services.people.correct(view.person, view.person_version, now))
    before.put_back()
    return ours, once(lambda: _save(connection, raw.writes(statements)))


def _write_anchor(path: Path) -> None:
    draft = path.with_suffix(".tmp")
    with draft.open("wb") as file:
        file.write(bytes(200))
        os.fsync(file.fileno())
    draft.replace(path)


def _save(connection: Any, statements: list[Statement]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    raw.replay(connection, statements)
    connection.execute("COMMIT")


class _Before:
    """The rows an edit will touch, as they stood, and the end of the journal."""

    def __init__(self, connection: Any, rows: tuple[tuple[str, Any], ...]) -> None:
        self._connection = connection
        self._rows = [(table, uid.bytes, self._row(table, uid.bytes)) for table, uid in rows]
        self._last = connection.execute("SELECT max(n) FROM change").fetchone()[0] or 0

    def put_back(self) -> None:
        """Make the edit undone, so that the same statements find what they found the first time."""
        self._connection.execute("BEGIN IMMEDIATE")
        for table, uid, row in self._rows:
            places = ", ".join(f'"{name}" = ?' for name in row)
            self._connection.execute(f"UPDATE {table} SET {places} WHERE uid = ?", (*row.values(), uid))
        self._connection.execute("DELETE FROM change WHERE n > ?", (self._last,))
        self._connection.execute("COMMIT")

    def _row(self, table: str, uid: bytes) -> dict[str, Any]:
        cursor = self._connection.execute(f"SELECT * FROM {table} WHERE uid = ?", (uid,))
        return dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))
