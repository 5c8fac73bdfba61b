"""A failing disk: a call is done, or refused in words with everything as it was, and the next try works."""

from pathlib import Path

import pytest

from tests.faults import shim
from tests.faults.io_error import tried

PLAYS = [
    ("contact", "once", 1), ("case", "full", 70), ("key file", "full", 14), ("document", "dies", 30),
    ("copy", "once", 80), ("package", "once", 2), ("copy outside", "full", 4), ("import", "dies", 15),
    ("close and open", "dies", 40),
]  # fmt: skip


def test_a_call_is_done_or_refused_in_words(tmp_path: Path) -> None:
    library = shim.compiled(tmp_path)
    if library is None:
        pytest.skip(shim.MISSING)
    times, amiss = tried(library, tmp_path, PLAYS, aside=6)
    assert times > 25
    assert amiss == []
