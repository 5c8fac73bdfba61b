"""One reminder at most, the most serious first."""

from datetime import timedelta

import pytest

from app.access.access import Access
from app.cases.draft import CaseDraft
from app.clock import FixedClock, SystemClock
from app.domain.role import Role, rights
from app.services import Services
from app.vault import reminder as reminders
from app.vault.disk import Encryption
from app.vault.reminder import Reminder, reminder
from app.vault.vault import open_vault
from tests.unit.conftest import PASSPHRASE


def at(**later: int) -> FixedClock:
    return FixedClock(SystemClock().now() + timedelta(**later))


@pytest.fixture(autouse=True)
def encrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminders, "encryption", lambda _path: Encryption.ON)


def copied(services: Services, **later: int) -> Services:
    there = Services.of(services.vault, at(**later))
    there.backups.create()
    return there


def test_a_fresh_vault_is_left_in_peace(services: Services) -> None:
    assert reminder(services.vault, at(hours=1), services.access) is None


def test_a_day_without_a_copy_is_told(services: Services) -> None:
    assert reminder(services.vault, at(hours=25), services.access) is Reminder.COPY
    copied(services, hours=25)
    assert reminder(services.vault, at(hours=26), services.access) is Reminder.DRILL
    assert reminder(services.vault, at(hours=50), services.access) is Reminder.COPY


def test_a_drill_quiets_the_next(services: Services, missing: CaseDraft) -> None:
    services.cases.open(missing)
    there = copied(services, hours=1)
    assert there.backups.drill(there.backups.list()[0].path).passed
    assert reminder(services.vault, at(hours=2), services.access) is None


def test_an_open_disk_is_told_last(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminders, "encryption", lambda _path: Encryption.OFF)
    assert reminder(services.vault, at(hours=1), services.access) is Reminder.DISK
    assert reminder(services.vault, at(hours=25), services.access) is Reminder.COPY


def test_a_vault_to_be_read_says_nothing_else(services: Services) -> None:
    services.vault.close()
    held = open_vault(services.vault.path, None, PASSPHRASE, read_only=True)
    assert reminder(held, at(hours=50), services.access) is Reminder.READ_ONLY
    held.close()


def test_who_makes_no_copies_is_not_reminded_of_them(services: Services) -> None:
    auditor = Access("Аудитор", rights([Role.AUDITOR]))
    assert reminder(services.vault, at(hours=50), auditor) is None
