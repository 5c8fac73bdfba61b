"""What our models say beyond text: a second line, a chip, a tone, a tick, the row itself."""

from dataclasses import dataclass
from enum import IntEnum

_USER_ROLE = 0x100
"""`Qt.ItemDataRole.UserRole`: said here, so that a chip and its words need no window."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A short word in a coloured pill; `tone` names a chip of the theme, `icon` one of Lucide's.

    `said`: the same in full, for the ear and the tip.
    """

    text: str
    tone: str = "info"
    icon: str = ""
    said: str = ""


class Role(IntEnum):
    """Our item roles."""

    ROW = _USER_ROLE + 1
    SECOND = _USER_ROLE + 2
    CHIP = _USER_ROLE + 3
    TONE = _USER_ROLE + 4
    TICK = _USER_ROLE + 5
    HEADING = _USER_ROLE + 6
    ICON = _USER_ROLE + 7
    FOLDED = _USER_ROLE + 8
    INSET = _USER_ROLE + 9
