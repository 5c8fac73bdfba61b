"""What every scale has in common: its items, the answers from the paper form, and what a scoring says."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import N_, UserError

Answers = tuple[int | None, ...]
"""One number for each item, in the order of the paper form; None where the form was left blank."""


class Tool(StrEnum):
    """The scales that can be entered. Their Ukrainian texts stay on the paper forms: they are not ours to ship."""

    PCL5 = "PCL5"
    PHQ9 = "PHQ9"
    GAD7 = "GAD7"
    AUDITC = "AUDITC"
    AUDIT = "AUDIT"
    PCPTSD5 = "PCPTSD5"
    ITQ = "ITQ"
    WHO5 = "WHO5"
    CSSRS = "CSSRS"
    CRIES8 = "CRIES8"
    PG13R = "PG13R"


class Level(StrEnum):
    """What a total, or a pattern of answers, falls into; each scale uses a few of them."""

    BELOW = "below"
    NEAR = "near"
    POSITIVE = "positive"
    MINIMAL = "minimal"
    MILD = "mild"
    MODERATE = "moderate"
    MODERATELY_SEVERE = "moderately severe"
    SEVERE = "severe"
    ZONE_1 = "zone I"
    ZONE_2 = "zone II"
    ZONE_3 = "zone III"
    ZONE_4 = "zone IV"
    WELL = "well"
    LOW = "low"
    VERY_LOW = "very low"
    NO_PATTERN = "no pattern"
    PTSD = "PTSD"
    CPTSD = "complex PTSD"
    NO_RISK = "no risk shown"
    RISK_LOW = "low risk"
    RISK_MODERATE = "moderate risk"
    RISK_HIGH = "high risk"


class Filled(StrEnum):
    """How much of the form was answered."""

    WHOLE = "whole"
    INCOMPLETE = "incomplete"
    TOO_LITTLE = "too little"


class WrongNumberOfAnswers(UserError):
    what = N_("This scale has {items} items, {given} answers were entered.")
    todo = N_("Enter one answer for each item; leave blank what was left blank on the form.")


class NoSuchAnswer(UserError):
    what = N_("Item {item} cannot have the answer {answer}.")
    todo = N_("Look at the paper form: the item may have {allowed}.")


@dataclass(frozen=True, slots=True)
class ScaleDef:
    """The items of one scale, each with the answers that it may have. `may_lack`: of how many parts of a hundred
    blank items it is still told, as incomplete; 0 where every item counts.
    """

    tool: Tool
    items: tuple[tuple[int, ...], ...]
    may_lack: int = 0

    def check(self, answers: Sequence[int | None]) -> None:
        """Raise `WrongNumberOfAnswers` or `NoSuchAnswer` unless the answers can stand on the form."""
        if len(answers) != len(self.items):
            raise WrongNumberOfAnswers(items=len(self.items), given=len(answers))
        for number, (answer, allowed) in enumerate(zip(answers, self.items, strict=True), 1):
            if answer is not None and answer not in allowed:
                raise NoSuchAnswer(item=number, answer=answer, allowed=", ".join(map(str, allowed)))

    def filled(self, answers: Sequence[int | None]) -> Filled:
        """Whether enough was answered to be told at all."""
        blank = sum(answer is None for answer in answers)
        if not blank:
            return Filled.WHOLE
        return Filled.INCOMPLETE if 100 * blank <= self.may_lack * len(self.items) else Filled.TOO_LITTLE


@dataclass(frozen=True, slots=True)
class Part:
    """A cluster of items: its total, of at most `most`."""

    name: str
    total: int
    most: int


@dataclass(frozen=True, slots=True)
class Result:
    """What the answers say. Without a whole form there is no `level`; with too little of one, no `total` either.

    `refer`: the published cut-off is reached. `urgent`: somebody must ask about safety now, whatever the rest says.
    """

    tool: Tool
    filled: Filled
    total: int | None = None
    most: int = 0
    level: Level | None = None
    refer: bool = False
    urgent: bool = False
    parts: tuple[Part, ...] = ()
    pattern: bool | None = None


def same(many: int, allowed: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """`many` items that may all have the same answers."""
    return (tuple(allowed),) * many


def answered(answers: Sequence[int | None]) -> int:
    """The sum of what was answered."""
    return sum(answer or 0 for answer in answers)


def band(total: int, *bands: tuple[int, Level]) -> Level:
    """The level of the last band whose least total is reached; bands rise."""
    return [level for least, level in bands if total >= least][-1]
