"""What a psychologist keeps: scored as published, about one person, urgent where it is, and sealed from the others."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select, text

from app.access.access import NotAllowed
from app.cases.draft import CaseDraft
from app.cases.view import CaseView
from app.crypto.kdf import FLOOR
from app.domain.day_to_come import DayToCome
from app.domain.role import Role
from app.domain.scales.change import Change
from app.domain.scales.children import NotForThisAge
from app.domain.scales.grief import LossNotEstablished
from app.domain.scales.scale import Level, NoSuchAnswer, Tool
from app.domain.step import StepState
from app.services import Services
from app.vault.users import Users
from app.vault.vault import OpenVault, open_vault
from app.wellbeing.care import SAFETY_STEP, NotOfThisCase, WhatWasDone, WhyMissing
from app.wellbeing.sheets import Answer, ChildSheet, Disclosure, Form, Listener, SafetyPlan, Session, Violence
from db.models.family import Relative
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
    opened.care.screen(case.uid, wife, Tool.CSSRS, TODAY, (1, 1, 0, 1, 0, 0), "сестра поруч, лікар у дорозі")
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


def test_violence_at_home_stands_until_it_is_over(opened: Services, case: CaseView, wife: UUID) -> None:
    care, told = opened.care, Violence(TODAY, now=True, said="боїться брата", safe="лише вдень")
    care.write(case.uid, wife, Violence(date(2026, 11, 2), said="сварки"))
    care.write(case.uid, wife, told)
    assert care.view(case.uid, wife).violence == told
    assert care.view(case.uid, case.person).violence is None, "hers alone"
    care.write(case.uid, wife, Violence(TODAY, over=True, said="брат виїхав"))
    assert care.view(case.uid, wife).violence is None


def test_a_child_has_a_sheet_and_a_grown_man_needs_none(opened: Services, case: CaseView, wife: UUID) -> None:
    sheet = ChildSheet(TODAY, "ліцей, 4 клас", "класна керівниця", "бабуся", "мати", "знає, що тато зник", "футбол")
    assert opened.care.view(case.uid, case.person).minor is False
    assert opened.care.view(case.uid, wife).minor is None, "nothing is known of her birth"
    opened.care.write(case.uid, wife, ChildSheet(TODAY, "садок"))
    opened.care.write(case.uid, wife, sheet)
    assert opened.care.view(case.uid, wife).child == sheet


def test_what_he_told_of_ill_treatment_is_kept_as_he_wants_it(opened: Services, case: CaseView) -> None:
    told = Disclosure(
        TODAY, (Listener.DOCTOR, Listener.PROSECUTOR), "висновок лікарні", "рука", medical=Answer.YES,
        prosecutor=Answer.NO,
    )  # fmt: skip
    opened.care.write(case.uid, case.person, told)
    (kept,) = opened.care.view(case.uid, case.person).disclosures
    assert kept.sheet == told
    assert Disclosure(TODAY).medical is Answer.NOT_ASKED, "silence is no leave"
    opened.care.set_aside(case.uid, case.person, kept.uid, "просить прибрати")
    assert opened.care.view(case.uid, case.person).disclosures == ()


def test_a_person_of_two_cases_has_one_chart(opened: Services, case: CaseView, missing: CaseDraft, wife: UUID) -> None:
    other = opened.cases.view(opened.cases.open(missing)[0])
    with opened.vault.database.write("Психолог") as session:
        session.scalars(select(Relative).where(Relative.case_uid == other.uid)).one().person_uid = wife
    opened.care.screen(case.uid, wife, Tool.WHO5, date(2026, 10, 1), (3,) * 5)
    opened.care.screen(other.uid, wife, Tool.WHO5, TODAY, (1,) * 5)
    for seen_from in (case.uid, other.uid):
        newest, first = opened.care.view(seen_from, wife).screenings
        assert (first.result.total, newest.result.total, newest.change) == (60, 20, Change.MEANINGFUL_WORSE)


def test_what_is_wrong_is_refused_and_nothing_is_kept(opened: Services, case: CaseView, wife: UUID) -> None:
    care = opened.care
    for refused, deed in (
        (DayToCome, lambda: care.screen(case.uid, wife, Tool.GAD7, date(2026, 11, 24), (1,) * 7)),
        (NoSuchAnswer, lambda: care.screen(case.uid, wife, Tool.GAD7, TODAY, (4, *(1,) * 6))),
        (WhatWasDone, lambda: care.screen(case.uid, wife, Tool.CSSRS, TODAY, (1, 1, 1, 0, 0, 0), "  ")),
        (NotForThisAge, lambda: care.screen(case.uid, case.person, Tool.CRIES8, TODAY, (0,) * 8)),
        (LossNotEstablished, lambda: care.screen(case.uid, wife, Tool.PG13R, TODAY, (3,) * 10)),
        (NotOfThisCase, lambda: care.view(case.uid, UUID(int=5))),
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
    opened.care.write(case.uid, wife, Violence(TODAY, now=True, said=CANARY, safe=CANARY))
    opened.care.write(case.uid, wife, ChildSheet(TODAY, CANARY, trusted=CANARY))
    opened.care.write(case.uid, wife, Disclosure(TODAY, where=CANARY, words=CANARY, needs=CANARY))
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
        lambda: services.care.write(uid, person, Violence(TODAY, now=True)),
        lambda: services.care.set_aside(uid, person, UUID(int=1), "бо"),
    ):
        with pytest.raises(NotAllowed):
            deed()
