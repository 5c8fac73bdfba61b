"""The stage on which every screen is looked at: one synthetic vault, one clock, one home, whatever the machine."""

import os
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from unittest.mock import patch

from PySide6.QtWidgets import QApplication

from app.services import Services
from tests.ui.vault import CLOCK, opened
from ui.stage import Stage

HOME = "/srv"


@contextmanager
def studio(application: QApplication, template: Path, folder: Path) -> Iterator[Stage]:
    """A stage on a copy of `template` in `folder`; nothing on it tells of this machine."""
    with chdir(folder), patch.dict(os.environ, {"HOME": HOME, "USERPROFILE": HOME}):
        vault = opened(template, Path())
        stage = Stage(application, Services.of(vault, CLOCK), CLOCK)
        try:
            yield stage
        finally:
            stage.close()
            vault.close()
