"""A column that scrolls when the window is too low for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

MARGIN = 40


class Scroll(QScrollArea):
    """Shows `inside` as wide as itself, as tall as it needs."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        if not inside.objectName():
            inside.setObjectName("inside")
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(80)
        self.setMinimumWidth(inside.minimumSizeHint().width() + 14)
        self._inside = inside
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring the middle of what took the keyboard into sight; what a mouse points at is there already."""
        inside = self._inside
        if now is None or not isValid(inside) or not inside.isAncestorOf(now) or QApplication.mouseButtons():
            return
        middle = now.rect().center()
        if not now.visibleRegion().contains(middle):
            self.ensureWidgetVisible(now)
            spot = now.mapTo(inside, middle)
            self.ensureVisible(spot.x(), spot.y(), 0, MARGIN)
