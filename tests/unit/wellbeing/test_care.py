"""What a psychologist keeps: scored as published, about one person, urgent where it is, and sealed from the others."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import text

from app.access.access import NotAllowed
from app.cases.draft import CaseDraft
from app.cases.view import CaseView
from app.crypto.kdf import FLOOR
from app.domain.day_to_come import DayToCome
from app.domain.role import Role
from app.domain.scales.change import Change
from app.domain.scales.grief import LossNotEstablished
from app.domain.scales.scale import Level, NoSuchAnswer, Tool
from app.domain.step import StepState
from app.services import Services
from app.vault.users import Users
from app.vault.vault import OpenVault, open_vault
from app.wellbeing.care import SAFETY_STEP, NotOfThisCase, WhyMissing
from app.wellbeing.sheets import Form, SafetyPlan, Session
from tests.unit.conftest import MONDAY

PHRASE = "вербовий місток над туманом"
TODAY = MONDAY.today()
CALM = (0,) * 9
CANARY = "ПлачеКоли-Дзвонять"


@pytest.fixture
def opened(vault: OpenVault, missing: CaseDraft) -> Iterator[Services]:
    services = Services.of(vault, MONDAY)
    services.cases.open(missing)
    Users(vault, MONDAY, services.access).add(
        "Психолог", PHRASE, [Role.PSYCHOLOGIST, Role.LEAD], clinical=True, params=FLOOR
    )
    vault.close()
    held = open_vault(vault.path, "Психолог", PHRASE)
    yield Services.of(held, MONDAY)
    held.close()


@pytest.fixture
def case(opened: Services) -> CaseView:
    return opened.cases.view(next(iter(opened.cases.uids())))


@pytest.fixture
def wife(case: CaseView) -> UUID:
    return case.relatives[0].person


def safety_steps(services: Services, case: CaseView):
    return [row for row in services.plan.steps(case.uid) if row.step_id == SAFETY_STEP]


def test_answers_are_scored_and_read_again_with_the_change(opened: Services, case: CaseView, wife: UUID) -> None:
    opened.care.screen(case.uid, wife, Tool.WHO5, date(2026, 11, 20), (1, 1, 1, 1, 1), " після дзвінка ")
    opened.care.screen(case.uid, wife, Tool.WHO5, date(2026, 10, 1), (3, 3, 3, 3, 3))
    newest, first = opened.care.view(case.uid, wife).screenings
    assert (newest.result.total, newest.result.level, newest.change) == (20, Level.VERY_LOW, Change.MEANINGFUL_WORSE)
    assert (newest.screening.note, newest.by) == ("після дзвінка", "Психолог")
    assert (first.result.total, first.change) == (60, None)


def test_a_thought_of_death_opens_the_step_about_safety_today(opened: Services, case: CaseView, wife: UUID) -> None:
    assert safety_steps(opened, case) == []
    result = opened.care.screen(case.uid, wife, Tool.PHQ9, date(2026, 11, 20), (*CALM[:8], 1))
    assert result.urgent
    (step,) = safety_steps(opened, case)
    assert (step.due, step.state) == (TODAY, StepState.OPEN)
    assert opened.care.view(case.uid, wife).urgent
    assert step.person == "Ґудзь Олена"
    opened.care.screen(case.uid, wife, Tool.CSSRS, TODAY, (1, 1, 0, 1, 0, 0))
    assert len(safety_steps(opened, case)) == 1, "the same step, not another"
    opened.care.screen(case.uid, wife, Tool.CSSRS, TODAY, (0, 0, None, None, None, 0))
    assert not opened.care.view(case.uid, wife).urgent
    assert len(safety_steps(opened, case)) == 1, "whoever asked closes it"


def test_a_step_put_off_comes_back_at_once(opened: Services, case: CaseView, wife: UUID) -> None:
    opened.care.screen(case.uid, wife, Tool.PHQ9, TODAY, (*CALM[:8], 1))
    (step,) = safety_steps(opened, case)
    opened.plan.defer(step.uid, step.version, date(2026, 12, 24), "чекаємо")
    assert step.uid not in {row.step for row in opened.plan.today().today}
    opened.care.screen(case.uid, wife, Tool.PHQ9, TODAY, (*CALM[:8], 2))
    (again,) = safety_steps(opened, case)
    assert again.uid == step.uid
    assert step.uid in {row.step for row in opened.plan.today().today}


def test_scores_belong_to_the_person_not_to_the_case(opened: Services, case: CaseView, wife: UUID) -> None:
    opened.care.screen(case.uid, wife, Tool.GAD7, TODAY, (1,) * 7)
    assert opened.care.view(case.uid, case.person).screenings == ()
    assert len(opened.care.view(case.uid, wife).screenings) == 1


def test_a_sheet_set_aside_counts_no_more_and_stays(opened: Services, case: CaseView, wife: UUID) -> None:
    opened.care.screen(case.uid, wife, Tool.GAD7, TODAY, (1,) * 7)
    (row,) = opened.care.view(case.uid, wife).screenings
    with pytest.raises(WhyMissing):
        opened.care.set_aside(case.uid, wife, row.uid, "  ")
    opened.care.set_aside(case.uid, wife, row.uid, "бланк іншої людини")
    assert opened.care.view(case.uid, wife).screenings == ()
    with opened.vault.database.read() as session:
        assert session.execute(text("SELECT count(*) FROM clinical_note")).scalar_one() == 2


def test_sessions_and_the_last_safety_plan(opened: Services, case: CaseView, wife: UUID) -> None:
    care = opened.care
    care.write(case.uid, wife, Session(date(2026, 11, 2), Form.PHONE, "спокійніша", date(2026, 12, 1)))
    care.write(case.uid, wife, Session(date(2026, 11, 16), Form.CHILD, "малює тата"))
    care.write(case.uid, wife, SafetyPlan(date(2026, 11, 2), signs="не спить"))
    care.write(case.uid, wife, SafetyPlan(TODAY, signs="не спить і не їсть", people="сестра"))
    view = care.view(case.uid, wife)
    assert [kept.sheet.form for kept in view.sessions] == [Form.CHILD, Form.PHONE]
    assert view.plan == SafetyPlan(TODAY, signs="не спить і не їсть", people="сестра")


def test_what_is_wrong_is_refused_and_nothing_is_kept(opened: Services, case: CaseView, wife: UUID) -> None:
    care = opened.care
    for refused, deed in (
        (DayToCome, lambda: care.screen(case.uid, wife, Tool.GAD7, date(2026, 11, 24), (1,) * 7)),
        (NoSuchAnswer, lambda: care.screen(case.uid, wife, Tool.GAD7, TODAY, (4, *(1,) * 6))),
        (LossNotEstablished, lambda: care.screen(case.uid, wife, Tool.PG13R, TODAY, (3,) * 10)),
        (NotOfThisCase, lambda: care.screen(case.uid, UUID(int=5), Tool.GAD7, TODAY, (1,) * 7)),
        (DayToCome, lambda: care.write(case.uid, wife, SafetyPlan(date(2026, 11, 24)))),
    ):
        with pytest.raises(refused):
            deed()
    with opened.vault.database.read() as session:
        assert session.execute(text("SELECT count(*) FROM clinical_note")).scalar_one() == 0
    assert safety_steps(opened, case) == []


def test_nothing_of_it_can_be_read_beside_the_seal(opened: Services, case: CaseView, wife: UUID) -> None:
    opened.care.screen(case.uid, wife, Tool.PHQ9, TODAY, CALM, CANARY)
    opened.care.write(case.uid, wife, SafetyPlan(TODAY, signs=CANARY))
    with opened.vault.database.read() as session:
        rows = session.execute(text("SELECT kind, hex(sealed) FROM clinical_note")).all()
        everything = repr(session.execute(text("SELECT * FROM change")).all())
    assert {kind for kind, _ in rows} == {"sheet"}
    assert CANARY not in everything
    assert not any(CANARY.encode().hex().upper() in sealed for _, sealed in rows)
    assert opened.wellbeing.notes(case.uid) == (), "sheets are no notes"


def test_who_has_not_the_right_is_refused(vault: OpenVault, missing: CaseDraft) -> None:
    services = Services.of(vault, MONDAY)
    uid = services.cases.open(missing)[0]
    person = services.cases.view(uid).person
    for deed in (
        lambda: services.care.view(uid, person),
        lambda: services.care.screen(uid, person, Tool.GAD7, TODAY, (1,) * 7),
        lambda: services.care.write(uid, person, SafetyPlan(TODAY)),
        lambda: services.care.set_aside(uid, person, UUID(int=1), "бо"),
    ):
        with pytest.raises(NotAllowed):
            deed()
