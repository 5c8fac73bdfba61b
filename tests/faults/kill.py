"""kill -9 at a random moment of saves, an import or a revocation; what was acknowledged was heard through a pipe."""

import json
import os
import select
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from shutil import copytree, rmtree

from app.services import Services
from app.training.workbook import write_messy_workbook
from app.vault.vault import open_vault
from tests.faults.day import FOUNDER, Day, Facts, Told, found
from tests.faults.judged import judged
from tests.faults.row import Row, Say
from tests.faults.shim import ROOT
from tests.unit.conftest import MONDAY, PASSPHRASE

TIMES = {"saves": 100, "import": 50, "revocation": 50}
SAVES, IN_A_ROW = 12, 10
_KILL = "import sys; from tests.faults.kill import kill; kill(*sys.argv[1:])"

Work = Callable[[Day], object]


@dataclass(frozen=True, slots=True)
class Heard:
    """A child's end: how many seconds it worked, None if it was killed, and what it said until then."""

    worked: float | None
    told: Told


def kill(folder: str, asked: str, seed: str) -> None:
    """In a process of its own: kill children at work as often as asked; print how many died, and what went wrong."""
    place, random = Path(folder), Random(seed)
    base, at_first = _base(place)
    dead, amiss = 0, []
    for what, times in json.loads(asked).items():
        died, found = _killed(place, base, at_first, what, times, random)
        dead, amiss = dead + died, amiss + found
    sys.stdout.write(json.dumps([dead, amiss]))


def _killed(place: Path, base: Path, at_first: Facts, what: str, times: int, random: Random) -> tuple[int, list[str]]:
    work = _works(place)[what]
    whole = _child(_copied(base, place), work, at_first).worked
    assert whole is not None
    dead, amiss = 0, []
    for n in range(times):
        if what != "saves" or n % IN_A_ROW == 0:
            path, known = _copied(base, place), at_first
        after = random.uniform(0, whole)
        heard = _child(path, work, known, after, first=100 * (n + 1))
        dead += heard.worked is None
        if str(judgement := judged(path, heard.told.known, heard.told.coming)):
            amiss.append(f"{what}, kill {n}, after {after:.3f} s: {judgement}")
        known = _settled(path, heard.told)
    return dead, amiss


def _works(place: Path) -> dict[str, Work]:
    book = place / "register.xlsx"
    write_messy_workbook(book, 40, 1, today=MONDAY.today())
    return {
        "saves": lambda day: list(islice(day.saves(), SAVES)),
        "import": lambda day: day.bring_book(book),
        "revocation": lambda day: day.revoke(),
    }


def _base(place: Path) -> tuple[Path, Facts]:
    """A closed vault of two users with a few cases and a document."""
    told = Told()
    day = Day.founded(place / "base.suprovid", told)
    for _ in range(3):
        day.open_case()
    day.keep_draft()
    day.bring_document()
    day.add_colleague()
    day.vault.close()
    return day.vault.path, told.known


def _copied(base: Path, place: Path) -> Path:
    path = place / "killed.suprovid"
    rmtree(path, ignore_errors=True)
    copytree(base, path)
    return path


def _settled(path: Path, told: Told) -> Facts:
    """What stands after a kill, of what was under way as well."""
    vault = open_vault(path, FOUNDER, PASSPHRASE)
    services = Services.of(vault, MONDAY)
    try:
        return told.known | {key: found(services, key) for key in told.coming.keys() & told.known.keys()}
    finally:
        vault.close()


def _child(path: Path, work: Work, known: Facts, after: float | None = None, *, first: int = 0) -> Heard:
    """Let a child open the vault and work; kill it that many seconds after it began, or let it finish."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _at_work(path, work, writing, first)
    os.close(writing)
    said, begun = b"", 0.0
    while chunk := _heard(reading, child, begun + after if begun and after is not None else None):
        said += chunk
        begun = begun or time.monotonic()
    worked = time.monotonic() - begun
    os.close(reading)
    _, status = os.waitpid(child, 0)
    told = Told()
    told.known = dict(known)
    for line in said.decode().splitlines()[1:]:
        told(line)
    assert os.WIFSIGNALED(status) or status == 0, "the child failed by itself, see above"
    return Heard(None if os.WIFSIGNALED(status) else worked, told)


def _at_work(path: Path, work: Work, writing: int, first: int) -> None:
    """In the child, which never comes back."""
    status = 1
    try:
        vault = open_vault(path, FOUNDER, PASSPHRASE, clock=MONDAY)
        day = Day(vault, lambda text: os.write(writing, f"{text}\n".encode()), first=first)
        os.write(writing, b"begun\n")
        work(day)
        status = 0
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(status)


def _heard(reading: int, child: int, deadline: float | None) -> bytes:
    """The next words of the child, empty at its end; it is killed at the deadline."""
    while True:
        left = None if deadline is None else max(deadline - time.monotonic(), 0)
        ready, _, _ = select.select([reading], [], [], left)
        if ready and left != 0:
            return os.read(reading, 65536)
        os.kill(child, signal.SIGKILL)
        deadline = None


def tried(place: Path, times: Mapping[str, int], seed: int = 1) -> tuple[int, list[str]]:
    """Kill children at work: how many died, and what went wrong."""
    done = subprocess.run(
        [sys.executable, "-c", _KILL, str(place), json.dumps(times), str(seed)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    dead, amiss = json.loads(done.stdout)
    return dead, amiss


def long(place: Path, say: Say) -> Row:
    """Two hundred kills."""
    if not hasattr(os, "fork"):
        return Row("kill -9", 0, 0, 0, "no fork on this system")
    dead, amiss = tried(place, TIMES)
    for one in amiss:
        say(one)
    return Row("kill -9", sum(TIMES.values()), len(amiss), 0, f"{dead} died at work, the others had just finished")
