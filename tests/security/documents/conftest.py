from pathlib import Path

from app.services import Services
from app.vault.vault import open_vault
from tests.unit.conftest import MONDAY, PASSPHRASE, empty, missing, services, vault  # noqa: F401 - fixtures
from tests.unit.documents.conftest import case, documents  # noqa: F401 - fixtures


def reopened(path: Path) -> Services:
    """The services of a vault that another process left behind."""
    return Services.of(open_vault(path, None, PASSPHRASE), MONDAY)
