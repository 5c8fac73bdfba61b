"""A file is written whole or not at all."""

import os
import resource
import stat
from pathlib import Path

import pytest

from app.vault.files import replacing, write_atomically


def test_new_file_holds_the_data_and_leaves_nothing_beside_it(tmp_path: Path):
    write_atomically(tmp_path / "anchor", b"x" * 300_000)
    assert (tmp_path / "anchor").read_bytes() == b"x" * 300_000
    assert [p.name for p in tmp_path.iterdir()] == ["anchor"]


@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_mode_is_exact_whatever_the_umask(tmp_path: Path, mode: int):
    before = os.umask(0o077 if mode == 0o644 else 0)
    try:
        write_atomically(tmp_path / "file", b"1", mode)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == mode


def test_replacing_an_older_file_also_narrows_its_mode(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "file").chmod(0o644)
    write_atomically(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


def test_disk_that_takes_only_a_part_keeps_the_old_file(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            write_atomically(tmp_path / "file", b"n" * 300_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (tmp_path / "file").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_an_error_inside_the_block_leaves_no_trace(tmp_path: Path):
    def write_and_fail() -> None:
        with replacing(tmp_path / "file") as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_and_fail()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "file", b"")
