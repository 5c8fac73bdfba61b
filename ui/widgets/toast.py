"""A word at the bottom of the window that goes by itself, with one thing to press while it stays."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui.widgets.label import Label

STAYS_MS = 10_000
MARGIN = 44


class Toast(QFrame):
    """The one toast of a window; a new word takes the place of the old one."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("toast")
        self._host = host
        self._text = Label()
        self._act = QPushButton()
        self._action: Callable[[], None] | None = None
        self._act.clicked.connect(self._pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.addWidget(self._text)
        row.addWidget(self._act)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def say(self, text: str, act: str = "", action: Callable[[], None] | None = None) -> None:
        """Show `text` for ten seconds; `act` is the word on the button that runs `action`."""
        self._text.setWordWrap(False)
        self._text.setText(text)
        room = self._host.width() - 2 * MARGIN
        if self._text.sizeHint().width() > room - 140:
            self._text.setWordWrap(True)
            self._text.setFixedWidth(room - 140)
        else:
            self._text.setMinimumWidth(0)
            self._text.setMaximumWidth(room)
        self._act.setText(act)
        self._act.setAccessibleName(act)
        self._act.setVisible(bool(act))
        self._action = action
        self.show()
        self._place()
        self.raise_()
        self._timer.start(STAYS_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._host, text))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        x = (self._host.width() - self.width()) // 2
        self.move(max(8, x), self._host.height() - self.height() - MARGIN)

    def _pressed(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()
