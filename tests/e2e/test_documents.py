"""Documents from a terminal: added, listed, let out with a reason."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from app.training.workbook import write_messy_workbook
from tests.e2e.terminal import Terminal
from tests.unit.documents.made import located, picture, saved


class Office(Terminal):
    """A vault with a case, and a terminal to speak to it."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self.ok("vault", "create", *self.vault, "--user", "Олена", "--training")
        write_messy_workbook(home / "book.xlsx", cases=3, seed=5, today=date(2026, 11, 23))
        self.ok("import", str(home / "book.xlsx"), *self.vault)
        self.case = ["--case", json.loads(self.ok("cases", *self.vault, "--json"))[0]["number"]]

    def document(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run("document", *arguments, *self.case, *self.vault)

    def listed(self) -> list[dict[str, object]]:
        return json.loads(self.document("list", "--json").stdout)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("home"))


def test_documents_are_added_listed_and_let_out(office: Office) -> None:
    home = office.home
    (home / "Свідоцтво.jpg").write_bytes(saved(picture()))
    (home / "фото.jpg").write_bytes(located())
    (home / "архів.zip").write_bytes(b"PK\3\4 nothing")
    done = office.document("add", str(home / "Свідоцтво.jpg"), "--kind", "D-MARRIAGE")
    assert (done.returncode, done.stderr) == (0, "")
    done = office.document("add", str(home / "фото.jpg"), str(home / "Свідоцтво.jpg"), str(home / "архів.zip"))
    assert done.returncode == 1
    assert done.stdout.split("\n")[:2] == ["Додано: 1", "Уже є в цій справі: 1"]
    assert done.stderr.startswith("архів.zip")
    rows = office.listed()
    assert [(row["place"], row["title"], row["kind"]) for row in rows] == [
        (1, "фото", None), (2, "Свідоцтво", "D-MARRIAGE"),
    ]
    out = home / "copy.jpg"
    wanted = str(rows[0]["fingerprint"])
    done = office.document("save", "--document", wanted, "-o", str(out), "--reason", "для слідчого")
    assert (done.returncode, done.stderr) == (0, "")
    assert b"Canary" in (home / "фото.jpg").read_bytes()
    assert b"Canary" not in out.read_bytes()
    office.document("save", "--document", "1", "-o", str(out), "--reason", "для слідчого", "--original")
    assert out.read_bytes() == (home / "фото.jpg").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "nowhere.jpg", "--kind", "D-NOTHING"],
        ["save", "--document", "99", "-o", "x.jpg", "--reason", "так"],
        ["save", "--document", "1", "-o", "x.jpg", "--reason", "  "],
        ["save", "--document", "1", "-o", "x.jpg"],
    ],
    ids=["kind", "no such document", "empty reason", "no reason"],
)
def test_what_is_wrong_is_told_in_one_line(office: Office, arguments: list[str]) -> None:
    done = office.document(*arguments)
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1, done.stderr
    assert not (office.home / "x.jpg").exists()
