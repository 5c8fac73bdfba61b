"""Taking work back: old values return, new rows go, nothing that was built on is touched, and it can be done again."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.access.access import NotYourCase, access_of
from app.cases.draft import CaseDraft
from app.cases.queries import CaseFilter
from app.contacts.service import ContactDraft
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.domain.role import Role
from app.domain.step import StepState
from app.fates.change import FateDraft
from app.office.service import OfficeRow
from app.people.family import RelativeDetails
from app.people.person import Correction
from app.services import Services
from app.undo.service import ChangedSince, NotTakenBack, Undo, Unit
from app.vault.audit import audit
from app.vault.lines import untrue
from db.models.account import Account
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.clinical import ClinicalNote
from tests.unit.conftest import MONDAY


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(replace(missing, worker="Олена"))[0]


def unit(services: Services, mark: int) -> Unit:
    found = services.undo.since(mark)
    assert found is not None
    return found


def picture(services: Services, case: UUID) -> tuple[object, ...]:
    """What the window would show of a case, without versions."""
    row = services.cases.page(CaseFilter()).rows
    steps = [(step.uid, step.state, step.due, step.done_on, step.reason) for step in services.plan.steps(case)]
    return (
        [replace_time(one) for one in row], sorted(steps, key=str), services.record.timeline.rows(case),
        services.fates.known(case), services.cases.page(CaseFilter(text="ґудзь")).rows != (),
    )  # fmt: skip


def replace_time(row: object) -> object:
    return replace(row, updated=MONDAY.now())  # type: ignore[type-var]  # a CaseRow


def whole(services: Services) -> None:
    database = services.vault.database
    assert audit(database, deep=True).whole
    with database.read() as session:
        assert list(untrue(session)) == []


def step_done(services: Services, case: UUID) -> None:
    step = next(step for step in services.plan.steps(case) if step.state is StepState.OPEN)
    services.plan.done(step.uid, step.version, PartialDate(2026, 11, 20))


def contact(services: Services, case: UUID) -> None:
    services.contacts.log(ContactDraft(case, date(2026, 11, 23), "phone", "Розмова", None, date(2026, 11, 24), "що"))


def captive(services: Services, case: UUID) -> None:
    services.fates.record(case, FateDraft(Fate.CAPTIVE_CONFIRMED, PartialDate(2026, 9, 1), ("D-NIB",)))


def corrected(services: Services, case: UUID) -> None:
    view = services.cases.view(case)
    services.people.correct(view.person, view.person_version, Correction("Інший", "Іван", born=PartialDate(1991)))


DOINGS = {"step": step_done, "contact": contact, "fate": captive, "person": corrected}


@pytest.mark.parametrize("doing", DOINGS)
def test_what_was_done_is_taken_back_and_done_again(services: Services, case: UUID, doing: str) -> None:
    before, mark = picture(services, case), services.undo.mark()
    DOINGS[doing](services, case)
    after = picture(services, case)
    assert after != before
    undone = services.undo.undo(unit(services, mark))
    assert undone.touched
    assert picture(services, case) == before
    whole(services)
    services.undo.undo(undone.unit)
    assert picture(services, case) == after
    whole(services)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(list(DOINGS)))
def test_any_row_of_work_is_taken_back_in_turn(services: Services, missing: CaseDraft, names: list[str]) -> None:
    uid = services.cases.open(replace(missing, worker="Олена"))[0]
    pictures, marks = [], []
    for name in names:
        pictures.append(picture(services, uid))
        marks.append(services.undo.mark())
        DOINGS[name](services, uid)
    units = [Unit(mark + 1, end) for mark, end in zip(marks, [*marks[1:], services.undo.mark()], strict=True)]
    for one, before in zip(reversed(units), reversed(pictures), strict=True):
        services.undo.undo(one)
        assert picture(services, uid) == before
    whole(services)


def test_a_case_opened_by_mistake_goes_and_returns(services: Services, missing: CaseDraft) -> None:
    mark = services.undo.mark()
    uid = services.cases.open(missing)[0]
    after = picture(services, uid)
    undone = services.undo.undo(unit(services, mark))
    assert services.cases.page(CaseFilter()).rows == ()
    assert services.cases.page(CaseFilter(text="ґудзь")).rows == ()
    whole(services)
    services.undo.undo(undone.unit)
    assert picture(services, uid) == after


def test_what_was_built_on_stays(services: Services, missing: CaseDraft) -> None:
    mark = services.undo.mark()
    uid = services.cases.open(missing)[0]
    opened = unit(services, mark)
    contact(services, uid)
    before = picture(services, uid)
    with pytest.raises(ChangedSince):
        services.undo.undo(opened)
    assert picture(services, uid) == before
    mark = services.undo.mark()
    corrected(services, uid)
    first = unit(services, mark)
    corrected_again = services.cases.view(uid)
    services.people.correct(corrected_again.person, corrected_again.person_version, Correction("Третій", "Іван"))
    with pytest.raises(ChangedSince):
        services.undo.undo(first)
    assert services.cases.view(uid).surname == "Третій"


def test_a_unit_is_taken_back_once(services: Services, case: UUID) -> None:
    mark = services.undo.mark()
    step_done(services, case)
    done = unit(services, mark)
    services.undo.undo(done)
    with pytest.raises(ChangedSince):
        services.undo.undo(done)


def test_nobody_takes_back_another_persons_work_or_what_is_no_case(services: Services, case: UUID) -> None:
    database = services.vault.database
    with database.write("Олена") as session:
        session.add(Account(uid=new_uid(), user="Ігор", roles=Role.CASEWORKER.value, created=MONDAY.now()))
    mark = services.undo.mark()
    step_done(services, case)
    done = unit(services, mark)
    with pytest.raises(NotTakenBack):
        Undo(database, MONDAY, access_of(database, "Ігор")).undo(done)
    mark = services.undo.mark()
    services.office.write(OfficeRow("Інший офіс"))
    assert services.undo.since(mark) is None
    with pytest.raises(NotTakenBack):
        services.undo.undo(Unit(mark + 1, mark + 1))


def test_a_case_that_was_handed_over_meanwhile_is_not_touched(services: Services, case: UUID) -> None:
    database = services.vault.database
    with database.write("Олена") as session:
        session.scalars(select(Account)).one().roles = Role.CASEWORKER.value
        session.add(Account(uid=new_uid(), user="Ігор", roles=Role.LEAD.value, created=MONDAY.now()))
    hers = Services.of(services.vault, MONDAY)
    mark = hers.undo.mark()
    step_done(hers, case)
    done = unit(hers, mark)
    with database.write("Ігор") as session:
        session.scalars(select(CaseFile).where(CaseFile.uid == case)).one().worker = "Ігор"
    with pytest.raises(NotYourCase):
        hers.undo.undo(done)


def test_a_promise_that_was_kept_meanwhile_is_not_taken_away(services: Services, case: UUID) -> None:
    mark = services.undo.mark()
    contact(services, case)
    logged = unit(services, mark)
    promise = next(step for step in services.plan.steps(case) if step.due == date(2026, 11, 24))
    services.plan.done(promise.uid, promise.version, PartialDate(2026, 11, 23))
    before = picture(services, case)
    with pytest.raises(ChangedSince):
        services.undo.undo(logged)
    assert picture(services, case) == before


def test_a_case_with_a_clinical_note_is_not_taken_away(services: Services, missing: CaseDraft) -> None:
    mark = services.undo.mark()
    uid = services.cases.open(missing)[0]
    opened = unit(services, mark)
    with services.vault.database.write("Психолог") as session:
        session.add(
            ClinicalNote(case_uid=uid, kind="note", sealed=b"x", created=MONDAY.now(), created_by="Психолог")
        )
    with pytest.raises(ChangedSince):
        services.undo.undo(opened)


def test_what_was_removed_does_not_return_into_a_case_that_is_no_longer_ones_own(
    services: Services, case: UUID
) -> None:
    database = services.vault.database
    mark = services.undo.mark()
    captive(services, case)
    undone = services.undo.undo(unit(services, mark))
    with database.write("Олена") as session:
        session.scalars(select(Account)).one().roles = Role.CASEWORKER.value
        session.add(Account(uid=new_uid(), user="Ігор", roles=Role.LEAD.value, created=MONDAY.now()))
        session.get_one(CaseFile, case).worker = "Ігор"
    with pytest.raises(NotYourCase):
        Undo(database, MONDAY, access_of(database, "Олена")).undo(undone.unit)


def test_no_family_is_left_without_a_main_contact_or_with_two(services: Services, missing: CaseDraft) -> None:
    case = services.cases.open(replace(missing, relatives=()))[0]
    details = [RelativeDetails(Correction("Ґудзь", given), Relation.SIBLING) for given in ("Олег", "Юлія")]
    mark = services.undo.mark()
    services.family.add(case, details[0])
    first = unit(services, mark)
    services.family.add(case, details[1])
    with pytest.raises(ChangedSince):
        services.undo.undo(first)
    for row in reversed(services.cases.relatives(case)):
        mark = services.undo.mark()
        services.family.remove(row.uid, row.version)
    gone = unit(services, mark)
    services.family.add(case, details[1])
    with pytest.raises(ChangedSince):
        services.undo.undo(gone)
    assert [row.primary for row in services.cases.relatives(case)] == [True]
    whole(services)
