"""Gate: the contracts of [tool.importlinter]; each is fed the import it forbids and must break by name."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.source import ROOT, imported, nothing, sweep

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]
MAIN = "from importlinter.cli import lint_imports_command as main; main()"

GROUND = {
    "app/__init__.py": "",
    "app/clock.py": "",
    "app/cases/__init__.py": "",
    "app/cases/service.py": "import sqlalchemy\n",
    "app/people/__init__.py": "",
    "app/people/service.py": "from app.clock import X\n",
    "app/crypto/__init__.py": "",
    "app/crypto/age.py": "import cryptography\n",
    "app/domain/__init__.py": "",
    "app/domain/fate.py": "import datetime\n",
    "app/paper/__init__.py": "",
    "app/paper/kit.py": "import reportlab\n",
    "db/__init__.py": "",
    "db/session.py": "from app.domain.fate import Fate\n",
    "ui/__init__.py": "",
    "ui/cli.py": "from app.cases.service import Cases\n",
    "ui/page.py": "from PySide6.QtWidgets import QWidget\nfrom app.cases.service import Cases\n",
}

VIOLATIONS = [
    ("ui -> app -> db", "app/cases/service.py", "import ui.page"),
    ("ui -> app -> db", "app/cases/service.py", "from PySide6.QtCore import QObject"),
    ("db knows nothing of us but the domain", "db/session.py", "from app.clock import Clock"),
    ("ui speaks to services, never to SQL", "ui/page.py", "from db.session import Database"),
    ("ui speaks to services, never to SQL", "ui/page.py", "from sqlalchemy import select"),
    ("The command line never reaches Qt", "ui/cli.py", "from ui.page import Page"),
    ("The command line never reaches Qt", "ui/cli.py", "def late():\n    import PySide6"),
    ("app.domain is the floor", "app/domain/fate.py", "from pathlib import Path"),
    ("app.domain is the floor", "app/domain/fate.py", "import app.people.service\nimport time"),
    ("Only app.crypto touches cryptography", "app/cases/service.py", "import cryptography.hazmat"),
    ("Only app.paper touches reportlab", "ui/page.py", "import reportlab"),
    ("A paper reads no database", "app/paper/kit.py", "import db.session"),
    ("Offline: nobody opens a socket", "app/people/service.py", "from urllib.request import urlopen"),
    ("Offline: nobody opens a socket", "db/session.py", "import socket"),
    ("No cycles between features", "app/clock.py", "from app.people.service import People"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", MAIN, "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def small_project(folder: Path, changed: dict[str, str]) -> Path:
    """A project of a few lines under our very contracts."""
    for name, text in (GROUND | changed).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'"""A module."""\n{text}', encoding="utf-8")
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    return folder


def strangers(name: str, text: str) -> list[str]:
    """What a module of the domain imports besides the standard library and the domain itself."""
    known = sys.stdlib_module_names
    found = ((line, module) for line, module in imported(text) if module.split(".")[0] not in known)
    return [f"{name}:{line} {module}" for line, module in found if not f"{module}.".startswith("app.domain.")]


def test_the_project_keeps_its_contracts():
    outcome = lint(ROOT)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_every_contract_has_a_violation_to_catch():
    assert {contract["name"] for contract in CONTRACTS} == {name for name, _, _ in VIOLATIONS}


def test_the_ground_itself_is_clean(tmp_path):
    outcome = lint(small_project(tmp_path, {}))
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize(("contract", "name", "line"), VIOLATIONS)
def test_a_violation_is_caught(tmp_path, contract, name, line):
    outcome = lint(small_project(tmp_path, {name: GROUND[name] + line + "\n"}))
    assert outcome.returncode == 1
    assert f"{contract} BROKEN" in outcome.stdout


def test_the_domain_stands_on_the_standard_library_alone():
    assert nothing(sweep(strangers, "app/domain"))


@pytest.mark.parametrize("line", ["import yaml", "from app import clock", "from app.i18n import Words"])
def test_a_stranger_in_the_domain_is_caught(line):
    assert strangers("app/domain/fate.py", f"import enum\nfrom app.domain.name import fold\n{line}\n")
