"""Vaults made from the window: a new one for an office, and the one to learn on."""

from pathlib import Path

import platformdirs

from app.clock import Clock
from app.crypto.kdf import DEFAULT, KdfParams
from app.exchange.service import card_of
from app.office.service import OfficeRow, Offices
from app.progress import Progress
from app.services import Services
from app.training.service import fill
from app.vault import vault as vaults
from app.vault.vault import OpenVault

TRAINING_USER = "Навчання"
TRAINING_PASSPHRASE = "навчальні дані супровід"  # noqa: S105  # opens invented people only, and is told to everybody
TRAINING_CASES = 240
TRAINING_SEED = 1


def found(path: Path, user: str, secret: str, office: OfficeRow, params: KdfParams = DEFAULT) -> OpenVault:
    """Make a vault for `office` with this laptop's public card beside it; raises what `vaults.create` raises."""
    vault = vaults.create(path, user, secret, params=params)
    try:
        Offices(vault.database, user).write(office)
        card_of(vault.vault_id, vault.keys.signing_key).write(vault.path / "sender.json")
    except BaseException:
        vault.close()
        raise
    return vault


def training_path() -> Path:
    """Where the training vault of this user of the machine lies."""
    return platformdirs.user_data_path("suprovid", appauthor=False) / "training.suprovid"


def open_training(path: Path, office: str, clock: Clock, progress: Progress, params: KdfParams = DEFAULT) -> OpenVault:
    """Open the training vault at `path`; at the first time make it and fill it with invented cases."""
    if path.exists():
        return vaults.open_vault(path, TRAINING_USER, TRAINING_PASSPHRASE)
    row = OfficeRow(name=office, training=True)
    vault = found(path, TRAINING_USER, TRAINING_PASSPHRASE, row, params)
    try:
        fill(Services.of(vault, clock), TRAINING_CASES, TRAINING_SEED, progress)
    except BaseException:
        vault.close()
        raise
    return vault
