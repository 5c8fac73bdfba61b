"""An upgrade cut short leaves the old records as they were, and a copy of them."""

from pathlib import Path

import pytest

from tests.faults.migration import newer_program, tried


@pytest.mark.parametrize("fault", ["kill 3", "raise 5", "full 2"])
def test_the_old_records_open(tmp_path: Path, fault: str) -> None:
    assert tried(newer_program(tmp_path), tmp_path, fault) == ""
