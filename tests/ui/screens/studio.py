"""The stage on which every screen is looked at: one synthetic vault, one clock, one home, whatever the machine."""

import os
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from unittest.mock import patch

from PySide6.QtWidgets import QApplication

from app.services import Services
from app.vault.vault import OpenVault
from tests.copies import copied
from tests.ui.vault import CLOCK
from ui.stage import Stage

HOME = "/srv"


@contextmanager
def studio(application: QApplication, made: OpenVault, folder: Path) -> Iterator[Stage]:
    """A stage on a copy of the vault `made` in `folder`; nothing on it tells of this machine."""
    with chdir(folder), patch.dict(os.environ, {"HOME": HOME, "USERPROFILE": HOME}):
        vault = copied(made, Path())
        stage = Stage(application, Services.of(vault, CLOCK), CLOCK)
        try:
            yield stage
        finally:
            stage.close()
            vault.close()
