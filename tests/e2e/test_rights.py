"""Consents, requests, holds and erasing, typed at a terminal."""

from pathlib import Path

from click.testing import CliRunner, Result

from tests.e2e.typist import Typist
from ui.cli import main

YES = ("--purpose", "transfer", "--by", "relative", "--giver", "1", "--to", "coordinator", "--topic", "fate_status")


def typed(typist: Typist, command: str, *options: str, case: bool = True) -> Result:
    where = ["--vault", str(typist.vault), "--passphrase-file", str(typist.file)]
    number = ["--case", typist.number] if case else []
    return CliRunner().invoke(main, [*command.split(), *number, *options, *where])


def test_a_consent_is_given_proven_and_withdrawn(typist: Typist) -> None:
    assert typed(typist, "consent give", *YES, "--since", "2026-01-05", "--until", "2099-01-01").exit_code == 0
    shown = typed(typist, "consent list").stdout
    assert "05.01.2026 – 01.01.2099  пакет для координаційного офісу" in shown
    assert "Ґудзь Олена Іванівна → координаційний офіс" in shown
    assert "надано" in shown
    assert "збігається" in typed(typist, "consent verify").stdout
    assert typed(typist, "consent withdraw", "--entry", "1", "--how", "подзвонила").exit_code == 0
    assert "збігається" in typed(typist, "consent verify").stdout
    refused = typed(typist, "consent withdraw", "--entry", "2")
    assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)


def test_a_wrong_consent_is_refused_in_one_line(typist: Typist) -> None:
    refused = typed(typist, "consent give", *YES, "--until", "2020-01-01")
    assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)
    assert "Останній день раніше за перший" in refused.stderr


def test_a_request_shows_its_clock_until_it_is_answered(typist: Typist) -> None:
    asked = ("--kind", "erasure", "--relative", "1", "--on", "2026-11-02")
    assert typed(typist, "rights add", *asked).exit_code == 0
    shown = typed(typist, "rights list", case=False).stdout
    assert "стерти дані  відповісти до 12.11.2026" in shown
    assert "потребує перевірки юриста" in shown
    answer = ("--entry", "1", "--outcome", "partly", "--text", "Стерто нотатки.")
    assert typed(typist, "rights answer", *answer, case=False).exit_code == 0
    assert typed(typist, "rights list", case=False).stdout == ""
    assert typed(typist, "rights incident", "--what", "Загублено флешку", case=False).exit_code == 0


def test_a_hold_forbids_and_erasing_leaves_a_certificate(typist: Typist, tmp_path: Path) -> None:
    pdf = tmp_path / "certificate.pdf"
    assert typed(typist, "retention review", "--on", "+365").exit_code == 0
    assert typed(typist, "retention hold", "--who", "суд", "--why", "ухвала").exit_code == 0
    refused = typed(typist, "retention erase", "--reason", "пора", "-o", str(pdf))
    assert (refused.exit_code, pdf.exists()) == (1, False)
    assert "ухвала" in refused.stderr
    assert typed(typist, "retention hold", "--off").exit_code == 0
    assert typed(typist, "retention erase", "--reason", "пора", "--group", "names").exit_code == 0
    assert "Ґудзь" not in typed(typist, "cases", case=False).stdout
    assert typed(typist, "retention erase", "--reason", "пора", "-o", str(pdf)).exit_code == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert typed(typist, "consent list").exit_code == 1
