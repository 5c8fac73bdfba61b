"""Users, revocation and recovery as they are typed."""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).resolve().parents[2]


class Terminal:
    """Runs `suprovid-cli` as a process of its own; `vault` opens as the founder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        for name, words in {
            "olena": "калоша шарф множення цікавий кофта джерело",
            "ihor": "авокадо вітрило насип кажан петля жирафа",
            "fresh": "гарбуз лопата місток перлина сузір'я тиша",
        }.items():
            (home / name).write_text(words + "\n", "utf-8")
        self.vault = self.of("olena")

    def of(self, name: str) -> list[str]:
        return ["--vault", str(self.home / "office"), "--passphrase-file", str(self.home / name)]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ, "PYTHONPATH": str(ROOT), "HOME": str(self.home), "XDG_CONFIG_HOME": str(self.home),
        }  # fmt: skip
        return subprocess.run(
            [sys.executable, "-c", "from ui.cli import run; run()", *arguments],
            capture_output=True, text=True, encoding="utf-8", env=environment, cwd=self.home, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def ok(self, *arguments: str) -> str:
        done = self.run(*arguments)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    def refused(self, *arguments: str) -> str:
        done = self.run(*arguments)
        assert done.returncode != 0
        assert done.stderr.count("\n") == 1, done.stderr
        return done.stderr


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    made = Terminal(tmp_path)
    made.ok("vault", "create", *made.vault, "--user", "Олена")
    return made


def test_a_user_comes_and_is_revoked(terminal: Terminal) -> None:
    fresh = str(terminal.home / "fresh")
    olena = [*terminal.vault, "--user", "Олена"]
    ihor = [*terminal.of("ihor"), "--user", "Ігор"]
    terminal.ok("vault", "user", "add", "Ігор", *terminal.vault, "--new-passphrase-file", str(terminal.home / "ihor"))
    assert "роль" in terminal.refused("vault", "user", "list", *ihor).lower()
    terminal.ok("vault", "user", "passphrase", *ihor, "--new-passphrase-file", fresh)
    terminal.refused("vault", "user", "passphrase", *ihor, "--new-passphrase-file", fresh)
    assert "Ігор" in terminal.ok("vault", "user", "revoke", "Ігор", *olena)
    terminal.refused("cases", *terminal.of("fresh"), "--user", "Ігор")
    told = json.loads(terminal.ok("vault", "user", "list", *terminal.vault, "--json"))
    assert [(row["user"], row["disabled"]) for row in told] == [("Ігор", True), ("Олена", False)]
    assert (terminal.home / "office.suprovid" / "CURRENT").read_text() == "gen-0002\n"


def test_the_office_recovers_with_a_key_from_two_shares(terminal: Terminal) -> None:
    home, recovery = terminal.home, ("vault", "recovery")
    terminal.refused(*recovery, "sheet", *terminal.vault, "-o", str(home / "none.pdf"))
    terminal.ok("office", "keygen", "-o", str(home / "keys"))
    recipient, identity = str(home / "keys" / "office.recipient.txt"), home / "keys" / "office.identity.txt"
    digits = terminal.ok(*recovery, "add", "--office", recipient, "--yes", *terminal.vault).splitlines()[0]
    terminal.ok(*recovery, "sheet", *terminal.vault, "-o", str(home / "sheet.pdf"))
    sheet = " ".join(PdfReader(BytesIO((home / "sheet.pdf").read_bytes())).pages[0].extract_text().split())
    assert all(group in sheet for group in digits.split())
    shares = terminal.ok("office", "split", "--key", str(identity), "-o", str(home / "shares")).splitlines()[:3]
    identity.unlink()
    assert digits in terminal.ok("office", "join", shares[2], shares[0], "-o", str(identity))
    terminal.ok(*recovery, "drill", "--key", str(identity), *terminal.vault)
    terminal.ok(*recovery, "recover", "--key", str(identity), *terminal.of("fresh"), "--user", "Наступниця")
    assert "Наступниця" in terminal.ok("vault", "user", "list", *terminal.of("fresh"), "--user", "Наступниця")
