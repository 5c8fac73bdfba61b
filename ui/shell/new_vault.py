"""A new vault: where, whose, which passphrase; the office's name for its papers."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.founding import found
from app.i18n import Words
from app.office.service import OfficeRow
from app.passphrase.generate import generate
from app.passphrase.judge import SHORTEST, Verdict, judge
from app.vault.vault import OpenVault
from ui.files import folder
from ui.look import Look
from ui.operations import Latest, Operations
from ui.widgets.button import plain, primary, quiet
from ui.widgets.field import Field
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.scroll import Scroll

TALLEST = 540
"""Logical pixels: what a small laptop shows; more than that scrolls."""


class NewVaultDialog(QDialog):
    """`made` carries the open vault."""

    made = Signal(object)

    def __init__(self, look: Look, words: Words, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        _ = words
        self._words, self._operations = words, operations
        self._parent_folder = Path.home()
        self.setWindowTitle(_("New vault"))
        self.setFixedWidth(look.theme.length(480))
        self._judging = Latest(operations, self)
        self._name, self._user, self._office = QLineEdit(_("office")), QLineEdit(), QLineEdit()
        self._secret, self._again = QLineEdit(), QLineEdit()
        for box in (self._secret, self._again):
            box.setEchoMode(QLineEdit.EchoMode.Password)
        self._where = ElidedLabel(str(self._parent_folder), "muted")
        choose = plain(look, _("Choose…"), "folder-open")
        choose.clicked.connect(self._choose)
        where = QHBoxLayout()
        self._where.fill()
        where.addWidget(self._where, 1)
        where.addWidget(choose)
        least = _("at least {n} characters; five or six words are best", n=SHORTEST)
        self._phrase = Field(look, _("Passphrase"), self._secret, least)
        self._secret.editingFinished.connect(self._weigh)
        offer = quiet(look, _("Offer six words"))
        offer.clicked.connect(self._offer)
        self._wrong = Label("", "error", wrap=True)
        self._make = primary(look, _("Create"), "shield-check")
        self._make.clicked.connect(self._create)
        back = quiet(look, _("Cancel"))
        back.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(back)
        foot.addWidget(self._make)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 18, 24, 0)
        column.setSpacing(8)
        column.addWidget(Label(_("New vault"), "h1"))
        column.addLayout(where)
        column.addWidget(Field(look, _("Name of the folder"), self._name))
        column.addWidget(Field(look, _("Name of the office, for papers"), self._office))
        column.addWidget(Field(look, _("Your name"), self._user))
        column.addWidget(self._phrase)
        column.addWidget(Field(look, _("Passphrase once more"), self._again))
        column.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)
        foot.setContentsMargins(24, 0, 24, 18)
        self._wrong.setContentsMargins(24, 0, 24, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside), 1)
        whole.addWidget(self._wrong)
        whole.addLayout(foot)
        self.resize(self.width(), min(TALLEST, inside.sizeHint().height() + foot.sizeHint().height() + 60))

    def _choose(self) -> None:
        chosen = folder(self, self._words("Choose a folder"), self._parent_folder)
        if chosen:
            self._parent_folder = chosen
            self._where.setText(str(chosen))

    def _offer(self) -> None:
        phrase = generate(self._words.language)
        for box in (self._secret, self._again):
            box.setEchoMode(QLineEdit.EchoMode.Normal)
            box.setText(phrase)
        self._phrase.complain("")
        self._wrong.setText(self._words("Write the six words down on paper now: without them the vault does not open."))

    def _weigh(self) -> None:
        phrase, own = self._secret.text(), (self._user.text(), self._office.text())
        if phrase:
            self._judging.ask(lambda _progress: judge(phrase, own), self._tell)

    def _tell(self, verdict: Verdict) -> None:
        language = self._words.language
        self._phrase.warn("" if verdict.reason is None else verdict.reason.in_(language))

    def _create(self) -> None:
        _ = self._words
        user, secret = self._user.text().strip(), self._secret.text()
        if not user or not self._name.text().strip():
            self._wrong.setText(_("Name the folder and yourself."))
            return
        if secret != self._again.text():
            self._wrong.setText(_("The two passphrases differ."))
            return
        path, office = self._parent_folder / self._name.text().strip(), self._office.text().strip()
        self._make.setEnabled(False)
        self._wrong.setText(_("Creating… this takes a few seconds."))
        self._operations.read(
            self, lambda _p: found(path, user, secret, OfficeRow(name=office)), self._created, refused=self._refuse
        )

    def _created(self, vault: OpenVault) -> None:
        for box in (self._secret, self._again):
            box.clear()
        self.accept()
        self.made.emit(vault)

    def _refuse(self, error: UserError) -> None:
        self._make.setEnabled(True)
        self._wrong.setText(self._words.explain(error))
