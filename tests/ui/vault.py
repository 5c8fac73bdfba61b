"""A training vault for tests of the window: made once, copied for each test that wants it."""

from datetime import UTC, datetime
from pathlib import Path

from app.clock import FixedClock
from app.crypto.kdf import FLOOR
from app.founding import found
from app.office.service import OfficeRow
from app.services import Services
from app.training.service import fill
from app.vault.vault import OpenVault

CLOCK = FixedClock(datetime(2026, 11, 28, 9, 22, 7, tzinfo=UTC))
USER = "Коваль О."
PASSPHRASE = "шість слів для перевірки вікна й дверей"
CASES = 60


def make(path: Path) -> OpenVault:
    """The vault that tests copy, closed."""
    vault = found(path, USER, PASSPHRASE, OfficeRow(name="Офіс", training=True), params=FLOOR)
    fill(Services.of(vault, CLOCK), CASES, 1)
    vault.close()
    return vault
