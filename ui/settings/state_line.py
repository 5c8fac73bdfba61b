"""One line that says whether something is in order: icon, words and colour together."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look import Look
from ui.widgets.label import Label

ICON = 18


class StateLine(QWidget):
    """Hidden until it has something to say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._mark = Label()
        self._mark.setFixedWidth(look.theme.length(ICON) + 2)
        self._text = Label("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        self.hide()

    def show_state(self, *, good: bool, text: str, bad: bool = False) -> None:
        """Say it; `bad` is worse than not good."""
        if good:
            icon, role = "circle-check", "chip.returned.fg"
        else:
            icon, role = ("circle-x", "danger") if bad else ("triangle-alert", "chip.missing.fg")
        self._mark.setPixmap(self._look.pixmap(icon, role, ICON))
        self._text.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """What it says."""
        return self._text.text()
