"""A terminal with a small vault, for every trial of a command."""

from pathlib import Path

import pytest

from tests.e2e.typist import Typist


@pytest.fixture
def typist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typist:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return Typist(tmp_path)
