"""A passphrase chosen by a person: judged in words when he leaves it, typed once more; six drawn words are offered."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.i18n import Words
from app.passphrase.generate import generate
from app.passphrase.judge import SHORTEST, Verdict, judge
from ui.caps import KeyboardWatch
from ui.look import Look
from ui.operations import Latest, Operations
from ui.widgets.button import quiet
from ui.widgets.field import Field
from ui.widgets.label import Label


class NewPhrase(QWidget):
    """`own` gives the names that others know to be this person's. `touched` says that something was written."""

    touched = Signal()

    def __init__(
        self, look: Look, words: Words, operations: Operations, own: Callable[[], Collection[str]]
    ) -> None:
        super().__init__()
        _ = words
        self._words, self._own = words, own
        self._judging = Latest(operations, self)
        self.first, self.again = QLineEdit(), QLineEdit()
        for box in (self.first, self.again):
            box.setEchoMode(QLineEdit.EchoMode.Password)
            box.textEdited.connect(self.touched)
        least = _("at least {n} characters; five or six words are best", n=SHORTEST)
        self._phrase = Field(look, _("New passphrase"), self.first, least)
        self._repeat = Field(look, _("Passphrase once more"), self.again)
        self.first.editingFinished.connect(self._weigh)
        self.draw = quiet(look, _("Offer six words"), "sparkles")
        self.draw.clicked.connect(self.offer)
        self.eye = quiet(look, _("Show"), "eye")
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._reveal)
        self._keyboard = Label("", "small")
        for box in (self.first, self.again):
            KeyboardWatch(box, words).noticed.connect(self._keyboard.setText)
        self._paper = Label("", wrap=True)
        self._paper.hide()
        line = QHBoxLayout()
        line.addWidget(self.draw)
        line.addWidget(self.eye)
        line.addWidget(self._keyboard)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._phrase)
        column.addLayout(line)
        column.addWidget(self._paper)
        column.addWidget(self._repeat)

    def offer(self) -> None:
        """Draw six words, others at each press; they are typed once more, from the paper they were written on."""
        self.first.setText(generate(self._words.language))
        self.again.clear()
        self.eye.setChecked(True)
        self._phrase.complain("")
        self._repeat.complain("")
        self.draw.setText(self._words("Draw six others"))
        self.draw.setAccessibleName(self.draw.text())
        self._paper.setText(self._words(
            "Write the six words down on paper now, and type them once more from it: without them the vault does not "
            "open."
        ))  # fmt: skip
        self._paper.show()
        self.touched.emit()

    def put(self, phrase: str, again: str) -> None:
        """Let the fields hold what was typed before."""
        self.first.setText(phrase)
        self.again.setText(again)

    def value(self) -> str:
        """The phrase if it stands twice alike, else an empty text, and the field says why."""
        _, phrase = self._words, self.first.text()
        self._phrase.complain("" if phrase else _("Type a passphrase, or take the six words."))
        self._repeat.complain("" if phrase == self.again.text() else _("The two passphrases differ."))
        return phrase if phrase == self.again.text() else ""

    def clear(self) -> None:
        """Forget what was typed."""
        for box in (self.first, self.again):
            box.clear()

    def _reveal(self, shown: bool) -> None:  # Qt's toggled(bool)
        for box in (self.first, self.again):
            box.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.setText(" " + (self._words("Hide") if shown else self._words("Show")))
        self.eye.setAccessibleName(self.eye.text().strip())

    def _weigh(self) -> None:
        phrase, own = self.first.text(), tuple(self._own())
        if phrase:
            self._judging.ask(lambda _progress: judge(phrase, own), self._tell)

    def _tell(self, verdict: Verdict) -> None:
        self._phrase.warn("" if verdict.reason is None else verdict.reason.in_(self._words.language))
