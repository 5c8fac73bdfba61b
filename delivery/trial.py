"""The built program on its own, with no Python on the path and a fresh home, does an office's whole job."""

import io
import json
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import Image

from app.training.workbook import write_messy_workbook
from ui.first_look import PAINTED

PASSPHRASE = "шість слів для проби готової програми"  # noqa: S105 - it opens nothing but the trial's own vault
NOWHERE = "/nonexistent"
CASES = 40
LONGEST = 120


class Failed(Exception):
    """A step of the trial did not come to its end; the argument tells the command and what it said."""


@dataclass(frozen=True, slots=True)
class Built:
    """The folder of a build, tried with `home` as the user's own; `suffix` is what programs end with here."""

    folder: Path
    home: Path
    suffix: str = ""

    def window(self) -> list[str]:
        """The command of the window."""
        return [str(self.folder / f"suprovid{self.suffix}")]

    def terminal(self, *arguments: object) -> str:
        """What a command of `suprovid-cli` printed; `Failed` unless it came to a good end."""
        return self.run([str(self.folder / f"suprovid-cli{self.suffix}"), *map(str, arguments)])

    def run(self, command: list[str]) -> str:
        """Run a program of the folder in its bare surroundings."""
        done = subprocess.run(
            command, env=self.surroundings(), cwd=self.home, capture_output=True, encoding="utf-8",
            stdin=subprocess.DEVNULL, timeout=LONGEST, check=False,
        )  # fmt: skip
        if done.returncode:
            raise Failed(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
        return done.stdout

    def surroundings(self) -> dict[str, str]:
        """All that the program may know of where it runs."""
        home = str(self.home)
        return {"PATH": NOWHERE, "HOME": home, "APPDATA": home, "LOCALAPPDATA": home, "QT_QPA_PLATFORM": "offscreen"}


def journey(built: Built) -> Iterator[tuple[str, float]]:
    """Do an office's job step by step; yields what was done and how many seconds it took. Raises `Failed`."""
    steps: tuple[tuple[str, Callable[[Built], None]], ...] = (
        ("version", lambda one: _expect(one.terminal("--version"), "suprovid")),
        ("self-test", lambda one: _expect(one.terminal("tools", "self-test"), "HPKE")),
        ("vault", _vault),
        ("import", _import),
        ("document", _document),
        ("paper", _paper),
        ("package", _package),
        ("copy", lambda one: _expect(one.terminal("backup", "create", *_where(one)), "")),
        ("verify", lambda one: _expect(one.terminal("vault", "verify", *_where(one)), "")),
        ("self-check", lambda one: _expect(one.terminal("vault", "self-check", *_where(one)), "SQLCipher")),
        ("window", _window),
        ("window, begun anew", lambda one: _window(one, "--anew")),
    )
    for name, step in steps:
        began = time.perf_counter()
        step(built)
        yield name, time.perf_counter() - began


def first_window(command: list[str], surroundings: dict[str, str], cwd: Path) -> float:
    """Seconds from the start of a process to the line by which it says that its first window is painted."""
    began = time.perf_counter()
    with subprocess.Popen(
        command, env=surroundings, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as process:
        line = process.stdout.readline() if process.stdout else ""
        seconds = time.perf_counter() - began
        process.wait(LONGEST)
    if line.strip() != PAINTED:
        raise Failed(" ".join(command))
    return seconds


def _where(built: Built) -> tuple[str, ...]:
    return "--vault", str(built.home / "office"), "--passphrase-file", str(built.home / "words")


def _expect(told: str, word: str) -> None:
    if word not in told:
        raise Failed(f"{word}: {told}")


def _vault(built: Built) -> None:
    (built.home / "words").write_text(PASSPHRASE, "utf-8")
    built.terminal("vault", "create", *_where(built), "--user", "Олена", "--training")


def _import(built: Built) -> None:
    workbook = built.home / "облік.xlsx"
    write_messy_workbook(workbook, CASES, 5, today=date(2026, 11, 23))
    built.terminal("import", workbook, *_where(built))
    if len(_cases(built)) < CASES - 5:
        raise Failed(f"{len(_cases(built))} cases")


def _document(built: Built) -> None:
    """A scan goes through the child process that opens foreign files, frozen as well."""
    drawn = io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(drawn, "PNG")
    scan = built.home / "скан.png"
    scan.write_bytes(drawn.getvalue())
    built.terminal("document", "add", scan, "--case", _cases(built)[0]["number"], *_where(built))


def _paper(built: Built) -> None:
    paper = built.home / "paper.pdf"
    built.terminal(
        "summary", "--case", _cases(built)[0]["number"], "--language", "both", "-o", paper, *_where(built)
    )
    if not paper.read_bytes().startswith(b"%PDF"):
        raise Failed("paper.pdf")


def _package(built: Built) -> None:
    keys = built.home / "keys"
    built.terminal("office", "keygen", "-o", keys)
    told = built.terminal("export", "--to", keys / "office.recipient.txt", "-o", built.home, *_where(built))
    opened = json.loads(
        built.terminal("open", told.splitlines()[0], "--key", keys / "office.identity.txt", "--json")
    )
    if len(opened["cases"]) != len(_cases(built)):
        raise Failed(f"{len(opened['cases'])} cases in the package")


def _window(built: Built, *more: str) -> None:
    picture = built.home / "window.png"
    picture.unlink(missing_ok=True)
    told = built.run([*built.window(), "--picture", str(picture), *more])
    if told.split() != [PAINTED] * (len(more) + 1):
        raise Failed(told)
    with Image.open(picture) as seen:
        if len(seen.convert("RGB").getcolors(1 << 20) or ()) < _FEWEST_COLOURS:
            raise Failed("the window is empty")


def _cases(built: Built) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(built.terminal("cases", *_where(built), "--json"))
    return found


_FEWEST_COLOURS = 16
