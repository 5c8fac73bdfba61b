"""Gate: a clone holds no machine's paths and no secret; the lock pins every library and names no index."""

import re

import pytest

from tests.house.source import ROOT, nothing, project_files

INDEX = re.compile(r"://|^\s*(?:-i|-f|--(?:extra-)?index-url|--find-links)\b", re.MULTILINE)
MACHINE = re.compile(r"(?<![\w.])/(?:root|work|home|Users)/\w|\b[A-Z]:\\Users\\", re.MULTILINE)
SECRET = re.compile(r"AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{40}|-----BEGIN [A-Z ]*PRIVATE KEY-----")
ENTRY = re.compile(r"^(?=\w)", re.MULTILINE)


def unpinned(lock: str) -> list[str]:
    """Entries of the lock that lack an exact version or a hash."""
    loose = (entry for entry in ENTRY.split(lock) if entry and not ("==" in entry and "--hash=" in entry))
    return [entry.splitlines()[0] for entry in loose]


def texts() -> dict[str, str]:
    found = {}
    for name, file in project_files().items():
        try:
            found[name] = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


def test_the_lock_names_no_index():
    assert not INDEX.search((ROOT / "requirements.lock").read_text(encoding="utf-8"))


def test_the_lock_pins_everything():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert len(ENTRY.split(lock)) > 50, "the scan sees the lock"
    assert nothing(unpinned(lock))


def test_no_machine_path_and_no_secret_is_carried():
    """Known-answer files in tests/ may hold keys: they protect nothing."""
    carried = texts()
    assert nothing(name for name, text in carried.items() if MACHINE.search(text))
    carriers = (name for name in carried if not name.startswith("tests/"))
    assert nothing(name for name in carriers if SECRET.search(carried[name]))


@pytest.mark.parametrize("line", ["--index-url x", "a @ https://example.org/a", "-f x", "--find-links x"])
def test_an_index_is_caught(line):
    assert INDEX.search(f"alembic==1.20.1 \\\n    --hash=sha256:00\n{line}\n")


@pytest.mark.parametrize("entry", ["alembic==1.20.1\n", "alembic>=1 \\\n    --hash=sha256:00\n"])
def test_a_loose_entry_is_caught(entry):
    good = "babel==2.18.0 \\\n    --hash=sha256:00\n    # via suprovid\n"
    assert unpinned(good + entry) == [entry.splitlines()[0]]


@pytest.mark.parametrize("path", ["/".join(("", "home", "olena", "x")), "\\".join(("C:", "Users", "olena"))])
def test_a_machine_path_is_caught(path):
    assert MACHINE.search(f'open("{path}")')


def test_a_secret_is_caught():
    assert SECRET.search("AGE-SECRET-KEY-" + "1" + "Q" * 58)
    assert SECRET.search("-----BEGIN " + "PRIVATE KEY-----")
