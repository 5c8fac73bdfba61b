"""A case of many years opened in the window: 110 steps, 60 items, 125 notes, 60 papers, beside a raw reading of it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sys
from datetime import date, timedelta
from time import perf_counter
from uuid import UUID

from PySide6.QtWidgets import QApplication

from app.cases.queries import CaseFilter
from app.domain.information import EventKind
from app.domain.partial_date import PartialDate, of_day
from app.domain.readers import Readers
from app.i18n import Words
from app.information.items import Credibility, ItemDraft, Reliability
from app.notes.note import NoteDraft
from app.promises.service import PromiseDraft
from app.services import Services
from tests.bench import raw
from tests.bench.bed import CLOCK, Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import in_turns
from ui.stage import COMPACT, Stage

STEPS, ITEMS, NOTES, PAPERS = 110, 60, 125, 60
_TIMES = 15
_MOST = 0.1


def measure(bed: Bed) -> list[Figure]:
    """The same case each time: what its services read, and what its page needs until it is painted."""
    with bed.services() as services:
        case = fill(services)
        connection = raw.connect(services.vault)
        with raw.recorded(services.vault) as statements:
            read(services, case)
        wanted = raw.reads(statements)
        ours, bare = in_turns(lambda _: read(services, case), lambda _: raw.replay(connection, wanted), _TIMES)
        connection.close()
        painted = _painted(services, case)
    return [
        Figure("a heavy case read: head, steps, timeline, papers", ours, bare, most=_MOST),
        Figure("a heavy case opened in the window, painted", painted, most=_MOST),
    ]


def fill(services: Services) -> UUID:
    """Make the last case of the list heavy."""
    case = services.cases.page(CaseFilter(), None, 60).rows[-1].uid
    today: date = services.clock.today()
    for number in range(NOTES):
        day = today - timedelta(3 * number)
        services.record.notes.add(case, NoteDraft(Readers.OFFICE, None, day, f"Нотатка {number}: про що говорили."))
    for number in range(STEPS - len(services.plan.steps(case))):
        services.record.promises.add(case, PromiseDraft(f"Обіцянка {number}", due=today + timedelta(number)))
    for number in range(ITEMS):
        services.record.information.add(case, item(of_day(today - timedelta(number))))
    services.documents.tracking.need(case, list(services.catalogue.documents)[:PAPERS])
    return case


def read(services: Services, case: UUID) -> None:
    """What the page of a case asks for."""
    services.cases.view(case)
    services.plan.steps(case)
    services.record.timeline.rows(case)
    services.documents.rows(case)


def item(day: PartialDate) -> ItemDraft:
    """What somebody told, of no weight."""
    return ItemDraft(EventKind.SEEN, "Бачили в колоні.", "UNIT_ORDER", Reliability.C, Credibility.POSSIBLE, day)


def _painted(services: Services, case: UUID) -> float:
    """Seconds, as a median, from the wish to see the case to its painted page; another case is in view before."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("a QApplication is needed")
    other = services.cases.page(CaseFilter(), None, 60).rows[0].uid
    stage = Stage(application, services, CLOCK)
    stage.dress("light", Words("uk"))
    stage.resize(COMPACT.logical)
    seconds = []
    for _turn in range(_TIMES):
        stage.shell.open_case(other)
        stage.settle()
        begun = perf_counter()
        stage.shell.open_case(case)
        stage.settle()
        stage.front().grab()
        seconds.append(perf_counter() - begun)
    stage.close()
    return sorted(seconds)[_TIMES // 2]
