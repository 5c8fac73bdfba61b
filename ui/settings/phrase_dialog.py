"""Another passphrase for oneself."""

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from app.changes import Changes
from app.crypto.keyfile import WrongPassphrase
from app.domain.errors import UserError
from app.progress import Progress
from ui.new_phrase import NewPhrase
from ui.widgets.form_dialog import FormDialog
from ui.workplace import Workplace

HEIGHT = 430


class PhraseDialog(FormDialog):
    """Asks for the old one: whoever finds the vault open does not take it over."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        _ = place.words
        super().__init__(
            place, parent, _("Change the passphrase"),
            _("Copies of the vault made before still open with the old one."), HEIGHT,
        )  # fmt: skip
        self._old = QLineEdit()
        self._old.setEchoMode(QLineEdit.EchoMode.Password)
        self._field = self._add(self._old, _("Passphrase of today"))
        self.phrase = NewPhrase(place.look, _, place.operations, lambda: (place.services.vault.user,))
        self.phrase.touched.connect(self._touch)
        self._column.addWidget(self.phrase)
        self._column.addStretch(1)

    @override
    def save(self) -> None:
        """Put the new phrase in the place of the old."""
        _, users, user = self._place.words, self._place.services.users, self._place.services.vault.user
        old, new = self._old.text(), self.phrase.value()
        self._field.complain("" if old else _("Type the passphrase that opens the vault today."))
        if not old or not new:
            self._go_to(self._old if not old else self.phrase.first)
            return

        def change(_progress: Progress) -> Changes:
            users.change_passphrase(user, old, new)
            return Changes.SETTINGS

        self._write(change, self._refuse)
        self._say(_("The keys are being made: a few seconds."))

    @override
    def _leave(self) -> None:
        self._old.clear()
        self.phrase.clear()
        super()._leave()

    def _refuse(self, error: UserError) -> None:
        if isinstance(error, WrongPassphrase):
            self._field.complain(self._place.words("This is not the passphrase of today."))
            self._say("")
            self._go_to(self._old)
            return
        self._say(self._place.words.explain(error))
