"""A language nobody speaks: English with accents and a third longer, so that a label without room for words shows."""

import gettext
import re

from typing_extensions import override

from app.i18n import Words

LONGER = 0.35
PLACEHOLDER = re.compile(r"(\{[^}]*\})")
ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áćéíñóśúýźÁĆÉÍÑÓŚÚÝŹ")


class _Pseudo(gettext.NullTranslations):
    @override
    def gettext(self, message: str) -> str:
        return stretched(message)

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return stretched(msgid1 if n == 1 else msgid2)

    @override
    def pgettext(self, context: str, message: str) -> str:
        return stretched(message)


class _PseudoWords(Words):
    """Not equal to the words of any real language, so that nothing that was kept for those is taken for these."""


def stretched(text: str) -> str:
    """The text with accents and a third longer; what stands in braces stays as it is."""
    parts = PLACEHOLDER.split(text)
    said = [part if PLACEHOLDER.fullmatch(part) else part.translate(ACCENTS) for part in parts]
    letters = sum(len(part) for part in parts if not PLACEHOLDER.fullmatch(part))
    return "".join(said) + "~" * round(letters * LONGER)


def pseudo() -> Words:
    """The program's words in that language; dates and the catalogue stay English."""
    words = _PseudoWords("en")
    object.__setattr__(words, "_texts", _Pseudo())
    return words
