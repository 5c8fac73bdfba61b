"""What works on an open vault, gathered so that it is imported behind the first window, while a passphrase is typed."""

from app.clock import Clock
from app.documents.store import Swept as Swept
from app.drafts.service import DraftRow as DraftRow
from app.services import Services
from app.services import prepare as prepare
from app.training.vault import training_path as training_path
from app.vault.backups import copy_if_due as copy_if_due
from app.vault.vault import OpenVault
from ui.documents.words import missing_told as missing_told
from ui.settings.leaving import Leaving as Leaving
from ui.settings.leaving import LeavingWindow as LeavingWindow
from ui.shell.memory import at as at
from ui.shell.ways import greet as greet
from ui.shell.window import MainWindow as MainWindow
from ui.workplace import Workplace as Workplace

PLACE = "place"
Furnished = tuple[Services, bool, DraftRow | None]
"""The services of a vault, whether it is for training, and where a lock came in it."""


def furnished(vault: OpenVault, clock: Clock) -> Furnished:
    """What the main window is built on."""
    services = Services.of(vault, clock)
    return services, services.training, services.drafts.take(PLACE, None)
