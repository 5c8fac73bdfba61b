"""What our models say beyond text: a second line, a chip, a tone, a tick, the row itself."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt


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

    ROW = Qt.ItemDataRole.UserRole + 1
    SECOND = Qt.ItemDataRole.UserRole + 2
    CHIP = Qt.ItemDataRole.UserRole + 3
    TONE = Qt.ItemDataRole.UserRole + 4
    TICK = Qt.ItemDataRole.UserRole + 5
    HEADING = Qt.ItemDataRole.UserRole + 6
    ICON = Qt.ItemDataRole.UserRole + 7
    FOLDED = Qt.ItemDataRole.UserRole + 8
    INSET = Qt.ItemDataRole.UserRole + 9
