"""The day's first screen, and one case opened: head, family, timeline and steps."""

from random import Random

from app.cases.queries import CaseFilter
from app.services import Services
from tests.bench import raw
from tests.bench.bed import Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import in_turns

_TIMES = 25


def measure(bed: Bed) -> list[Figure]:
    """Different cases each time, chosen by the seed."""
    with bed.services() as services:
        connection = raw.connect(services.vault)
        figures = [_today(services, connection), _count(services, connection), _case(bed, services, connection)]
        connection.close()
    return figures


def _today(services: Services, connection: object) -> Figure:
    with raw.recorded(services.vault) as statements:
        services.plan.today()
    wanted = raw.reads(statements)
    ours, bare = in_turns(lambda _: services.plan.today(), lambda _: raw.replay(connection, wanted), 5)
    return Figure("the day: overdue, today, week, silent families", ours, bare)


def _count(services: Services, connection: object) -> Figure:
    with raw.recorded(services.vault) as statements:
        services.cases.count(CaseFilter())
    wanted = raw.reads(statements)
    ours, bare = in_turns(
        lambda _: services.cases.count(CaseFilter()), lambda _: raw.replay(connection, wanted), 5
    )
    return Figure("count of the whole list", ours, bare)


def _case(bed: Bed, services: Services, connection: object) -> Figure:
    cases = Random(bed.seed).choices(list(services.cases.uids()), k=_TIMES)
    asked = []
    for case in cases:
        with raw.recorded(services.vault) as statements:
            _open(services, case)
        asked.append(raw.reads(statements))
    ours, bare = in_turns(
        lambda turn: _open(services, cases[turn]), lambda turn: raw.replay(connection, asked[turn]), _TIMES
    )
    return Figure("one case opened: head, family, timeline, steps", ours, bare, most=0.1)


def _open(services: Services, case: object) -> None:
    services.cases.view(case)
    services.record.timeline.rows(case)
    services.plan.steps(case)
