"""CRIES-8: traces of trauma in children of eight years and more (Children and War Foundation)."""

from datetime import date

from app.domain.coming_of_age import OF_AGE, is_under
from app.domain.errors import N_, UserError
from app.domain.partial_date import PartialDate
from app.domain.scales.scale import Answers, Filled, Level, Part, Result, ScaleDef, Tool, answered, same

CRIES8 = ScaleDef(Tool.CRIES8, same(8, (0, 1, 3, 5)))
CUT_OFF, YOUNGEST = 17, 8
_PARTS = (("intrusion", (0, 2, 5, 6)), ("avoidance", (1, 3, 4, 7)))
"""By the official key: items 1, 3, 6, 7, and 2, 4, 5, 8."""


class NotForThisAge(UserError):
    what = N_("CRIES-8 is for children from 8 to 17 years.")
    todo = N_("With smaller children talk, draw and play; for adults take another scale.")


def check_age(born: PartialDate | None, on: date) -> None:
    """Raise `NotForThisAge` if the child was surely younger than eight on that day, or surely of age."""
    if is_under(born, YOUNGEST, on) is True or is_under(born, OF_AGE, on) is False:
        raise NotForThisAge


def cries8(answers: Answers) -> Result:
    """Score a CRIES-8; from 17 points a talk with a clinician is advised."""
    CRIES8.check(answers)
    filled = CRIES8.filled(answers)
    if filled is not Filled.WHOLE:
        return Result(Tool.CRIES8, filled, most=40)
    total = answered(answers)
    parts = tuple(Part(name, answered([answers[n] for n in items]), 5 * len(items)) for name, items in _PARTS)
    positive = total >= CUT_OFF
    return Result(Tool.CRIES8, filled, total, 40, Level.POSITIVE if positive else Level.BELOW, positive, parts=parts)
