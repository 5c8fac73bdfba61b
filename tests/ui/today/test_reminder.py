"""The line over Today: one thing at most, and one press that helps."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from app.office.service import OfficeRow
from app.services import Services
from app.vault.reminder import Reminder
from app.vault.vault import open_vault
from tests.ui.seen import texts
from tests.ui.vault import CLOCK, PASSPHRASE, USER
from ui.today.page import TodayPage
from ui.today.reminder import ReminderLine


@pytest.fixture
def line(place, shown) -> ReminderLine:
    return shown(ReminderLine(place))


@pytest.mark.parametrize(
    ("what", "section"), [(Reminder.READ_ONLY, "check"), (Reminder.DRILL, "copies"), (Reminder.DISK, "check")]
)
def test_each_leads_to_the_section_that_helps(line, what, section):
    wanted = []
    line.wanted.connect(wanted.append)
    line.show_reminder(what)
    line.findChild(QPushButton).click()
    assert wanted == [section]


def test_a_copy_is_made_at_a_press(line, services, lane):
    line.show_reminder(Reminder.COPY)
    line.findChild(QPushButton).click()
    lane.flush()
    assert len(services.backups.list()) == 1


def test_another_takes_the_place_of_the_first_and_nothing_hides_the_line(line, lane):
    line.show_reminder(Reminder.COPY)
    line.show_reminder(Reminder.DISK)
    lane.flush()
    assert texts(line)[0] == "Диск цього комп’ютера не зашифрований."
    line.show_reminder(None)
    assert not line.isVisible()


def test_a_training_vault_reminds_of_nothing(place, shown):
    page = shown(TodayPage(place))
    assert not page.reminder.isVisible()


def test_a_vault_to_be_read_says_so_over_today(place, services, shown, lane):
    services.office.write(OfficeRow(name="Офіс"))
    services.vault.close()
    held = open_vault(services.vault.path, USER, PASSPHRASE, read_only=True)
    page = shown(TodayPage(replace(place, services=Services.of(held, CLOCK))))
    assert texts(page.reminder)[0] == "Сховище відкрите лише для читання."
    held.close()
