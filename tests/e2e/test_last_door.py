"""What nobody foresaw ends the terminal's work in one line, without a word of the records."""

import sys
from pathlib import Path

import click
import pytest

from ui.cli import main, run
from ui.terminal.session import passphrase


@click.command()
def failing() -> None:
    raise RuntimeError("Ґудзь Ілля")


def test_an_unexpected_error_is_one_line_and_status_70(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["suprovid-cli", "failing"])
    main.add_command(failing)
    try:
        with pytest.raises(SystemExit) as ended:
            run()
    finally:
        del main.commands["failing"]
    told = capsys.readouterr().err
    assert ended.value.code == 70
    assert told.count("\n") == 1
    kept = (tmp_path / "suprovid" / "crash.txt").read_text("utf-8")
    assert "builtins.RuntimeError" in kept
    assert "Ґудзь" not in told + kept


def test_a_passphrase_file_is_read_no_further_than_it_may_be(tmp_path: Path) -> None:
    path = tmp_path / "pass"
    path.write_bytes(b"a" * 10_000)
    assert len(passphrase(path)) == 4096
