"""After a whole session with the real window, a name of a case stands in no byte that was written anywhere."""

from pathlib import Path
from urllib.parse import quote

import pytest

from tests.security.machine import machine
from tests.security.session import CANARY, PHONE

CODES = ("utf-8", "utf-16-le", "utf-16-be", "cp1251")
WORDS = (CANARY, CANARY.lower(), CANARY.upper(), PHONE)


def written(word: str) -> set[bytes]:
    """The bytes of a word in every code, as a part of an address, and as Qt's settings spell it."""
    escaped = "".join(letter if letter.isascii() else f"\\x{ord(letter):x}" for letter in word)
    return {*(word.encode(code) for code in CODES), quote(word).encode(), escaped.encode()}


def holding(folder: Path) -> list[str]:
    """The files under `folder` in whose bytes one of the words stands, in any of the codes."""
    needles = {needle for word in WORDS for needle in written(word)}
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            found += [f"{path.relative_to(folder)}: {needle!r}" for needle in needles if needle in data]
    return found


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    here = machine(tmp_path_factory.mktemp("machine"), tmp_path_factory.mktemp("elsewhere") / CANARY)
    return here.root, here.run()


def test_no_file_holds_the_name(session):
    root, _told = session
    assert holding(root) == []


def test_nothing_was_said_on_the_terminal(session):
    _root, told = session
    assert "restarted with" in told
    assert not any(word in told for word in WORDS)


def test_the_session_wrote_what_such_a_session_writes(session):
    root, _told = session
    names = {path.name for path in root.rglob("*") if path.is_file()}
    assert {"records.db", "vault.key", "settings.toml", "crash.txt"} <= names
    assert "LookupError" in next(root.rglob("crash.txt")).read_text("utf-8")


def test_every_file_is_the_users_alone(session):
    root, _told = session
    files = [path for path in (root / "home").rglob("*") if path.is_file()]
    assert [str(path) for path in files if path.stat().st_mode & 0o077] == []


def test_nothing_is_left_in_the_temporary_folders(session):
    root, _told = session
    left = [path for name in ("tmpdir", "xdg_runtime_dir") for path in (root / name).rglob("*") if path.is_file()]
    assert left == []


@pytest.mark.parametrize("spelling", sorted(written(CANARY)))
def test_the_search_sees_a_name_however_it_is_spelt(tmp_path, spelling):
    (tmp_path / "a.bin").write_bytes(b"\0\1" + spelling + b"\0")
    assert len(holding(tmp_path)) == 1
