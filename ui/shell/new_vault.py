"""A new vault: where, whose, which passphrase; the office's name for its papers."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.founding import found
from app.i18n import Words
from app.office.service import OfficeRow
from app.vault.vault import OpenVault
from ui.files import folder
from ui.look import Look
from ui.new_phrase import NewPhrase
from ui.operations import Operations
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
        self._name, self._user, self._office = QLineEdit(_("office")), QLineEdit(), QLineEdit()
        self.phrase = NewPhrase(look, _, operations, lambda: (self._user.text(), self._office.text()))
        self._where = ElidedLabel(str(self._parent_folder), "muted")
        choose = plain(look, _("Choose…"), "folder-open")
        choose.clicked.connect(self._choose)
        where = QHBoxLayout()
        self._where.fill()
        where.addWidget(self._where, 1)
        where.addWidget(choose)
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
        column.addWidget(self.phrase)
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

    def _create(self) -> None:
        _ = self._words
        user = self._user.text().strip()
        if not user or not self._name.text().strip():
            self._wrong.setText(_("Name the folder and yourself."))
            return
        secret = self.phrase.value()
        if not secret:
            return
        path, office = self._parent_folder / self._name.text().strip(), self._office.text().strip()
        self._make.setEnabled(False)
        self._wrong.setText(_("Creating… this takes a few seconds."))
        self._operations.read(
            self, lambda _p: found(path, user, secret, OfficeRow(name=office)), self._created, refused=self._refuse
        )

    def _created(self, vault: OpenVault) -> None:
        self.phrase.clear()
        self.accept()
        self.made.emit(vault)

    def _refuse(self, error: UserError) -> None:
        self._make.setEnabled(True)
        self._wrong.setText(self._words.explain(error))
