"""Who has how much: what waits longest first, by the worker of the step; only for who sees every case."""

from dataclasses import replace
from datetime import date

import pytest

from app.access.access import Access, NotAllowed
from app.cases.case_filter import CaseFilter
from app.cases.draft import CaseDraft
from app.cases.queries import Chosen
from app.domain.role import Right
from app.many.adding import StepDraft
from app.services import Services
from app.workload.service import WorkloadRow
from db.models.case_file import CaseFile
from db.models.step import Step


@pytest.fixture
def rows(services: Services, missing: CaseDraft) -> dict[str, WorkloadRow]:
    """Two cases of Коваль, one of Ткач; Ткач does the oldest step of a case of Коваль."""
    bare = replace(missing, events={}, fates=missing.fates)
    cases = [services.cases.open(replace(bare, worker=who))[0] for who in ("Коваль О.", "Коваль О.", "Ткач Н.")]
    for title, day in (("старий", date(2026, 10, 1)), ("новий", date(2026, 11, 20))):
        services.adding.add(Chosen(frozenset(cases[:1])), StepDraft(title=title, due=day))
    with services.vault.database.write("Олена") as session:
        session.query(Step).filter_by(title="старий").one().worker = "Ткач Н."
        session.get_one(CaseFile, cases[1]).opened = date(2026, 1, 1)
    return {row.worker: row for row in services.overview.workload.rows()}


def test_the_load_is_that_of_who_does_it(rows: dict[str, WorkloadRow], services: Services) -> None:
    assert list(rows) == ["Ткач Н.", "Коваль О."], "what waits longest first"
    assert rows["Ткач Н."].oldest == date(2026, 10, 1)
    assert rows["Коваль О."].cases == 2
    assert rows["Ткач Н."].cases == 1
    for worker, row in rows.items():
        view = services.plan.today(workers={worker}, size=500)
        assert row.overdue == view.overdue_count
        assert row.week == view.today_count + view.week_count
        assert row.silent == view.silent_count
    assert rows["Коваль О."].silent == 1


def test_the_list_that_opens_from_it_is_as_long(rows: dict[str, WorkloadRow], services: Services) -> None:
    silent = CaseFilter(worker="Коваль О.", silent_for=30, closed=False)
    assert services.cases.count(silent) == rows["Коваль О."].silent


def test_who_sees_his_own_cases_alone_sees_nobody_s_load(services: Services) -> None:
    with pytest.raises(NotAllowed):
        replace(services.overview.workload, access=Access("Ткач Н.", frozenset({Right.CASES_OWN}))).rows()
