"""The spool gives back what it took, wherever it kept it."""

import hashlib
import tempfile
from pathlib import Path

import pytest

from app.exchange.spool import spooled

PIECES = [b"Shevchenko %05d\n" % number for number in range(10_000)]


@pytest.mark.parametrize("in_memory", [0, 1, 100_000, 10_000_000])
def test_what_went_in_comes_out(in_memory: int):
    with spooled(iter(PIECES), in_memory) as kept:
        assert (kept.count, kept.size) == (10_000, 170_000)
        assert kept.sha256 == hashlib.sha256(b"".join(PIECES)).hexdigest()
        assert b"".join(kept.pieces) == b"".join(PIECES)


def test_nothing_at_all():
    with spooled([]) as kept:
        assert (kept.count, kept.size, b"".join(kept.pieces)) == (0, 0, b"")


def test_what_waits_on_the_disk_is_sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    seen: list[bytes] = []

    def named(*_: object, **__: object) -> object:
        return (tmp_path / "spool").open("w+b")

    monkeypatch.setattr(tempfile, "TemporaryFile", named)
    with spooled(PIECES, 1000) as kept:
        next(iter(kept.pieces))
        seen.append((tmp_path / "spool").read_bytes())
    assert len(seen[0]) > 170_000
    assert b"Shevchenko" not in seen[0]
