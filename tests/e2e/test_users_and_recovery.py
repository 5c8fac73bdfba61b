"""Users, revocation and recovery as they are typed."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.e2e.terminal import Terminal

OLENA = "калоша шарф множення цікавий кофта джерело"
IHOR = "авокадо вітрило насип кажан петля жирафа"
FRESH = "гарбуз лопата місток перлина сузір'я тиша"


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    made = Terminal(tmp_path, OLENA)
    made.ok("vault", "create", *made.vault, "--user", "Олена")
    return made


def test_a_user_comes_and_is_revoked(terminal: Terminal) -> None:
    fresh = terminal.of("fresh", FRESH)[-1]
    olena = [*terminal.vault, "--user", "Олена"]
    ihor = [*terminal.of("ihor", IHOR), "--user", "Ігор"]
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
    terminal.ok(*recovery, "recover", "--key", str(identity), *terminal.of("fresh", FRESH), "--user", "Наступниця")
    assert "Наступниця" in terminal.ok("vault", "user", "list", *terminal.of("fresh"), "--user", "Наступниця")
