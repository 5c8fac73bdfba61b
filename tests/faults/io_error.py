"""The disk fails at the n-th operation of a call, for every n, once or from then on: done or refused, never between."""

import errno
import json
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from shutil import copytree, rmtree

from tests.faults import shim
from tests.faults.judged import judged
from tests.faults.row import Row, Say
from tests.faults.scenes import SCENES, VAULT, Scene, Stage, attempt, kept

MODES = {"once": (shim.ONCE, errno.EIO), "dies": (shim.FROM_THEN_ON, errno.EIO), "full": (shim.FULL, errno.ENOSPC)}
Play = tuple[str, str, int]
"""The name of a scene, how the disk fails, and which of its operations are tried: every one, every third."""

_PLAY = "import sys; from tests.faults.io_error import play; play(*sys.argv[1:])"


def play(folder: str, asked: str, aside: str) -> None:
    """In a process of its own, on a disk that fails when it is told to: print how often, and what went wrong."""
    stage = Stage(Path(folder).parent, Path(folder))
    tried, amiss = 0, []
    for name, mode, every in json.loads(asked):
        scene = next(scene for scene in SCENES if scene.name == name)
        for n in count(1, every):
            found = _nth(stage, scene, n, mode, aside=tried % int(aside) == 0)
            if found is None:
                break
            tried += 1
            amiss += [f"{name}, {mode}, operation {n}: {one}" for one in found]
    stage.day.vault.close()
    if str(last := stage.judged()):
        amiss.append(f"at the end: {last}")
    sys.stdout.write(json.dumps([tried, amiss]))


def _nth(stage: Stage, scene: Scene, n: int, mode: str, *, aside: bool) -> list[str] | None:
    """What is wrong after the n-th operation failed; None if the call has fewer."""
    disk, (how, error) = shim.disk(), MODES[mode]
    before = dict(stage.told.known)
    disk.disk_fail(n, how, error)
    try:
        refusal = attempt(stage, scene)
    except Exception as bare:  # noqa: BLE001 - this is what must not happen, and it is told
        disk.disk_fail(0, 0, 0)
        return [f"a bare {bare!r}"]
    failed = disk.disk_failed()
    disk.disk_fail(0, 0, 0)
    if not failed:
        return None
    found = []
    if refusal is not None:
        if stage.day.vault.lock.is_locked and (gone := kept(stage)):
            found.append(f"refused with {refusal!r}, and yet {gone} changed")
        found += _opened_aside(stage, before) if aside else []
    try:
        if again := attempt(stage, scene):
            found.append(f"the next try was refused: {again!r}")
    except Exception as bare:  # noqa: BLE001 - as above
        found.append(f"the next try ended in a bare {bare!r}")
    return found


def _opened_aside(stage: Stage, before: dict[str, str]) -> list[str]:
    """The vault as the refused call left it, opened as after a crash."""
    aside = stage.disk.parent / "aside"
    rmtree(aside, ignore_errors=True)
    copytree(stage.disk, aside)
    found = judged(aside / VAULT, before, stage.told.coming)
    return [f"opened aside: {found}"] if str(found) else []


def tried(library: Path, place: Path, plays: Sequence[Play], aside: int = 1) -> tuple[int, list[str]]:
    """Play scenes on a failing disk: how many operations failed in turn, and what went wrong.

    Every `aside`-th time the vault is also opened as the refused call left it.
    """
    folder = place / "stage" / "disk"
    rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True)
    times, amiss = json.loads(shim.run(library, folder, _PLAY, json.dumps(plays), str(aside)))
    return times, amiss


def long(place: Path, say: Say) -> Row:
    """Every scene in every mode, each operation in turn, but for the longest."""
    library = shim.compiled(place)
    if library is None:
        return Row("failing disk", 0, 0, 0, shim.MISSING)
    times, amiss = 0, []
    for scene in SCENES:
        many, found = tried(library, place, [(scene.name, mode, scene.every) for mode in MODES])
        say(f"{scene.name}: {many} operations")
        for one in found:
            say(one)
        times, amiss = times + many, amiss + found
    return Row("failing disk", times, len(amiss), 0)
