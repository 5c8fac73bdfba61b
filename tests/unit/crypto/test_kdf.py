"""Argon2id within its bounds, and passphrases as keyboards type them."""

import time
import unicodedata

import pytest

from app.crypto.kdf import (
    DEFAULT,
    FLOOR,
    LONGEST,
    KdfParams,
    UnsafeKdf,
    UnusablePassphrase,
    derive_kek,
    normal,
)

SALT = bytes(range(16))


def test_known_answer():
    assert derive_kek("правда зброя вітер", SALT, FLOOR).hex() == (
        "7a24ec105b54474aed42920d2e271f65de2c136693535d0074bf5adbd07a89b6"
    )


def test_default_is_what_the_design_says():
    assert KdfParams(262_144, 3, 4) == DEFAULT
    assert KdfParams(65_536, 3, 4) == FLOOR


def test_composed_and_decomposed_letters_are_the_same_passphrase():
    word = "їжак і ґава на є"
    composed, decomposed = (unicodedata.normalize(form, word) for form in ("NFC", "NFD"))
    assert composed != decomposed
    assert derive_kek(composed, SALT, FLOOR) == derive_kek(decomposed, SALT, FLOOR)


def test_case_and_spaces_matter():
    assert len({derive_kek(text, SALT, FLOOR) for text in ("слово", "Слово", "слово ")}) == 3


@pytest.mark.parametrize(
    "costs",
    [
        (65_535, 3, 4),
        (2**21 + 1, 3, 4),
        (2**40, 3, 4),
        (8, 3, 4),
        (65_536, 0, 4),
        (65_536, 65, 4),
        (65_536, 3, 0),
        (65_536, 3, 65),
        (2**21, 5, 4),
        (-65_536, 3, 4),
        (65_536.0, 3, 4),
        (True, 3, 4),
        (65_536, True, 4),
    ],
)
def test_costs_outside_the_bounds_are_refused_at_once(costs: tuple[int, int, int]):
    started = time.process_time()
    with pytest.raises(UnsafeKdf):
        KdfParams(*costs)
    assert time.process_time() - started < 0.05


@pytest.mark.parametrize("costs", [(65_536, 1, 1), (2**21, 4, 64), (65_536, 64, 64)])
def test_costs_on_the_bounds_are_allowed(costs: tuple[int, int, int]):
    assert KdfParams(*costs).memory_kib == costs[0]


@pytest.mark.parametrize("passphrase", ["a\0b", "\ud800abc", "рядок\nдругий", "x" * (LONGEST + 1), "\ufdfa" * 100])
def test_unusable_passphrase_is_said_in_words(passphrase: str):
    with pytest.raises(UnusablePassphrase):
        normal(passphrase)


def test_a_long_passphrase_is_used_whole():
    longest = "я" * LONGEST
    assert normal(longest) == longest
    assert derive_kek(longest, SALT, FLOOR) != derive_kek(longest[:-1], SALT, FLOOR)
