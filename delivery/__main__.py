"""`python3 dev.py build`: a folder that runs without Python, checked, tried, with a list of what it is made of."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from delivery.files import forbidden
from delivery.trial import Built, Failed, first_window, journey

HOME = Path(__file__).resolve().parent.parent
COMPONENTS = "components.json"
STARTS = 5
MEGABYTE = 1_000_000
SUFFIX = ".exe" if os.name == "nt" else ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, look through, try; the exit status says whether the folder may be handed out."""
    parser = argparse.ArgumentParser(prog="dev.py build")
    parser.add_argument("--out", type=Path, default=HOME / "dist", help="where the folder comes to lie (dist)")
    parser.add_argument("--tried", action="store_true", help="build nothing: try the folder that is there")
    asked = parser.parse_args(arguments)
    folder = asked.out.resolve() / "suprovid"
    try:
        if not asked.tried:
            _build(asked.out.resolve())
        _try(folder)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"\n{folder}")
    return 0


def _build(out: Path) -> None:
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", str(out),
               "--workpath", str(HOME / "build"), str(HOME / "build.spec")]  # fmt: skip
    shutil.rmtree(out / "suprovid", ignore_errors=True)
    if subprocess.run(command, cwd=HOME, check=False).returncode:
        raise Failed("PyInstaller")


def _try(folder: Path) -> None:
    """Look through the folder, then let it work; raises `Failed` at the first thing that is not as it should be."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    if strays := forbidden(file.relative_to(folder).as_posix() for file in files):
        raise Failed("\n".join(strays))
    with TemporaryDirectory(prefix="suprovid-trial-") as home:
        built = Built(folder, Path(home), SUFFIX)
        _list_components(built)
        for name, seconds in journey(built):
            print(f"  {name:<24} {seconds:6.2f} s", flush=True)
        starts = [_start(built) for _ in range(STARTS)]
    size = sum(file.stat().st_size for file in files if not file.is_symlink())
    print(f"\n{len(files)} files, {size / MEGABYTE:.0f} MB; first window {median(starts):.2f} s (of {STARTS})")


def _list_components(built: Built) -> None:
    told = built.terminal("tools", "components")
    for one in json.loads(told)["components"]:
        if not (one["version"] and one["licenses"][0]["license"]["name"]):
            raise Failed(f"{one['name']}: no version or no licence")
    (built.folder / COMPONENTS).write_text(told, "utf-8")


def _start(built: Built) -> float:
    command = [*built.window(), "--picture", str(built.home / "start.png")]
    return first_window(command, built.surroundings(), built.home)


if __name__ == "__main__":
    sys.exit(main())
