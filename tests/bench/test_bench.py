"""The bench runs from end to end on a small vault and prints every figure; how fast they are is not asserted."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.figure import MEGABYTES, Figure, middle, table

HOME = Path(__file__).resolve().parents[2]
ROWS = (
    "training vault of 40 cases",
    "unlock to first list, beyond key derivation",
    "keystroke to painted list, slowest query",
    "the day: overdue, today, week, silent families",
    "count of the whole list",
    "one case opened: head, family, timeline, steps",
    "family's paper, two languages (PDF)",
    "sealing 40 cases",
    "export of 40 cases",
    "dump of 40 cases",
    "key derivation, default (256 MiB)",
    "vault checked, every page",
    "import of 40 rows, planned and carried out",
    "import of 40 rows beside 40 cases",
    "one edit saved",
    "due list of one worker",
    "a step added to ",
    "first window from process start",
    "another theme",
    "palette opened",
    "window stood still longest",
    "peak memory: importing",
)


def test_every_figure_is_printed():
    command = [sys.executable, "-m", "tests.bench", "--cases", "40", "--once"]
    ran = subprocess.run(command, cwd=HOME, capture_output=True, check=False, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    names = [line.split(" | ")[0].strip() for line in ran.stdout.splitlines()]
    for row in ROWS:
        assert any(name.startswith(row) for name in names), row


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure("a", 0.0123, 0.0041, most_times=4), ("a", "12.3 ms", "4.1 ms", "3.00 ×", "≤ 4 × ✓")),
        (Figure("a", 0.0123, 0.003, most_times=4), ("a", "12.3 ms", "3 ms", "4.10 ×", "≤ 4 × ✗")),
        (Figure("a", 0.25, most=0.2), ("a", "250 ms", "", "", "≤ 200 ms ✗")),
        (Figure("a", 290, unit=MEGABYTES, most=300), ("a", "290 MB", "", "", "≤ 300 MB ✓")),
        (Figure("a", 0.000_05, 2.5), ("a", "50 µs", "2.5 s", "0.00 ×", "")),
    ],
)
def test_a_figure_says_its_aim(figure, said):
    assert figure.cells() == said


def test_runs_are_told_by_their_medians():
    runs = [[Figure("a", value, value / 2)] for value in (3.0, 1.0, 2.0)]
    assert middle(runs) == [Figure("a", 2.0, 1.0)]
    assert table(middle(runs)).splitlines()[2].startswith("a ")
