"""Killed at any moment the vault opens with one key, and everything acknowledged is there."""

import os
from pathlib import Path

import pytest

from tests.faults.kill import tried


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    died, amiss = tried(tmp_path, {"saves": 4, "import": 2, "revocation": 3})
    assert died > 0
    assert amiss == []
