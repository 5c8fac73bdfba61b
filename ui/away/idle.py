"""How long nobody touched keyboard or mouse, in any window of the program, a modal dialog's too."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from typing_extensions import override

SECOND_MS = 1000
SIGNS = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove,
        QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
    }
)  # fmt: skip
"""Events that only a person causes."""


def uptime() -> float:
    """Seconds of the machine's life, asleep ones too; no change of the wall clock moves it."""
    with_sleep: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if with_sleep is None else time.clock_gettime(with_sleep)


class IdleWatch(QObject):
    """`left` carries the seconds that remain, once a second; `lapsed` says once that they are over."""

    left = Signal(int)
    lapsed = Signal()

    def __init__(self, seconds: int, clock: Callable[[], float] = uptime) -> None:
        """`clock`: seconds from anywhere, never going back."""
        super().__init__()
        self.seconds = seconds
        self._clock = clock
        self._since = clock()
        self._over = True
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self.tick)

    def start(self, application: QCoreApplication) -> None:
        """Begin to count: from now, and again from every key and every move."""
        self._over = False
        self.touch()
        application.installEventFilter(self)
        self._timer.start()

    def stop(self, application: QCoreApplication) -> None:
        """Count no more."""
        self._over = True
        self._timer.stop()
        application.removeEventFilter(self)

    def touch(self) -> None:
        """Somebody is here."""
        self._since = self._clock()

    def tick(self) -> None:
        """Look at the clock."""
        if self._over:
            return
        left = max(0, math.ceil(self.seconds - (self._clock() - self._since)))
        self.left.emit(left)
        if left == 0:
            self._over = True
            self.lapsed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in SIGNS:
            self.touch()
        return False
