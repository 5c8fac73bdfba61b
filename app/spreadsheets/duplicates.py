"""Whether two rows are one man: a score that says why, and that a different birth or tax number can refute.

Only rows alike enough in one strong respect are compared at all: same tax number, same name, or same birth date
with a similar name. Neither a common name nor a shared unit alone makes a suggestion.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from rapidfuzz.distance.JaroWinkler import normalized_similarity

from app.domain.name import fold
from app.domain.partial_date import PartialDate
from app.domain.text import Text

LIKELY = 0.75
"""From this score on a row is held for a person to decide."""

_SPELLED_ALIKE = 0.9
_SHORTEST_INITIAL = 2


@dataclass(frozen=True, slots=True)
class Somebody:
    """What is compared of a person, from a row (`row`) or from the vault (`uid`, `number` of the case)."""

    surname: str
    given: str
    patronymic: str
    born: PartialDate | None
    rnokpp: str | None
    unit: str | None
    row: int | None = None
    uid: str | None = None
    number: str | None = None

    @property
    def where(self) -> Text:
        """Where this person stands: a row of the file, or a case."""
        if self.number is not None:
            return Text(f"у справі {self.number}", f"in case {self.number}")
        return Text(f"у рядку {self.row}", f"in row {self.row}")


@dataclass(frozen=True, slots=True)
class Match:
    """A person who may be the same, how surely (0 to 1), and why."""

    other: Somebody
    score: float
    why: Text


class KnownPeople(Protocol):
    """Who is in the vault already."""

    def like(self, person: Somebody) -> Iterable[Somebody]:
        """Everybody with the same tax number, the same folded surname and given name, or the same birth date."""


class PeopleIndex:
    """People found by tax number, name or birth date, in memory: for the rows of a file, and for a vault's people."""

    def __init__(self, people: Iterable[Somebody] = ()) -> None:
        self._by_number: dict[str, list[Somebody]] = defaultdict(list)
        self._by_name: dict[str, list[Somebody]] = defaultdict(list)
        self._by_birth: dict[PartialDate, list[Somebody]] = defaultdict(list)
        for person in people:
            self.add(person)

    def add(self, person: Somebody) -> None:
        """Let later look-ups find `person`."""
        if person.rnokpp:
            self._by_number[person.rnokpp].append(person)
        self._by_name[_name_key(person)].append(person)
        if person.born is not None and person.born.exact:
            self._by_birth[person.born].append(person)

    def like(self, person: Somebody) -> tuple[Somebody, ...]:
        """Each candidate once."""
        found: list[Somebody] = []
        if person.rnokpp:
            found.extend(self._by_number.get(person.rnokpp, ()))
        found.extend(self._by_name.get(_name_key(person), ()))
        if person.born is not None and person.born.exact:
            found.extend(self._by_birth.get(person.born, ()))
        return tuple({id(candidate): candidate for candidate in found}.values())


def best_match(person: Somebody, candidates: Iterable[Somebody]) -> Match | None:
    """The candidate most likely to be `person`, if any is likely at all."""
    matches = (match for other in candidates if (match := compare(person, other)) is not None)
    return max(matches, key=lambda match: match.score, default=None)


def compare(one: Somebody, other: Somebody) -> Match | None:
    """How surely two are one man. None when they are not: a different birth date or tax number refutes a name."""
    same_number = one.rnokpp is not None and one.rnokpp == other.rnokpp
    other_number = None not in (one.rnokpp, other.rnokpp) and not same_number
    names = _alike_names(one, other)
    births = _alike_births(one.born, other.born)
    if same_number:
        if names < _SPELLED_ALIKE and births < 1 and _folded(one.given) != _folded(other.given):
            return None
        return Match(other, 0.9 + 0.1 * names * max(births, 0.5), Text("той самий РНОКПП", "the same tax number"))
    if other_number or names < _SPELLED_ALIKE or births < 0:
        return None
    return _by_name_and_birth(one, other, names, births)


def _by_name_and_birth(one: Somebody, other: Somebody, names: float, births: float) -> Match | None:
    same_unit = bool(one.unit) and one.unit == other.unit
    whole = bool(one.patronymic and other.patronymic)
    score = 0.6 * names + 0.3 * births + 0.1 * same_unit - (0.1 if births < 1 and not whole else 0.0)
    if births == 0 and not (whole and same_unit and names == 1):
        return None
    uk, en = (["те саме ім’я"], ["the same name"]) if names == 1 else (["схоже ім’я"], ["a similar name"])
    if births == 1:
        uk.append("та сама дата народження")
        en.append("the same date of birth")
    elif births > 0:
        uk.append("дати народження сходяться, наскільки відомі")
        en.append("dates of birth agree as far as known")
    if same_unit:
        uk.append("та сама частина")
        en.append("the same unit")
    return Match(other, max(score, LIKELY if births == 0 else 0.0), Text(", ".join(uk), ", ".join(en)))


def _alike_births(one: PartialDate | None, other: PartialDate | None) -> float:
    """1 the same day, 0.5 agreeing as far as known (or day and month swapped), 0 not known, -1 different."""
    if one is None or other is None:
        return 0.0
    if one.exact and other.exact:
        if one.exact == other.exact:
            return 1.0
        swapped = (one.year, one.month, one.day) == (other.year, other.day, other.month)
        return 0.5 if swapped else -1.0
    return 0.5 if one.first <= other.last and other.first <= one.last else -1.0


def _alike_names(one: Somebody, other: Somebody) -> float:
    """1 for the same folded name, less for spelling variants; a missing patronymic and an initial do not refute."""
    surname = _alike(one.surname, other.surname)
    given = _alike_or_initial(one.given, other.given)
    patronymic = _alike_or_initial(one.patronymic, other.patronymic) if one.patronymic and other.patronymic else 1.0
    return min(surname, given, patronymic)


_folded = lru_cache(maxsize=65_536)(fold)


def _alike(one: str, other: str) -> float:
    left, right = _folded(one), _folded(other)
    return 1.0 if left == right else float(normalized_similarity(left, right))


def _alike_or_initial(one: str, other: str) -> float:
    if min(len(one), len(other)) <= _SHORTEST_INITIAL and one[:1] == other[:1]:
        return _SPELLED_ALIKE
    return _alike(one, other)


def _name_key(person: Somebody) -> str:
    return f"{_folded(person.surname)} {_folded(person.given)}"
