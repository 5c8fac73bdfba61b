"""Whose step it is: its own worker's before that of its case; counts and lists say the same; deleted cases never."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.cases.case_filter import CaseFilter
from app.cases.draft import CaseDraft
from app.cases.queries import Chosen
from app.many.adding import StepDraft
from app.services import Services
from db.models.case_file import CaseFile
from db.models.step import Step

DAY = date(2026, 11, 20)
EVERYTHING = Chosen(everything=CaseFilter())


@pytest.fixture
def cases(services: Services, missing: CaseDraft) -> list[UUID]:
    """One case of Коваль, one of Ткач; in that of Коваль one step is for Ткач to do."""
    found = [services.cases.open(missing)[0], services.cases.open(replace(missing, worker="Ткач Н."))[0]]
    services.adding.add(EVERYTHING, StepDraft(title="Дзвінок", due=DAY))
    with services.vault.database.write("Олена") as session:
        step = session.query(Step).filter_by(case_uid=found[0], title="Дзвінок").one()
        step.worker = "Ткач Н."
    return found


def test_a_step_belongs_to_its_own_worker_first(services: Services, cases: list[UUID]) -> None:
    of_tkach = services.plan.today(workers={"Ткач Н."}, size=500)
    calls = [row for row in of_tkach.overdue if row.title.uk == "Дзвінок"]
    assert {row.case for row in calls} == set(cases)
    assert {row.worker for row in of_tkach.overdue} == {"Ткач Н."}
    of_koval = services.plan.today(workers={"Коваль О."}, size=500)
    assert "Дзвінок" not in {row.title.uk for row in of_koval.overdue}
    assert {row.case for row in of_koval.overdue} <= {cases[0]}


def test_the_parts_make_the_whole_and_counts_are_those_of_the_lists(services: Services, cases: list[UUID]) -> None:
    whole = services.plan.today(size=500)
    parts = [services.plan.today(workers={who}, size=500) for who in ("Ткач Н.", "Коваль О.")]
    for view in (whole, *parts):
        assert (view.overdue_count, view.today_count, view.week_count) == (
            len(view.overdue), len(view.today), len(view.week)
        )  # fmt: skip
    assert whole.overdue_count == sum(part.overdue_count for part in parts) > 0
    assert whole.active_count == sum(part.active_count for part in parts) == 2
    assert services.plan.today(workers={"Ткач Н.", "Коваль О."}, size=500) == whole


def test_the_calendar_counts_the_same(services: Services, cases: list[UUID]) -> None:
    since, until = DAY, DAY + timedelta(days=60)
    for workers in ((), ("Ткач Н.",)):
        counts = services.plan.day_counts(since, until, workers=workers)
        rows = services.plan.agenda(since, until, workers=workers)
        assert sum(count.steps for count in counts.values()) == len(rows) > 0
        assert counts[DAY].steps == sum(row.due == DAY for row in rows)


def test_the_steps_of_a_deleted_case_are_neither_listed_nor_counted(services: Services, cases: list[UUID]) -> None:
    with services.vault.database.write("Олена") as session:
        session.get_one(CaseFile, cases[0]).deleted_at = services.clock.now()
    view = services.plan.today(size=500)
    assert {row.case for row in view.overdue} == {cases[1]}
    assert view.overdue_count == len(view.overdue)
    assert sum(one.steps for one in services.plan.day_counts(DAY, DAY + timedelta(days=1)).values()) == 1
