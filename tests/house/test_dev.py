"""The set-up script: what it installs, when it starts afresh, and what it says when it cannot."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture
def dev():
    """The script as a module of its own, so that a test may point it elsewhere."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def elsewhere(dev, tmp_path):
    """The script in an empty folder with a lock and a project of its own."""
    dev.HOME, dev.VENV = tmp_path, tmp_path / ".venv"
    dev.STAMP, dev.PYTHON = dev.VENV / dev.STAMP.name, dev.VENV / dev.PYTHON.name
    dev.LOCK, dev.PROJECT = tmp_path / "requirements.lock", tmp_path / "pyproject.toml"
    dev.LOCK.write_text("alembic==1 --hash=sha256:00\n", encoding="utf-8")
    dev.PROJECT.write_text("", encoding="utf-8")
    dev.VENV.mkdir()
    return dev


def run(*arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "dev.py"), *arguments]
    told = {**os.environ, "PYTHONUTF8": "1", **surroundings}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=told, check=False)


def test_without_a_job_it_says_what_it_can_do():
    outcome = run()
    assert outcome.returncode == 2
    assert all(f"dev.py {job}" in outcome.stdout for job in ("demo", "test", "run", "bench", "faults", "lock"))


def test_an_unknown_job_is_refused():
    assert run("dance").returncode == 2


def test_the_builders_come_first_with_their_own_hashes(dev):
    pins = dev.pins(LOCK)
    assert len(pins) > 50
    for name in (*dev.BUILDERS, dev.FROM_SOURCE):
        assert pins[name].startswith(f"{name}==")
        assert "--hash=sha256:" in pins[name]
        assert pins[name].count("==") == 1


def test_the_pins_together_are_the_lock(dev):
    assert "".join(dev.pins(LOCK).values()) == LOCK


@pytest.mark.parametrize("torn", ["", "{", "[]", '{"libraries": '])
def test_a_torn_stamp_means_a_half_made_venv(elsewhere, torn):
    elsewhere.PYTHON.touch()
    elsewhere.STAMP.write_text(torn, encoding="utf-8")
    assert elsewhere.read_stamp() == {}


def test_a_stamp_without_its_python_means_a_half_made_venv(elsewhere):
    elsewhere.STAMP.write_text('{"libraries": "x"}', encoding="utf-8")
    assert elsewhere.read_stamp() == {}
    elsewhere.PYTHON.touch()
    assert elsewhere.read_stamp() == {"libraries": "x"}


def test_the_second_run_has_nothing_to_do(elsewhere, capsys):
    elsewhere.PYTHON.touch()
    libraries = elsewhere.fingerprint(elsewhere.LOCK, sys.version, str(elsewhere.HOME))
    stamp = {"libraries": libraries, "project": elsewhere.fingerprint(elsewhere.PROJECT)}
    elsewhere.STAMP.write_text(json.dumps(stamp), encoding="utf-8")
    assert elsewhere.prepare() is False
    assert capsys.readouterr().out == ""


def test_another_lock_python_or_folder_is_noticed(elsewhere):
    before = elsewhere.fingerprint(elsewhere.LOCK, "3.11", "here")
    assert before != elsewhere.fingerprint(elsewhere.LOCK, "3.12", "here")
    assert before != elsewhere.fingerprint(elsewhere.LOCK, "3.11", "there")
    elsewhere.LOCK.write_text("alembic==2 --hash=sha256:00\n", encoding="utf-8")
    assert before != elsewhere.fingerprint(elsewhere.LOCK, "3.11", "here")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="system libraries are Linux's concern")
def test_a_missing_library_is_named_by_its_package(dev, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    dev.QT_LIBRARIES = {"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"}
    assert dev.missing_packages() == ["libnowhere9"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt is Debian's")
def test_a_stranger_without_root_gets_one_command(dev, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    dev.QT_LIBRARIES = {"libnowhere.so.9": "libnowhere9"}
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(dev.Stop) as stop:
        dev.see_to_system()
    assert "Бракує" in stop.value.args[0]
    assert "missing" in stop.value.args[1]
    assert "sudo apt-get install --yes --no-install-recommends libnowhere9" in stop.value.args[2]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt is Debian's")
@pytest.mark.parametrize(("known", "glib"), [(0, "libglib2.0-0t64"), (100, "libglib2.0-0")])
def test_root_has_the_packages_installed(dev, monkeypatch, tmp_path, known, glib):
    """The apt of this test writes down what it was told and brings nothing, so the script must stop and say so."""
    for name, status in (("apt-get", 0), ("apt-cache", known)):
        script = tmp_path / name
        script.write_text(f'#!/bin/sh\necho {name} "$@" >> {tmp_path}/told\nexit {status}\n', encoding="utf-8")
        script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    dev.QT_LIBRARIES = {"libnowhere.so.9": "libglib2.0-0"}
    with pytest.raises(dev.Stop, match="not installed"):
        dev.see_to_system()
    told = (tmp_path / "told").read_text(encoding="utf-8").splitlines()
    assert told[0] == "apt-get update --quiet=2"
    assert told[-1] == f"apt-get install --yes --no-install-recommends --quiet=2 {glib}"


@pytest.mark.parametrize("version", [(3, 10), (3, 14)])
def test_another_python_is_refused_in_both_languages(dev, monkeypatch, version):
    monkeypatch.setattr(dev.sys, "version_info", (*version, 0))
    with pytest.raises(dev.Stop) as stop:
        dev.check_python()
    uk, en = stop.value.args
    assert uk.startswith("Потрібен Python 3.11")
    assert en.startswith("Python 3.11")
    assert f"{version[0]}.{version[1]}" in uk
    assert f"{version[0]}.{version[1]}" in en


def test_a_failed_download_is_said_in_both_languages(elsewhere, monkeypatch):
    monkeypatch.setattr(elsewhere, "PYTHON", sys.executable)
    with pytest.raises(elsewhere.Stop) as stop:
        elsewhere.pip("--no-index", "--quiet", "suprovid-nowhere==0")
    assert "немає мережі" in stop.value.args[0]
    assert "no network" in stop.value.args[1]


@pytest.mark.parametrize("job", ["demo", "test", "bench", "faults"])
def test_without_a_screen_nothing_is_shown(dev, monkeypatch, job):
    monkeypatch.setattr(dev, "has_display", lambda: False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert dev.environment(job)["QT_QPA_PLATFORM"] == "offscreen"
    assert "QT_QPA_PLATFORM" not in dev.environment("run")


def test_code_is_compiled_once_and_beside_the_libraries(dev, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    surroundings = dev.environment("test")
    assert "PYTHONDONTWRITEBYTECODE" not in surroundings
    assert Path(surroundings["PYTHONPYCACHEPREFIX"]).parent == dev.VENV


def test_a_lock_with_an_index_would_be_refused(dev):
    assert not dev.INDEX.search(LOCK)
    for line in ("--index-url x", "--extra-index-url x", "--find-links x", "-i x", "a @ https://example.org/a.whl"):
        assert dev.INDEX.search(f"{LOCK}{line}\n")
