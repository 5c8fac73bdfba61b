"""The ledger typed at a terminal: items are added, told without their sources, passed on, and proofs are verified."""

import json

import pytest

from app.documents.intake import Pasted
from app.domain.partial_date import PartialDate
from app.information.custody import HandDraft
from app.services import Services
from app.vault.vault import open_vault
from tests.e2e.typist import PASSPHRASE, Typist
from tests.unit.documents.made import picture, saved

SEEN = ("--kind", "seen", "--source-type", "RETURNEE", "--date", "06.2026", "--text", "бачив у червні")


def test_an_item_gets_its_usual_grade_and_a_returnee_a_pseudonym_that_is_not_told(typist: Typist) -> None:
    assert typist.type("information add", *SEEN).exit_code == 0
    listed = typist.type("information list")
    assert "B3" in listed.output
    assert "Бачили в полоні" in listed.output
    assert "R-20" not in listed.output
    assert typist.view().last_sign == PartialDate(2026, 6)
    (told,) = json.loads(typist.type("information list", "--json").output)
    assert (told["kind"], told["grade"], told["sign_of_life"], told["passed_to"]) == ("seen", "B3", True, [])
    assert "source" not in told


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--source", "Іваненко Іван"), "псевдонім"),
        (("--grade", "Z9"), "Z9"),
        (("--oblast", "UA99"), "UA99"),
        (("--katottg", "UA14"), "КАТОТТГ"),
        (("--date", "06.2099"), "ще не настав"),
        (("--source-type", "RUMOUR"), "RUMOUR"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(typist: Typist, more, said) -> None:
    assert said in typist.refused("information add", *SEEN, *more)
    assert json.loads(typist.type("information list", "--json").output) == []


def test_an_item_is_passed_on(typist: Typist) -> None:
    typist.type("information add", *SEEN)
    passed = ("--item", "1", "--to", "KSHPPV", "--on", "2026-09-01", "--reference", "вих. 12")
    assert typist.type("information pass", *passed).exit_code == 0
    (told,) = json.loads(typist.type("information list", "--json").output)
    assert told["passed_to"] == ["KSHPPV"]
    assert "2" in typist.refused("information pass", *passed, "--item", "2")
    assert "KGB" in typist.refused("information pass", *passed, "--to", "KGB")


def test_proofs_are_verified_and_a_damaged_one_is_told(typist: Typist) -> None:
    typist.type("information add", *SEEN)
    held = open_vault(typist.vault, None, PASSPHRASE)
    services = Services.of(held)
    ledger = services.record.information
    (row,) = ledger.ledger(typist.uid)
    scan = services.documents.add(typist.uid, [Pasted("лист.jpg", saved(picture()))]).documents[0]
    ledger.hands.add(typist.uid, HandDraft(row.uid, scan, services.clock.today(), "дружина", "офіс"))
    folder = services.vault.path / "documents"
    held.close()
    whole = typist.type("information verify")
    assert (whole.exit_code, "без змін" in whole.output) == (0, True)
    for file in folder.rglob("*"):
        if file.is_file():
            file.write_bytes(b"\0" * 300)
    broken = typist.type("information verify")
    assert (broken.exit_code, "пошкоджено" in broken.output) == (1, True)
