from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.access.access import NotAllowed, NotYourCase, access_of
from app.approvals.service import AnotherMustAgree, NothingToDecide
from app.cases.draft import CaseDraft
from app.cases.queries import CaseFilter
from app.contacts.service import ContactDraft
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.role import Right, Role
from app.fates.change import FateDraft
from app.office.service import OfficeRow
from app.people.person import Correction
from app.services import Services
from app.vault.vault import OpenVault
from db.models.account import Account, CaseShare
from db.models.base import new_uid
from db.models.step import Document
from tests.unit.conftest import MONDAY


def as_role(vault: OpenVault, *roles: Role) -> Services:
    """The services of the vault's user after his roles were changed; somebody else has an account too."""
    with vault.database.write("тест") as session:
        session.query(Account).delete()
        for user, given in ((vault.user, roles), ("Інша", (Role.LEAD,))):
            session.add(Account(uid=new_uid(), user=user, roles=" ".join(given), created=MONDAY.now()))
    return Services.of(vault, MONDAY)


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(replace(missing, worker="Коваль О."))[0]


DOINGS: dict[Right, list[Callable[[Services, UUID, Path], Any]]] = {
    Right.CASES_OWN: [
        lambda s, _case, _tmp: s.cases.page(CaseFilter()),
        lambda s, _case, _tmp: s.plan.today(),
        lambda s, _case, _tmp: s.plan.due(date(2027, 1, 1)),
        lambda s, _case, _tmp: s.cases.recent(),
    ],
    Right.CASES_ALL: [
        lambda s, case, _tmp: s.cases.view(case),
        lambda s, case, _tmp: s.record.timeline.rows(case),
        lambda s, case, _tmp: s.cases.relatives(case),
        lambda s, case, _tmp: s.plan.steps(case),
        lambda s, case, _tmp: s.contacts.log(ContactDraft(case, date(2026, 11, 23), "phone", "x")),
        lambda s, case, _tmp: s.fates.next(case),
        lambda s, case, _tmp: s.papers.family_paper(case),
        lambda s, case, _tmp: s.documents.rows(case),
        lambda s, _case, _tmp: list(s.cases.uids()),
    ],
    Right.TRANSFER: [
        lambda s, _case, tmp: s.imports.plan(book(tmp)),
        lambda s, _case, tmp: s.imports.remember("x", {}),
        lambda s, _case, tmp: s.exchange.export(recipient(tmp), tmp),
        lambda s, _case, _tmp: s.office.write(OfficeRow("Офіс")),
    ],
    Right.APPROVE: [
        lambda s, _case, _tmp: s.approvals.approve(new_uid()),
        lambda s, _case, _tmp: s.approvals.refuse(new_uid()),
        lambda s, case, _tmp: s.documents.erase(described(s, case), 1),
    ],
    Right.DISCLOSE: [
        lambda s, _case, _tmp: list(s.cases.dump()),
        lambda s, _case, _tmp: s.disclosures.log("dump", reason="перевірка"),
    ],
}


def described(services: Services, case: UUID) -> UUID:
    document = Document(uid=(uid := new_uid()), case_uid=case, kind="", title="Довідка")
    with services.vault.database.write("тест") as session:
        session.add(document)
    return uid


def book(folder: Path) -> Path:
    path = folder / "book.csv"
    path.write_text("ПІБ;Статус\nГончар Іван;зниклий безвісти\n", "utf-8")
    return path


def recipient(folder: Path) -> Path:
    from app.exchange.office import keygen

    return keygen(folder / new_uid().hex).recipient


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("right", list(DOINGS))
def test_the_services_enforce_the_table(
    vault: OpenVault, case: UUID, tmp_path: Path, role: Role, right: Right
) -> None:
    asked = as_role(vault, role)
    for doing in DOINGS[right]:
        if asked.access.may(right):
            with suppress(AnotherMustAgree, NothingToDecide):
                doing(asked, case, tmp_path)
        else:
            with pytest.raises((NotAllowed, NotYourCase)):
                doing(asked, case, tmp_path)


def test_a_caseworker_sees_own_and_shared_cases_only(vault: OpenVault, services: Services, missing: CaseDraft) -> None:
    other = services.cases.open(replace(missing, worker="Коваль О."))[0]
    own = services.cases.open(replace(missing, worker="Олена"))[0]
    hers = as_role(vault, Role.CASEWORKER)
    assert [row.uid for row in hers.cases.page(CaseFilter()).rows] == [own]
    assert hers.cases.count(CaseFilter(text="ґудзь")) == 1
    assert {row.case for row in hers.plan.today().today} == {own}
    assert hers.plan.today().active_count == 1
    with pytest.raises(NotYourCase):
        hers.cases.view(other)
    with vault.database.write("Інша") as session:
        session.add(CaseShare(uid=new_uid(), case_uid=other, user="Олена", shared_by="Інша", shared_at=MONDAY.now()))
    assert hers.cases.view(other).uid == other
    assert hers.cases.count(CaseFilter()) == 2


def test_a_colleagues_case_is_not_changed_by_any_door(vault: OpenVault, case: UUID) -> None:
    lead = Services.of(vault, MONDAY)
    step = lead.plan.steps(case)[0]
    person = lead.cases.view(case)
    lead.office.write(replace(lead.office.read(), copying=True))
    hers = as_role(vault, Role.CASEWORKER)
    doors: list[Callable[[], object]] = [
        lambda: hers.plan.done(step.uid, step.version, None),
        lambda: hers.fates.record(case, FateDraft(Fate.CAPTIVE_CONFIRMED, PartialDate(2026), ("D-NIB",))),
        lambda: hers.people.correct(person.person, person.person_version, Correction("Інший", "Іван")),
        lambda: hers.papers.given(case, None),
        lambda: hers.people.correct(person.person, person.person_version + 1, Correction("Інший", "Іван")),
        lambda: hers.disclosures.log("family_paper", case=case),
        lambda: hers.disclosures.copied([case]),
        lambda: hers.documents.add(case, []),
        lambda: hers.documents.verify(described(lead, case)),
    ]
    for door in doors:
        with pytest.raises(NotYourCase):
            door()
    assert lead.plan.steps(case)[0].version == step.version


def test_a_disabled_or_unknown_user_may_nothing(vault: OpenVault) -> None:
    as_role(vault, Role.LEAD)
    with vault.database.write("Інша") as session:
        session.query(Account).filter_by(user="Олена").one().disabled = True
    assert access_of(vault.database, "Олена").rights == frozenset()
    assert access_of(vault.database, "Хтось").rights == frozenset()
