"""What a page shows when there is nothing to show: why, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.label import Label


class EmptyState(QWidget):
    """A picture, a sentence, a hint and what to press."""

    def __init__(self, look: Look, icon: str, title: str, hint: str, *buttons: QPushButton) -> None:
        super().__init__()
        picture = Label()
        picture.setPixmap(look.pixmap(icon, "text3", 48))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        for label in (picture, Label(title, "h2", wrap=True), Label(hint, "muted", wrap=True)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
