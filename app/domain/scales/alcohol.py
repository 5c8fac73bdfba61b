"""AUDIT and its first three items, AUDIT-C (World Health Organization)."""

from app.domain.scales.scale import Answers, Filled, Level, Result, ScaleDef, Tool, answered, band, same
from app.domain.sex import Sex

AUDITC = ScaleDef(Tool.AUDITC, same(3, range(5)))
AUDIT = ScaleDef(Tool.AUDIT, (*same(8, range(5)), *same(2, (0, 2, 4))))
HAZARDOUS = 8
_FOR_MEN, _FOR_WOMEN = 4, 3


def auditc(answers: Answers, sex: Sex | None) -> Result:
    """Score an AUDIT-C; who is not known to be a man is held to the lower cut-off. Positive: the full AUDIT follows."""
    AUDITC.check(answers)
    filled = AUDITC.filled(answers)
    if filled is not Filled.WHOLE:
        return Result(Tool.AUDITC, filled, most=12)
    total = answered(answers)
    positive = total >= (_FOR_MEN if sex is Sex.M else _FOR_WOMEN)
    return Result(Tool.AUDITC, filled, total, 12, Level.POSITIVE if positive else Level.BELOW, positive)


def audit(answers: Answers) -> Result:
    """Score a full AUDIT into its four zones."""
    AUDIT.check(answers)
    filled = AUDIT.filled(answers)
    if filled is not Filled.WHOLE:
        return Result(Tool.AUDIT, filled, most=40)
    total = answered(answers)
    level = band(total, (0, Level.ZONE_1), (8, Level.ZONE_2), (16, Level.ZONE_3), (20, Level.ZONE_4))
    return Result(Tool.AUDIT, filled, total, 40, level, total >= HAZARDOUS)
