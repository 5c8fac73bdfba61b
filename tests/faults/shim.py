"""`disk.c` made ready: a disk before a program that writes down what it is told, and fails when asked."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MISSING = "no C compiler here (cc or gcc), so no disk can be put between"
ONCE, FROM_THEN_ON, FULL = 1, 2, 3


def compiled(place: Path) -> Path | None:
    """The disk as a library in `place`; None on a machine without a C compiler, or that is no Linux."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        return None
    library = place / "disk.so"
    source = str(Path(__file__).with_name("disk.c"))
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", str(library), source, "-ldl"], check=True)
    return library


def run(library: Path, folder: Path, code: str, *arguments: str, log: Path | None = None) -> str:
    """Run a piece of Python whose files below `folder` lie on that disk; what it printed."""
    told = {"LD_PRELOAD": str(library), "SUPROVID_DISK": str(folder)} | ({"SUPROVID_DISK_LOG": str(log)} if log else {})
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), *arguments],
        cwd=ROOT, env={**os.environ, **told}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def disk() -> ctypes.CDLL:
    """The disk that this process runs on."""
    return ctypes.CDLL(None)


@dataclass(frozen=True, slots=True)
class Operation:
    """One line of the log: kind (see disk.c), inode, offset or length, and what was written, or the paths."""

    kind: str
    inode: int
    offset: int
    data: bytes

    @property
    def paths(self) -> list[Path]:
        """The paths, of an operation on names."""
        return [Path(os.fsdecode(path)) for path in self.data.split(b"\0")]


def operations(log: Path) -> Iterator[Operation]:
    """Everything the disk wrote down, in order."""
    with log.open("rb") as file:
        while line := file.readline():
            kind, inode, offset, size = line.decode("ascii").split(" ")
            yield Operation(kind, int(inode), int(offset), file.read(int(size)))
