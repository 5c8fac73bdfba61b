"""A library that does not encrypt in the place of the one that does: preloaded, or put in its module's place."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from ctypes.util import find_library
from pathlib import Path

from tests.faults.row import Row, Say
from tests.faults.target import Target, files
from tests.unit.conftest import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("/usr/lib", "/lib", "/usr/local/lib")
STANDARD = "import sqlite3, sqlcipher3; sys.modules['sqlcipher3.dbapi2'] = sqlcipher3.dbapi2 = sqlite3.dbapi2"
DEEDS = {
    "create": "create(here / 'fresh', 'Олена', words, params=CHEAP)",
    "open": "open_vault(here / 'office', None, words)",
    "read": "open_vault(here / 'office', None, words, read_only=True)",
    "command line": "cli(f'vault verify --vault {here}/office.suprovid --passphrase-file {here}/words'.split())",
}
_SCRIPT = """
import sys
{before}
from pathlib import Path
from app.domain.errors import UserError
from app.vault.vault import create, open_vault
from tests.faults.target import CHEAP
from ui.cli import main as cli

here, words = Path(sys.argv[1]), sys.argv[2]
try:
    {deed}
except UserError as refusal:
    print(type(refusal).__name__)
"""
SAID = "сховище лишається закритим"
"""What the command line says instead of the refusal's name."""


def long(place: Path, say: Say) -> Row:
    """Every deed under every wrong library of this machine."""
    libraries = preloadable()
    told = [one for library in (None, *libraries) for one in deeds(Target.made(fresh(place, library)), library, say)]
    silent = [one for one in told if not one.endswith(": refused")]
    note = "; ".join(silent) or ", ".join(["the standard library's sqlite3", *(path.name for path in libraries)])
    return Row("a library that does not encrypt", len(told), len(silent), 0, note)


def fresh(place: Path, library: Path | None) -> Path:
    """An empty folder for one library."""
    folder = place / (library.name if library else "standard")
    folder.mkdir()
    return folder


def preloadable() -> list[Path]:
    """The plain SQLite libraries of the machine, one for each file; none where there is none."""
    name = find_library("sqlite3") or "libsqlite3.so.0"
    found = {path.resolve() for folder in FOLDERS for path in Path(folder).rglob(name)}
    return sorted(found)


def deeds(target: Target, library: Path | None, say: Say = print, names: Sequence[str] = tuple(DEEDS)) -> Iterator[str]:
    """``deed: refused``, or what happened; `library`: preloaded; None: the standard library's own module."""
    here = target.path.parent
    (here / "words").write_text(PASSPHRASE, "utf-8")
    for name in names:
        before = contents(here)
        said = run(STANDARD if library is None else "", DEEDS[name], here, library)
        after = contents(here)
        refused = ("CipherMissing" in said or SAID in said) and after == before
        changed = sorted(after.keys() ^ before.keys())
        yield f"{name}: {'refused' if refused else f'{said[-300:]} {changed}'}"
        say(f"{name} under {library.name if library else 'sqlite3'}")


def contents(here: Path) -> dict[str, bytes]:
    """Every file, and every folder as an empty one."""
    return files(here) | {str(path.relative_to(here)): b"" for path in here.rglob("*") if path.is_dir()}


def run(before: str, deed: str, here: Path, library: Path | None = None) -> str:
    """What a process says that does one deed, under a preloaded library if there is one."""
    script = _SCRIPT.format(before=before, deed=deed)
    env = {
        **os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "PYTHONUTF8": "1",
        **({"LD_PRELOAD": str(library)} if library else {}),
    }  # fmt: skip
    command = [sys.executable, "-c", script, str(here), PASSPHRASE]
    told = subprocess.run(command, env=env, cwd=here, capture_output=True, text=True, timeout=120, check=False)
    return told.stdout + told.stderr
