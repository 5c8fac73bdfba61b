"""What crosses all cases: the due list of an office and of a worker; a step added to a thousand cases, and put off."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.cases.case_filter import CaseFilter
from app.cases.queries import Chosen
from app.many.adding import StepDraft
from app.many.deferring import Delay
from app.services import Services
from tests.bench import raw
from tests.bench.bed import USER, Bed
from tests.bench.figure import Figure
from tests.bench.raw import Statement
from tests.bench.stopwatch import in_turns, once

MANY, TIMES = 1_000, 7
OFFICE, LARGE = 0.1, 0.5
"""Seconds for the due list of an office of five thousand cases, and of a hundred thousand."""


def measure(bed: Bed) -> list[Figure]:
    """The lists beside the same statements run raw, warm; then the writes beside theirs."""
    most = OFFICE if bed.cases <= 5_000 else LARGE
    with bed.services() as services:
        connection = raw.connect(services.vault)
        figures = [
            _listed(services, connection, "due list of the office", (), most),
            _listed(services, connection, "due list of one worker", (USER,), most),
            *_written(services, connection),
        ]
        connection.close()
    return figures


def _listed(services: Services, connection: Any, name: str, workers: tuple[str, ...], most: float) -> Figure:
    services.plan.today(workers=workers)
    with raw.recorded(services.vault) as statements:
        services.plan.today(workers=workers)
    wanted = raw.reads(statements)
    ours, bare = in_turns(
        lambda _: services.plan.today(workers=workers), lambda _: raw.replay(connection, wanted), TIMES
    )
    return Figure(name, ours, bare, most=most)


def _written(services: Services, connection: Any) -> list[Figure]:
    cases = list(services.cases.uids())[:MANY]
    picked, today = Chosen(frozenset(cases)), services.clock.today()
    before = _End(connection)
    with raw.recorded(services.vault) as added:
        ours = once(lambda: services.adding.add(picked, StepDraft(title="Запит", due=today)))
    before.put_back(cases)
    figures = [Figure(f"a step added to {len(cases):,} cases", ours, _saved(connection, added), most=3.0)]
    delay = Delay(today + timedelta(days=7), "чекаємо на відповідь")
    put_off = once(lambda: services.deferring.in_cases(Chosen(everything=CaseFilter()), delay))
    return [*figures, Figure("everything that comes up this week put off", put_off)]


def _saved(connection: Any, statements: list[Statement]) -> float:
    def save() -> None:
        connection.execute("BEGIN IMMEDIATE")
        raw.replay(connection, raw.writes(statements))
        connection.execute("COMMIT")

    return once(save)


class _End:
    """Where steps and the journal ended, so that the same writes can be run once more."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._step, self._change = (
            connection.execute(f"SELECT coalesce(max({key}), 0) FROM {table}").fetchone()[0]
            for key, table in (("rowid", "step"), ("n", "change"))
        )

    def put_back(self, cases: list[UUID]) -> None:
        """Take away what was added, and let the lines of the cases be as old as before."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany(
            "UPDATE case_file SET version = version - 1, next_step = NULL, next_due = NULL WHERE uid = ?",
            [(case.bytes,) for case in cases],
        )
        self._connection.execute("DELETE FROM step WHERE rowid > ?", (self._step,))
        self._connection.execute("DELETE FROM change WHERE n > ?", (self._change,))
        self._connection.execute("COMMIT")
