"""Larger and smaller type, by the steps that the settings offer."""

from ui.settings.look import SCALES

USUAL = 100


def scaled(now: int, steps: int) -> int:
    """The scale, percent, so many steps above or below `now`; the usual one for no step; never beyond the ends."""
    if not steps:
        return USUAL
    near = min(range(len(SCALES)), key=lambda number: abs(SCALES[number] - now))
    return SCALES[min(max(near + steps, 0), len(SCALES) - 1)]
