"""A shared case opens to a colleague, and closes again."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.access.access import NotYourCase, access_of
from app.cases.draft import CaseDraft
from app.cases.queries import CaseFilter
from app.domain.role import Role
from app.services import Services
from app.sharing.service import NoSuchColleague, Sharing
from app.vault.audit import audit
from db.models.account import Account
from tests.unit.conftest import MONDAY


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    with services.vault.database.write("Олена") as session:
        for user, role in (("Ігор", Role.CASEWORKER), ("Аудитор", Role.AUDITOR), ("Марія", Role.CASEWORKER)):
            session.add(Account(user=user, roles=role.value, created=MONDAY.now()))
    return services.cases.open(replace(missing, worker="Олена"))[0]


def of(services: Services, user: str) -> Services:
    access = access_of(services.vault.database, user)
    return replace(
        services, access=access, cases=replace(services.cases, access=access),
        sharing=Sharing(services.vault.database, MONDAY, access),
    )  # fmt: skip


def test_a_shared_case_opens_and_closes(services: Services, case: UUID) -> None:
    his = of(services, "Ігор")
    assert his.cases.count(CaseFilter()) == 0
    services.sharing.share(case, "Ігор")
    services.sharing.share(case, "Ігор")
    assert services.sharing.with_whom(case) == ("Ігор",)
    assert his.cases.view(case).uid == case
    services.sharing.unshare(case, "Ігор")
    with pytest.raises(NotYourCase):
        his.cases.view(case)
    assert audit(services.vault.database, deep=True).whole


def test_only_who_has_it_shares_it_and_only_with_who_works_on_cases(services: Services, case: UUID) -> None:
    for nobody in ("Аудитор", "Ніхто"):
        with pytest.raises(NoSuchColleague):
            services.sharing.share(case, nobody)
    with pytest.raises(NotYourCase):
        of(services, "Ігор").sharing.share(case, "Марія")
    assert services.sharing.with_whom(case) == ()
