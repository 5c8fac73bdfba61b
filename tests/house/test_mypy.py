"""Gate: mypy --strict on app, db and ui."""

import subprocess
import sys

from tests.house.source import ROOT

WRONG = '''"""A module."""

def close(number: int):
    return number.missing
'''


def mypy(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mypy", "--no-error-summary", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_project_is_strictly_typed():
    outcome = mypy()
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_a_violation_is_caught(tmp_path):
    module = tmp_path / "wrong.py"
    module.write_text(WRONG, encoding="utf-8")
    outcome = mypy(f"--cache-dir={ROOT / '.mypy_cache' / 'gate'}", str(module))
    assert outcome.returncode == 1
    assert "[no-untyped-def]" in outcome.stdout


def test_a_bare_ignore_is_caught(tmp_path):
    module = tmp_path / "ignoring.py"
    module.write_text('N: int = "a"  # type: ignore\n', encoding="utf-8")
    outcome = mypy(f"--cache-dir={ROOT / '.mypy_cache' / 'gate-ignore'}", str(module))
    assert outcome.returncode == 1
    assert "[ignore-without-code]" in outcome.stdout
