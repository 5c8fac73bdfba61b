"""A caseworker's day in the real window by keyboard alone, from the first screen to the paper, a lock and home."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pypdf
import pytest
from sqlalchemy import select

from app.cases.case_filter import CaseFilter
from app.clock import SystemClock
from app.domain.step import StepState
from app.services import Services
from app.vault.vault import open_vault
from db.models.office import Disclosure
from tests.e2e.day import GIVEN, NOTE, OFFICE, PHRASE, RELATIVE, SOURCE, SURNAME, UNSAVED, USER
from tests.security.machine import ROOT, Machine, machine

DAY = (sys.executable, str(ROOT / "tests/e2e/day.py"))
LONGEST = 400
XVFB = shutil.which("Xvfb")


@contextmanager
def no_screen() -> Iterator[dict[str, str]]:
    """Qt's own platform without a screen."""
    yield {"QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def a_screen() -> Iterator[dict[str, str]]:
    """An X server of its own, as a small laptop's; nobody manages its windows."""
    reading, writing = os.pipe()
    command = [XVFB or "", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        try:
            assert number, "the X server did not start"
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            server.terminate()


SCREENS = [
    pytest.param(no_screen, id="offscreen"),
    pytest.param(a_screen, id="xvfb", marks=pytest.mark.skipif(XVFB is None, reason="no X server to test on")),
]


@pytest.fixture(scope="module", params=SCREENS)
def lived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A machine on which the day was lived through."""
    folder = tmp_path_factory.mktemp("day")
    made = machine(folder / "machine", folder / "elsewhere")
    with ExitStack() as stack:
        screen = stack.enter_context(request.param())
        told = subprocess.run(
            DAY, env={**made.environment, **screen}, cwd=made.root, capture_output=True, text=True, timeout=LONGEST,
            check=False,
        )  # fmt: skip
    assert (told.returncode, told.stdout) == (0, "home\n"), told.stderr
    return made


@pytest.fixture(scope="module")
def services(lived: Machine) -> Iterator[Services]:
    vault = open_vault(lived.home / "office.suprovid", USER, PHRASE)
    yield Services.of(vault, SystemClock())
    vault.close()


def test_the_case_is_as_it_was_told(services: Services) -> None:
    (row,) = services.cases.page(CaseFilter(text=SURNAME), None, 9).rows
    view = services.cases.view(row.uid)
    assert view.name == f"{SURNAME} {GIVEN}"
    assert [one.name for one in view.relatives] == [RELATIVE]
    told = services.record.timeline.rows(row.uid)
    assert [one.text for one in told if one.text == NOTE] == [NOTE]
    fates = [one for one in told if one.fate is not None]
    assert len(fates) == 2
    assert any(SOURCE in f"{one.detail} {one.text}" for one in fates)
    assert fates[0].fate is view.fate
    assert services.office.read().name == OFFICE


def test_one_step_is_done_and_one_was_taken_back(services: Services) -> None:
    (row,) = services.cases.page(CaseFilter(text=SURNAME), None, 9).rows
    assert [one.state for one in services.plan.steps(row.uid)].count(StepState.DONE) == 1


def test_what_was_not_saved_is_kept(services: Services) -> None:
    assert [dict(one.values)["note"] for one in services.drafts.recent("contact")] == [UNSAVED]


def test_the_history_is_whole(services: Services) -> None:
    assert services.journal.state(deep=True).whole
    assert services.journal.users() == (USER,)


def test_the_paper_names_him_and_its_leaving_is_kept(lived: Machine, services: Services) -> None:
    (paper,) = lived.home.glob("*.pdf")
    assert SURNAME not in paper.name
    assert SURNAME in "".join(page.extract_text() for page in pypdf.PdfReader(paper).pages)
    (row,) = services.cases.page(CaseFilter(text=SURNAME), None, 9).rows
    with services.vault.database.read() as session:
        left = session.execute(select(Disclosure.case_uid, Disclosure.by)).all()
    assert [tuple(one) for one in left] == [(row.uid, USER)]


def test_nothing_in_the_program_broke(lived: Machine) -> None:
    assert not list(lived.root.rglob("crash.txt"))
