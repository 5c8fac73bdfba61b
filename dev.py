#!/usr/bin/env python3
"""The one set-up script of Супровід: it prepares this folder, then does one job.

    python3 dev.py demo            a messy workbook becomes a vault, a plan, a paper and a package
    python3 dev.py test [ARGS]     every test and every gate (ARGS go to pytest)
    python3 dev.py run             the program itself
    python3 dev.py bench [ARGS]    the figures, each beside its raw baseline (--cases N)
    python3 dev.py screens [ARGS]  every screen in every theme and language on contact sheets (--accept)
    python3 dev.py build [ARGS]    a folder that runs without Python, tried from end to end
    python3 dev.py faults [NAMES]  lost power, kills, full and failing disks, tampering: the long form, one table
    python3 dev.py lock [ARGS]     compute requirements.lock anew (--upgrade for newer versions)

It needs Python 3.11, 3.12 or 3.13 and nothing else. The libraries go into .venv beside this file, each
checked against its hash in requirements.lock. On Debian and Ubuntu it also sees to Qt's system libraries.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent
VENV = HOME / ".venv"
STAMP = VENV / "suprovid.json"
LOCK = HOME / "requirements.lock"
PROJECT = HOME / "pyproject.toml"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

JOBS = {
    "demo": ("-m", "ui.demo"),
    "test": ("-m", "pytest"),
    "run": ("-m", "ui.main"),
    "bench": ("-m", "tests.bench"),
    "screens": ("-m", "tests.ui.screens"),
    "build": ("-m", "delivery"),
    "faults": ("-m", "tests.faults"),
}
BUILDERS = ("packaging", "setuptools", "wheel")  # what building font-roboto and the project itself needs
FROM_SOURCE = "font-roboto"  # published without a wheel

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}  # since Debian 13 and Ubuntu 24.04
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends")
INDEX = re.compile(r"://|^\s*(-i|-f|--(extra-)?index-url|--find-links)\b", re.MULTILINE)


class Stop(Exception):
    """The job cannot go on; the two texts say why and what to do, in Ukrainian and in English."""


def main(arguments: list[str]) -> int:
    """Do the job that `arguments` name; the exit status is the job's own."""
    if not arguments or arguments[0] not in (*JOBS, "lock"):
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    job, *rest = arguments
    try:
        check_python()
        if prepare():
            return call([base_python(), Path(__file__), *arguments])
        if job == "lock":
            return lock(rest)
        return call([PYTHON, *JOBS[job], *rest], environment(job))
    except Stop as stop:
        print(*stop.args, sep="\n", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def check_python() -> None:
    """Refuse a Python the locked libraries were not chosen for."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        found = next(filter(shutil.which, ("python3.13", "python3.12", "python3.11")), None)
        uk, en = (f"Запустіть: {found} dev.py …", f"Run: {found} dev.py …") if found else ("", "")
        now = ".".join(map(str, sys.version_info[:2]))
        raise Stop(
            f"Потрібен Python 3.11, 3.12 або 3.13, а це {now}. {uk}",
            f"Python 3.11, 3.12 or 3.13 is needed; this is {now}. {en}",
        )


def prepare() -> bool:
    """See that .venv holds exactly what the lock says. True: start again outside the .venv to be remade."""
    see_to_system()
    wanted = {"libraries": fingerprint(LOCK, sys.version, str(HOME)), "project": fingerprint(PROJECT)}
    found = read_stamp()
    if found == wanted:
        return False
    if found.get("libraries") != wanted["libraries"]:
        if Path(sys.prefix).resolve() == VENV.resolve():
            return True
        make_venv()
        install_libraries()
    STAMP.unlink(missing_ok=True)
    pip("--no-index", "--no-deps", "--no-build-isolation", "--editable", HOME)
    STAMP.write_text(json.dumps(wanted), encoding="utf-8")
    say("Готово.", "Ready.")
    return False


def fingerprint(file: Path, *more: str) -> str:
    """A hash that changes when the file, or anything else named, changes."""
    return hashlib.sha256(file.read_bytes() + "\0".join(more).encode()).hexdigest()


def read_stamp() -> dict[str, str]:
    """What the last complete set-up wrote as its last act; empty if there was none, or it was cut short."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and PYTHON.exists() else {}


def make_venv() -> None:
    """A new, empty .venv in place of whatever stands there."""
    version = ".".join(map(str, sys.version_info[:3]))
    if VENV.exists():
        say("Прибираю старе або недороблене .venv", "Removing an old or half-made .venv")
        try:
            shutil.rmtree(VENV)
        except OSError as error:
            raise Stop(
                f"Не вдалося прибрати {VENV.name}: закрийте програми, що ним користуються. ({error})",
                f"Could not remove {VENV.name}: close the programs that use it. ({error})",
            ) from error
    say(f"Створюю .venv (Python {version})", f"Making .venv (Python {version})")
    if call([sys.executable, "-m", "venv", VENV]):
        raise Stop("Не вдалося створити .venv; причина вище.", "Could not make .venv; see the reason above.")


def install_libraries() -> None:
    """Everything in the lock, hash for hash; the builders first, so that nothing unpinned ever runs."""
    text = LOCK.read_text(encoding="utf-8")
    say(f"Установлюю бібліотеки ({len(pins(text))})", f"Installing the libraries ({len(pins(text))})")
    with tempfile.TemporaryDirectory() as folder:
        builders = Path(folder) / "builders.txt"
        builders.write_text("".join(pins(text)[name] for name in BUILDERS), encoding="utf-8")
        pip("--require-hashes", "--only-binary", ":all:", "--requirement", builders)
    pip("--require-hashes", "--only-binary", ":all:", "--no-binary", FROM_SOURCE, "--use-pep517",
        "--no-build-isolation", "--requirement", LOCK)  # fmt: skip


def pins(lock_text: str) -> dict[str, str]:
    """The lock's entries by name: the requirement with all its hashes, as it stands in the file."""
    entries = re.split(r"^(?=\w)", lock_text, flags=re.MULTILINE)
    return {entry.split("==")[0]: entry for entry in entries if "==" in entry}


def pip(*arguments: object) -> None:
    """Run pip inside .venv; it says its own reason when it fails, and we say the likely one."""
    quiet = () if sys.stdout.isatty() else ("--quiet",)
    calm = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    if call([PYTHON, "-m", "pip", "install", *quiet, *arguments], calm):
        raise Stop(
            "Бібліотеки не встановилися; причина вище. Найчастіше немає мережі: під’єднайтеся й повторіть.",
            "The libraries were not installed; see the reason above. Most often there is no network: "
            "connect and try again.",
        )


def see_to_system() -> None:
    """What pip cannot bring: `venv` itself and Qt's system libraries. Quick when all is there."""
    missing = missing_packages()
    if not missing:
        return
    if not shutil.which("apt-get"):
        names = ", ".join(missing)
        raise Stop(
            f"Бракує системних пакунків (назви Debian): {names}. Установіть їх і повторіть.",
            f"System packages are missing (Debian's names): {names}. Install them and try again.",
        )
    root = os.geteuid() == 0
    updated = root and call(["apt-get", "update", "--quiet=2"]) == 0
    packages = [RENAMED[name] if known_to_apt(RENAMED.get(name)) else name for name in missing]
    if not root:
        command = f"\n    sudo apt-get update && sudo {' '.join((*INSTALL, *packages))}\n"
        raise Stop("Бракує системних пакунків. Виконайте:", "System packages are missing. Run:", command)
    say("Установлюю системні пакунки", f"Installing system packages: {' '.join(packages)}")
    silent = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if call([*INSTALL, "--quiet=2", *packages], silent) or missing_packages():
        reason = "" if updated else " (apt-get update did not succeed)"
        raise Stop(
            f"Системні пакунки не встановилися; причина вище{reason}.",
            f"The system packages were not installed; see the reason above{reason}.",
        )


def missing_packages() -> list[str]:
    """Debian's names of the packages this machine lacks; nothing to see to outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = QT_LIBRARIES | (X11_LIBRARIES if has_display() else {})
    missing = [package for library, package in wanted.items() if not loads(library)]
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        of_system = Path(sys.executable).resolve() == Path("/usr/bin/python3").resolve()
        missing.append("python3-venv" if of_system else f"python3.{sys.version_info.minor}-venv")
    return missing


def loads(library: str) -> bool:
    """Whether the machine's loader finds the shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def known_to_apt(package: str | None) -> bool:
    """Whether this release has a package of that name."""
    if package is None:
        return False
    return subprocess.run(["apt-cache", "show", package], capture_output=True, check=False).returncode == 0


def has_display() -> bool:
    """Whether a window could be seen."""
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def environment(job: str) -> dict[str, str]:
    """The job's environment: UTF-8 everywhere, code compiled once, and no window where no screen can show it."""
    surroundings = {**os.environ, "PYTHONUTF8": "1", "PYTHONPYCACHEPREFIX": str(VENV / "compiled")}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    if not has_display() and job != "run":
        surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    return surroundings


def lock(more: list[str]) -> int:
    """Resolve pyproject.toml for every platform into requirements.lock; an index address in it is refused."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / LOCK.name
        shutil.copy(LOCK, fresh)  # so that what is pinned stays pinned unless --upgrade says otherwise
        status = call([PYTHON, "-m", "uv", "pip", "compile", PROJECT.name, "--group", "dev", "--universal",
                       "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-emit-index-url",
                       "--quiet", "--output-file", fresh, *more])  # fmt: skip
        if status:
            raise Stop("Замок не складено; причина вище.", "The lock was not made; see the reason above.")
        if INDEX.search(fresh.read_text(encoding="utf-8")):
            raise Stop("У замку є адреса сховища: не записую.", "The lock names an index: not written.")
        shutil.copy(fresh, LOCK)
    say(f"Записано {LOCK.name}", f"Wrote {LOCK.name}")
    return 0


def base_python() -> str:
    """The interpreter from which the running .venv was made."""
    return str(getattr(sys, "_base_executable", sys.executable))


def call(command: list[object], surroundings: dict[str, str] | None = None) -> int:
    """Run a command in the project's folder and wait; its exit status."""
    sys.stdout.flush()
    return subprocess.call([str(part) for part in command], cwd=HOME, env=surroundings)


def say(uk: str, en: str) -> None:
    """Tell what is being done, in both languages."""
    print(f"· {uk} / {en}", flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that cannot write Ukrainian must not stop us
    sys.exit(main(sys.argv[1:]))
