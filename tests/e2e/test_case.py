"""A change of status and what a relative was told, typed at a terminal: the service's rules hold there too."""

import json

import pytest
from click.testing import CliRunner

from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from tests.e2e.typist import Typist
from ui.cli import main


def test_a_status_changes_with_its_evidence(typist: Typist) -> None:
    wanted = ["--to", "CAPTIVE_CONFIRMED", "--date", "09.2025"]
    assert "Національного інформаційного бюро" in typist.refused("status", *wanted)
    done = typist.type("status", *wanted, "--evidence", "D-NIB", "--comment", "лист № 5")
    assert (done.exit_code, done.stdout.strip()) == (0, "Зараз: У полоні (підтверджено)"), done.output
    view = typist.view()
    assert (view.fate, view.fate_since) == (Fate.CAPTIVE_CONFIRMED, PartialDate(2025, 9))


def test_a_death_wants_a_second_person(typist: Typist) -> None:
    papers = ["--to", "deceased_identified", "--evidence", "D-DNA", "--evidence", "D-DEATH-CERT"]
    assert "причина" in typist.refused("status", *papers)
    assert typist.view().fate is Fate.MISSING
    assert typist.type("status", *papers, "--comment", "звірено").exit_code == 0, "in training nobody is asked"
    assert typist.view().fate is Fate.DECEASED_IDENTIFIED


def test_hard_news_is_told_in_person_only(typist: Typist) -> None:
    typist.type("status", "--to", "BODY_UNIDENTIFIED", "--evidence", "body_number")
    news = ["--relative", "1", "--fate", "BODY_UNIDENTIFIED", "--on", "2025-09-13"]
    for how in ("phone", "paper"):
        assert "особисто" in typist.refused("told", *news, "--how", how)
    assert typist.view().relatives[0].last_told is None
    assert typist.type("told", *news, "--how", "in_pair", "--second", "Мельник І.").exit_code == 0
    assert typist.view().relatives[0].last_told is Fate.BODY_UNIDENTIFIED


@pytest.mark.parametrize(
    "wrong",
    [
        ("--relative", "2", "--fate", "MISSING", "--on", "2025-09-13"),
        ("--relative", "1", "--fate", "RETURNED", "--on", "2025-09-13"),
        ("--relative", "1", "--fate", "MISSING", "--on", "2999-01-01"),
    ],
    ids=["no such relative", "not in the record", "a day to come"],
)
def test_what_cannot_have_been_told_is_refused(typist: Typist, wrong: tuple[str, ...]) -> None:
    typist.refused("told", *wrong, "--how", "in_person")
    assert typist.view().relatives[0].last_told is None


def test_an_unreadable_day_is_refused_in_a_line(typist: Typist) -> None:
    typist.refused("status", "--to", "RETURNED", "--evidence", "exchange_list", "--date", "колись")
    assert typist.view().fate is Fate.MISSING


def test_a_relative_is_added_in_the_familys_own_words(typist: Typist) -> None:
    added = typist.type(
        "relative add", "--surname", "ЇЖАК", "--given", "Марiя", "--relation", "мама Ілька", "--phone",
        "000 000 00 31 вайбер", "--safe-hours", "після 18", "--code-phrase", "яблуня", "--do-not-call", "--main",
        "--reason", "мати просить сама",
    )  # fmt: skip
    assert added.exit_code == 0, added.output
    mother, wife = typist.view().relatives
    assert (mother.name, mother.relation, mother.relation_typed) == ("Їжак Марія", Relation.PARENT, "мама Ілька")
    assert (mother.phones, mother.safety.hours, mother.safety.phrase) == (("+380000000031",), "після 18", "яблуня")
    assert (mother.primary, mother.safety.no_call, wife.primary) == (True, True, False)


def test_nobody_is_no_relative(typist: Typist) -> None:
    assert "Родичеві потрібне ім’я або телефон" in typist.refused("relative add", "--relation", "мати")


def test_the_families_of_an_exchange_day_are_listed_without_who_came_back(typist: Typist) -> None:
    asked = ["exchange-day", "--on", "2025-09-12", "--vault", str(typist.vault), "--passphrase-file", str(typist.file)]
    listed = CliRunner().invoke(main, [*asked, "--json"])
    (row,) = json.loads(listed.stdout)
    assert (row["case"], row["fate"], row["called"]) == (typist.number, "MISSING", None)
    assert typist.number in CliRunner().invoke(main, asked).stdout
    typist.type("status", "--to", "RETURNED", "--date", "12.09.2025", "--evidence", "exchange_list")
    assert json.loads(CliRunner().invoke(main, [*asked, "--json"]).stdout) == []
