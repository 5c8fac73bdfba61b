"""The self-check: a card a finding, repairs at a press, and every row against its history."""

import os

import pytest
from PySide6.QtWidgets import QDialog

from tests.ui.seen import button, texts
from ui.settings.check import CheckSection


@pytest.fixture
def check(section) -> CheckSection:
    return section("check")


def test_the_worst_stands_first_and_each_says_how_it_is(check):
    cards = [check._cards.itemAt(number).widget() for number in range(check._cards.count())]
    assert len(cards) >= 9
    told = [texts(card)[0] for card in cards]
    assert any(text.startswith("Копії: ще немає") for text in told[:4])
    assert "Записи: кожна сторінка прочиталася." in told


def test_a_missing_copy_is_made_at_a_press(check, services, lane):
    button(check, "Зробити копію").click()
    lane.flush()
    assert len(services.backups.list()) == 1
    assert not [text for text in texts(check) if "ще немає жодної" in text]


def test_every_row_is_compared_and_the_first_that_differs_is_named(check, services, lane):
    check._deep.click()
    lane.flush()
    assert "Кожен рядок" in check.work.told()
    with services.vault.database.outside() as connection:
        connection.exec_driver_sql("UPDATE contact SET summary = 'інше' WHERE rowid = (SELECT min(rowid) FROM contact)")
    check._deep.click()
    lane.flush()
    assert "1 рядок не збігається." in check.work.told()
    assert "contact" in check.work.told()


def test_what_removes_records_for_ever_is_asked_first(check, services, lane):
    old = services.vault.path / "gen-0000"
    old.mkdir()
    os.utime(old, (0, 0))
    check.check()
    lane.flush()
    button(check, "Прибрати старіші записи").click()
    dialog = next(one for one in check.findChildren(QDialog) if one.isVisible())
    button(dialog, "Залишити").click()
    lane.flush()
    assert old.exists()
    button(check, "Прибрати старіші записи").click()
    dialog = next(one for one in check.findChildren(QDialog) if one.isVisible())
    button(dialog, "Прибрати назавжди").click()
    lane.flush()
    assert not old.exists()
