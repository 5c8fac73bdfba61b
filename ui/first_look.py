"""The trial of a delivered program: its first window is painted, kept as a picture, and the program ends."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

PAINTED = "painted"


class FirstLook(QObject):
    """Waits for the first window to be painted, saves it as `picture`, says so on the terminal, and calls `then`."""

    def __init__(self, application: QApplication, picture: Path, then: Callable[[], None]) -> None:
        super().__init__(application)
        self._picture, self._then = picture, then
        self._seen: QWidget | None = None
        application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow() and not self._seen:
            self._seen = watched
            QTimer.singleShot(0, self._take)
        return False

    def _take(self) -> None:
        if sys.stdout is not None:
            print(PAINTED, flush=True)  # noqa: T201 - whoever tries the program waits for this line
        if self._seen is not None and self._seen.grab().save(str(self._picture)):
            self._then()
