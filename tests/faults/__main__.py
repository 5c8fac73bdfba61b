"""`python3 dev.py faults [NAME …]`: every fault in its long form, and one table of what it cost.

A fault is a module beside this one with `long(place, say) -> Row`, where `place` is an empty folder of its own.
"""

import argparse
import importlib
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from tests.faults.row import Row, Say, table

FAULTS = (
    "power_loss", "kill", "io_error", "disk_full", "migration",
    "bit_flips", "write_ahead_log", "old_pages", "history", "library", "system_calls", "namespace", "year",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the faults and print the table; 1 where one of them cost something."""
    there = [name for name in FAULTS if find_spec(f"tests.faults.{name}")]
    parser = argparse.ArgumentParser(prog="dev.py faults")
    parser.add_argument("names", nargs="*", help=f"these only: {', '.join(there)}")
    asked = parser.parse_args(arguments).names
    if unknown := set(asked) - set(there):
        parser.error(f"no such fault: {', '.join(sorted(unknown))}")
    rows = [_row(name) for name in asked or there]
    sys.stdout.write(f"{table(rows)}\n")
    return 0 if all(row.passed for row in rows) else 1


def _row(name: str) -> Row:
    begun = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="suprovid-faults-") as folder:
            row: Row = importlib.import_module(f"tests.faults.{name}").long(Path(folder), _say(name))
    except Exception:  # noqa: BLE001 - the other faults are still worth trying
        traceback.print_exc()
        row = Row(name.replace("_", " "), 0, 0, 1, "the run itself failed, see above")
    _say(name)(f"{row.tried:,} states in {time.monotonic() - begun:.0f} s")
    return row


def _say(name: str) -> Say:
    return lambda told: sys.stderr.write(f"{name}: {told}\n")


if __name__ == "__main__":
    sys.exit(main())
