"""PHQ-9 for depression and GAD-7 for anxiety, both over two weeks (Kroenke, Spitzer, Williams)."""

from app.domain.scales.scale import Answers, Filled, Level, Result, ScaleDef, Tool, answered, band, same

PHQ9 = ScaleDef(Tool.PHQ9, same(9, range(4)), may_lack=20)
GAD7 = ScaleDef(Tool.GAD7, same(7, range(4)), may_lack=20)
REFER = 10
"""The least total of both at which a referral is advised."""


def phq9(answers: Answers) -> Result:
    """Score a PHQ-9. The ninth item above zero is urgent, however little else was answered."""
    bands = (
        (0, Level.MINIMAL), (5, Level.MILD), (10, Level.MODERATE), (15, Level.MODERATELY_SEVERE), (20, Level.SEVERE),
    )  # fmt: skip
    PHQ9.check(answers)
    return _scored(PHQ9, answers, 27, bands, urgent=bool(answers[8]))


def gad7(answers: Answers) -> Result:
    """Score a GAD-7."""
    bands = ((0, Level.MINIMAL), (5, Level.MILD), (10, Level.MODERATE), (15, Level.SEVERE))
    GAD7.check(answers)
    return _scored(GAD7, answers, 21, bands, urgent=False)


def _scored(
    scale: ScaleDef, answers: Answers, most: int, bands: tuple[tuple[int, Level], ...], *, urgent: bool
) -> Result:
    filled = scale.filled(answers)
    if filled is Filled.TOO_LITTLE:
        return Result(scale.tool, filled, most=most, urgent=urgent)
    total = answered(answers)
    whole = filled is Filled.WHOLE
    return Result(
        scale.tool, filled, total, most, band(total, *bands) if whole else None, total >= REFER, urgent
    )  # fmt: skip
