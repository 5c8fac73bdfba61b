"""Whether two scores of one person differ by more than chance."""

from enum import StrEnum

from app.domain.scales import trauma, wellbeing
from app.domain.scales.scale import Result, Tool


class Change(StrEnum):
    """What lies between two scores; `reliable` is more than chance, `meaningful` matters to the person."""

    NONE = "none"
    RELIABLE_BETTER = "reliable better"
    RELIABLE_WORSE = "reliable worse"
    MEANINGFUL_BETTER = "meaningful better"
    MEANINGFUL_WORSE = "meaningful worse"


def change(before: Result, after: Result) -> Change | None:
    """The change from one scoring to the next; None where nothing is published for the scale, or a total is missing.

    PCL-5: 5 points are reliable, 10 meaningful. WHO-5: 10 points are meaningful.
    """
    told = before.level and after.level
    if before.tool is not after.tool or before.total is None or after.total is None or not told:
        return None
    match after.tool:
        case Tool.PCL5:
            reliable, meaningful, worse = trauma.RELIABLE, trauma.MEANINGFUL, after.total > before.total
        case Tool.WHO5:
            reliable, meaningful, worse = wellbeing.MEANINGFUL, wellbeing.MEANINGFUL, after.total < before.total
        case _:
            return None
    by = abs(after.total - before.total)
    if by >= meaningful:
        return Change.MEANINGFUL_WORSE if worse else Change.MEANINGFUL_BETTER
    if by >= reliable:
        return Change.RELIABLE_WORSE if worse else Change.RELIABLE_BETTER
    return Change.NONE
