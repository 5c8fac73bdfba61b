"""A hold forbids erasing; what is erased is gone from rows, files and history, which still proves the rest."""

import json
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import String, text

from app.access.access import Access, NotAllowed, NotYourCase
from app.approvals.service import ComeBackLater
from app.cases.case_filter import CaseFilter
from app.cases.draft import CaseDraft
from app.clock import FixedClock
from app.consents.draft import ConsentChannel
from app.domain.kin import PayWish
from app.domain.name import sort_key
from app.domain.reason_needed import ReasonNeeded
from app.domain.role import Role, rights
from app.holds.hold import OnHold
from app.kin.entries import WishDraft
from app.people.marks import MarkDraft, MarkKind
from app.retention.groups import GROUPS, Group
from app.retention.reach import models
from app.retention.service import NoErasure, NothingChosen
from app.rights.requests import RequestDraft, RequestKind
from app.search.donors import DonorDraft
from app.services import Services
from app.undo.service import ChangedSince, NotTakenBack, Unit
from app.vault.audit import audit
from app.vault.vault import OpenVault
from db.chain import ERASED, Break
from db.models.person import Phone
from tests.unit.conftest import MONDAY
from tests.unit.documents.made import picture, saved

TATTOO = MarkDraft(MarkKind.TATTOO, "ліве передпліччя", "якір-канарка")


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


@pytest.fixture
def tomorrow(vault: OpenVault) -> Services:
    """The same vault a day later: who works alone has waited."""
    return Services.of(vault, FixedClock(MONDAY.now() + timedelta(hours=25)))


def printed(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def everything(services: Services) -> str:
    """All that the records hold in any text column of any table, the history too."""
    with services.vault.database.read() as session:
        tables = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        rows = [session.execute(text(f'SELECT * FROM "{name}"')).all() for name in tables if "search_" not in name]
    return json.dumps([[str(value) for value in row] for table in rows for row in table], ensure_ascii=False)


def another(missing: CaseDraft) -> CaseDraft:
    """Another man's case, with nothing of the first one's."""
    man = replace(missing.person, surname="Їжак", given="Петро", rnokpp="")
    return replace(missing, person=man, relatives=(), references={})


def erased(services: Services, tomorrow: Services, case: UUID) -> None:
    with pytest.raises(ComeBackLater):
        services.record.retention.erase(case, "родина попросила")
    tomorrow.record.retention.erase(case, "родина попросила")


def test_a_case_is_erased_whole_and_the_history_stays_proven(
    services: Services, tomorrow: Services, case: UUID, missing: CaseDraft, tmp_path: Path
) -> None:
    other = services.cases.open(another(missing))[0]
    person = services.cases.view(case).person
    services.record.marks.add(person, replace(TATTOO, text="троянда-канарка"))
    services.record.marks.edit(services.record.marks.rows(person)[0], TATTOO)
    scan = tmp_path / "scan.jpg"
    scan.write_bytes(saved(picture()))
    services.documents.add(case, [scan])
    files = [path for path in (services.vault.path / "documents").rglob("*") if path.is_file()]
    assert len(files) == 3
    assert "якір-канарка" in everything(services)
    erased(services, tomorrow, case)
    told = everything(services)
    canaries = ("Ґудзь", "якір-канарка", "троянда-канарка", "6000000116", "000 000 00 17", "12026000000000001", "scan")
    for canary in canaries:
        assert canary not in told
    assert "Їжак" in told
    assert not any(path.exists() for path in files)
    assert audit(services.vault.database, deep=True).whole
    assert [row.uid for row in services.cases.page(CaseFilter(), None, 9).rows] == [other]


def test_the_number_of_an_erased_case_is_never_given_again(
    services: Services, tomorrow: Services, case: UUID, missing: CaseDraft
) -> None:
    number = services.cases.view(case).number
    erased(services, tomorrow, case)
    again = tomorrow.cases.open(another(missing))[0]
    assert tomorrow.cases.view(again).number == f"{number[:-1]}{int(number[-1]) + 1}"


def test_a_hold_forbids_every_erasing_until_who_approves_ends_it(
    services: Services, tomorrow: Services, case: UUID, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.jpg"
    scan.write_bytes(saved(picture()))
    (document,) = services.documents.add(case, [scan]).documents
    services.record.retention.hold(case, who="слідчий", why="справа в суді", review_on=date(2027, 1, 10))
    version = services.documents.rows(case)[0].version
    for deed in (
        lambda: services.record.retention.erase(case, "пора"),
        lambda: services.record.retention.anonymise(case, [Group.NAMES], "пора"),
        lambda: services.documents.erase(document, version),
    ):
        with pytest.raises(OnHold) as refused:
            deed()
        assert refused.value.facts == {"who": "слідчий", "why": "справа в суді"}
    worker = replace(services.record.retention, access=Access("Олена", rights([Role.CASEWORKER, Role.COORDINATOR])))
    with pytest.raises(NotAllowed):
        replace(worker, access=Access("Олена", rights([Role.CASEWORKER]))).release(case)
    worker.release(case)
    assert not services.record.retention.of(case).held
    erased(services, tomorrow, case)


def test_a_hold_placed_after_the_yes_still_forbids(services: Services, tomorrow: Services, case: UUID) -> None:
    with pytest.raises(ComeBackLater):
        services.record.retention.erase(case, "пора")
    tomorrow.record.retention.hold(case, who="суд", why="ухвала", review_on=None)
    with pytest.raises(OnHold):
        tomorrow.record.retention.erase(case, "пора")
    assert tomorrow.cases.view(case).number


def test_chosen_groups_go_and_the_rest_of_the_case_stays(services: Services, tomorrow: Services, case: UUID) -> None:
    person = services.cases.view(case).person
    services.record.marks.add(person, TATTOO)
    (mark,) = services.record.marks.rows(person)
    services.record.marks.edit(mark, replace(TATTOO, text="якір і троянда-канарка"))
    groups = [Group.NAMES, Group.CONTACTS, Group.APPEARANCE]
    with pytest.raises(ComeBackLater):
        services.record.retention.anonymise(case, groups, "строк минув")
    _, done = tomorrow.record.retention.anonymise(case, groups, "строк минув")
    told = everything(services)
    for canary in ("Ґудзь", "Ілля", "якір", "троянда", "000 000 00 17", sort_key("Ґудзь")):
        assert canary not in told
    assert "12026000000000001" in told
    view = tomorrow.cases.view(case)
    assert (view.number, view.name) == (done.number, "")
    assert audit(services.vault.database, deep=True).whole
    assert tomorrow.cases.page(CaseFilter(text="Ґудзь"), None, 9).rows == ()


def test_a_name_that_was_typed_in_full_elsewhere_goes_with_the_names(
    services: Services, tomorrow: Services, case: UUID
) -> None:
    today = MONDAY.today()
    services.record.search.donors.add(case, DonorDraft(who="Мотря Канарка"))
    services.record.kin.wishes.add(case, WishDraft(PayWish.NAMES, to_whom="Мотря Канарка"))
    asked = RequestDraft(RequestKind.ACCESS, "Мотря Канарка", today, ConsentChannel.PAPER)
    services.record.requests.add(case, asked)
    with pytest.raises(ComeBackLater):
        services.record.retention.anonymise(case, [Group.NAMES], "строк минув")
    tomorrow.record.retention.anonymise(case, [Group.NAMES], "строк минув")
    assert "Канарка" not in everything(services)
    assert len(tomorrow.record.requests.rows(case)) == 1


def test_a_yes_to_some_groups_is_no_yes_to_others(services: Services, tomorrow: Services, case: UUID) -> None:
    with pytest.raises(ComeBackLater):
        services.record.retention.anonymise(case, [Group.NOTES], "пора")
    with pytest.raises(ComeBackLater):
        tomorrow.record.retention.anonymise(case, [Group.NOTES, Group.NAMES], "пора")
    assert "Ґудзь" in everything(services)


def test_nothing_erased_comes_back_by_undo(services: Services, tomorrow: Services, case: UUID) -> None:
    person = services.cases.view(case).person
    start = services.undo.mark()
    services.record.marks.add(person, TATTOO)
    unit = services.undo.since(start)
    assert unit is not None
    redo = services.undo.undo(unit).unit
    before = tomorrow.undo.mark()
    with pytest.raises(ComeBackLater):
        services.record.retention.anonymise(case, [Group.APPEARANCE], "пора")
    tomorrow.record.retention.anonymise(case, [Group.APPEARANCE], "пора")
    assert tomorrow.undo.since(before) is None
    for taken in (redo, unit, Unit(before + 1, tomorrow.undo.mark())):
        with pytest.raises((NotTakenBack, ChangedSince)):
            tomorrow.undo.undo(taken)
    assert "якір-канарка" not in everything(services)


def test_a_row_that_was_taken_back_before_is_erased_too_and_stays_so(
    services: Services, tomorrow: Services, case: UUID
) -> None:
    start = services.undo.mark()
    with services.vault.database.write("Олена") as session:
        session.add(Phone(person_uid=services.cases.view(case).person, number="+380000000999", typed="канарка"))
    unit = services.undo.since(start)
    assert unit is not None
    redo = services.undo.undo(unit).unit
    assert "+380000000999" in everything(services)
    with pytest.raises(ComeBackLater):
        services.record.retention.anonymise(case, [Group.CONTACTS], "пора")
    tomorrow.record.retention.anonymise(case, [Group.CONTACTS], "пора")
    assert "+380000000999" not in everything(services)
    assert audit(services.vault.database, deep=True).whole
    with pytest.raises(NotTakenBack):
        tomorrow.undo.undo(redo)


def test_history_edited_by_hand_is_found_even_as_if_it_were_erased(
    services: Services, tomorrow: Services, case: UUID
) -> None:
    services.record.marks.add(services.cases.view(case).person, TATTOO)
    with pytest.raises(ComeBackLater):
        services.record.retention.anonymise(case, [Group.APPEARANCE], "пора")
    tomorrow.record.retention.anonymise(case, [Group.APPEARANCE], "пора")
    database = services.vault.database
    assert not isinstance(database.verify(), Break)
    with database.write("хтось") as session:
        told = text("SELECT n FROM change WHERE new IS NOT NULL AND new NOT LIKE '%erased%'")
        victim = session.execute(told).scalars().first()
        session.execute(text("UPDATE change SET new = :new WHERE n = :n"), {"new": ERASED, "n": victim})
    found = database.verify()
    assert isinstance(found, Break)
    assert found.n == victim


def test_erasing_needs_a_reason_a_group_and_ones_own_case(services: Services, case: UUID) -> None:
    retention = services.record.retention
    with pytest.raises(ReasonNeeded):
        retention.erase(case, " ")
    with pytest.raises(NothingChosen):
        retention.anonymise(case, [], "пора")
    stranger = replace(retention, access=Access("Ірина", rights([Role.CASEWORKER])))
    for deed in (
        lambda: stranger.erase(case, "пора"),
        lambda: stranger.hold(case, who="", why="так", review_on=None),
        lambda: stranger.of(case),
    ):
        with pytest.raises(NotYourCase):
            deed()


def test_reviews_that_are_near_and_holds_stand_in_the_list_of_the_office(services: Services, case: UUID) -> None:
    retention = services.record.retention
    assert retention.waiting() == ()
    retention.review(case, MONDAY.today() + timedelta(days=31))
    assert retention.waiting() == ()
    retention.review(case, MONDAY.today() + timedelta(days=30))
    assert [row.left for row in retention.waiting()] == [30]
    retention.review(case, None)
    retention.hold(case, who="суд", why="ухвала", review_on=None)
    assert [(row.held, row.left) for row in retention.waiting()] == [(True, None)]


def test_the_certificate_says_what_was_erased_and_names_nobody(
    services: Services, tomorrow: Services, case: UUID
) -> None:
    number = services.cases.view(case).number
    erased(services, tomorrow, case)
    (row,) = tomorrow.record.retention.erasures()
    pages = printed(tomorrow.record.retention.certificate(row.uid))
    for told in (number, row.mark, row.head[:32], "Олена", "What remains", "Що лишається", str(row.entries)):
        assert told in pages
    for canary in ("Ґудзь", "Ілля", "6000000116"):
        assert canary not in pages
    with pytest.raises(NoErasure):
        tomorrow.record.retention.certificate(case)


def test_every_table_and_column_that_a_group_names_exists_and_can_be_emptied() -> None:
    for group, told in GROUPS.items():
        for name in told.rows:
            assert name in models(), (group, name)
        for name, keys in told.emptied.items():
            columns = models()[name].__table__.c
            assert all(columns[key].nullable or isinstance(columns[key].type, String) for key in keys), (group, name)


def test_a_table_that_belongs_to_a_case_is_reached_by_erasing() -> None:
    belongs = {name for name, model in models().items() if "case_uid" in model.__table__.c}
    foreign = {
        name for name in belongs
        if any(key.column.table.name == "case_file" for key in models()[name].__table__.c.case_uid.foreign_keys)
    }  # fmt: skip
    assert belongs == foreign, "a row that names a case without a reference would stay behind"
    assert {"consent", "relative", "step", "clinical_note"} <= foreign
