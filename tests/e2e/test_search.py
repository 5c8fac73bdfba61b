"""Searches, samples, flags and the way of papers typed at a terminal: the rules of the services hold there too."""


import pytest
from click.testing import CliRunner, Result

from tests.e2e.typist import Typist
from ui.cli import main

FILED = ("--filed", "13.10.2025")


def papers(typist: Typist, command: str, *options: str) -> Result:
    where = ["--vault", str(typist.vault), "--passphrase-file", str(typist.file)]
    return CliRunner().invoke(main, ["document", *command.split(), "--case", typist.number, *options, *where])


def test_a_request_gets_its_day_and_then_its_answer(typist: Typist) -> None:
    added = typist.type("search add", "--body", "KSHPPV", "--reference", "12/45", *FILED)
    assert "13.11.2025" in added.output
    assert "393/96" in added.output
    assert typist.type("search add", "--body", "ICRC", "--kind", "TRACING", *FILED).output.startswith("Без строку")
    first, second = typist.type("search list").output.splitlines()
    assert first.startswith("1 !")
    assert not second.startswith("2 !")
    answer = ("--request", "1", "--on", "20.11.2025", "--answer", "not_found", "--text", "немає")
    assert typist.type("search answer", *answer).exit_code == 0
    assert "відомостей немає" in typist.type("search list").output.splitlines()[0]


@pytest.mark.parametrize(
    ("command", "options", "said"),
    [
        ("search add", ("--body", "МАРС", *FILED), "МАРС"),
        ("search add", ("--body", "NIB", "--filed", "13.10.2125"), "ще не настав"),
        ("search answer", ("--request", "1", "--on", "20.11.2025", "--answer", "refused"), "1"),
        ("dna add", (), "хто здав"),
        ("dna add", ("--relative", "9"), "9"),
        ("flag add", ("--kind", "do_not_mention"), "зважати"),
        ("flag add", ("--kind", "press", "--since", "13.10.2025", "--until", "12.10.2025"), "раніший"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(typist: Typist, command: str, options: tuple[str, ...], said: str) -> None:
    assert said in typist.refused(command, *options)


def test_samples_are_weighed_and_nobody_is_named(typist: Typist) -> None:
    assert "Не досить" in typist.type("dna add", "--relative", "1", "--method", "str").output
    assert "Достатньо" in typist.type("dna add", "--lifetime").output
    listed = typist.type("dna list").output
    assert len(listed.splitlines()) == 3
    assert "Ґудзь" not in listed


def test_a_flag_is_told_to_those_whom_it_concerns(typist: Typist) -> None:
    typist.type("flag add", "--kind", "press", "--text", "дзвонять із каналу")
    typist.type("flag add", "--kind", "violence")
    assert typist.type("flag list").output == "цікавиться преса: дзвонять із каналу\n"


def test_a_paper_is_needed_requested_and_received(typist: Typist) -> None:
    assert "D-PASSPORT" in papers(typist, "need").output
    assert papers(typist, "need D-NIB").exit_code == 0
    wanted = ("--document", "1")
    asked = ("--to", "request", "--body", "NIB", "--on", "13.10.2025")
    assert "запитано" in papers(typist, "move", *wanted, *asked).output
    assert papers(typist, "move", *wanted, "--to", "check").exit_code == 1
    assert papers(typist, "move", *wanted, "--to", "receive", "--on", "12.10.2025").exit_code == 1
    assert "отримано" in papers(typist, "move", *wanted, "--to", "receive", "--on", "14.10.2025").output
    assert [line[:10] for line in papers(typist, "way", *wanted).output.splitlines()] == ["13.10.2025", "14.10.2025"]
    assert "отримано" in papers(typist, "list").output
    assert "D-МАРС" in papers(typist, "need D-МАРС").stderr
