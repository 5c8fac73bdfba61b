"""A vault that does not open: the ways that are left lead where they say."""

import shutil

import pytest

from app.office.service import OfficeRow
from app.services import Services
from app.vault.audit import audit
from app.vault.vault import open_vault
from db.refusals import VaultDamaged
from tests.ui.seen import button, texts
from tests.ui.vault import CASES, CLOCK, PASSPHRASE, USER
from ui.shell.trouble import Attempt, TroubleDialog
from ui.shell.unlock import UnlockWindow


@pytest.fixture
def vault(template, tmp_path):
    """A closed vault with one copy of itself, by a name of its own."""
    path = tmp_path / template.name
    shutil.copytree(template, path)
    held = open_vault(path, USER, PASSPHRASE)
    Services.of(held, CLOCK).backups.create()
    held.close()
    return path


@pytest.fixture
def behind(vault):
    """Its records put back to what they were before the last change."""
    records = vault / "gen-0001" / "records.db"
    old = records.read_bytes()
    held = open_vault(vault, USER, PASSPHRASE)
    Services.of(held, CLOCK).office.write(OfficeRow(name="Новіший офіс", training=True))
    held.close()
    records.write_bytes(old)
    return vault


@pytest.fixture
def damaged(vault):
    """Its records with a torn page."""
    records = vault / "gen-0001" / "records.db"
    whole = bytearray(records.read_bytes())
    whole[0:4096] = bytes(reversed(whole[0:4096]))
    records.write_bytes(whole)
    return vault


@pytest.fixture
def opened():
    found = []
    yield found
    for vault in found:
        vault.close()


@pytest.fixture
def tried(look, words, operations, qtbot, lane, opened):
    """Try to open a vault at the first screen, and give what that shows."""

    def attempt(path) -> TroubleDialog:
        window = UnlockWindow(look, words, operations, str(path), "")
        qtbot.addWidget(window)
        window.unlocked.connect(opened.append)
        window.show()
        lane.flush()
        window._secret.setText(PASSPHRASE)
        window.attempt()
        lane.flush()
        return next(one for one in window.findChildren(TroubleDialog) if one.isVisible())

    return attempt


def test_older_records_open_to_be_read(tried, behind, lane, opened):
    dialog = tried(behind)
    assert any("старіші" in text or "раніш" in text for text in texts(dialog))
    button(dialog, "Відкрити лише для читання").click()
    lane.flush()
    assert [one.read_only for one in opened] == [True]


def test_older_records_are_trusted_with_a_reason_alone(tried, behind, lane, opened):
    dialog = tried(behind)
    button(dialog, "Працювати з цими записами, як є").click()
    lane.flush()
    assert opened == []
    dialog.reason.setText("Теку повернули з диска")
    button(dialog, "Працювати з цими записами, як є").click()
    lane.flush()
    assert not opened[0].read_only
    assert audit(opened[0].database).whole
    opened[0].close()
    open_vault(behind, USER, PASSPHRASE).close()


def test_a_copy_takes_the_place_of_older_records(tried, behind, lane, opened):
    dialog = tried(behind)
    assert str(CASES) in dialog.copies.currentText()
    button(dialog, "Відновити цю копію").click()
    lane.flush()
    assert opened[0].generation == 2
    assert len(list(Services.of(opened[0], CLOCK).cases.uids())) == CASES


def test_without_a_copy_it_is_told(tried, behind, lane, opened):
    shutil.rmtree(behind / "backups")
    dialog = tried(behind)
    button(dialog, "Відновити цю копію").click()
    lane.flush()
    assert dialog.work.told() == "Тут копії немає. Пошукайте на флешці."
    assert opened == []


def test_damaged_records_are_never_offered_to_be_trusted(tried, damaged):
    dialog = tried(damaged)
    assert not dialog.reason.isVisible()
    with pytest.raises(LookupError):
        button(dialog, "Працювати з цими записами, як є")
    assert button(dialog, "Відновити цю копію").isVisible()


def test_what_can_be_read_is_saved_into_a_vault_beside(look, words, operations, vault, host, lane, opened):
    records = vault / "gen-0001" / "records.db"
    whole = bytearray(records.read_bytes())
    torn = len(whole) // 8192 * 4096
    whole[torn : torn + 4096] = bytes(reversed(whole[torn : torn + 4096]))
    records.write_bytes(whole)
    attempt = Attempt(vault, USER, PASSPHRASE)
    dialog = TroubleDialog(look, words, operations, host, attempt, VaultDamaged())
    dialog.opened.connect(opened.append)
    dialog.open()
    button(dialog, "Врятувати, що читається").click()
    lane.flush()
    assert "Врятовано" in dialog.work.told()
    button(dialog, "Відкрити нове сховище").click()
    lane.flush()
    assert opened[0].path == vault.with_name("office-1.suprovid")
    assert vault.exists()
