"""The third step, first half: whose vault it is, and the passphrase."""

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from app.i18n import Words
from ui.first_run.answers import Answers
from ui.first_run.step import Step
from ui.look import Look
from ui.new_phrase import NewPhrase
from ui.operations import Operations
from ui.widgets.field import Field


class FounderStep(Step):
    """The office, the founder, the phrase."""

    def __init__(self, look: Look, words: Words, operations: Operations, answers: Answers) -> None:
        _ = words
        super().__init__(
            3, _("Whose vault is it?"),
            _("The name of the office stands on its papers. The passphrase opens the vault; it is kept nowhere."),
        )  # fmt: skip
        self._words = words
        self.office, self.user = QLineEdit(answers.office), QLineEdit(answers.user)
        self.phrase = NewPhrase(look, words, operations, lambda: (self.user.text(), self.office.text()))
        self.phrase.put(answers.phrase, answers.again)
        self._user = Field(look, _("Your name"), self.user)
        self.column.addWidget(Field(look, _("Name of the office, for papers"), self.office))
        self.column.addWidget(self._user)
        self.column.addWidget(self.phrase)
        self.user.textEdited.connect(lambda _text: self._user.complain(""))
        self.begin_at(self.office)

    @override
    def ready(self) -> bool:
        """A name, and the phrase twice alike."""
        named = bool(self.user.text().strip())
        self._user.complain("" if named else self._words("Write your name, as colleagues know you."))
        return bool(self.phrase.value()) and named
