"""One line that matters now, over the page; never more than one."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from ui.look import Look
from ui.widgets.label import Label


class Banner(QFrame):
    """An icon, a sentence, perhaps a button."""

    def __init__(self, look: Look, icon: str, text: str, button: QPushButton | None = None) -> None:
        super().__init__()
        self.setObjectName("banner")
        picture = Label()
        picture.setPixmap(look.pixmap(icon, "chip.missing.fg"))
        self.sentence = Label(text, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(picture)
        row.addWidget(self.sentence, 1)
        if button is not None:
            row.addWidget(button)
