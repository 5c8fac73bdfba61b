"""Papers that run out: only those in hand, of cases that go on, within the days asked and the month behind."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.access.access import Access
from app.cases.draft import CaseDraft
from app.domain.paper_state import PaperState
from app.domain.role import Right
from app.services import Services
from db.models.step import Document

TODAY = date(2026, 11, 23)


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def paper(services: Services, case: UUID, days: int, state: PaperState = PaperState.RECEIVED) -> None:
    with services.vault.database.write("Олена") as session:
        until = TODAY + timedelta(days=days)
        session.add(Document(case_uid=case, kind="", title=f"{days} {state}", state=state.value, valid_until=until))


def titles(services: Services, *workers: str) -> list[str]:
    return [row.title for row in services.overview.expiring.within(7, workers=workers)]


def test_the_soonest_stands_first_and_what_is_far_on_no_list(services: Services, case: UUID) -> None:
    for days in (8, 7, 0, -30, -31):
        paper(services, case, days)
    paper(services, case, 1, PaperState.NEEDED)
    paper(services, case, 2)
    with services.vault.database.write("Олена") as session:
        session.query(Document).filter_by(title="2 received").one().deleted_at = services.clock.now()
    assert titles(services) == ["-30 received", "0 received", "7 received"]


def test_each_worker_has_his_own(services: Services, case: UUID) -> None:
    paper(services, case, 1)
    assert titles(services, "Коваль О.") == ["1 received"]
    assert titles(services, "Ткач Н.") == []
    access = Access("Ткач Н.", frozenset({Right.CASES_OWN}), alone=False)
    assert replace(services.overview.expiring, access=access).within(7) == ()
