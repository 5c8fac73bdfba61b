"""A change of status: only what may follow, exactly its evidence, missing things said beside their fields."""

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from app.cases.queries import CaseFilter
from app.domain.fate import Fate
from app.fates.change import FateDraft
from app.i18n import Words
from app.timeline.row import Moment
from db.models.account import Approval
from db.models.office import Office
from tests.ui.seen import button, focusable, texts
from tests.ui.vault import CLOCK
from ui.case.status_dialog import StatusDialog
from ui.draft_line import DraftLine
from ui.workplace import Workplace


@pytest.fixture
def case(services):
    found = services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 1).rows[0]
    return services.cases.view(found.uid)


@pytest.fixture
def dialog(place, host, lane, case):
    dialog = StatusDialog(place, host, case)
    dialog.open()
    lane.flush()
    return dialog


def choose(dialog, fate) -> None:
    dialog._fate.setCurrentIndex(dialog._fate.findData(fate.value))
    dialog._fate.activated.emit(dialog._fate.currentIndex())


def alarms(dialog) -> list[QWidget]:
    return [one for one in dialog.findChildren(QWidget) if one.objectName() == "error" or one.property("err")]


def ticks(dialog) -> list[str]:
    return [box.text() for box in dialog.findChildren(QCheckBox) if box.isVisibleTo(dialog)]


def test_only_what_may_follow_is_offered_and_nothing_is_chosen(dialog, services, case):
    offered = {dialog._fate.itemData(row) for row in range(dialog._fate.count())}
    assert offered == {fate.value for fate in services.fates.next(case.uid)}
    assert dialog._fate.currentIndex() == -1
    assert not dialog._save.isEnabled()


def test_hard_news_stands_last_and_is_said_gently(dialog):
    names = [dialog._fate.itemText(row) for row in range(dialog._fate.count())]
    assert names[-2:] == ["Особу встановлено, смерть зареєстровано", "Рішення суду за статтею 46 Цивільного кодексу"]
    assert not [text for text in (*names, *texts(dialog)) if "агибл" in text]


def test_hard_news_stands_last_after_a_return_too(place, host, lane, services, case):
    services.fates.record(case.uid, FateDraft(Fate.RETURNED, None, ("exchange_list",)))
    dialog = StatusDialog(place, host, services.cases.view(case.uid))
    dialog.open()
    lane.flush()
    offered = [dialog._fate.itemData(row) for row in range(dialog._fate.count())]
    assert offered[-1] == Fate.DECEASED_IDENTIFIED.value
    assert Fate.MISSING.value in offered, "the namesake came back, not he"


def test_the_ticks_are_the_evidence_of_the_table(dialog):
    choose(dialog, Fate.CAPTIVE_CONFIRMED)
    assert ticks(dialog) == ["Лист Національного інформаційного бюро", "Лист / довідка МКЧХ"]
    choose(dialog, Fate.FOUND_ALIVE)
    assert ticks(dialog) == []
    assert "Пояснення (обов’язково)" in texts(dialog)


def test_a_change_is_recorded_with_what_was_written(dialog, services, case, lane, typed):
    kept = []
    dialog.kept.connect(lambda: kept.append(1))
    choose(dialog, Fate.CAPTIVE_CONFIRMED)
    dialog._day.setText("12.09.2026")
    dialog.findChildren(QCheckBox)[0].setChecked(True)
    typed(dialog._source, "лист № 5")
    button(dialog, "Зберегти").click()
    lane.flush()
    assert kept == [1]
    row = next(row for row in services.record.timeline.rows(case.uid) if row.kind is Moment.FATE)
    assert (services.cases.view(case.uid).fate, row.on.iso(), row.detail) == (
        Fate.CAPTIVE_CONFIRMED, "2026-09-12", "лист № 5",
    )  # fmt: skip


def test_what_is_missing_is_said_beside_the_field_and_nothing_is_lost(dialog, services, case, lane, typed):
    choose(dialog, Fate.DECEASED_IDENTIFIED)
    dialog.findChildren(QCheckBox)[0].setChecked(True)
    typed(dialog._source, "лист № 5")
    dialog.save()
    lane.flush()
    said = texts(dialog)
    assert said.count("Без цього статус не змінити: позначте, що є на руках.") == 1, "the certificate alone"
    assert "Напишіть причину кількома словами." in said
    assert dialog._source.text() == "лист № 5"
    assert dialog._save.isEnabled()
    assert services.cases.view(case.uid).fate is Fate.MISSING


def test_another_choice_takes_the_warnings_back(dialog, lane):
    choose(dialog, Fate.DECEASED_IDENTIFIED)
    dialog.save()
    lane.flush()
    choose(dialog, Fate.FOUND_ALIVE)
    assert "Напишіть причину кількома словами." not in texts(dialog)
    assert "Без цього статус не змінити: позначте, що є на руках." not in texts(dialog)


def test_what_was_not_saved_comes_back(dialog, place, host, lane, services, case, typed):
    choose(dialog, Fate.CAPTIVE_CONFIRMED)
    dialog.findChildren(QCheckBox)[1].setChecked(True)
    typed(dialog._source, "лист № 5")
    dialog.findChild(DraftLine).keep_now()
    dialog.hide()
    again = StatusDialog(place, host, case)
    again.open()
    lane.flush()
    assert again._fate.currentData() == Fate.CAPTIVE_CONFIRMED.value
    assert (again._evidence.codes(), again._source.text()) == (("D-ICRC",), "лист № 5")
    again.save()
    lane.flush()
    assert services.cases.view(case.uid).fate is Fate.CAPTIVE_CONFIRMED
    assert services.drafts.take("status", case.uid) is None


def test_what_was_closed_waits_for_the_next_time(dialog, place, host, lane, case, typed):
    typed(dialog._source, "лист № 5")
    assert button(dialog, "Пізніше (написане залишиться)")
    dialog.reject()
    assert not dialog.isVisible()
    lane.flush()
    again = StatusDialog(place, host, case)
    again.open()
    lane.flush()
    assert again._source.text() == "лист № 5"
    button(again, "Почати заново").click()
    again.reject()
    lane.flush()
    assert place.services.drafts.take("status", case.uid) is None


def test_nothing_in_the_dialog_is_an_alarm(dialog, lane):
    choose(dialog, Fate.DECEASED_IDENTIFIED)
    dialog._day.setText("колись")
    dialog.save()
    lane.flush()
    assert not alarms(dialog)
    dialog._day.clear()
    dialog.save()
    lane.flush()
    assert not alarms(dialog)
    assert not [one for one in dialog.findChildren(QDialog) if one.isVisible()]


def wait_for_somebody(services) -> None:
    """From here on the vault is no training vault: a second person is asked."""
    with services.vault.database.write(services.vault.user) as session:
        session.query(Office).one().training = False


def write_a_death(dialog, lane) -> None:
    choose(dialog, Fate.DECEASED_IDENTIFIED)
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(True)
    dialog._comment.setPlainText("звірено два папери")
    dialog.save()
    lane.flush()


def test_in_training_a_death_waits_for_nobody(dialog, services, case, lane):
    write_a_death(dialog, lane)
    assert services.cases.view(case.uid).fate is Fate.DECEASED_IDENTIFIED


def test_a_death_waits_and_says_so_and_is_done_after_the_yes(place, host, services, case, lane):
    wait_for_somebody(services)
    dialog = StatusDialog(place, host, case)
    dialog.open()
    lane.flush()
    write_a_death(dialog, lane)
    assert dialog._waits.isVisibleTo(dialog)
    assert case.number in dialog._waits.sentence.text()
    assert any("Запит записано" in text for text in texts(dialog))
    assert services.cases.view(case.uid).fate is Fate.MISSING
    dialog.reject()
    lane.flush()
    with services.vault.database.write("Мельник І.") as session:
        asked = session.query(Approval).one()
        asked.decided_by, asked.decided_at = "Мельник І.", CLOCK.now()
    again = StatusDialog(place, host, case)
    again.open()
    lane.flush()
    assert "Мельник І. погоджує" in again._waits.sentence.text()
    again.save()
    lane.flush()
    assert services.fates.history(case.uid)[0].approver == "Мельник І."


def test_a_date_that_cannot_be_is_kept_only_when_it_is_meant(dialog, services, case, lane):
    choose(dialog, Fate.CAPTIVE_CONFIRMED)
    dialog._day.setText("12.09.1999")
    dialog.findChildren(QCheckBox)[0].setChecked(True)
    dialog.save()
    lane.flush()
    assert any("попередній статус новіший" in text for text in texts(dialog))
    assert services.cases.view(case.uid).fate is Fate.MISSING
    dialog.save()
    lane.flush()
    assert services.cases.view(case.uid).fate is Fate.CAPTIVE_CONFIRMED
    assert services.quality.findings(case.uid)


def test_a_reversal_names_the_entry_it_takes_back(place, host, services, case, lane):
    services.fates.record(case.uid, FateDraft(Fate.CAPTIVE_UNCONFIRMED, None, ("info_item grade B2",)))
    services.fates.record(case.uid, FateDraft(Fate.CAPTIVE_CONFIRMED, None, ("D-NIB",)))
    dialog = StatusDialog(place, host, services.cases.view(case.uid))
    dialog.open()
    lane.flush()
    choose(dialog, Fate.RETURNED)
    assert not dialog._reverses_field.isVisibleTo(dialog)
    choose(dialog, Fate.MISSING)
    assert dialog._reverses_field.isVisibleTo(dialog)
    assert dialog._reverses.count() == 2
    dialog._reverses.setCurrentIndex(1)
    dialog._evidence.tick(["D-NIB"])
    dialog._comment.setPlainText("відомості неправдиві")
    dialog.save()
    lane.flush()
    newest = services.fates.history(case.uid)[0]
    assert newest.reverses is Fate.CAPTIVE_UNCONFIRMED


def test_a_day_to_come_is_refused_in_words(dialog, services, case, lane):
    choose(dialog, Fate.CAPTIVE_CONFIRMED)
    dialog.findChildren(QCheckBox)[0].setChecked(True)
    dialog._day.setText("29.11.2026")
    dialog.save()
    lane.flush()
    assert any("Цей день ще не настав" in text for text in texts(dialog))
    assert services.cases.view(case.uid).fate is Fate.MISSING


@pytest.mark.parametrize("language", ["uk", "en"])
def test_every_field_has_a_name_and_none_is_clipped(place, host, lane, case, language):
    there = Workplace(place.look, Words(language), place.clock, place.operations, place.services)
    dialog = StatusDialog(there, host, case)
    dialog.open()
    lane.flush()
    choose(dialog, Fate.DECEASED_IDENTIFIED)
    lane.flush()
    assert dialog.height() <= 560
    for widget in focusable(dialog):
        assert widget.accessibleName(), widget
        assert widget.width() >= min(widget.minimumSizeHint().width(), widget.sizeHint().width()), widget
