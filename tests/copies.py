"""A copy of a vault for one test, open with the keys at hand: most tests take less than deriving them would."""

import shutil
from dataclasses import replace
from pathlib import Path

from app.vault.vault import OpenVault, database_of, generation_folder, hold


def copied(closed: OpenVault, folder: Path) -> OpenVault:
    """A copy of a closed vault in `folder`, open."""
    path = folder / closed.path.name
    shutil.copytree(closed.path, path)
    records = generation_folder(path, closed.generation) / "records.db"
    return replace(closed, path=path, database=database_of(records, closed.keys), lock=hold(path))
