"""Copies: taken, listed, tried out, taken to a stick, brought back."""

import pytest
from PySide6.QtWidgets import QDialog

from app.progress import Progress
from app.vault.backups import ELSEWHERE
from app.vault.vault import open_vault
from tests.ui.seen import button
from tests.ui.vault import CASES, PASSPHRASE, USER
from ui.settings.copies import CopiesSection


@pytest.fixture
def copies(section, lane) -> CopiesSection:
    return section("copies")


@pytest.fixture
def taken(copies, lane) -> CopiesSection:
    copies._make.click()
    lane.flush()
    return copies


def test_without_a_copy_the_line_says_so_and_nothing_can_be_restored(copies):
    assert copies._state.text() == "Копії ще немає."
    assert not copies._restore.isEnabled()


def test_a_copy_made_now_is_listed_and_told_as_proven(taken, services):
    assert len(services.backups.list()) == 1
    assert taken._state.text() == "Остання копія: щойно, перевірена."
    assert taken.work.told() == "Скопійовано, прочитано назад і відкрито."


def test_a_trial_says_in_words_what_came_back(taken, words, lane):
    assert "ще не пробували" in taken._drilled.text()
    taken._try.click()
    lane.flush()
    came = words.count("{n} case came back", "{n} cases came back", CASES)
    assert taken.work.told() == f"{came}. Усе так, як обіцяла копія."
    assert taken._drilled.text() == "Відновлення випробувано."


def test_a_damaged_copy_is_told_and_the_vault_goes_on(taken, services, lane):
    [copy] = services.backups.list()
    records = copy.path / "records.db"
    whole = records.read_bytes()
    records.write_bytes(whole[:5000] + bytes(64) + whole[5064:])
    taken._try.click()
    lane.flush()
    assert copy.path.name in taken.work.told()
    assert services.vault.lock.is_locked


def test_a_copy_on_a_stick_is_found_there_again(copies, services, lane, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr("ui.settings.copies.folder", lambda *_asked: stick)
    copies._stick.click()
    lane.flush()
    assert (stick / ELSEWHERE).is_dir()
    assert services.backups.list() == ()
    copies._look_there.click()
    lane.flush()
    assert copies._list.entries.rowCount() == 1
    copies._look_there.click()
    lane.flush()
    assert copies._list.entries.rowCount() == 0


def test_a_restore_is_asked_once_and_ends_with_the_vault_closed(taken, services, lane):
    wanted = []
    taken.leaving.connect(wanted.append)
    taken._restore.click()
    dialog = next(one for one in taken.findChildren(QDialog) if one.isVisible())
    button(dialog, "Залишити").click()
    assert wanted == []
    taken._restore.click()
    dialog = next(one for one in taken.findChildren(QDialog) if one.isVisible())
    button(dialog, "Зачинити сховище і відновити").click()
    told = wanted[0].work(Progress())
    assert str(CASES) in told
    assert not services.vault.lock.is_locked
    again = open_vault(services.vault.path, USER, PASSPHRASE)
    assert again.generation == services.vault.generation + 1
    again.close()


def test_who_may_not_transfer_restores_nothing(modest, shown, lane):
    section = shown(CopiesSection(modest))
    lane.flush()
    assert section._make.isVisible()
    assert not section._restore.isVisible()


def test_a_copy_that_is_stopped_leaves_nothing(copies, services, lane):
    copies._make.click()
    button(copies.work, "Скасувати").click()
    lane.flush()
    assert copies.work.told() == "Зупинено; нічого не змінено."
    assert services.backups.list() == ()
