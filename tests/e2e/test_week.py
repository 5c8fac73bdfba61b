"""Appointments, the week and the numbers, typed at a terminal."""

import json

from click.testing import CliRunner, Result
from pypdf import PdfReader

from tests.e2e.typist import Typist
from ui.cli import main


def typed(typist: Typist, *command: str) -> Result:
    where = ["--vault", str(typist.vault), "--passphrase-file", str(typist.file)]
    return CliRunner().invoke(main, [*command, *where])


def test_an_appointment_is_made_listed_carded_and_settled(typist: Typist) -> None:
    case = ("--case", typist.number)
    made = typed(typist, "appointments", "add", *case, "--kind", "court", "--on", "2099-12-01", "--at", "9.30",
                 "--relative", "1", "--place", "вул. Прикладна, 1")  # fmt: skip
    assert made.exit_code == 0, made.output
    listed = typed(typist, "appointments", "list", *case).stdout
    assert "1.  вт, 01.12.2099, 09:30  Суд  вул. Прикладна, 1  заплановано" in listed
    assert typed(typist, "appointments", "list").stdout == ""
    paper = typist.vault.parent / "card.pdf"
    carded = typed(typist, "appointments", "card", *case, "--appointment", "1", "-o", str(paper))
    assert carded.exit_code == 0
    said = PdfReader(paper).pages[0].extract_text()
    assert "09:30" in said
    assert "Ґудзь" not in said
    assert typed(typist, "appointments", "settle", *case, "--appointment", "1", "--as", "held").exit_code == 0
    assert "відбулася" in typed(typist, "appointments", "list", *case).stdout
    wrong = typed(typist, "appointments", "settle", *case, "--appointment", "2", "--as", "held")
    assert (wrong.exit_code, wrong.stderr.count("\n")) == (1, 1)
    wrong = typed(typist, "appointments", "add", *case, "--kind", "call", "--on", "2099-12-01", "--at", "вранці")
    assert "не година дня" in wrong.stderr


def test_the_week_is_told_and_printed_without_names(typist: Typist) -> None:
    told = typed(typist, "digest").stdout
    assert "Досі прострочено" in told
    paper = typist.vault.parent / "week.pdf"
    assert typed(typist, "digest", "-o", str(paper)).exit_code == 0
    said = " ".join(page.extract_text() for page in PdfReader(paper).pages)
    assert "Не для родин" in said
    assert "Ґудзь" not in said


def test_the_numbers_add_up_and_leave_hidden(typist: Typist) -> None:
    told = json.loads(typed(typist, "statistics", "--since", "2025-06-01", "--until", "2027-12-31", "--json").stdout)
    months = sum(sum(month.values()) for month in told["months"].values())
    assert months == sum(sum(track.values()) for track in told["tracks"].values()) > 0
    table = typist.vault.parent / "steps.csv"
    assert "<5" in typed(typist, "statistics", "-o", str(table)).stdout
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    wrong = typed(typist, "statistics", "--since", "2026-02-01", "--until", "2026-01-01")
    assert (wrong.exit_code, wrong.stdout) == (1, "")


def test_a_user_is_put_into_a_team(typist: Typist) -> None:
    assert typed(typist, "vault", "user", "team", "Олена", "--team", "Північ").exit_code == 0
    assert "команда Північ" in typed(typist, "vault", "user", "list").stdout
    assert typed(typist, "vault", "user", "team", "Хтось", "--team", "Північ").exit_code == 1
