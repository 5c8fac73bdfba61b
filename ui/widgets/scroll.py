"""A column that scrolls when the window is too low for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid


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
        """Bring into sight what took the keyboard from outside: Tab from the last button goes to the first field."""
        inside = self._inside
        if now is not None and isValid(inside) and inside.isAncestorOf(now) and now.visibleRegion().isEmpty():
            self.ensureWidgetVisible(now)
