"""A dump waits for a second person, or a day where there is none; training vaults wait for nobody."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from app.access.access import NotAllowed, access_of
from app.approvals.content import Content
from app.approvals.service import (
    AnotherMustAgree,
    Approvals,
    ComeBackLater,
    Kind,
    NothingToDecide,
    NotYourOwn,
)
from app.cases.draft import CaseDraft
from app.clock import Clock, FixedClock
from app.disclosure.service import Disclosures
from app.domain.reason_needed import ReasonNeeded
from app.domain.role import Role
from app.domain.second_person import Standing
from app.office.service import NotForTraining
from app.services import Services
from db.models.account import Account
from db.models.office import Disclosure
from db.session import Database
from tests.unit.conftest import MONDAY


def later(hours: float) -> FixedClock:
    return FixedClock(MONDAY.now() + timedelta(hours=hours))


def hired(database: Database, user: str, *roles: Role) -> None:
    with database.write("Олена") as session:
        session.add(Account(user=user, roles=" ".join(roles), created=MONDAY.now()))


def disclosures(database: Database, user: str, clock: Clock) -> Disclosures:
    access = access_of(database, user)
    return Disclosures(database, clock, access, Approvals(database, clock, access))


def logged(database: Database) -> int:
    with database.read() as session:
        return session.query(Disclosure).count()


def test_who_works_alone_waits_a_day_and_once(services: Services) -> None:
    database = services.vault.database
    with pytest.raises(ComeBackLater) as told:
        services.disclosures.log("dump", reason="перехід на інший ноутбук")
    assert "24.11.2026" in str(told.value.facts["moment"])
    with pytest.raises(ComeBackLater):
        disclosures(database, "Олена", later(23)).log("dump", reason="ще раз")
    (asked,) = services.approvals.list()
    assert (asked.reason, asked.standing) == ("перехід на інший ноутбук", Standing.WAITING)
    disclosures(database, "Олена", later(25)).log("dump", reason="час минув")
    assert logged(database) == 1
    with pytest.raises(ComeBackLater):
        disclosures(database, "Олена", later(26)).log("dump", reason="друга спроба")
    assert logged(database) == 1


def test_two_people_agree_whatever_the_hour(services: Services) -> None:
    database = services.vault.database
    hired(database, "Ігор", Role.LEAD)
    with pytest.raises(AnotherMustAgree):
        disclosures(database, "Олена", MONDAY).log("dump", reason="перевірка ДБР")
    with pytest.raises(AnotherMustAgree):
        disclosures(database, "Олена", later(48)).log("dump", reason="перевірка ДБР")
    (asked,) = services.approvals.list()
    mine = Approvals(database, later(49), access_of(database, "Олена"))
    with pytest.raises(NotYourOwn):
        mine.approve(asked.uid)
    his = Approvals(database, later(49), access_of(database, "Ігор"))
    his.approve(asked.uid)
    disclosures(database, "Олена", later(50)).log("dump", reason="погоджено")
    assert (logged(database), mine.list()[0].standing, mine.list()[0].decided_by) == (1, Standing.SPENT, "Ігор")
    with pytest.raises(NothingToDecide):
        his.refuse(asked.uid)


def test_a_no_or_a_withdrawal_ends_a_request(services: Services) -> None:
    database = services.vault.database
    hired(database, "Ігор", Role.LEAD)
    hired(database, "Марія", Role.CASEWORKER)
    lead = Approvals(database, MONDAY, access_of(database, "Ігор"))
    worker = Approvals(database, MONDAY, access_of(database, "Марія"))
    hers = disclosures(database, "Олена", MONDAY)
    with pytest.raises(AnotherMustAgree):
        hers.log("dump", reason="перша")
    (first,) = lead.list()
    assert worker.list() == ()
    with pytest.raises(NotAllowed):
        worker.approve(first.uid)
    with pytest.raises(NotYourOwn):
        lead.withdraw(first.uid)
    lead.refuse(first.uid)
    with pytest.raises(AnotherMustAgree):
        hers.log("dump", reason="друга")
    Approvals(database, MONDAY, access_of(database, "Олена")).withdraw(lead.list()[0].uid)
    assert [row.standing for row in lead.list()] == [Standing.REFUSED, Standing.REFUSED]
    assert logged(database) == 0


def test_a_colleague_who_may_not_approve_is_no_second_person(services: Services) -> None:
    database = services.vault.database
    hired(database, "Марія", Role.CASEWORKER)
    with pytest.raises(ComeBackLater):
        disclosures(database, "Олена", MONDAY).log("dump", reason="перевірка")


def test_a_failed_dump_spends_no_yes(services: Services) -> None:
    database = services.vault.database
    with pytest.raises(ComeBackLater):
        services.disclosures.log("dump", reason="перевірка")
    waited = Approvals(database, later(25), access_of(database, "Олена"))
    with pytest.raises(RuntimeError), waited.using(waited.list()[0].kind, "перевірка"):
        raise RuntimeError
    assert waited.list()[0].standing is Standing.READY


def test_training_waits_for_nobody_but_a_reason(services: Services) -> None:
    services.office.write(replace(services.office.read(), training=True))
    services.disclosures.log("dump", reason="навчання")
    assert logged(services.vault.database) == 1
    with pytest.raises(ReasonNeeded):
        services.approvals.check(Kind.DUMP, "  ")
    assert services.approvals.list() == ()


def test_one_yes_pays_for_one_dump(services: Services) -> None:
    database = services.vault.database
    hired(database, "Ігор", Role.LEAD)
    with pytest.raises(AnotherMustAgree):
        services_of(database).log("dump", reason="перша")
    (asked,) = services.approvals.list()
    Approvals(database, MONDAY, access_of(database, "Ігор")).approve(asked.uid)
    approvals = services_of(database).approvals
    approvals.check(Kind.DUMP, "обидві питають разом")
    with approvals.using(Kind.DUMP, "перша"):
        pass
    with pytest.raises(AnotherMustAgree), approvals.using(Kind.DUMP, "друга"):
        pass


def services_of(database: Database) -> Disclosures:
    return disclosures(database, "Олена", MONDAY)


def asked(database: Database, clock: Clock, user: str = "Олена") -> Approvals:
    return Approvals(database, clock, access_of(database, user))


def test_a_yes_to_one_change_is_no_yes_to_another(services: Services) -> None:
    database, case = services.vault.database, uuid4()
    hired(database, "Ігор", Role.LEAD)
    death, other = Content({"to": "DECEASED_IDENTIFIED"}, "12.09"), Content({"to": "DECEASED_IDENTIFIED"}, "13.09")
    with pytest.raises(AnotherMustAgree):
        asked(database, MONDAY).check(Kind.FATE, "звірено", case, death)
    lead = asked(database, MONDAY, "Ігор")
    (row,) = lead.list()
    assert row.shown == {"to": "DECEASED_IDENTIFIED"}, "the digest is for the program, not for eyes"
    lead.approve(row.uid)
    for kind, subject, content in (
        (Kind.FATE, case, other), (Kind.FATE, uuid4(), death), (Kind.MAIN_CONTACT, case, death),
        (Kind.FATE, case, Content()),
    ):  # fmt: skip
        with pytest.raises(AnotherMustAgree), database.write("Олена") as session:
            asked(database, MONDAY).spend(session, kind, subject, content)
    with database.write("Олена") as session:
        assert asked(database, MONDAY).spend(session, Kind.FATE, case, death) == "Ігор"
    with pytest.raises(AnotherMustAgree), database.write("Олена") as session:
        asked(database, MONDAY).spend(session, Kind.FATE, case, death)


def test_what_is_asked_is_kept_as_a_digest_and_a_few_words() -> None:
    written = Content({"to": "MISSING"}, "Ґудзь Ілля, лист № 5").canonical()
    assert "Ґудзь" not in written
    assert written == Content({"to": "MISSING"}, "Ґудзь Ілля, лист № 5").canonical()
    assert written != Content({"to": "MISSING"}, "Ґудзь Ілля, лист № 6").canonical()
    assert Content().canonical() == ""


def test_who_sends_the_others_away_gains_nothing(services: Services) -> None:
    database = services.vault.database
    hired(database, "Ігор", Role.LEAD)
    with pytest.raises(AnotherMustAgree):
        services_of(database).log("dump", reason="перша")
    with database.write("Олена") as session:
        session.query(Account).filter_by(user="Ігор").one().disabled = True
    with pytest.raises(AnotherMustAgree):
        disclosures(database, "Олена", later(30)).log("dump", reason="перша")


def test_a_vault_with_cases_never_becomes_one_for_training(services: Services, missing: CaseDraft) -> None:
    services.cases.open(missing)
    with pytest.raises(NotForTraining):
        services.office.write(replace(services.office.read(), training=True))
    assert not services.office.read().training
