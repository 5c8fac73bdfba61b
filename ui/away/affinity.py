"""Windows takes no picture of our windows: no screenshot, no Recall, no shared screen. Linux offers nothing like it."""

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

EXCLUDED = 0x11
"""WDA_EXCLUDEFROMCAPTURE."""


def exclude(window: int) -> None:
    """Ask Windows to leave the window with this handle out of every picture of the screen."""
    if sys.platform == "win32":
        ctypes.windll.user32.SetWindowDisplayAffinity(window, EXCLUDED)


class Unseen(QObject):
    """An event filter of the application: every top-level window, dialog and popup is excluded as it is shown."""

    def __init__(self, exclude: Callable[[int], None] = exclude) -> None:
        """`exclude` gets the handle of each window."""
        super().__init__()
        self._exclude = exclude

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._exclude(int(watched.winId()))
        return False
