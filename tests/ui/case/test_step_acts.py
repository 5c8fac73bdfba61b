"""What is said of a step from its panel: a refusal and its appeal, whose it is, the day of an event, money."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog

from app.cases.queries import CaseFilter
from app.domain.calendar import CalendarMode
from app.domain.deadline import Kind, Term, Unit, due
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.step import StepState
from app.i18n import Words
from app.plan.events import EventDay
from tests.ui.seen import texts
from ui.case.page import STEPS, CasePage
from ui.case.status_dialog import StatusDialog
from ui.case.step_acts import events_of
from ui.rule_words import rule_sentence

FRIDAY = PartialDate(2026, 11, 6)


@pytest.fixture
def case(services):
    """A missing man whose papers of the unit and of the register are still awaited."""
    rows = services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 60).rows
    return next(services.cases.view(row.uid) for row in rows if awaited(services, row.uid))


@pytest.fixture
def page(place, shown, lane, case):
    page = shown(CasePage(place))
    page.show_case(case.uid)
    lane.flush()
    page.tabs.setCurrentIndex(STEPS)
    return page


def awaited(services, case) -> bool:
    open_ones = {row.step_id for row in services.plan.steps(case) if row.open}
    return {"FIN-03", "LEG-07"} <= open_ones and len(services.cases.relatives(case)) > 1


def step(services, case, step_id):
    return next(row for row in services.plan.steps(case.uid) if row.step_id == step_id)


def dialog(page) -> QDialog:
    return next(one for one in page.findChildren(QDialog) if one.isVisible())


def offered(page, row) -> list[str]:
    page.steps.choose(row)
    page.steps.panel._offer()
    return [action.text() for action in page.steps.panel._menu.actions() if action.text()]


def test_the_term_is_said_in_one_sentence_with_its_law(services, case):
    unit = step(services, case, "FIN-03")
    services.record.events.add(case.uid, EventDay("BODY_RECEIVED_APPLICATION", FRIDAY, unit.uid))
    dated = step(services, case, "FIN-03")
    assert rule_sentence(Words("uk"), services.catalogue, dated) == (
        "15 днів від дня надходження заяви 06.11.2026; останній день субота 21.11, тому до понеділка 23.11.2026; "
        "КМУ № 884 від 30.11.2016."
    )
    assert rule_sentence(Words("en"), services.catalogue, dated) == (
        "15 days from the day the application arrived 06.11.2026; the last day is Saturday 21.11, so until Monday "
        "23.11.2026; КМУ № 884 від 30.11.2016."
    )
    on_time = replace(dated, due=date(2026, 11, 20), counted_from=date(2026, 11, 5), trigger_on=date(2026, 11, 5))
    assert "; до п’ятниці 20.11.2026;" in rule_sentence(Words("uk"), services.catalogue, on_time)


def test_working_days_over_a_holiday_end_on_the_day_that_is_counted(services, case):
    unit, opened = step(services, case, "FIN-03"), date(2026, 12, 23)
    term = Term(10, Unit.WORKING_DAY, Kind.BODY_TERM)
    end = due(opened, term, CalendarMode.NORMAL)
    rule = replace(unit.definition, due=replace(unit.definition.due, term=term))
    dated = replace(unit, definition=rule, trigger_on=opened, counted_from=opened, due=end.due, act_by=end.act_by)
    said = rule_sentence(Words("uk"), services.catalogue, dated)
    assert end.due > due(opened, term, CalendarMode.MARTIAL_LAW).due, "two holidays lie between"
    assert "останній день" not in said
    assert f"{end.due:%d.%m.%Y}" in said


def test_both_days_stand_where_the_law_is_unclear(page, services, case, lane):
    unit = step(services, case, "FIN-03")
    services.record.events.add(case.uid, EventDay("BODY_RECEIVED_APPLICATION", FRIDAY, unit.uid))
    page.again()
    lane.flush()
    page.steps.choose(step(services, case, "FIN-03"))
    lane.flush()
    said = texts(page.steps.panel)
    assert said[said.index("Дійте до") + 1] == "20.11.2026"
    assert said[said.index("Крайній законний день") + 1] == "23.11.2026"


def test_a_refusal_is_written_with_its_words_and_shows_the_appeal(page, services, case, lane):
    page.steps.acts.refuse(step(services, case, "LEG-07"))
    lane.flush()
    form = dialog(page)
    form.save()
    assert "Це поле обов’язкове." in texts(form)
    form.form.put("why", "лист 44")
    form.save()
    lane.flush()
    assert step(services, case, "LEG-07").refused
    appeal = step(services, case, "LEG-30")
    assert "Строк, який обрав юрист…" in offered(page, appeal)
    assert "Строк, який обрав юрист…" not in offered(page, step(services, case, "FIN-03"))
    page.steps.choose(step(services, case, "LEG-07"))
    lane.flush()
    assert {Words("uk")("refused"), "лист 44"} <= set(texts(page.steps.panel))


def test_a_day_is_shown_with_what_it_moves_before_it_is_written(page, services, case, lane):
    unit = step(services, case, "FIN-03")
    assert events_of(unit) == ("BODY_RECEIVED_APPLICATION",)
    page.steps.acts.enter_day(unit, "BODY_RECEIVED_APPLICATION")
    lane.flush()
    form = dialog(page)
    form.form.put("on", "06.11.2026")
    form.save()
    lane.flush()
    assert any("було без дня → стало 23.11.2026" in text for text in texts(form))
    assert step(services, case, "FIN-03").due is None
    form.save()
    lane.flush()
    assert step(services, case, "FIN-03").due == date(2026, 11, 23)


def test_a_step_is_given_to_each_relative_and_says_whose_it_is(page, services, case, lane):
    first, second = case.relatives[:2]
    page.steps.acts.share(step(services, case, "LEG-07"))
    lane.flush()
    form = dialog(page)
    form.form.put("whom", f"{first.uid.hex} {second.uid.hex}")
    form.save()
    lane.flush()
    whose = [row.relative for row in services.plan.steps(case.uid) if row.step_id == "LEG-07"]
    assert sorted(whose) == sorted((first.uid, second.uid))


def test_a_step_of_our_own_is_written_in_its_form(page, services, case, lane):
    page.steps.acts.write_own()
    lane.flush()
    form = dialog(page)
    form.form.put("title", "Подати на путівку")
    form.form.put("track", "financial")
    form.save()
    lane.flush()
    assert "Подати на путівку" in {row.title.uk for row in services.plan.steps(case.uid) if row.open}


def test_the_days_of_a_case_are_listed_with_what_is_awaited_first(page, services, case, lane):
    page.steps.acts.list_days()
    lane.flush()
    listed = dialog(page)
    rows = services.record.events.rows(case.uid)
    assert rows[0].on is None
    assert rows[0].steps
    listed.days.list.opened.emit(rows[0])
    lane.flush()
    assert listed.findChildren(QDialog)


def test_a_change_of_status_says_what_it_brings_and_asks_about_money(place, host, services, case, lane):
    pension = step(services, case, "LEG-07")
    services.plan.done(pension.uid, pension.version, PartialDate(2026, 11, 20))
    form = StatusDialog(place, host, services.cases.view(case.uid))
    form.open()
    lane.flush()
    form._fate.setCurrentIndex(form._fate.findData(Fate.RETURNED.value))
    form._ask()
    lane.flush()
    said = " ".join(texts(form))
    assert "одразу, решта хвилями" in said
    assert "Відстрочка від мобілізації" in said
    money = form._consequences.choices["FIN-09"]
    assert money.currentText() == "спершу запитати того, хто платить"
    money.setCurrentIndex(money.findData("stop"))
    form._evidence.tick(["exchange_list"])
    form.save()
    lane.flush()
    assert services.cases.view(case.uid).fate is Fate.RETURNED
    assert step(services, case, "FIN-09").state is StepState.OBSOLETE
    assert step(services, case, "FIN-09").carried == "stop"
