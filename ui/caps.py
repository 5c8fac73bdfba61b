"""What a passphrase field warns of: the keyboard's layout, and capitals that were not meant."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from app.i18n import Words


class KeyboardWatch(QObject):
    """`noticed` carries a hint after each key: the letters' alphabet, and whether Caps Lock seems on."""

    noticed = Signal(str)

    def __init__(self, field: QLineEdit, words: Words) -> None:
        super().__init__(field)
        self._words = words
        field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            letter = event.text()
            if letter.isalpha():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.noticed.emit(hint(self._words, letter, shift=shift))
        return super().eventFilter(watched, event)


def hint(words: Words, letter: str, *, shift: bool) -> str:
    """What the last letter tells of the keyboard."""
    layout = words("Layout: УКР") if "\u0400" <= letter <= "\u04ff" else words("Layout: ENG")
    caps = letter.isupper() and not shift
    return f"{layout} · {words('Caps Lock is on')}" if caps else layout
