"""WHO-5: how somebody has been over two weeks; the more the better (World Health Organization)."""

from app.domain.scales.scale import Answers, Filled, Level, Result, ScaleDef, Tool, answered, band, same

WHO5 = ScaleDef(Tool.WHO5, same(5, range(6)))
MEANINGFUL = 10
"""By how many points a change matters."""
LOW, _VERY_LOW = 50, 28


def who5(answers: Answers) -> Result:
    """Score a WHO-5, 0 to 100."""
    WHO5.check(answers)
    filled = WHO5.filled(answers)
    if filled is not Filled.WHOLE:
        return Result(Tool.WHO5, filled, most=100)
    total = 4 * answered(answers)
    level = band(total, (0, Level.VERY_LOW), (_VERY_LOW + 1, Level.LOW), (LOW + 1, Level.WELL))
    return Result(Tool.WHO5, filled, total, 100, level, total <= LOW)
