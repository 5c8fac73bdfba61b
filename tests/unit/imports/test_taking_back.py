"""An import taken back is as if it had never been, but for the history; what somebody built on stays."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from app.access.access import NotAllowed
from app.cases.queries import CaseFilter
from app.contacts.service import ContactDraft
from app.domain.role import Right
from app.domain.step import StepState
from app.imports.batches import BatchRow
from app.imports.service import LARGE, NoSuchImport
from app.imports.taking_back import TakenBackAlready, WorkedOnSince
from app.people.service import Correction
from app.progress import Cancelled, Progress
from app.services import Services
from app.vault.audit import audit
from app.vault.lines import untrue
from app.vault.vault import OpenVault, open_vault
from db.journal import READ
from db.models.account import CaseShare
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.family import Relative
from db.models.person import Person
from tests.unit.conftest import MONDAY, PASSPHRASE
from tests.unit.imports.test_imports import WIFE, workbook

TWO = (8, "Їжак Марко Іванович", "02.03.1991", "", "А0012", "зник безвісти", "15.06.2026", "Їжак Олена", "мати",
       "0000000018", "", "", "", "", "", "")  # fmt: skip
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return workbook(tmp_path / "register.xlsx", WIFE, TWO)


def bring(services: Services, path: Path) -> BatchRow:
    return services.imports.apply(services.imports.plan(path))


def told(services: Services) -> list[object]:
    return [{**case, "number": ""} for case in services.cases.dump()]


def whole(services: Services) -> bool:
    database = services.vault.database
    with database.read() as session:
        return audit(database, deep=True).whole and not list(untrue(session))


def test_it_is_listed_with_its_file_its_day_its_worker_and_what_came_of_it(services: Services, book: Path) -> None:
    made = bring(services, book)
    assert services.imports.batches() == (made,)
    assert (made.file_name, made.by, made.at, made.rows, made.cases, made.stands) == (
        "register.xlsx", "Олена", MONDAY.now(), 2, 2, True,
    )  # fmt: skip


def test_its_cases_leave_the_lists_and_the_search(services: Services, book: Path, missing) -> None:
    services.cases.open(replace(missing, person=replace(missing.person, surname="Ткач", rnokpp="")))
    made = bring(services, book)
    services.imports.take_back(made.uid)
    assert [row.surname for row in services.cases.page(CaseFilter()).rows] == ["Ткач"]
    assert not services.cases.page(CaseFilter(text="їжак")).rows
    assert services.plan.today().active_count <= services.cases.count(CaseFilter())
    (batch,) = services.imports.batches()
    assert (batch.stands, batch.taken_back_by, batch.taken_back_at) == (False, "Олена", MONDAY.now())
    assert whole(services)


def test_the_same_workbook_comes_in_again_as_it_did_the_first_time(services: Services, book: Path) -> None:
    first = bring(services, book)
    before = told(services)
    plan = services.imports.plan(book)
    assert plan.counts.duplicates == 2
    services.imports.take_back(first.uid)
    again = services.imports.plan(book)
    assert again.counts.taken == 2
    services.imports.apply(again)
    assert told(services) == before
    assert {case["number"] for case in services.cases.dump()} == {"К-2026-000003", "К-2026-000004"}
    assert whole(services)


def contact(services: Services, case: UUID) -> None:
    services.contacts.log(ContactDraft(case, date(2026, 11, 23), "phone", "Розмова"))


def step(services: Services, case: UUID) -> None:
    first = next(one for one in services.plan.steps(case) if one.state is StepState.OPEN)
    services.plan.done(first.uid, first.version, None)


def name(services: Services, case: UUID) -> None:
    view = services.cases.view(case)
    services.people.correct(view.person, view.person_version, Correction("Інший", "Марко"))


def relative(services: Services, case: UUID) -> None:
    with services.vault.database.write("Олена") as session:
        found = session.scalars(select(Relative).where(Relative.case_uid == case)).one()
        session.get_one(Person, found.person_uid).surname = "Інша"


def colleague(services: Services, case: UUID) -> None:
    with services.vault.database.write("Олена") as session:
        session.add(CaseShare(uid=new_uid(), case_uid=case, user="Ірина", shared_by="Олена", shared_at=MONDAY.now()))


def paper(services: Services, case: UUID) -> None:
    services.papers.given(case, None)


def handed_over(services: Services, case: UUID) -> None:
    with services.vault.database.write("Олена") as session:
        session.get_one(CaseFile, case).worker = "Ірина"


@pytest.mark.parametrize("working", [contact, step, name, relative, colleague, paper, handed_over])
def test_a_case_that_somebody_worked_on_keeps_the_whole_import(
    services: Services, book: Path, working: Callable[[Services, UUID], None]
) -> None:
    made = bring(services, book)
    working(services, services.cases.numbered("К-2026-000002"))
    with pytest.raises(WorkedOnSince) as refused:
        services.imports.take_back(made.uid)
    assert refused.value.facts == {"count": 1, "numbers": "К-2026-000002"}
    assert services.cases.count(CaseFilter()) == 2
    assert services.imports.batches()[0].stands


def test_work_on_other_cases_and_mere_reading_do_not_keep_it(services: Services, book: Path, missing) -> None:
    made = bring(services, book)
    other = services.cases.open(replace(missing, person=replace(missing.person, surname="Ткач", rnokpp="")))[0]
    contact(services, other)
    with services.vault.database.write("Олена") as session:
        session.noticed(CaseFile, services.cases.numbered("К-2026-000001"), READ)
    services.imports.take_back(made.uid)
    assert services.cases.count(CaseFilter()) == 1


def test_it_is_taken_back_once(services: Services, book: Path) -> None:
    made = bring(services, book)
    services.imports.take_back(made.uid)
    with pytest.raises(TakenBackAlready):
        services.imports.take_back(made.uid)
    with pytest.raises(NoSuchImport):
        services.imports.take_back(new_uid())


def test_the_second_of_two_imports_goes_without_the_first(services: Services, book: Path, tmp_path: Path) -> None:
    first = bring(services, book)
    second = bring(services, workbook(tmp_path / "b.xlsx", (9, "Ткач Яна Львівна", *TWO[2:])))
    services.imports.take_back(first.uid)
    assert [case["surname"] for case in services.cases.dump()] == ["Ткач"]
    services.imports.take_back(second.uid)
    assert services.cases.count(CaseFilter()) == 0


def test_only_who_may_import_may_take_back(services: Services, book: Path) -> None:
    made = bring(services, book)
    others = replace(services.imports, access=replace(services.access, rights=frozenset(Right) - {Right.TRANSFER}))
    for ask in (others.batches, lambda: others.take_back(made.uid)):
        with pytest.raises(NotAllowed):
            ask()


def large(folder: Path, cases: int = 450) -> Path:
    """More than are marked at once."""
    path = folder / "large.csv"
    rows = [f"Їжак Марко {chr(0x410 + n // 26)}{chr(0x430 + n % 26)}ович;А{n + 1:04}" for n in range(cases)]
    path.write_text("\n".join(["ПІБ;В/ч", *rows]), "utf-8")
    return path


def test_a_stopped_taking_back_leaves_everything(services: Services, tmp_path: Path) -> None:
    made = bring(services, large(tmp_path))
    assert made.cases > LARGE
    progress = Progress(lambda done, _total, _label: progress.cancel() if done else None)
    with pytest.raises(Cancelled):
        services.imports.take_back(made.uid, progress)
    assert services.cases.count(CaseFilter()) == made.cases
    assert services.imports.batches()[0].stands


KILLED = """
import os, signal, sys
from pathlib import Path
from app.progress import Progress
from app.services import Services
from app.vault.vault import open_vault
from tests.unit.conftest import MONDAY, PASSPHRASE

services = Services.of(open_vault(Path(sys.argv[1]), "Олена", PASSPHRASE), MONDAY)
dies = Progress(lambda done, total, label: os.kill(os.getpid(), signal.SIGKILL) if done >= int(sys.argv[2]) else None)
services.imports.take_back(services.imports.batches()[0].uid, dies)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that nobody can catch")
@pytest.mark.parametrize("at", [0, 400, 450])
def test_a_power_cut_in_the_middle_leaves_everything(vault: OpenVault, tmp_path: Path, at: int) -> None:
    services = Services.of(vault, MONDAY)
    made = bring(services, large(tmp_path))
    vault.close()
    died = subprocess.run(
        [sys.executable, "-c", KILLED, str(vault.path), str(at)], cwd=ROOT, check=False, capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert died.returncode == -signal.SIGKILL, died.stderr
    again = open_vault(vault.path, "Олена", PASSPHRASE)
    try:
        services = Services.of(again, MONDAY)
        assert services.cases.count(CaseFilter()) == made.cases
        assert services.imports.batches()[0].stands
        assert whole(services)
    finally:
        again.close()
