"""Ukrainian in Latin letters: Resolution of the Cabinet of Ministers No. 55 of 27.01.2010."""

from functools import lru_cache

from app.domain.name import ALPHABET, APOSTROPHE, canonical, straighten

_LATIN = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia"
_ELSEWHERE = dict(zip(ALPHABET, _LATIN.replace("-", "").split(" "), strict=True))
_AT_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


@lru_cache(maxsize=8192)
def transliterate(text: str) -> str:
    """Write Ukrainian `text` in Latin letters.

    є ї й ю я are longer at the start of a word (an apostrophe starts none, a hyphen does), зг is zgh, ь and
    the apostrophe are dropped. ЩЕРБАК gives SHCHERBAK, Щербак gives Shcherbak. Letters of no Ukrainian word
    stay; `untransliterable` names them. Look-alike Latin letters in Cyrillic words are put right first.
    """
    straight = straighten(canonical(text))
    return "".join(_latin(straight, place) for place in range(len(straight)))


def untransliterable(text: str) -> tuple[str, ...]:
    """The letters that Resolution 55 does not know (ы, э, ё, ъ …) and that so stay, each once, in order."""
    known = set(ALPHABET)
    letters = (letter for letter in straighten(canonical(text)) if letter.isalpha() and not letter.isascii())
    return tuple(dict.fromkeys(letter for letter in letters if letter.lower() not in known))


def _latin(text: str, place: int) -> str:
    letter = text[place]
    if letter == APOSTROPHE and _letter(text, place - 1) and _letter(text, place + 1):
        return ""
    lower = letter.lower()
    if lower not in _ELSEWHERE:
        return letter
    before, after = _neighbour(text, place, -1), _neighbour(text, place, 1)
    latin = _ELSEWHERE[lower]
    if not before:
        latin = _AT_START.get(lower, latin)
    elif lower == "г" and text[place - 1].lower() == "з":
        latin = "gh"
    if letter == lower:
        return latin
    return latin.upper() if (after or before).isupper() else latin.capitalize()


def _letter(text: str, place: int) -> str:
    return text[place] if 0 <= place < len(text) and text[place].isalpha() else ""


def _neighbour(text: str, place: int, step: int) -> str:
    """The letter before or after in the same word, an apostrophe being no border; "" if there is none."""
    beside = place + step
    if 0 <= beside < len(text) and text[beside] == APOSTROPHE:
        beside += step
    return _letter(text, beside)
