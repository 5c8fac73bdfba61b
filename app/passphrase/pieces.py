"""The cheapest way to put a passphrase together from pieces an attacker has, and how many tries that takes.

The tries of a phrase are the product of the tries of its pieces; spaces are free. It is the measure of zxcvbn
(Wheeler, USENIX Security 2016) without its bonus for many pieces, and with words that zxcvbn does not know.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil, log10, prod

from zxcvbn_rs_py import zxcvbn

from app.passphrase.habits import as_latin_keys
from app.passphrase.known import DISGUISE, LEAST, Found, Kind, Known

VOCABULARY = log10(30_000)  # any word that reads like one, in a language whose words we do not list
LONGEST_WORD = 10  # what is longer is taken for several words
SHORTEST_INSIDE = 4  # a known word this long counts inside another; a shorter one only alone
LETTERS = re.compile(r"[^\W\d_]+")
WORK = 2_048  # zxcvbn tries every reading of signs as letters on every stretch: 64 signs took it a second
STAND_INS = ("4@", "({[<", "69", "1!|", "1|7", "$5", "+7")  # for a, c, g, i, l, s, t in zxcvbn
VOWELS = frozenset("аеєиіїоуюяёыэaeiouy")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the phrase, in lower case."""

    text: str
    tries: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read what was typed: its words in lower case, and in the letter case they were typed in."""

    words: tuple[str, ...]
    typed: tuple[str, ...]
    tries: float = 0.0
    disguised: bool = False

    @property
    def text(self) -> str:
        """The words without the spaces between them."""
        return "".join(self.words)


@dataclass(slots=True)
class Estimator:
    """Cuts readings into pieces; keeps zxcvbn's answers for one phrase, and is thrown away with it."""

    known: Known
    _told: dict[str, float] = field(default_factory=dict)

    def cut(self, reading: Reading) -> tuple[float, tuple[Piece, ...]]:
        """The fewest tries that reach `reading`, as a power of ten, and the pieces they are made of."""
        text, typed = reading.text, "".join(reading.typed)
        steps: list[list[tuple[int, Found]]] = [[] for _ in range(len(text) + 1)]
        for start, end, found in self._finds(reading):
            steps[end].append((start, Found(found.tries + _case(typed[start:end]), found.kind)))
        cheapest: list[tuple[float, int, Found | None]] = [(0.0, 0, None)]
        for end in range(1, len(text) + 1):
            ways: list[tuple[float, int, Found | None]] = [(cheapest[end - 1][0] + LEAST, end - 1, None)]
            ways += [(cheapest[start][0] + found.tries, start, found) for start, found in steps[end]]
            cheapest.append(min(ways, key=lambda way: way[0]))
        pieces = tuple(self._pieces(text, typed, cheapest))
        return reading.tries + _total(pieces), pieces

    def patterns(self, typed: str) -> float:
        """The tries for `typed` by zxcvbn; where it recognises nothing, by the kinds of signs in it."""
        told = self._told.get(typed)
        if told is None:
            told = self._told[typed] = self._ask(typed)
        return told

    def _ask(self, typed: str) -> float:
        if len(typed) > 1 and len(typed) ** 2 * _disguises(typed) > WORK:
            middle = len(typed) // 2
            return self.patterns(typed[:middle]) + self.patterns(typed[middle:])
        told = zxcvbn(typed).guesses_log10
        return told if told <= len(typed) - 0.01 else len(typed) * log10(10 * _kinds(typed))

    def _finds(self, reading: Reading) -> Iterator[tuple[int, int, Found]]:
        """Everything recognised, as (start, end, what)."""
        text = reading.text
        edges = [0]
        for word in reading.words:
            edges.append(edges[-1] + len(word))
        for (start, end), typed in zip(pairwise(edges), reading.typed, strict=True):
            yield from self._patterned(text, start, end, typed)
            for run in LETTERS.finditer(text, start, end):
                yield from ((*run.span(), found) for found in self._worded(run[0]))
            for first in range(start, end):
                for last in range(first + 1, end + 1):
                    found = self.known.pieces.get(text[first:last])
                    if found and (last - first >= SHORTEST_INSIDE or (first, last) == (start, end)):
                        yield first, last, found
        for first in edges:
            for last in edges:
                found = self.known.pieces.get(text[first:last])
                if found and found.kind is Kind.LINE:
                    yield first, last, found

    def _patterned(self, text: str, start: int, end: int, typed: str) -> Iterator[tuple[int, int, Found]]:
        """A whole word as a pattern, on the keys as it was typed and as the US layout has them."""
        yield start, end, Found(self.patterns(typed), Kind.PATTERN)
        if not typed.isascii():
            yield start, end, Found(self.patterns(as_latin_keys(text[start:end])) + DISGUISE, Kind.PATTERN)

    def _worded(self, letters: str) -> Iterator[Found]:
        """What letters in a row may be: a form of a known word, or else a word at all."""
        form = self.known.inflected(letters)
        if form:
            yield form
        if _reads_like_a_word(letters):
            yield Found(VOCABULARY * ceil(len(letters) / LONGEST_WORD), Kind.WORD)

    def _pieces(self, text: str, typed: str, cheapest: list[tuple[float, int, Found | None]]) -> Iterator[Piece]:
        """The pieces from last to first; what was not recognised is judged in one stretch by its patterns."""
        end = len(text)
        while end:
            _, start, found = cheapest[end]
            if found:
                yield Piece(text[start:end], found.tries, found.kind)
            else:
                while start and cheapest[start][2] is None:
                    start -= 1
                tries = min(self.patterns(typed[start:end]), self.patterns(as_latin_keys(text[start:end])) + DISGUISE)
                yield Piece(text[start:end], max(LEAST, tries), Kind.SIGNS)
            end = start


def _total(pieces: tuple[Piece, ...]) -> float:
    """The sum of the powers; a piece that stood there before costs one more choice, not its price again."""
    first: dict[str, float] = {}
    for piece in pieces:
        first[piece.text] = min(piece.tries, first.get(piece.text, piece.tries))
    return sum(first.values()) + DISGUISE * (len(pieces) - len(first))


def _case(typed: str) -> float:
    """What capital letters add: nothing for none, little for the first or all of them."""
    capitals = sum(letter.isupper() for letter in typed)
    if not capitals:
        return 0.0
    usual = capitals == len(typed) or (capitals == 1 and typed[0].isupper())
    return DISGUISE if usual else DISGUISE * (capitals + 1)


def _disguises(typed: str) -> int:
    """How many readings zxcvbn finds in the signs of `typed` that stand for letters."""
    return prod(max(1, sum(sign in typed for sign in signs)) for signs in STAND_INS)


def _kinds(typed: str) -> int:
    """How many kinds of signs: small letters, capitals, digits, others."""
    kinds = {0 if sign.islower() else 1 if sign.isupper() else 2 if sign.isdigit() else 3 for sign in typed}
    return len(kinds)


def _reads_like_a_word(word: str) -> bool:
    """True if no more than four consonants or three vowels stand together in it."""
    if len(word) < SHORTEST_INSIDE:
        return False
    vowels = "".join("v" if letter in VOWELS else "c" for letter in word)
    return "v" in vowels and "ccccc" not in vowels and "vvvv" not in vowels
