"""The parent's side of the decoder: hand over a foreign file, wait so long and no longer, take nothing but pixels."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO

from app.documents.decoder import MOST_PAGES, MOST_PIXELS, Request
from app.documents.refusals import DocumentUnreadable, LockedPdf, NotTaken, PictureTooLarge, TooManyPages

_RGB = 3
_LONGEST_LINE = 200
_ROOT = Path(__file__).resolve().parents[2]
_SURROUNDINGS = {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}
"""All that the child may know of where it runs."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page or picture as raw RGB, row by row from the top, three bytes a dot."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """A foreign file that the decoder could read. `width` and `height` are a picture's own; 0 for a PDF."""

    pages: int
    width: int
    height: int
    leaves: tuple[Leaf, ...]


def decode(name: str, data: bytes, request: Request, child: Sequence[str] | None = None) -> Opened:
    """Let the decoder open `data`; `child` is its command unless given.

    Raises `DocumentUnreadable` where it fails, hangs or answers nonsense; `LockedPdf`, `PictureTooLarge`,
    `TooManyPages`. At most `request.seconds` pass.
    """
    with subprocess.Popen(  # noqa: S603 - our own program, no word of the file in its command
        child or _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        cwd=_ROOT, env=_SURROUNDINGS, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        clock = Timer(request.seconds, process.kill)
        clock.start()
        try:
            return _exchange(name, process, request.line() + data, request)
        finally:
            clock.cancel()
            process.kill()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_name("suprovid-decoder").with_suffix(Path(sys.executable).suffix))]
    return [sys.executable, "-B", "-m", "app.documents.decoder"]


def _exchange(name: str, process: "subprocess.Popen[bytes]", question: bytes, request: Request) -> Opened:
    if process.stdin is None or process.stdout is None:
        raise AssertionError("the child was started with pipes")
    try:
        process.stdin.write(question)
        process.stdin.close()
    except OSError as error:
        with suppress(OSError):
            process.stdin.close()
        raise DocumentUnreadable(name=name) from error
    head = _line(name, process.stdout)
    if refused := head.get("refused"):
        raise _refusal(name, refused)
    pages, width, height = (_number(name, head, key, 1 << 31) for key in ("pages", "width", "height"))
    sent = max(0, min(request.many, pages - request.first))
    leaves = tuple(_leaf(name, process.stdout, request.longest) for _ in range(sent))
    return Opened(pages, width, height, leaves)


def _leaf(name: str, source: IO[bytes], longest: int) -> Leaf:
    told = _line(name, source)
    width, height = (_number(name, told, key, longest + 1) for key in ("width", "height"))
    rgb = source.read(width * height * _RGB)
    if not rgb or len(rgb) != width * height * _RGB:
        raise DocumentUnreadable(name=name)
    return Leaf(width, height, rgb)


def _line(name: str, source: IO[bytes]) -> dict[str, object]:
    try:
        told = json.loads(source.readline(_LONGEST_LINE))
    except ValueError as error:
        raise DocumentUnreadable(name=name) from error
    if not isinstance(told, dict):
        raise DocumentUnreadable(name=name)
    return told


def _number(name: str, told: dict[str, object], key: str, most: int) -> int:
    number = told.get(key)
    if not isinstance(number, int) or not 0 <= number <= most:
        raise DocumentUnreadable(name=name)
    return number


def _refusal(name: str, word: object) -> NotTaken:
    match word:
        case "locked":
            return LockedPdf(name=name)
        case "pixels":
            return PictureTooLarge(name=name, most=MOST_PIXELS // 1_000_000)
        case "pages":
            return TooManyPages(name=name, most=MOST_PAGES)
        case _:
            return DocumentUnreadable(name=name)
