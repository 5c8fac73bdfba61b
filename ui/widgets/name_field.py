"""Fields of names: judged on leaving, letters of the wrong alphabet put right and said."""

import re

from PySide6.QtWidgets import QLineEdit

from app.domain.name import canonical, look_alikes, proper, straighten
from app.domain.translit import transliterate
from ui.widgets.field import Field
from ui.workplace import Workplace

_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ’ -]*")


class NameField(Field):
    """A part of a name in Ukrainian letters."""

    def __init__(self, place: Workplace, title: str, *, required: bool = False) -> None:
        self.line = QLineEdit()
        super().__init__(place.look, title, self.line)
        self._words = place.words
        self._required = required
        self.line.editingFinished.connect(self._left)

    def value(self) -> str:
        """The name as it will be kept."""
        return proper(canonical(straighten(self.line.text())))

    def show_name(self, name: str) -> None:
        """Put a recorded name into the field, as it is."""
        self.line.setText(name)
        self.complain("")

    def judge(self) -> bool:
        """Put the spelling right and say what was odd; False if the name may not stay so."""
        _, text = self._words, self.line.text().strip()
        if self._required and not text:
            self.complain(_("This field is required."))
            return False
        value = self.value()
        left = look_alikes(value)
        odd = [letter for letter in look_alikes(text) if letter not in left]
        self.line.setText(value)
        if left:
            self.warn(_("Latin letters stand in a Ukrainian word: {letters}.", letters=", ".join(left)))
        elif odd:
            self.warn(_("Latin letters were replaced by Ukrainian ones: {letters}.", letters=", ".join(odd)))
        else:
            self.warn("")
        return True

    def _left(self) -> None:
        if self.line.text().strip():
            self.judge()


class LatinField(Field):
    """The spelling of a passport; empty, the rule of 2010 makes one, which is shown in grey."""

    def __init__(self, place: Workplace, title: str, source: NameField, hint: str = "") -> None:
        self.line = QLineEdit()
        super().__init__(place.look, title, self.line, hint)
        self._words = place.words
        self._source = source
        source.line.textChanged.connect(lambda _text: self._suggest())
        self.line.editingFinished.connect(lambda: self.judge())

    def value(self) -> str:
        """The spelling as it will be kept."""
        return proper(canonical(straighten(self.line.text())))

    def show_name(self, name: str) -> None:
        """Put a recorded spelling into the field."""
        self.line.setText(name)
        self.complain("")
        self._suggest()

    def judge(self) -> bool:
        """Whether these are Latin letters; look-alikes among them are put right and said."""
        _, text, value = self._words, canonical(self.line.text()), self.value()
        if not _LATIN.fullmatch(value):
            self.complain(_("Write it in Latin letters, as in the passport."))
            return False
        odd = ", ".join(letter for letter in text if not _LATIN.fullmatch(letter))
        self.line.setText(value)
        self.warn(_("Ukrainian letters were replaced by Latin ones: {letters}.", letters=odd) if odd else "")
        return True

    def _suggest(self) -> None:
        self.line.setPlaceholderText(transliterate(self._source.value()))
