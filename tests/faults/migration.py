"""An upgrade of the tables that is killed, fails or fills the disk midway: the old records open, and so does the copy.

A newer program stands in: this one's `db` with one migration more, that ends itself after the n-th of its statements.
"""

import json
import os
import shutil
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path

from app.vault.audit import audit
from app.vault.backup import backups, own_folder
from app.vault.manifest import Reason
from app.vault.proof import standing
from app.vault.vault import open_vault
from app.vault.verify import verify
from db import upgrade
from tests.faults.row import Row, Say
from tests.faults.shim import ROOT
from tests.vectors.vaults.make import PASSPHRASE

VAULTS = ROOT / "tests" / "vectors" / "vaults"
STATEMENTS = 6
FAULTS = ("kill", "raise", "full")

_MIGRATION = """
import os, resource, signal
from alembic import op

revision, down_revision, branch_labels, depends_on = "newer", {newest!r}, None, None


def upgrade() -> None:
    for n in range({statements}):
        if os.environ["FAULT"] == f"kill {{n}}":
            os.kill(os.getpid(), signal.SIGKILL)
        if os.environ["FAULT"] == f"raise {{n}}":
            raise RuntimeError
        if os.environ["FAULT"] == f"full {{n}}":
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        op.execute(f"CREATE TABLE newer_{{n}} (uid BLOB PRIMARY KEY, text VARCHAR)")
        op.execute(f"INSERT INTO newer_{{n}} SELECT uid, hex(randomblob(4096)) FROM person")
        op.execute("UPDATE person SET given = upper(given)")
"""

_OPEN = """
import sys
from pathlib import Path
from app.domain.errors import UserError
from app.vault.vault import open_vault

try:
    open_vault(Path(sys.argv[1]), None, sys.argv[2]).close()
    print("opened")
except UserError as refusal:
    print(type(refusal).__name__)
except RuntimeError:
    print("raised")
"""


def newer_program(place: Path) -> Path:
    """A script beside a `db` that knows one migration more; it opens the vault it is given."""
    folder = place / "newer"
    shutil.copytree(ROOT / "db", folder / "db", ignore=shutil.ignore_patterns("__pycache__"))
    text = _MIGRATION.format(newest=_newest(), statements=STATEMENTS)
    (folder / "db" / "migrations" / "versions" / "9999_newer.py").write_text(text, "utf-8")
    (folder / "open.py").write_text(_OPEN, "utf-8")
    return folder / "open.py"


def tried(program: Path, place: Path, fault: str) -> str:
    """Let the newer program fail at an old vault, then open it with this one: what is wrong, empty if nothing is."""
    path = place / "old.suprovid"
    shutil.rmtree(path, ignore_errors=True)
    with tarfile.open(VAULTS / f"{_newest()}.suprovid.tar") as tar:
        tar.extractall(path, filter="data")
    told = json.loads((VAULTS / f"{_newest()}.json").read_text("utf-8"))
    status, said = _run(program, path, fault)
    expected = {"kill": (-9, ""), "raise": (0, "raised")}.get(fault.split()[0])
    if expected not in {None, (status, said)} or said == "opened":
        return f"{fault}: the newer program ended with {status}, saying {said!r}"
    with closing(open_vault(path, None, PASSPHRASE)) as vault:
        vault.check()
        found = standing(vault.database)
        if found.head.code.hex() != told["head"] or not audit(vault.database, deep=True).whole:
            return f"{fault}: the old records are not what they were"
        copies = backups(own_folder(path))
        if [one.manifest.reason for one in copies if one.manifest] != [Reason.UPGRADE]:
            return f"{fault}: there are {len(copies)} copies from before the upgrade"
        verify(copies[0].path, vault.keys)
    if _run(program, path, "none") != (0, "opened"):
        return f"{fault}: the newer program cannot upgrade it any more"
    return ""


def _run(program: Path, path: Path, fault: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, str(program), str(path), PASSPHRASE],
        env={**os.environ, "PYTHONPATH": str(ROOT), "FAULT": fault, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode in {0, -9}, done.stderr
    return done.returncode, done.stdout.strip()


def _newest() -> str:
    return sorted(path.name.split("_")[0] for path in (upgrade._SCRIPTS / "versions").glob("[0-9]*.py"))[-1]


def long(place: Path, say: Say) -> Row:
    """Every fault at every statement."""
    program = newer_program(place)
    faults = [f"{how} {n}" for how in FAULTS for n in range(STATEMENTS)]
    wrong = [one for one in (tried(program, place, fault) for fault in faults) if one]
    for one in wrong:
        say(one)
    return Row("upgrade cut short", len(faults), len(wrong), 0)
