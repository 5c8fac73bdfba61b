"""Tests 64 and 66 of the design for documents: killed or out of disk, nothing half-done is ever seen."""

import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.documents.store import sweep
from app.services import Services
from app.vault.vault import OpenVault
from tests.security.documents.conftest import reopened
from tests.unit.conftest import PASSPHRASE
from tests.unit.documents.made import noise, picture, saved

ROOT = Path(__file__).resolve().parents[3]

CHILD = f"""
import os, resource, signal, sys
from pathlib import Path
from uuid import UUID
from app.documents.intake import Pasted
from app.i18n import Words
from app.domain.errors import UserError
from app.progress import Progress
from app.services import Services
from app.vault.vault import open_vault
from tests.unit.conftest import MONDAY

services = Services.of(open_vault(Path(sys.argv[1]), None, {PASSPHRASE!r}), MONDAY)
case, files = UUID(sys.argv[2]), [Path(name) for name in sys.argv[4:]]

def report(done, total, label):
    if sys.argv[3] == f"kill at {{done}}":
        os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[3].startswith("full at "):
    most = int(sys.argv[3].removeprefix("full at "))
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    added = services.documents.add(case, files, progress=Progress(report))
    print(len(added.documents), *added.refused)
except UserError as error:
    print(type(error).__name__)
"""


def run(vault: Path, case: UUID, fault: str, files: list[Path]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", CHILD, str(vault), str(case), fault, *map(str, files)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"{n}.jpg" for n in range(2)]
    for number, path in enumerate(made):
        path.write_bytes(saved(picture(100 + number, 100)))
    return made


@pytest.fixture
def closed(vault: OpenVault, case: UUID) -> Path:
    """The vault with one case, left by its owner."""
    vault.close()
    return vault.path


def sealed(vault: Path) -> set[Path]:
    return set((vault / "documents").glob("*/*"))


@pytest.mark.parametrize(("step", "left"), [(0, 0), (1, 3), (2, 6)])
def test_killed_between_file_and_row_leaves_strays_that_are_swept(
    closed: Path, case: UUID, files: list[Path], step: int, left: int
) -> None:
    outcome = run(closed, case, f"kill at {step}", files)
    assert outcome.returncode == -signal.SIGKILL, outcome.stderr
    assert len(sealed(closed)) == left
    services = reopened(closed)
    assert services.documents.rows(case) == ()
    database, folder = services.documents.database, services.documents.folder
    later = datetime.fromtimestamp(files[0].stat().st_mtime, UTC) + timedelta(hours=2)
    assert sweep(database, folder, later).removed == left
    assert sealed(closed) == set()
    assert len(services.documents.add(case, files).documents) == 2
    services.vault.close()


def test_a_child_that_nobody_disturbs_adds_them_all(closed: Path, case: UUID, files: list[Path]) -> None:
    outcome = run(closed, case, "", files)
    assert outcome.stdout == "2\n", outcome.stderr
    services = reopened(closed)
    assert len(services.documents.rows(case)) == 2
    assert services.documents.verify_all() == ()
    services.vault.close()


@pytest.mark.parametrize("most", [0, 1_000, 100_000, 400_000, 2_000_000])
def test_a_full_disk_is_said_and_leaves_the_old_state(
    closed: Path, case: UUID, files: list[Path], tmp_path: Path, most: int
) -> None:
    assert run(closed, case, "", files[:1]).stdout == "1\n"
    before = sealed(closed)
    large = tmp_path / "large.png"
    large.write_bytes(saved(noise(1100, 1100), "PNG"))
    assert large.stat().st_size > 2_900_000
    outcome = run(closed, case, f"full at {most}", [files[1], large])
    assert outcome.stdout.strip() == "DiskFull", outcome.stderr
    assert sealed(closed) == before
    services = reopened(closed)
    assert len(services.documents.rows(case)) == 1
    assert services.documents.verify_all() == ()
    services.vault.check()
    services.vault.close()


def test_the_services_of_a_vault_keep_documents_in_it(services: Services) -> None:
    assert services.documents.folder == services.vault.path / "documents"
