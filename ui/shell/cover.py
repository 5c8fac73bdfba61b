"""What stands on the screen while somebody who must not read it sits at the desk: nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import Words
from ui.look import Look
from ui.widgets.label import Label


class Cover(QWidget):
    """The sign of the program and how to go on; no name, no number."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark = Label()
        mark.setPixmap(look.pixmap("shield-check", "accent", 48))
        column = QVBoxLayout(self)
        column.addStretch(1)
        for label in (mark, Label(words("Suprovid"), "h1"), Label(words("Press F8 to go on."), "muted")):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
