"""The recovery sheet says everything one needs on the bad day, and nothing that anybody could misuse."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from app.crypto.age_keys import HybridIdentity
from app.exchange.spoken import spoken
from app.paper.recovery_sheet import RecoverySheet, recovery_sheet
from app.passphrase.words import words

SECRET = HybridIdentity(b"office".ljust(32))
VAULT = UUID("0f0e0d0c-0b0a-4908-8706-050403020100")
DATA = RecoverySheet(VAULT, SECRET.fingerprint(), date(2026, 11, 23), "Офіс «Приклад»")


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("language", ["uk", "en"])
def test_everything_to_compare_stands_on_one_page(language: str):
    pdf = recovery_sheet(DATA, language)
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    told = text_of(pdf)
    for part in (str(VAULT), "Офіс «Приклад»", spoken(DATA.fingerprint, language), *DATA.fingerprint.split()):
        assert part in told
    assert "23.11.2026" in told
    assert "suprovid-cli vault recovery recover" in told


def test_the_code_holds_the_vault_and_the_digits():
    assert DATA.code() == f"SUPROVID-RECOVERY 1 {VAULT} {DATA.fingerprint.replace(' ', '')}"


def test_the_same_sheet_has_the_same_bytes():
    assert recovery_sheet(DATA, "uk") == recovery_sheet(DATA, "uk")
    assert recovery_sheet(replace(DATA, vault_id=UUID(int=1)), "uk") != recovery_sheet(DATA, "uk")


def test_an_offices_name_is_printed_letter_by_letter():
    assert "Офіс <b>&" in text_of(recovery_sheet(replace(DATA, office="Офіс <b>&"), "uk"))


@pytest.mark.parametrize("language", ["uk", "en"])
def test_six_words_tell_two_keys_apart(language: str):
    one, other = (spoken(HybridIdentity(bytes([n]) * 32).fingerprint(), language) for n in (1, 2))
    assert one != other
    assert len(one.split()) == 6
    assert set(one.split()) <= set(words(language))
    assert spoken("0" * 40, language) == " ".join(words(language)[:1] * 6)
    assert spoken("0" * 38 + "15", language).split()[0] == words(language)[1], "the check digit counts for nothing"
