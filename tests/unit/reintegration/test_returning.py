"""The plan of somebody who returned: his own words, what he agreed to, and on paper for him nothing else."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from app.access.access import NotYourCase
from app.cases.draft import CaseDraft, FateDraft
from app.clock import FixedClock
from app.contacts.service import ContactDraft
from app.domain.day_to_come import DayToCome
from app.domain.events import Event
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.role import Role, rights
from app.office.service import OfficeRow
from app.paper.return_plan import NothingAgreed
from app.plan.events import EventDay
from app.reintegration.plan import (
    Area,
    DeedDraft,
    GoalDraft,
    GoalOfAnotherCase,
    NoDeed,
    NoGoal,
    OtherWordsAgreed,
    ReachedBeforeAgreed,
    ReviewDraft,
    ReviewTooFar,
)
from app.reintegration.service import RETURN_PLAN, Returning
from app.reintegration.year import Kept
from app.rights.papers import PaperKind
from app.services import Services
from db.models.office import Disclosure
from tests.unit.conftest import MONDAY

TODAY = MONDAY.today()
BACK = date(2026, 10, 20)
CANARY = "ГалочкаПІД"


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    services.office.write(OfficeRow("Офіс супроводу", training=True))
    fates = (*missing.fates, FateDraft(Fate.CAPTIVE_CONFIRMED, PartialDate(2026, 8, 1)))
    back = FateDraft(Fate.RETURNED, PartialDate(BACK.year, BACK.month, BACK.day))
    return services.cases.open(CaseDraft(person=missing.person, fates=(*fates, back), relatives=missing.relatives))[0]


@pytest.fixture
def returning(services: Services) -> Returning:
    return services.record.returning


def goal(returning: Returning, case: UUID, words: str, agreed: date | None = TODAY, **more) -> UUID:
    returning.goals.add(case, GoalDraft(Area.HOUSING, words, agreed_on=agreed, **more))
    return returning.goals.rows(case)[-1].uid


def told(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_the_way_back_begins_with_the_day_of_the_return(returning: Returning, case: UUID) -> None:
    view = returning.view(case)
    assert view.returned
    assert (view.released, view.days) == (BACK, {Event.RELEASED: BACK})
    assert view.spans[0].since == BACK
    assert [one.due for one in view.contacts[:2]] == [date(2026, 11, 20), date(2026, 12, 20)]
    assert view.stages[0].next, "its steps are there"


def test_who_is_away_has_no_way_back_yet(services: Services, missing: CaseDraft, returning: Returning) -> None:
    view = returning.view(services.cases.open(missing)[0])
    assert (view.returned, view.released, view.spans, view.contacts) == (False, None, (), ())


def test_a_talk_with_him_keeps_the_contact_and_one_with_his_wife_does_not(
    services: Services, returning: Returning, case: UUID
) -> None:
    wife = services.cases.relatives(case)[0].uid
    services.contacts.log(ContactDraft(case, date(2026, 11, 18), "phone", "говорили", wife))
    assert returning.view(case).contacts[0].kept is Kept.DUE
    services.contacts.log(ContactDraft(case, date(2026, 11, 19), "phone", "говорили"))
    assert returning.view(case).contacts[0].spoken == date(2026, 11, 19)


def test_only_what_he_agreed_to_stands_on_his_paper(services: Services, returning: Returning, case: UUID) -> None:
    mine = goal(returning, case, "Жити окремо, з собакою", until=date(2027, 1, 15))
    goal(returning, case, f"{CANARY}-непогоджене", agreed=None)
    step = next(row for row in returning.view(case).steps if row.step_id == "RIN-07")
    hidden = next(row for row in returning.view(case).steps if row.step_id == "MED-03")
    returning.deeds.add(case, DeedDraft(mine, None, "Подивитися квартиру", "Оксана Коваль", date(2026, 12, 4)))
    returning.deeds.add(case, DeedDraft(mine, step.uid))
    returning.deeds.add(case, DeedDraft(mine, hidden.uid))
    returning.reviews.add(case, ReviewDraft(TODAY, agreed=True, days=30, said=f"{CANARY}-нотатка"))
    pdf = returning.paper(case, ("uk", "en"))
    text = told(pdf)
    for stands in ("«Жити окремо, з собакою»", "Подивитися квартиру", "Відпустка 90 днів", "Ninety days",
                   "23.12.2026", "НАВЧАЛЬНІ ДАНІ", "Ілля Тарасович", "Оксана Коваль", "7333"):  # fmt: skip
        assert stands in text, stands
    for absent in (CANARY, "катуван", "орту", "Стамбул", "Ґудзь", "А0012", "6000000116", "Іванівна"):
        assert absent not in text, absent
    assert returning.paper(case, ("uk", "en")) == pdf


def test_what_was_added_after_he_agreed_waits_until_he_agrees_again(
    services: Services, returning: Returning, case: UUID
) -> None:
    mine = goal(returning, case, "Повернутися до роботи", agreed=TODAY - timedelta(5))
    returning.deeds.add(case, DeedDraft(mine, None, "Подзвонити на завод"))
    assert "Подзвонити" not in told(returning.paper(case))
    returning.reviews.add(case, ReviewDraft(TODAY, agreed=False))
    assert "Подзвонити" not in told(returning.paper(case))
    returning.reviews.add(case, ReviewDraft(TODAY, agreed=True))
    assert "Подзвонити" in told(returning.paper(case))


def test_other_words_than_he_agreed_to_do_not_stand_on_his_paper(returning: Returning, case: UUID) -> None:
    goal(returning, case, "Жити окремо", agreed=TODAY - timedelta(5))
    (was,) = returning.goals.rows(case)
    with pytest.raises(OtherWordsAgreed):
        returning.goals.edit(was, replace(was.says, words="Переїхати до матері"))
    assert "«Жити окремо»" in told(returning.paper(case))
    returning.goals.edit(was, replace(was.says, words="Переїхати до матері", agreed_on=None))
    with pytest.raises(NothingAgreed):
        returning.paper(case)
    (was,) = returning.goals.rows(case)
    returning.goals.edit(was, replace(was.says, agreed_on=TODAY))
    assert "«Переїхати до матері»" in told(returning.paper(case))


def test_a_deed_put_into_other_words_waits_until_he_agrees_again(returning: Returning, case: UUID) -> None:
    mine = goal(returning, case, "Повернутися до роботи", agreed=TODAY)
    returning.deeds.add(case, DeedDraft(mine, None, "Подзвонити на завод"))
    later = replace(returning.deeds, clock=FixedClock(MONDAY.now() + timedelta(9)))
    (was,) = later.rows(case)
    later.edit(was, replace(was.says, result="додзвонилися"))
    assert "Подзвонити" in told(returning.paper(case)), "what came of it is no new deed"
    (was,) = later.rows(case)
    later.edit(was, replace(was.says, text="Лягти в диспансер"))
    assert "диспансер" not in told(returning.paper(case))


def test_a_step_of_his_plan_outlives_the_day_that_brought_it(
    services: Services, returning: Returning, case: UUID
) -> None:
    events = services.record.events
    events.add(case, EventDay(Event.LEAVE_STARTED, PartialDate(2026, 11, 20)))
    step = next(row for row in services.plan.steps(case) if row.step_id == "RIN-08")
    returning.deeds.add(case, DeedDraft(goal(returning, case, "Відпочити"), step.uid))
    (entry,) = (row.entry for row in events.rows(case) if row.event == Event.LEAVE_STARTED)
    events.edit(entry, replace(entry.says, on=None))
    assert returning.view(case).step(step.uid).due is None, "the plan is not torn, the term waits for its day"


def test_without_a_goal_he_agreed_to_nothing_is_printed(returning: Returning, case: UUID) -> None:
    goal(returning, case, "Поки не вирішив", agreed=None)
    with pytest.raises(NothingAgreed):
        returning.paper(case)


def test_that_he_was_given_it_is_kept(services: Services, returning: Returning, case: UUID) -> None:
    goal(returning, case, "Жити окремо")
    returning.given(case)
    with services.vault.database.read() as session:
        assert session.query(Disclosure).filter_by(kind=RETURN_PLAN, case_uid=case).count() == 1
    (paper,) = services.record.handed.rows(case)
    assert (paper.says.kind, paper.says.relative_uid) == (PaperKind.RETURN_PLAN, None)


def test_what_cannot_be_is_refused(services: Services, missing: CaseDraft, returning: Returning, case: UUID) -> None:
    mine = goal(returning, case, "Жити окремо")
    other = services.cases.open(CaseDraft(person=missing.person, fates=missing.fates))[0]
    foreign = returning.view(other).steps[0].uid
    ahead = TODAY + timedelta(1)
    for refused, deed in (
        (NoGoal, lambda: returning.goals.add(case, GoalDraft(Area.WORK, "  "))),
        (DayToCome, lambda: returning.goals.add(case, GoalDraft(Area.WORK, "так", agreed_on=ahead))),
        (ReachedBeforeAgreed,
         lambda: returning.goals.add(case, GoalDraft(Area.WORK, "так", None, TODAY, TODAY - timedelta(1)))),
        (NoDeed, lambda: returning.deeds.add(case, DeedDraft(mine, None, " "))),
        (GoalOfAnotherCase, lambda: returning.deeds.add(other, DeedDraft(mine, None, "так"))),
        (GoalOfAnotherCase, lambda: returning.deeds.add(case, DeedDraft(mine, foreign))),
        (DayToCome, lambda: returning.deeds.add(case, DeedDraft(mine, None, "так", done_on=ahead))),
        (ReviewTooFar, lambda: returning.reviews.add(case, ReviewDraft(TODAY, True, 366))),
        (ReviewTooFar, lambda: returning.reviews.add(case, ReviewDraft(TODAY, True, 0))),
        (DayToCome, lambda: returning.reviews.add(case, ReviewDraft(ahead, True))),
    ):  # fmt: skip
        with pytest.raises(refused):
            deed()
    assert len(returning.goals.rows(case)) == 1


def test_the_last_review_says_when_the_next_one_is(returning: Returning, case: UUID) -> None:
    assert returning.view(case).again is None
    returning.reviews.add(case, ReviewDraft(TODAY, True, 90))
    returning.reviews.add(case, ReviewDraft(TODAY - timedelta(40), True, 90))
    assert returning.view(case).again == TODAY + timedelta(90)


def test_a_case_of_a_colleague_stays_shut(services: Services, returning: Returning, case: UUID) -> None:
    goal(returning, case, "Жити окремо")
    stranger = services.access.__class__("Чужа", rights([Role.CASEWORKER]))
    theirs = Returning.of(services.vault.database, services.catalogue, FixedClock(MONDAY.now()), stranger)
    for deed in (theirs.view, theirs.paper, theirs.given, theirs.goals.rows):
        with pytest.raises(NotYourCase):
            deed(case)
