"""A large button that says what it does, and under that what it means."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from ui.look import Look
from ui.widgets.label import Label

ICON = 24


class Choice(QPushButton):
    """An icon, a title, a hint."""

    def __init__(self, look: Look, icon: str, title: str, hint: str) -> None:
        super().__init__()
        self.setObjectName("tileButton")
        self.setAutoDefault(False)
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        picture = Label()
        picture.setPixmap(look.pixmap(icon, "accent", ICON))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(title, "strong"))
        words.addWidget(Label(hint, "muted", wrap=True))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 10, 16, 10)
        self._row.setSpacing(14)
        self._row.addWidget(picture)
        self._row.addLayout(words, 1)
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width)

    @override
    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.minimumSize().width(), self.heightForWidth(max(self.width(), 240)))
