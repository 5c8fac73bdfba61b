"""A screening typed at a terminal: scored, sealed, and refused to whoever is no psychologist."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cases.draft import CaseDraft, FateDraft, PersonDraft, RelativeDraft
from app.crypto.kdf import FLOOR
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.domain.role import Role
from app.founding import found
from app.office.service import OfficeRow
from app.services import Services
from app.vault.users import Users
from ui.cli import main

PHRASES = {"Олена": "джміль клямка оберіг вітряк", "Психолог": "вербовий місток над туманом"}


@pytest.fixture
def type_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    held = found(tmp_path / "office", "Олена", PHRASES["Олена"], OfficeRow(name="Офіс", training=True), params=FLOOR)
    services = Services.of(held)
    wife = RelativeDraft(PersonDraft("Ґудзь", "Олена", "Іванівна"), Relation.SPOUSE)
    man, missing = PersonDraft("Ґудзь", "Ілля", "Тарасович"), FateDraft(Fate.MISSING, PartialDate(2025, 6, 15))
    uid, _ = services.cases.open(CaseDraft(man, (missing,), relatives=(wife,)))
    number = services.cases.view(uid).number
    Users(held, services.clock, services.access).add(
        "Психолог", PHRASES["Психолог"], [Role.PSYCHOLOGIST, Role.LEAD], clinical=True, params=FLOOR
    )
    held.close()

    def type_it(user: str, command: str, *options: str, answers: str = "") -> Result:
        file = tmp_path / "pass"
        file.write_text(PHRASES[user], "utf-8")
        where = ["--vault", str(tmp_path / "office"), "--user", user, "--passphrase-file", str(file)]
        return CliRunner().invoke(main, ["care", command, "--case", number, *options, *where], input=answers)

    return type_it


def test_a_screening_is_kept_and_shown(type_) -> None:
    done = type_("Психолог", "screen", "--relative", "1", "--tool", "PHQ9", "--on", "20.11.2026",
                 answers="0 0 0 0 0 0 0 0 1\n")  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "1 з 27 · мінімально" in done.stdout
    assert "Крок про безпеку відкрито на сьогодні." in done.stdout
    shown = type_("Психолог", "show", "--relative", "1").stdout.splitlines()
    assert shown[0] == "20.11.2026  PHQ-9: пригнічений настрій: 1 з 27, мінімально"
    assert type_("Психолог", "show").stdout.splitlines() == ["Скринінг, не діагноз: рішення за фахівцем."]


@pytest.mark.parametrize("answers", ["0 0 a", "0 ¹", "", "0 1"])
def test_answers_that_are_none_are_one_line_of_words(type_, answers) -> None:
    done = type_("Психолог", "screen", "--tool", "GAD7", "--on", "20.11.2026", answers=answers)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (1, "", 1)


def test_a_caseworker_is_refused(type_) -> None:
    for command in (("show",), ("screen", "--tool", "GAD7", "--on", "20.11.2026")):
        done = type_("Олена", *command, answers="0 0 0 0 0 0 0")
        assert (done.exit_code, done.stdout) == (1, "")
