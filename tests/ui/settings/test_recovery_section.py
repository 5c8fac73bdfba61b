"""The way back in: an office's key compared by voice, the sheet, the drill."""

import pytest
from PySide6.QtWidgets import QDialog

from app.exchange.office import OfficeKeys, keygen
from app.vault.recovery import recovery_state
from tests.ui.vault import CASES
from ui.settings.recovery import RecoverySection
from ui.settings.sheet_dialog import SheetDialog


@pytest.fixture
def office(tmp_path) -> OfficeKeys:
    return keygen(tmp_path / "keys")


@pytest.fixture
def recovery(section) -> RecoverySection:
    return section("recovery")


def compared(recovery, office, lane):
    recovery.compare(office.recipient)
    lane.flush()
    return next(one for one in recovery.findChildren(QDialog) if one.isVisible())


@pytest.fixture
def prepared(recovery, office, lane) -> RecoverySection:
    dialog = compared(recovery, office, lane)
    dialog.same.click()
    dialog._add.click()
    lane.flush()
    return recovery


def test_without_an_office_there_is_no_sheet_and_no_trial(recovery):
    assert recovery._add.isVisible()
    assert not recovery._sheet.isVisible()
    assert not recovery._drill.isVisible()


def test_no_key_gets_in_uncompared(recovery, office, services, lane):
    dialog = compared(recovery, office, lane)
    assert not dialog._add.isEnabled()
    dialog.reject()
    lane.flush()
    assert not recovery_state(services.vault).has_slot


def test_a_compared_key_can_open_the_vault_and_its_words_are_shown(prepared, office, services):
    assert recovery_state(services.vault).has_slot
    assert office.fingerprint in prepared._offices.text()
    assert prepared._sheet.isVisible()
    assert "Ще не перевіряли" in prepared._drilled.text()


def test_a_trial_with_the_right_key_ends_the_reminder(prepared, office, services, lane):
    prepared.try_out(office.identity)
    lane.flush()
    assert str(CASES) in prepared.work.told()
    assert recovery_state(services.vault).last_drill is not None
    assert "Перевірено з офісом" in prepared._drilled.text()


def test_a_trial_with_another_key_is_refused_in_words(prepared, tmp_path, services, lane):
    prepared.try_out(keygen(tmp_path / "other").identity)
    lane.flush()
    assert prepared.work.told()
    assert recovery_state(services.vault).last_drill is None


def test_the_sheet_is_the_real_page_and_is_saved(prepared, lane, tmp_path, monkeypatch):
    prepared._sheet.click()
    lane.flush()
    dialog = next(one for one in prepared.findChildren(SheetDialog))
    monkeypatch.setattr("ui.settings.sheet_dialog.file_to_save", lambda *_asked: tmp_path / "sheet.pdf")
    dialog._save.click()
    lane.flush()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    dialog.reject()
