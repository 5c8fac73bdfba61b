"""A column that scrolls when the window is too low for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


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
