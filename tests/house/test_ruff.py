"""Gate: ruff, by the rules in pyproject.toml."""

import subprocess
import sys

import pytest

from tests.house.source import ROOT


def ruff(*arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ruff", "check", "--output-format", "concise", *arguments]
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, check=False)


def test_the_project_is_clean():
    outcome = ruff(".")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize(
    ("rule", "name", "line"),
    [
        ("TID251", "app/cases/service.py", "from datetime import date\n\nNOW = date.today()\n"),
        ("TID251", "ui/cases/page.py", "from PySide6.QtNetwork import QTcpSocket\n\nUSED = QTcpSocket\n"),
        ("TID251", "ui/cases/page.py", "from PySide6.QtCore import QThreadPool\n\nUSED = QThreadPool\n"),
        ("TID252", "app/cases/service.py", "from . import queries\n\nUSED = queries\n"),
        ("ANN201", "app/cases/service.py", "def close(number: int):\n    return number\n"),
        ("FIX002", "app/cases/service.py", "# TODO: later\n"),
        ("S101", "app/crypto/age.py", "def check(key: bytes) -> None:\n    assert key\n"),
        ("BLE001", "app/cases/service.py", "try:\n    X = 1\nexcept Exception:\n    X = 2\n"),
        ("DTZ", "app/cases/service.py", "from datetime import datetime\n\nT = datetime(2026, 1, 1)\n"),
    ],
)
def test_a_violation_is_caught(rule, name, line):
    outcome = ruff("--no-cache", "--stdin-filename", name, "-", given=f'"""A module."""\n\n{line}')
    assert outcome.returncode == 1
    assert rule in outcome.stdout
