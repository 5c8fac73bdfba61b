"""One page of the first run."""

from PySide6.QtWidgets import QVBoxLayout

from ui.widgets.begins import Begins
from ui.widgets.label import Label


class Step(Begins):
    """`number`: which of the four steps it belongs to. Subclasses fill `column` and judge in `ready`."""

    def __init__(self, number: int, title: str, about: str) -> None:
        super().__init__()
        self.number, self.title = number, title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        heading = Label(title, "h1", wrap=True)
        self.column.addWidget(heading)
        self.column.addWidget(Label(about, "muted", wrap=True))

    def ready(self) -> bool:
        """Whether what is asked here is answered; if not, the page says what is missing."""
        return True
