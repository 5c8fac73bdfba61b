"""Gate: Qt gives back every reference it takes. PySide6 6.12 on Python 3.11 did not, and soon died of it."""

import subprocess
import sys
from collections.abc import Callable

ROUNDS = 2_000

CALLS = f"""
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Bell(QObject):
    rung = Signal(int)

application = QApplication(["house", "-platform", "offscreen"])
bell, label = Bell(), QLabel()
bell.rung.connect(lambda n: None)

def work():
    for n in range({ROUNDS}):
        bell.rung.emit(n)
        label.setText(str(n % 7))
        label.setVisible(False)
        label.isVisible(), label.parent(), label.update()

work()
before = [sys.getrefcount(thing) for thing in (None, True, False)]
work()
after = [sys.getrefcount(thing) for thing in (None, True, False)]
print(*(b - a for a, b in zip(before, after)))
"""


def drift(work: Callable[[], object], thing: object) -> int:
    """How many references to `thing` the work leaves behind; negative when it takes some away."""
    before = sys.getrefcount(thing)
    work()
    return sys.getrefcount(thing) - before


def test_qt_leaves_none_true_and_false_as_they_were():
    outcome = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
    drifts = [int(number) for number in outcome.stdout.split()]
    assert len(drifts) == 3
    assert all(abs(number) < ROUNDS // 20 for number in drifts), drifts


def test_a_leak_is_seen():
    thing, kept = object(), []
    assert drift(lambda: kept.extend([thing] * ROUNDS), thing) == ROUNDS
    assert drift(kept.clear, thing) == -ROUNDS
