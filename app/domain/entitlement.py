"""What each law gives to a relative, as far as the record can tell: never a bare yes (reference 2.1).

Every act draws its own circle of family, so there is one rule to a purpose and no flag. The body named in
entitlements.yaml decides; the rule says what it would have to look at.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.coming_of_age import is_under
from app.domain.fate import Fate
from app.domain.kin import Fact, KinRole
from app.domain.partial_date import PartialDate
from app.domain.pay_rule import PayRule
from app.domain.relation import Relation


class Purpose(StrEnum):
    """What a law may give to a relative; the codes of entitlements.yaml."""

    PAY = "pay"
    ANNUAL_AID = "annual_aid"
    INFORMATION = "information"
    DEFERRAL = "deferral"
    DNA = "dna"
    PENSION = "pension"
    DEATH_PAYMENT = "death_payment"
    DAMAGE_REGISTER = "damage_register"


class Standing(StrEnum):
    """How a relative stands to a purpose."""

    ENTITLED = "entitled"
    NOT = "not"
    UNCLEAR = "unclear"


class Because(StrEnum):
    """Why; entitlements.yaml has the sentence for each purpose that may give it."""

    NAMED = "named"
    NAMED_YET_EXCLUDED = "named_yet_excluded"
    OTHERS_NAMED = "others_named"
    FIRST_LINE = "first_line"
    SECOND_LINE = "second_line"
    BEHIND_FIRST_LINE = "behind_first_line"
    EXCLUDED = "excluded"
    IN_CIRCLE = "in_circle"
    OUT_OF_CIRCLE = "out_of_circle"
    RECEIVES = "receives"
    TAKEN_THIS_YEAR = "taken_this_year"
    IN_CAPTIVITY = "in_captivity"
    REGISTER_DECIDES = "register_decides"
    FIRST_DONOR = "first_donor"
    FURTHER_DONOR = "further_donor"
    NOT_OF_BLOOD = "not_of_blood"
    ABLE_TO_WORK = "able_to_work"
    CHILD = "child"
    STUDENT = "student"
    DEPENDS = "depends"
    ACTS_FOR_ANOTHER = "acts_for_another"
    KIN_UNKNOWN = "kin_unknown"


class Ask(StrEnum):
    """What is missing besides the facts about kin."""

    RELATION = "relation"
    BIRTH_DATE = "birth_date"
    DISPOSITION = "disposition"
    DISPOSITION_SHARE = "disposition_share"
    DISPOSITION_OVER = "disposition_over"
    FIRST_LINE = "first_line"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Kinsman:
    """A relative as the rules see her. `answers`: to what the law asks, where somebody answered; `roles`: of today."""

    key: str
    relation: Relation
    born: PartialDate | None = None
    answers: Mapping[Fact, bool] = field(default_factory=dict)
    roles: frozenset[KinRole] = frozenset()
    aid_years: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Kindred:
    """The whole family on one day. `rule`: how his pay is shared on it; None where no rule of that day is known.

    `wish`: shares by key as his disposition names them (those of strangers under ""); None if nobody knows whether
    there is one, empty if there is none.
    """

    fate: Fate
    today: date
    kin: tuple[Kinsman, ...]
    rule: PayRule | None
    wish: Mapping[str, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a relative stands to one purpose, and why. `share` in hundredths of a percent; `missing`: what to ask."""

    purpose: Purpose
    standing: Standing
    because: Because
    share: int | None = None
    missing: tuple[Fact | Ask, ...] = ()


def under(one: Kinsman, age: int, today: date) -> bool | None:
    """Whether she is younger than `age`; None where it cannot be told."""
    return is_under(one.born, age, today)


def unanswered(one: Kinsman, *facts: Fact) -> tuple[Fact, ...]:
    """Those of `facts` that nobody asked yet."""
    return tuple(fact for fact in facts if fact not in one.answers)


def says(one: Kinsman, *facts: Fact) -> bool:
    """Whether any of `facts` is answered by yes."""
    return any(one.answers.get(fact) for fact in facts)
