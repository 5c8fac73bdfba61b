"""Drawn passphrases: six different words of the list, each word as likely as any other."""

from collections import Counter
from math import log2, prod

import pytest

from app.passphrase.generate import DRAWN, generate
from app.passphrase.words import LANGUAGES, SIZE, words

ROUNDS = 5_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_different_words_with_single_spaces(language):
    drawn = generate(language).split(" ")
    assert len(set(drawn)) == len(drawn) == DRAWN == 6
    assert set(drawn) <= set(words(language))


def test_another_language_is_refused():
    with pytest.raises(KeyError):
        generate("ru")


def test_they_are_worth_62_bits():
    phrases = prod(range(SIZE - DRAWN + 1, SIZE + 1))
    assert phrases == pytest.approx(4.7e18, rel=0.01)
    assert 62.0 < log2(phrases) < 62.1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_drawn_and_none_is_preferred(language):
    """30,000 draws of 1,296 words: 23 each on average; five deviations away lie 1 and 48 (one failure in 10**4)."""
    counts = Counter(word for _ in range(ROUNDS) for word in generate(language).split())
    assert set(counts) == set(words(language))
    assert max(counts.values()) < 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_is_drawn_for(language):
    firsts = Counter(generate(language).split()[0][0] for _ in range(ROUNDS))
    expected = Counter(word[0] for word in words(language))
    assert all(firsts[letter] > 0 for letter, count in expected.items() if count >= 10)
