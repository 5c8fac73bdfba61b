"""The vault to learn on: made at first use, filled with invented people, opened with a passphrase told to everybody."""

from pathlib import Path

import platformdirs

from app.clock import Clock
from app.crypto.kdf import DEFAULT, KdfParams
from app.founding import found
from app.office.service import OfficeRow
from app.progress import Progress
from app.services import Services
from app.training.service import fill
from app.vault.vault import OpenVault, open_vault

TRAINING_USER = "Навчання"
TRAINING_PASSPHRASE = "навчальні дані про вигаданих людей"  # noqa: S105  # opens invented people only, and is told to everybody
TRAINING_CASES = 240
TRAINING_SEED = 1


def training_path() -> Path:
    """Where the training vault of this user of the machine lies."""
    return platformdirs.user_data_path("suprovid", appauthor=False) / "training.suprovid"


def open_training(path: Path, office: str, clock: Clock, progress: Progress, params: KdfParams = DEFAULT) -> OpenVault:
    """Open the training vault at `path`; at the first time make it and fill it with invented cases."""
    if path.exists():
        return open_vault(path, TRAINING_USER, TRAINING_PASSPHRASE)
    vault = found(
        path, TRAINING_USER, TRAINING_PASSPHRASE, OfficeRow(name=office, training=True), params=params, clock=clock
    )
    try:
        fill(Services.of(vault, clock), TRAINING_CASES, TRAINING_SEED, progress)
    except BaseException:
        vault.close()
        raise
    return vault
