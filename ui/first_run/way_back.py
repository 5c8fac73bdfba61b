"""The third step, second half: the coordinating office's key, so that a forgotten passphrase is not the end."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QHBoxLayout
from typing_extensions import override

from app.domain.errors import UserError
from app.exchange.office import read_recipient
from app.exchange.spoken import spoken
from app.i18n import Words
from ui.files import file_to_open
from ui.first_run.answers import Answers
from ui.first_run.step import Step
from ui.look import Look
from ui.operations import Operations
from ui.widgets.button import plain, quiet
from ui.widgets.card import Card
from ui.widgets.label import Label


class WayBackStep(Step):
    """`recipient` is the office's file once it is chosen, else None: that can be done later too."""

    def __init__(self, look: Look, words: Words, operations: Operations, answers: Answers) -> None:
        _ = words
        super().__init__(
            3, _("If the passphrase is forgotten"),
            _("Nobody opens the vault without a passphrase, nor do we. Only your coordinating office can, if you give "
              "it a key: the file office.recipient.txt that it sent."),
        )  # fmt: skip
        self.column.addWidget(Label(_("This can wait: Settings → Way back in."), "muted", wrap=True))
        self._words, self._operations = words, operations
        self.recipient: Path | None = None
        self.digits = ""
        self._wrong = Label("", "error", wrap=True)
        self.choose = plain(look, _("Choose the office’s file…"), "life-buoy")
        self.choose.clicked.connect(self._ask)
        self.drop = quiet(look, _("Without it for now"))
        self.drop.clicked.connect(self.forget)
        self.same = QCheckBox(_("The office read the same words to me by telephone"))
        self.same.setAccessibleName(self.same.text())
        self.same.toggled.connect(lambda _on: self._wrong.setText(""))
        self._spoken, self._digits = Label("", "strong", wrap=True), Label("", "small", wrap=True)
        self._card = Card(_("Call the office and compare"))
        self._card.add(Label(
            _("Call a number that you know from elsewhere. Whoever's key this is can open the vault: a wrong one must "
              "not get in."), wrap=True,
        ))  # fmt: skip
        for widget in (self._spoken, self._digits, self.same):
            self._card.add(widget)
        self._card.hide()
        self.drop.hide()
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.drop)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self._card)
        self.column.addWidget(self._wrong)
        self.begin_at(self.choose)
        if answers.recipient is not None:
            self._show(answers.recipient, answers.digits)
            self.same.setChecked(answers.compared)

    def read(self, recipient: Path) -> None:
        """Read the file that the office sent, and show its words to be compared."""
        self._operations.read(
            self, lambda _: read_recipient(recipient).fingerprint(),
            lambda digits: self._show(recipient, digits), refused=self._refuse,
        )  # fmt: skip

    def forget(self) -> None:
        """Go on without the office's key."""
        self.recipient, self.digits = None, ""
        self.same.setChecked(False)
        self._card.hide()
        self.drop.hide()
        self._wrong.setText("")
        self.choose.setFocus()

    @override
    def ready(self) -> bool:
        """No key at all, or one that was compared."""
        compared = self.recipient is None or self.same.isChecked()
        self._wrong.setText("" if compared else self._words("Compare the words first, or go on without the file."))
        return compared

    def _ask(self) -> None:
        chosen = file_to_open(self, self._words("The office's key"), Path.home(), "*.recipient.txt *.txt")
        if chosen is not None:
            self.read(chosen)

    def _show(self, recipient: Path, digits: str) -> None:
        self.recipient, self.digits = recipient, digits
        self._spoken.setText(spoken(digits, self._words.language))
        self._digits.setText(digits)
        self.same.setChecked(False)
        self._wrong.setText("")
        self._card.show()
        self.drop.show()
        self.same.setFocus()

    def _refuse(self, error: UserError) -> None:
        self._wrong.setText(self._words.explain(error))
