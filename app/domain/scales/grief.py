"""PG-13-R: prolonged grief (Prigerson et al.), where the loss is established: never for families of the missing."""

from datetime import date

from app.domain.errors import N_, UserError
from app.domain.fate import ALL_DEAD, Fate
from app.domain.scales.scale import Answers, Filled, Level, Result, ScaleDef, Tool, answered, same

PG13R = ScaleDef(Tool.PG13R, same(10, range(1, 6)))
CUT_OFF = 30
MONTHS = 12
ESTABLISHED = ALL_DEAD - {Fate.DECLARED_DEAD_COURT}
"""A court that declares somebody dead brings no certainty: the loss stays ambiguous."""


class LossNotEstablished(UserError):
    what = N_("A scale of grief is not for this family: the loss is not established.")
    todo = N_("Their pain is real and has another name: ambiguous loss. Use WHO-5, and offer the support group.")


class GriefTooNew(UserError):
    what = N_("This scale says something only a year after the death.")
    todo = N_("Use WHO-5 until {date}, and stay in touch.")


def pg13r(answers: Answers, fate: Fate, died: date | None, on: date) -> Result:
    """Score a PG-13-R given on a day `on`. Raises `LossNotEstablished`, `GriefTooNew` within a year of the death."""
    PG13R.check(answers)
    if fate not in ESTABLISHED or died is None:
        raise LossNotEstablished
    anniversary = _year_after(died)
    if on < anniversary:
        raise GriefTooNew(date=anniversary)
    filled = PG13R.filled(answers)
    if filled is not Filled.WHOLE:
        return Result(Tool.PG13R, filled, most=50)
    total = answered(answers)
    positive = total >= CUT_OFF
    return Result(Tool.PG13R, filled, total, 50, Level.POSITIVE if positive else Level.BELOW, positive)


def _year_after(day: date) -> date:
    """The same day a year later; the first of March after a leap day."""
    try:
        return day.replace(year=day.year + MONTHS // 12)
    except ValueError:
        return date(day.year + MONTHS // 12, 3, 1)
