"""A crash report says types and frames, and not one value."""

from datetime import UTC, datetime

from app.clock import FixedClock
from ui.crash import report, write

CANARY = "Їжакевич-38000000001"


def fail(secret: str) -> None:
    try:
        int(secret)
    except ValueError as error:
        raise LookupError(secret) from error


def caught() -> LookupError:
    try:
        fail(CANARY)
    except LookupError as error:
        return error
    raise AssertionError


def test_the_report_names_the_errors_and_where_they_passed():
    told = report(caught())
    assert "builtins.LookupError" in told
    assert "builtins.ValueError" in told
    assert "test_crash.py" in told
    assert " fail" in told


def test_no_value_is_written(tmp_path):
    path = write(tmp_path, FixedClock(datetime(2026, 11, 28, tzinfo=UTC)), caught())
    assert CANARY not in path.read_text("utf-8")
    assert "38000000001" not in path.read_text("utf-8")
    assert path.stat().st_mode & 0o077 == 0
