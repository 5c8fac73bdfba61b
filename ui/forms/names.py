"""Names: judged on leaving, letters of the wrong alphabet put right and said."""

import re
from collections.abc import Mapping

from typing_extensions import override

from app.domain.name import canonical, look_alikes, spelled
from app.domain.translit import transliterate
from ui.forms.input import Input, LineInput, Verdict

_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ’ -]*")


class NameInput(LineInput):
    """A name, or a part of one, in Ukrainian letters."""

    @override
    def _verdict(self) -> Verdict:
        _, text = self._place.words, self.text()
        value = spelled(text)
        left = look_alikes(value)
        odd = [letter for letter in look_alikes(text) if letter not in left]
        self.line.setText(value)
        if left:
            return Verdict(odd=_("Latin letters stand in a Ukrainian word: {letters}.", letters=", ".join(left)))
        if odd:
            return Verdict(odd=_("Latin letters were replaced by Ukrainian ones: {letters}.", letters=", ".join(odd)))
        return Verdict()


class LatinInput(LineInput):
    """The spelling of a passport; empty, the rule of 2010 makes one, which is shown in grey."""

    @override
    def relate(self, others: Mapping[str, Input]) -> None:
        source = others[self.definition.source]
        if isinstance(source, LineInput):
            line = source.line
            line.textChanged.connect(lambda text: self.line.setPlaceholderText(transliterate(spelled(text))))

    @override
    def _verdict(self) -> Verdict:
        _, text, value = self._place.words, canonical(self.text()), spelled(self.text())
        if not _LATIN.fullmatch(value):
            return Verdict(_("Write it in Latin letters, as in the passport."))
        odd = ", ".join(letter for letter in text if not _LATIN.fullmatch(letter))
        self.line.setText(value)
        return Verdict(odd=_("Ukrainian letters were replaced by Latin ones: {letters}.", letters=odd) if odd else "")
