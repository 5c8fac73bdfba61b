"""A library that does not encrypt in short; `dev.py faults library` tries every deed under each of the machine's."""

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from db import cipher
from db.cipher import CipherMissing, connect
from tests.faults import library
from tests.faults.target import Target

KEY = "ab" * 32


@pytest.fixture
def target(tmp_path: Path) -> Target:
    return Target.made(tmp_path, 1)


def test_a_preloaded_plain_library_is_refused_and_writes_nothing(target: Target):
    found = library.preloadable()
    if not found:
        pytest.skip("this machine has no libsqlite3.so.0 to preload")
    assert list(library.deeds(target, found[0], names=("create",))) == ["create: refused"]


def test_the_standard_librarys_module_is_refused_and_writes_nothing(target: Target):
    assert list(library.deeds(target, None, names=("command line",))) == ["command line: refused"]


def test_the_same_deed_is_done_under_the_right_library(tmp_path: Path):
    assert library.run("", library.DEEDS["create"], tmp_path) == ""
    assert (tmp_path / "fresh.suprovid" / "vault.key").is_file()


@pytest.mark.parametrize(("pin", "value"), [("CIPHER_VERSION", "5."), ("OLDEST_SQLITE", (4, 0))])
def test_other_versions_than_those_pinned_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pin: str, value: object
):
    monkeypatch.setattr(cipher, pin, value)
    with pytest.raises(CipherMissing):
        connect(tmp_path / "records.db", KEY)
    assert [path.stat().st_size for path in tmp_path.iterdir()] in ([], [0])


class Forgetful(sqlcipher.Connection):
    """A library built to keep what it sorts in files, whatever it is asked."""

    def execute(self, sql, *values):
        return super().execute(sql.replace("PRAGMA temp_store=MEMORY", "PRAGMA temp_store=FILE"), *values)


def test_a_library_that_keeps_its_temporary_tables_in_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    connected = sqlcipher.connect
    monkeypatch.setattr(sqlcipher, "connect", lambda *a, **named: connected(*a, **named, factory=Forgetful))
    with pytest.raises(CipherMissing):
        connect(tmp_path / "records.db", KEY)


@pytest.mark.parametrize("key", [KEY[:-2], KEY + "00", KEY[:-1], "", KEY[:-1] + "g", f"{KEY[:-3]}'--"])
def test_a_raw_key_of_another_length_never_reaches_the_library(tmp_path: Path, key: str):
    with pytest.raises(ValueError, match="64"):
        connect(tmp_path / "records.db", key)
    assert list(tmp_path.iterdir()) == []
