"""Who shares his pay on a day, told from dated facts: the same answer in whatever order they were written down."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from app.domain.coming_of_age import OF_AGE, birthday
from app.domain.entitlement import Ask, Kindred, Kinsman, says
from app.domain.entitlement_pay import Questions, asks_in, barred, doubts_of
from app.domain.fate import Fate
from app.domain.kin import WHOLE, Fact
from app.domain.partial_date import PartialDate
from app.domain.pay_rule import PayRule, rule_on
from app.domain.relation import Relation

OUTSIDE = ""
"""The key of whoever is named in the disposition and does not stand in the case."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DatedAnswer:
    """An answer to what the law asks, for as long as it holds; what is not known of its span is open."""

    fact: Fact
    holds: bool
    since: date | None = None
    until: date | None = None

    def stands(self, day: date) -> bool:
        """Whether it holds on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class DatedKinsman:
    """A relative with all that was ever answered about her."""

    key: str
    relation: Relation
    born: PartialDate | None = None
    answers: tuple[DatedAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class WishLine:
    """A line of his disposition: whom it names and how much, of 10,000; None if the paper says no number."""

    key: str
    share: int | None
    made: date | None = None


@dataclass(frozen=True, slots=True)
class DatedFamily:
    """A family through time. `wish`: None if nobody knows whether there is a disposition, empty if there is none."""

    fate: Fate
    kin: tuple[DatedKinsman, ...]
    wish: tuple[WishLine, ...] | None
    rules: tuple[PayRule, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What one recipient gets of the whole; None where the paper gives no number or a body must say."""

    key: str
    share: Fraction | None
    doubts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """The shares of one day by the rule of that day: either parts and what is deposited, or what is missing to count.

    `line`: the place of the rule's line, None by his own disposition or where nobody is entitled.
    """

    day: date
    rule: PayRule | None
    line: int | None
    parts: tuple[Part, ...]
    missing: tuple[tuple[str, Fact | Ask], ...] = ()

    @property
    def deposited(self) -> Fraction | None:
        """What is kept for him; None where it cannot be told."""
        if self.missing or any(part.share is None for part in self.parts):
            return None
        return 1 - sum((part.share or Fraction(0) for part in self.parts), Fraction(0))

    def share_of(self, key: str) -> Fraction | None:
        """What somebody gets: nothing for who is no recipient, None where it cannot be told."""
        if self.missing:
            return None
        return next((part.share for part in self.parts if part.key == key), Fraction(0))

    def same_as(self, other: "Counted") -> bool:
        """Whether two days are alike in all but the day."""
        return (self.rule, self.line, self.parts, self.missing) == (other.rule, other.line, other.parts, other.missing)


def answers_on(answers: Sequence[DatedAnswer], day: date) -> Mapping[Fact, bool]:
    """What is answered on a day: of answers that hold on it the one that began last; a yes that does not is a no."""
    found: dict[Fact, bool] = {}
    for fact in dict.fromkeys(one.fact for one in answers):
        about = [one for one in answers if one.fact is fact]
        standing = [one for one in about if one.stands(day)]
        if standing:
            found[fact] = max(enumerate(standing), key=lambda one: (one[1].since or date.min, one[0]))[1].holds
        elif any(one.holds for one in about):
            found[fact] = False
    return found


def wish_on(wish: Sequence[WishLine] | None, day: date) -> Mapping[str, int | None] | None:
    """Whom his disposition names on a day; who is named twice gets what the newer line says."""
    if wish is None:
        return None
    written = [line for line in wish if line.made is None or line.made <= day]
    named: dict[str, int | None] = {}
    for line in sorted(written, key=lambda line: line.made or date.min):
        if line.key == OUTSIDE and named.get(OUTSIDE) is not None and line.share is not None:
            named[OUTSIDE] = (named[OUTSIDE] or 0) + line.share
        else:
            named[line.key] = line.share
    return named


def on(family: DatedFamily, day: date) -> Kindred:
    """The family as it is on one day."""
    kin = tuple(Kinsman(one.key, one.relation, one.born, answers_on(one.answers, day)) for one in family.kin)
    return Kindred(family.fate, day, kin, rule_on(family.rules, day), wish_on(family.wish, day))


def counted(family: DatedFamily, day: date) -> Counted:
    """The shares of one day."""
    kindred = on(family, day)
    rule = kindred.rule
    if rule is None:
        return Counted(day, None, None, (), ((OUTSIDE, Ask.RULE),))
    if rule.his_wish and kindred.wish:
        return _by_wish(kindred, rule, kindred.wish)
    unknown: list[tuple[str, Fact | Ask]] = []
    if rule.his_wish and kindred.wish is None:
        unknown.append((OUTSIDE, Ask.DISPOSITION))
    for number in range(len(rule.lines)):
        among = list(_candidates(kindred, rule, number))
        if among:
            unknown += [(one.key, ask) for one, asks in among for ask in (*asks, *doubts_of(one, rule))]
            share = Fraction(rule.lines[number].together, WHOLE) / len(among)
            parts = () if unknown else tuple(Part(one.key, share) for one, _ in among)
            return Counted(day, rule, number, parts, tuple(unknown))
    return Counted(day, rule, None, (), tuple(unknown))


def turning_points(family: DatedFamily, since: date, until: date) -> tuple[date, ...]:
    """The days from `since` to `until` on which shares may change, `since` first."""
    days = {since}
    for rule in family.rules:
        days |= {rule.since, *_after(rule.until)}
    for one in family.kin:
        if one.born is not None:
            days |= {birthday(one.born.first, OF_AGE), birthday(one.born.last, OF_AGE)}
        for answer in one.answers:
            days |= {*filter(None, (answer.since,)), *_after(answer.until)}
    days |= {line.made for line in family.wish or () if line.made is not None}
    return tuple(sorted(day for day in days if since <= day <= until))


def history(family: DatedFamily, since: date, until: date) -> tuple[Counted, ...]:
    """The shares from `since` to `until`: one for each day on which they change, the first on `since`."""
    found: list[Counted] = []
    for day in turning_points(family, since, until):
        now = counted(family, day)
        if not found or not found[-1].same_as(now):
            found.append(now)
    return tuple(found)


def _candidates(kindred: Kindred, rule: PayRule, line: int) -> Iterator[tuple[Kinsman, Questions]]:
    """Who shares in a line or may do so, each with what must be asked to know it."""
    for one in kindred.kin:
        if barred(one, rule) or one.relation is Relation.REPRESENTATIVE:
            continue
        if one.relation is Relation.UNKNOWN:
            yield one, (Ask.RELATION,)
        elif (asks := asks_in(one, rule.lines[line], kindred)) is not None:
            yield one, asks


def _by_wish(kindred: Kindred, rule: PayRule, wish: Mapping[str, int | None]) -> Counted:
    known = {one.key: one for one in kindred.kin}
    named = [*(key for key in known if key in wish), *sorted(key for key in wish if key not in known)]
    parts = []
    for key in named:
        one, share = known.get(key), wish[key]
        if one is not None and says(one, *rule.ends):
            continue
        excluded = one is not None and barred(one, rule)
        part = None if share is None or excluded else Fraction(share, WHOLE)
        parts.append(Part(key, part, doubts_of(one, rule) if one is not None else ()))
    missing: list[tuple[str, Fact | Ask]] = [
        (key, Ask.DISPOSITION_SHARE) for key in named if wish[key] is None
    ]
    if sum(share or 0 for share in wish.values()) > WHOLE:
        missing.append((OUTSIDE, Ask.DISPOSITION_OVER))
    return Counted(kindred.today, rule, None, () if missing else tuple(parts), tuple(missing))


def _after(day: date | None) -> tuple[date, ...]:
    return () if day is None or day == date.max else (day + _DAY,)
