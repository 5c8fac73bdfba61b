"""Nothing written is lost: a draft is kept two seconds after the last key, comes back, and goes when it was saved."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.cases.queries import CaseFilter
from app.clock import FixedClock
from app.i18n import Words
from tests.ui.seen import button, texts
from tests.ui.vault import CLOCK
from ui.case.composer import Composer
from ui.case.quick_contact import QuickContact
from ui.case.step_acts import StepActs
from ui.case.step_panel import StepPanel
from ui.cases.new_case import NewCaseDialog
from ui.draft_line import KEPT_AFTER_MS, DraftLine
from ui.settings.office import OfficeSection

NOTE = "Телефонувала пані Ганна, недописа"


@pytest.fixture
def views(services):
    rows = services.cases.page(CaseFilter(), None, 2).rows
    return [services.cases.view(row.uid) for row in rows]


def composer_on(place, shown, view) -> Composer:
    composer = shown(Composer(place))
    composer.show_case(view.uid, view.relatives)
    return composer


def line(form) -> DraftLine:
    return form.findChild(DraftLine)


def lapse(form, lane) -> None:
    """The two seconds after the last key are over."""
    assert line(form)._timer.isActive()
    assert line(form)._timer.interval() == KEPT_AFTER_MS
    line(form)._timer.timeout.emit()
    lane.flush()


def test_what_is_written_is_kept_and_comes_back(place, shown, lane, views, services):
    first = composer_on(place, shown, views[0])
    first.note.setPlainText(NOTE)
    first._channel.setCurrentIndex(2)
    lapse(first, lane)
    assert services.drafts.take("contact", views[0].uid).values["note"] == NOTE
    second = composer_on(place, shown, views[0])
    lane.flush()
    assert second.note.toPlainText() == NOTE
    assert second._channel.currentIndex() == 2
    assert "Повернуто незбережений запис від 11:22." in texts(second)


def test_a_draft_of_another_day_says_which(place, shown, lane, views, services):
    services.drafts.keep("contact", views[0].uid, {"note": NOTE})
    tomorrow = replace(place, clock=FixedClock(CLOCK.now() + timedelta(days=1)), words=Words("en"))
    composer = composer_on(tomorrow, shown, views[0])
    lane.flush()
    assert "An unsaved entry of 28.11.2026 11:22 was brought back." in texts(composer)


def test_saved_is_dropped(place, shown, lane, views, services):
    composer = composer_on(place, shown, views[0])
    composer.note.setPlainText(NOTE)
    lapse(composer, lane)
    composer.save()
    lane.flush()
    assert services.drafts.recent() == ()
    assert any(NOTE in str(row) for row in services.record.timeline.rows(views[0].uid))
    assert composer.values() == {}


def test_another_case_takes_no_word_away(place, shown, lane, views):
    composer = composer_on(place, shown, views[0])
    lane.flush()
    composer.note.setPlainText(NOTE)
    composer.show_case(views[1].uid, views[1].relatives)
    lane.flush()
    assert composer.note.toPlainText() == ""
    composer.show_case(views[0].uid, views[0].relatives)
    lane.flush()
    assert composer.note.toPlainText() == NOTE


def test_starting_afresh_can_be_taken_back(place, shown, lane, views, services):
    services.drafts.keep("contact", views[0].uid, {"note": NOTE})
    composer = composer_on(place, shown, views[0])
    lane.flush()
    button(composer, "Почати заново").click()
    assert composer.note.toPlainText() == ""
    button(composer, "Повернути").click()
    assert composer.note.toPlainText() == NOTE
    button(composer, "Почати заново").click()
    lapse(composer, lane)
    assert services.drafts.recent() == ()


def test_an_emptied_form_leaves_no_draft(place, shown, lane, views, services):
    composer = composer_on(place, shown, views[0])
    composer.note.setPlainText(NOTE)
    lapse(composer, lane)
    composer.note.clear()
    lapse(composer, lane)
    assert services.drafts.recent() == ()


def test_at_once_means_before_anything_else(place, shown, lane, views, services):
    composer = composer_on(place, shown, views[0])
    composer.note.setPlainText(NOTE)
    line(composer).keep_now()
    assert services.drafts.take("contact", views[0].uid).values["note"] == NOTE


def test_keeping_a_draft_is_no_saving(place, shown, lane, views, operations):
    told = []
    operations.saved.connect(lambda: told.append("saved"))
    composer = composer_on(place, shown, views[0])
    composer.note.setPlainText(NOTE)
    lapse(composer, lane)
    assert told == []


def test_words_written_before_the_draft_was_read_stay_and_both_can_be_had(place, shown, lane, views, services):
    services.drafts.keep("contact", views[0].uid, {"note": NOTE})
    composer = composer_on(place, shown, views[0])
    composer.note.setPlainText("щойно")
    lane.flush()
    assert composer.note.toPlainText() == "щойно"
    assert "Є незбережений запис від 11:22." in texts(composer)
    button(composer, "Повернути").click()
    assert composer.note.toPlainText() == NOTE
    button(composer, "Почати заново").click()
    assert composer.note.toPlainText() == "щойно"


def test_a_new_case_comes_back_whole(place, shown, lane, host, services):
    first = NewCaseDialog(place, host)
    first.open()
    lane.flush()
    first.form.line("surname").setText("Тестенко")
    first.form.inputs["fate"].put("MISSING")
    first.form.inputs["consent"].put("yes")
    first.reject()
    lane.flush()
    second = NewCaseDialog(place, host)
    second.open()
    lane.flush()
    assert second.form.values() == first.form.values()
    assert second.form.values()["fate"] == "MISSING"
    assert second.form.flag("consent")
    for dialog in (first, second):
        dialog.hide()


def test_an_opened_case_leaves_no_draft(place, shown, lane, host, services):
    dialog = NewCaseDialog(place, host)
    dialog.open()
    lane.flush()
    dialog.form.line("surname").setText("Тестенко")
    dialog.form.line("given").setText("Марко")
    lapse(dialog, lane)
    dialog._keep()
    lane.flush()
    assert services.drafts.recent() == ()


def test_quick_contact_offers_what_was_left(place, shown, lane, host, views, services):
    services.drafts.keep("quick_contact", views[1].uid, {"note": NOTE})
    dialog = QuickContact(place, host, None)
    dialog.open()
    lane.flush()
    button(dialog, "Продовжити незбережений запис від 28.11.2026 11:22").click()
    lane.flush()
    assert dialog.composer.note.toPlainText() == NOTE
    assert any(views[1].number in text for text in texts(dialog))
    dialog.hide()


def test_what_was_written_of_a_step_waits_while_another_is_looked_at(place, shown, lane, host, views, services):
    first, second = [row for row in services.plan.steps(views[0].uid) if row.open][:2]
    panel = shown(StepPanel(place, StepActs(place, host)))
    panel.show_step(first)
    lane.flush()
    panel._outcome.setText("лист № 5")
    panel.show_step(second)
    lane.flush()
    assert panel._outcome.text() == ""
    panel.show_step(first)
    lane.flush()
    assert panel._outcome.text() == "лист № 5"
    services.plan.done(first.uid, first.version, None)
    panel.show_step(next(row for row in services.plan.steps(views[0].uid) if row.uid == first.uid))
    lane.flush()
    assert services.drafts.take("step", first.uid) is None, "what is done is no draft"


def test_the_office_comes_back_as_it_was_being_written(place, shown, lane, services):
    section = shown(OfficeSection(place))
    section.refresh()
    lane.flush()
    assert section._values() == {}, "what is recorded is no draft"
    section._address.setText("м. Приклад")
    section._draft.keep_now()
    again = shown(OfficeSection(place))
    again.refresh()
    lane.flush()
    assert again._address.text() == "м. Приклад"
    again.save()
    lane.flush()
    assert services.drafts.recent("office") == ()
