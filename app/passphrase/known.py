"""What an attacker tries first: common words, names and places, famous lines, and the ways to disguise them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import combinations
from math import log10

from app.passphrase.habits import latin_spellings, without_apostrophes
from app.passphrase.words import LANGUAGES, SIZE, words
from app.paths import resource

DISGUISE = log10(2)  # the cost of trying a word's other spelling, too
INFLECTED = log10(5)  # the cost of trying a word's other endings, too
LEAST = 1.0  # no piece costs fewer than ten tries
PART = 1.0  # a part of a famous line: there are ten times as many parts as lines
SHORTEST_STEM = 4
ALPHABETS = ("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "абвгдежзийклмнопрстуфхцчшщ")
SEQUENCE = 2.0
OPEN = "аеєиіїоуюяйь"
ENDINGS = frozenset("аеєиіїоуюяйьвгмхт")


class Kind(StrEnum):
    """What a piece of a passphrase was recognised as."""

    COMMON = "common"
    DISGUISED = "disguised"
    LINE = "line"
    OWN = "own"
    DRAWN = "drawn"
    PATTERN = "pattern"
    WORD = "word"
    SIGNS = "signs"


@dataclass(frozen=True, slots=True)
class Found:
    """How many tries reach a piece, as a power of ten, and what it was recognised as."""

    tries: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class Known:
    """Pieces by their lower-case spelling, and stems of words with endings."""

    pieces: dict[str, Found]
    stems: dict[str, Found]

    def add(self, spelling: str, tries: float, kind: Kind) -> None:
        """Keep the cheaper of what is known and what is said here."""
        known = self.pieces.get(spelling)
        if spelling and (known is None or tries < known.tries):
            self.pieces[spelling] = Found(tries, kind)

    def add_word(self, word: str, tries: float, kind: Kind) -> None:
        """Add a word and its Latin spellings."""
        self.add(word, tries, kind)
        for spelling in latin_spellings(word) - {word}:
            self.add(spelling, tries + DISGUISE, Kind.DISGUISED if kind is Kind.COMMON else kind)

    def add_stem(self, word: str, tries: float, kind: Kind) -> None:
        """Let every ending of a Ukrainian or Russian word be recognised."""
        stem = word.rstrip(OPEN)
        if len(word) > SHORTEST_STEM <= len(stem):
            form = Found(tries + INFLECTED, kind)
            self.stems[stem] = min(form, self.stems.get(stem, form), key=lambda found: found.tries)

    def inflected(self, word: str) -> Found | None:
        """The common word of which `word` is a form: «матусею» is a form of «матуся»."""
        for cut in range(min(3, len(word) - SHORTEST_STEM) + 1):
            found = self.stems.get(word[: len(word) - cut])
            if found and ENDINGS.issuperset(word[len(word) - cut :]):
                return found
        return None


@cache
def known() -> Known:
    """Everything in ``resources/words``. The lists of drawn words count in full: 1,296 tries for each of theirs."""
    found = Known({}, {})
    for section in _sections(resource("words/common_uk.txt").read_text(encoding="utf-8")):
        for rank, word in enumerate(section, start=1):
            tries = max(LEAST, log10(rank))
            found.add_word(word, tries, Kind.COMMON)
            found.add_stem(word, tries, Kind.COMMON)
    for language in LANGUAGES:
        for word in words(language):
            found.add_word(word, log10(SIZE), Kind.DRAWN)
    for rank, line in enumerate(resource("words/lines.txt").read_text(encoding="utf-8").splitlines(), start=1):
        _add_line(found, line.split(), max(LEAST, log10(rank)))
    for alphabet in ALPHABETS:
        for start, end in combinations(range(len(alphabet) + 1), 2):
            found.add(alphabet[start:end], SEQUENCE, Kind.PATTERN)
            found.add(alphabet[start:end][::-1], SEQUENCE, Kind.PATTERN)
    return found


def with_own(own: Iterable[str]) -> Known:
    """All that is known and, before it, names that others know to be this person's."""
    shared = known()
    found = Known(dict(shared.pieces), dict(shared.stems))
    for name in own:
        for word in name.lower().split():
            plain = without_apostrophes(word)
            found.add_word(plain, LEAST, Kind.OWN)
            found.add_stem(plain, LEAST, Kind.OWN)
    return found


def _sections(text: str) -> list[list[str]]:
    """The words below each ``[heading]``, the commonest first."""
    return [part.partition("]")[2].split() for part in text.split("[")[1:]]


def _add_line(found: Known, line: list[str], tries: float) -> None:
    """A famous line, and every part of it that has three words or more."""
    for start, end in combinations(range(len(line) + 1), 2):
        whole = end - start == len(line)
        if not (whole or end - start >= 3):
            continue
        spelling = "".join(line[start:end])
        found.add(spelling, tries if whole else tries + PART, Kind.LINE)
        for latin in latin_spellings(spelling) - {spelling}:
            found.add(latin, tries + PART, Kind.LINE)
