"""Synthetic caseloads by the rules of reference 9.3: the same for a seed everywhere, one case at a time.

Only `Random.random` is used: its stream is promised to stay the same across Python versions and platforms.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from app.domain.fate import ALL_ABSENT, Fate
from app.domain.relation import Relation
from app.domain.tax_number import check_digit
from app.domain.translit import transliterate
from app.training.histories import Histories
from app.training.name_stock import (
    APOSTROPHE_SURNAMES,
    CONTACT_NOTES,
    DAUGHTERS,
    HYPHEN_SURNAMES,
    MEN,
    PLACES,
    PLAIN_SURNAMES,
    RANKS,
    SONS,
    WOMEN,
    of_a_woman,
)
from app.training.synthetic import SyntheticCase, SyntheticContact, SyntheticFate, SyntheticRelative

_DAY_ZERO = date(1899, 12, 31)
_SYNTHETIC_DAYS = 50_000
"""Tax numbers count days since 31.12.1899; from 50,000 (2036) on they can be no living servicemember's."""
_CHANNELS = ("call", "call", "meeting", "message")
_STEPS = (("LEG-04", 0.55), ("LEG-09", 0.6), ("LEG-11", 0.6), ("LEG-13", 0.55), ("PSY-01", 0.35), ("FIN-02", 0.7))
_OTHER_SPELLINGS = (("kh", "h"), ("ii", "iy"), ("ie", "e"), ("H", "G"), ("y", "i"), ("Yu", "Ju"), ("V", "W"))


def synthetic_cases(cases: int, seed: int, today: date, *, born_numbers: bool = False) -> Iterator[SyntheticCase]:
    """`cases` synthetic cases with events up to `today`.

    Tax numbers come from the block no living person can have. With `born_numbers` they agree with the birth
    dates instead, as a check of imports needs: for data made at run time only, never committed.
    """
    random = Random(seed)  # noqa: S311 - a repeatable caseload, not a secret
    maker = _Maker(random.random, today, born_numbers)
    return (maker.make(index) for index in range(cases))


class _Maker:
    """Draws one case after another from one stream of chance."""

    def __init__(self, chance: Callable[[], float], today: date, born_numbers: bool) -> None:
        self._chance = chance
        self._today = today
        self._born_numbers = born_numbers
        self._histories = Histories(chance, today)

    def make(self, index: int) -> SyntheticCase:
        chance = self._chance
        female = chance() < 0.03
        surname = self._surname()
        worn = of_a_woman(surname) if female else surname
        given = _pick(WOMEN if female else MEN, chance())
        history = self._histories.draw()
        event = history[0].day
        born = event - timedelta(days=int((19.5 + 20.0 * (chance() + chance())) * 365.25))
        passport = chance() < 0.08
        surname_latin, given_latin = _latin(worn), _latin(given)
        if passport:
            surname_latin, given_latin = _other_spelling(surname_latin), _other_spelling(given_latin)
        fate = history[-1].fate
        noticed = fate is not Fate.NO_CONTACT and chance() < 0.8
        return SyntheticCase(
            index=index,
            surname=worn,
            given=given,
            patronymic=_pick(DAUGHTERS if female else SONS, chance()),
            previous_surname=self._surname() if chance() < 0.04 else None,
            surname_latin=surname_latin,
            given_latin=given_latin,
            latin_from_passport=passport,
            female=female,
            born=born,
            rnokpp=self._tax_number(index, born, female),
            rank=_pick(RANKS, chance()),
            unit=f"А00{int(chance() * 100):02}",
            place=_pick(PLACES, chance()),
            event_date=event,
            notice_date=min(event + timedelta(days=5 + int(chance() * 40)), self._today) if noticed else None,
            erdr=self._erdr(event) if noticed and chance() < 0.75 else None,
            history=history,
            relatives=self._relatives(surname, female),
            contacts=self._contacts(history),
            done_steps=self._done_steps(fate),
        )

    def _surname(self) -> str:
        share = self._chance()
        if share < 0.06:
            return _pick(APOSTROPHE_SURNAMES, share / 0.06)
        if share < 0.09:
            return _pick(HYPHEN_SURNAMES, (share - 0.06) / 0.03)
        return _pick(PLAIN_SURNAMES, (share - 0.09) / 0.91)

    def _tax_number(self, index: int, born: date, female: bool) -> str:
        days = (born - _DAY_ZERO).days if self._born_numbers else _SYNTHETIC_DAYS + index // 5_000 % 50_000
        nine = f"{days:05}{index % 5_000 * 2 + (not female):04}"
        return nine + check_digit(nine)

    def _erdr(self, event: date) -> str:
        return f"1{event.year}{int(self._chance() * 10**6):06}{int(self._chance() * 10**6):06}"

    def _relatives(self, surname: str, female: bool) -> tuple[SyntheticRelative, ...]:
        """One to nine contacts, three on the average: who lives together first, then parents, brothers, sisters."""
        chance = self._chance
        conflict = chance() < 0.15
        found = []
        if chance() < 0.62:
            found.append(self._relative(surname, Relation.SPOUSE, female, conflict))
        elif chance() < 0.15:
            found.append(self._relative(self._surname(), Relation.PARTNER, female, conflict))
        if chance() < 0.75:
            found.append(self._relative(surname, Relation.PARENT, False, conflict))
        if chance() < 0.35:
            found.append(self._relative(surname, Relation.PARENT, True, conflict))
        if chance() < 0.48:
            found.extend(
                replace(self._relative(surname, Relation.CHILD, chance() < 0.5, False), phone=None)
                for _ in range(1 + int(chance() * 2.5))
            )
        while len(found) < 9 and chance() < 0.32:
            found.append(self._relative(surname, Relation.SIBLING, chance() < 0.5, conflict))
        if not found or found[0].phone is None:
            found.insert(0, self._relative(surname, Relation.PARENT, False, False))
        return tuple(found)

    def _relative(self, surname: str, relation: Relation, male: bool, conflict: bool) -> SyntheticRelative:
        chance = self._chance
        return SyntheticRelative(
            surname=surname if male else of_a_woman(surname),
            given=_pick(MEN if male else WOMEN, chance()),
            patronymic=_pick(SONS if male else DAUGHTERS, chance()),
            relation=relation,
            phone=f"+38000{int(chance() * 10**7):07}",
            abroad=chance() < 0.09,
            in_conflict=conflict,
            kinship_verified=chance() < 0.7,
        )

    def _contacts(self, history: tuple[SyntheticFate, ...]) -> tuple[SyntheticContact, ...]:
        """Calls and meetings from the latest news on, oldest first; some families have long not been called."""
        chance = self._chance
        day = self._today - timedelta(days=int(chance() * chance() * 150))
        opened = history[0].day
        found = []
        for _ in range(int(chance() * 5)):
            if day < opened:
                break
            found.append(SyntheticContact(day, _pick(_CHANNELS, chance()), _pick(CONTACT_NOTES, chance())))
            day -= timedelta(days=7 + int(chance() * 40))
        return tuple(reversed(found))

    def _done_steps(self, fate: Fate) -> tuple[str, ...]:
        if fate not in ALL_ABSENT:
            return ()
        done = [step for step, share in _STEPS if self._chance() < share]
        return (*done, "FIN-03") if "FIN-02" in done and self._chance() < 0.7 else tuple(done)


def _pick(stock: tuple[str, ...], chance: float) -> str:
    return stock[min(int(chance * len(stock)), len(stock) - 1)]


@lru_cache(maxsize=1024)
def _latin(name: str) -> str:
    return transliterate(name)


@lru_cache(maxsize=1024)
def _other_spelling(latin: str) -> str:
    """A spelling an older passport may have: the first of the usual differences that applies."""
    for official, older in _OTHER_SPELLINGS:
        if official in latin:
            return latin.replace(official, older, 1)
    return latin
