"""Who reads a restricted case, or clinical notes, is kept in the history; once for one sitting."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.access.access import NotAllowed, access_of
from app.access.reading import note_reading
from app.cases.draft import CaseDraft
from app.cases.restricting import Restricting
from app.domain.role import Role
from app.services import Services
from app.vault.audit import audit
from db.models.account import Account
from db.models.base import new_uid
from db.models.change import Change
from tests.unit.conftest import MONDAY


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def readings(services: Services, case: UUID) -> list[str]:
    with services.vault.database.read() as session:
        found = select(Change.actor).where(Change.row == case, Change.column.startswith("@")).order_by(Change.n)
        return list(session.scalars(found))


def test_a_restricted_case_keeps_its_readers_and_another_does_not(services: Services, case: UUID) -> None:
    services.cases.view(case)
    assert readings(services, case) == []
    services.restricting.restrict(case, restricted=True)
    assert services.cases.view(case).restricted
    services.cases.view(case)
    assert readings(services, case) == ["Олена"]
    note_reading(services.vault.database, case, "Олена", within=timedelta(0))
    assert readings(services, case) == ["Олена", "Олена"]
    assert audit(services.vault.database, deep=True).whole
    services.restricting.restrict(case, restricted=False)
    services.cases.view(case)
    assert len(readings(services, case)) == 2


def test_only_who_approves_may_restrict(services: Services, case: UUID) -> None:
    database = services.vault.database
    with database.write("Олена") as session:
        session.add(Account(uid=new_uid(), user="Ігор", roles=Role.CASEWORKER.value, created=MONDAY.now()))
    with pytest.raises(NotAllowed):
        Restricting(database, access_of(database, "Ігор")).restrict(case, restricted=True)


def test_a_reading_does_not_keep_work_from_being_taken_back(services: Services, case: UUID) -> None:
    services.restricting.restrict(case, restricted=True)
    mark = services.undo.mark()
    services.restricting.restrict(case, restricted=False)
    unit = services.undo.since(mark)
    assert unit is not None
    note_reading(services.vault.database, case, "Олена")
    services.undo.undo(unit)
    assert services.cases.view(case).restricted


@pytest.mark.parametrize("door", ["relatives", "timeline", "steps", "documents", "man", "facts"])
def test_every_door_to_a_restricted_case_keeps_its_readers(services: Services, case: UUID, door: str) -> None:
    doors = {
        "relatives": services.cases.relatives, "timeline": services.record.timeline.rows, "steps": services.plan.steps,
        "documents": services.documents.rows, "man": services.people.man, "facts": services.papers.facts,
    }
    doors[door](case)
    assert readings(services, case) == []
    services.restricting.restrict(case, restricted=True)
    doors[door](case)
    doors[door](case)
    assert readings(services, case) == ["Олена"]
