"""The disk is full: a call finds room for nothing, for one page, for two, until it finds enough."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.faults.row import Row, Say
from tests.faults.scenes import SCENES, Stage, attempt, kept

MISSING = "only root may mount a small file system here"
PAGE = 4096
STRIDES = {"close and open": 4, "new vault": 24, "copy": 16, "case": 4}


@contextmanager
def small_disk(disk: Path, size: str) -> Iterator[bool]:
    """A file system of that size at `disk`; False where none may be mounted."""
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    mounted = bool(shutil.which("mount")) and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(disk)], check=True)


def filled(disk: Path, left: int) -> Path:
    """A file that leaves only `left` bytes of the disk free."""
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(max(free - left, 0)))
    return ballast


def tried(place: Path, disk: Path, names: Sequence[str], step: int = 1) -> tuple[int, list[str]]:
    """Play scenes with ever more room on `disk`, by `step` pages or more: how often refused, and what went wrong."""
    stage = Stage(place, disk)
    refused, amiss = 0, []
    for scene in (scene for scene in SCENES if scene.name in names):
        left = 0
        while True:
            ballast = filled(disk, left)
            try:
                refusal = attempt(stage, scene)
            finally:
                ballast.unlink()
            if refusal is None:
                break
            refused += 1
            if stage.day.vault.lock.is_locked and (gone := kept(stage)):
                amiss.append(f"{scene.name}, {left} bytes left: {refusal!r}, and yet {gone} changed")
            if again := attempt(stage, scene):
                amiss.append(f"{scene.name}, after {left} bytes were left: {again!r} with room enough")
            left += PAGE * step * STRIDES.get(scene.name, 1)
    stage.day.vault.close()
    if str(last := stage.judged()):
        amiss.append(f"at the end: {last}")
    return refused, amiss


def long(place: Path, say: Say) -> Row:
    """Every scene with ever more room."""
    with small_disk(place / "disk", "48m") as mounted:
        if not mounted:
            return Row("full disk", 0, 0, 0, MISSING)
        refused, amiss = tried(place, place / "disk", [scene.name for scene in SCENES])
    for one in amiss:
        say(one)
    return Row("full disk", refused, len(amiss), 0)
