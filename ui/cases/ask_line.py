"""One small question in a dialog: a number of days, or a few words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.cases.case_filter import LONGEST_DAYS
from app.i18n import Words
from ui.look import Look
from ui.widgets.button import primary, quiet
from ui.widgets.label import Label

LONGEST_TEXT = 60


class AskLine(QDialog):
    """`answered` carries the answer; nothing comes if somebody thought better of it."""

    answered = Signal(object)

    def __init__(self, parent: QWidget, look: Look, words: Words, title: str, box: QWidget, act: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(340)
        box.setAccessibleName(title)
        close, take = quiet(look, words("Close")), primary(look, act)
        close.clicked.connect(self.reject)
        take.clicked.connect(self.accept)
        take.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(title, "h2"))
        column.addWidget(box)
        column.addLayout(foot)
        box.setFocus()


class AskDays(AskLine):
    """Asks for a number of days."""

    def __init__(self, parent: QWidget, look: Look, words: Words, title: str) -> None:
        self._box = QSpinBox()
        self._box.setRange(0, LONGEST_DAYS)
        self._box.setValue(30)
        self._box.setSuffix(" " + words("days"))
        super().__init__(parent, look, words, title, self._box, words("Show"))
        self._box.selectAll()
        self.accepted.connect(lambda: self.answered.emit(self._box.value()))


class AskText(AskLine):
    """Asks for a few words; `start` stands there already."""

    def __init__(
        self, parent: QWidget, look: Look, words: Words, title: str, start: str = "", act: str = ""
    ) -> None:
        self.box = QLineEdit(start)
        self.box.setMaxLength(LONGEST_TEXT)
        super().__init__(parent, look, words, title, self.box, act or words("Show"))
        self.box.selectAll()
        self.accepted.connect(self._answer)

    def _answer(self) -> None:
        text = " ".join(self.box.text().split())
        if text:
            self.answered.emit(text)
