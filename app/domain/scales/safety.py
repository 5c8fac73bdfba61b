"""C-SSRS screener (Posner et al.): only the answers are entered; its copyrighted text stays on the official form."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import N_, UserError
from app.domain.scales.scale import Filled, Level, Result, ScaleDef, Tool, same


class Attempt(StrEnum):
    """The sixth question: whether somebody ever did, or began to do, anything to end his life."""

    NEVER = "never"
    MORE_THAN_3_MONTHS = "more_than_3_months"
    WITHIN_3_MONTHS = "within_3_months"


CSSRS = ScaleDef(Tool.CSSRS, (*same(5, range(2)), (0, 1, 2)))
"""As answers in numbers: no and yes; the sixth 0 for never, 1 for longer ago, 2 for within three months."""


class NotAllAsked(UserError):
    what = N_("Not all of the questions are answered: 1, 2 and 6 always are, and 3, 4 and 5 after a yes to the second.")
    todo = N_("Ask them now, in the words of the official form, and enter the answers.")


@dataclass(frozen=True, slots=True)
class Screener:
    """The answers; questions 3 to 5 are None where they were not asked, for the second was answered with no."""

    q1: bool
    q2: bool
    q6: Attempt
    q3: bool | None = None
    q4: bool | None = None
    q5: bool | None = None


def cssrs(answers: Screener) -> Result:
    """The level of risk; there is no total. High risk is urgent: nobody leaves him alone. Raises `NotAllAsked`."""
    if answers.q2 and None in (answers.q3, answers.q4, answers.q5):
        raise NotAllAsked
    if answers.q4 or answers.q5 or answers.q6 is Attempt.WITHIN_3_MONTHS:
        level = Level.RISK_HIGH
    elif answers.q3 or answers.q6 is Attempt.MORE_THAN_3_MONTHS:
        level = Level.RISK_MODERATE
    elif answers.q1 or answers.q2:
        level = Level.RISK_LOW
    else:
        level = Level.NO_RISK
    high = level is Level.RISK_HIGH
    return Result(Tool.CSSRS, Filled.WHOLE, level=level, refer=high or level is Level.RISK_MODERATE, urgent=high)
