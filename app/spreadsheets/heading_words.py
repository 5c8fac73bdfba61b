"""How near a heading stands to a field: abbreviations, endings, word order and misprints forgiven, scored 0 to 100."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from app.domain.name import straighten
from app.spreadsheets.fields import Field, field_defs

LEAST_SCORE = 60.0
"""A heading that stands further from a field than this is not taken for it."""

_WORD = re.compile(r"№|[^\W_]+")
_APOSTROPHES = re.compile(r"['’ʼ`‘′＇*\"]")
_LINK_WORDS = "та і й або з до на у в про від за of the and"
_LINKS = frozenset(_LINK_WORDS.split())
_WEAK = 0.65
_NEAR = 80.0
_SHORTEST_STEM = 3
_KIN = ("заявни", "родич", "дружин", "член", "контактн", "матер", "relativ", "applicant")
_HIS_OWN = frozenset(
    (Field.FULL_NAME, Field.SURNAME, Field.GIVEN, Field.PATRONYMIC, Field.BORN, Field.RNOKPP, Field.PASSPORT)
)

Words = tuple[str, ...]


@lru_cache(maxsize=4096)
def words(heading: str) -> Words:
    """The words of a heading, lower case, look-alikes made Cyrillic, single letters joined (``в/ч`` → ``вч``)."""
    text = _APOSTROPHES.sub("", heading)
    joined: list[str] = []
    open_letters = False
    for word in _WORD.findall(text):
        letter = len(word) == 1 and word.isalpha()
        if letter and open_letters:
            joined[-1] += word
        else:
            joined.append(word)
        open_letters = letter
    return tuple(straighten(word).lower() for word in joined)


@lru_cache(maxsize=4096)
def scores(heading: str) -> tuple[tuple[Field, float], ...]:
    """Every field near enough to `heading`, with its score, best first. A known wording is not compared further."""
    said = words(heading)
    if not said:
        return ()
    table = _table()
    found = dict.fromkeys(table.exact.get(said, ()), 100.0)
    if not found:
        found = {field: max(_alike(said, known, field) for known in wordings) for field, wordings in table.wordings}
    for field in table.hints.get(said, ()):
        found[field] = max(found.get(field, 0.0), 100.0 * _WEAK)
    return tuple(sorted(((f, s) for f, s in found.items() if s >= LEAST_SCORE), key=lambda item: -item[1]))


def likeness(heading: str) -> float:
    """A quick look: how near `heading` stands to any field at all, 0 to 100."""
    said = words(heading)
    table = _table()
    if said in table.exact or said in table.hints:
        return 100.0
    best = extractOne(" ".join(said), table.plain, scorer=ratio, score_cutoff=LEAST_SCORE)
    return float(best[1]) if best else 0.0


@dataclass(frozen=True, slots=True)
class _Table:
    """The synonyms, cut into words once."""

    wordings: tuple[tuple[Field, tuple[Words, ...]], ...]
    exact: Mapping[Words, tuple[Field, ...]]
    hints: Mapping[Words, tuple[Field, ...]]
    plain: tuple[str, ...]


@lru_cache
def _table() -> _Table:
    wordings = tuple((d.field, tuple(map(words, d.synonyms))) for d in field_defs().values())
    hints = tuple((d.field, tuple(map(words, d.weak))) for d in field_defs().values())
    plain = tuple(" ".join(known) for _, many in wordings for known in many)
    return _Table(wordings, _by_words(wordings), _by_words(hints), plain)


def _by_words(pairs: tuple[tuple[Field, tuple[Words, ...]], ...]) -> dict[Words, tuple[Field, ...]]:
    fields: dict[Words, tuple[Field, ...]] = {}
    for field, many in pairs:
        for known in many:
            fields[known] = (*fields.get(known, ()), field)
    return fields


def _alike(said: Words, known: Words, field: Field) -> float:
    """Dice's coefficient over words, each pair of words compared leniently."""
    if said == known:
        return 100.0
    left = list(known)
    shared = 0.0
    for word in said:
        match, other = max(((_same(word, other), other) for other in left), default=(0.0, ""))
        if match:
            shared += match * _weight(word)
            left.remove(other)
    score = 200.0 * shared / (sum(map(_weight, said)) + sum(map(_weight, known)))
    if field in _HIS_OWN and _names_kin(said) and not _names_kin(known):
        return score / 2
    return min(score, 99.0)


def _same(one: str, other: str) -> float:
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST_STEM and long.startswith(short):
        return 0.95
    if len(short) > _SHORTEST_STEM + 1 and ratio(one, other) >= _NEAR:
        return 0.85
    return 0.0


def _weight(word: str) -> float:
    if word in _LINKS:
        return 0.1
    return 0.4 if word.startswith("військовослужбов") else 1.0


def _names_kin(said: Words) -> bool:
    return any(word.startswith(_KIN) for word in said)
