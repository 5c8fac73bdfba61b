"""Ukrainian names as people type them: one form to store, one to search, one to sort by (reference 4.1)."""

import re
import unicodedata

APOSTROPHE = "’"
ALPHABET = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"

_APOSTROPHES = "'’ʼ`‘′＇´"
_HYPHENS = "-‐‑‒–—−"
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301"))
_LATIN = "ABCEHIKMOPTXYaceikopxyÏï"
_CYRILLIC = "АВСЕНІКМОРТХУасеікорхуЇї"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)

_PLAIN = re.compile(r"[А-ЩЬЮЯҐЄІЇа-щьюяґєії]+(?: [А-ЩЬЮЯҐЄІЇа-щьюяґєії]+)*")
_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}(?:[{_APOSTROPHES}]?{_LETTER})*")
_UNIT = re.compile(r"(?<!\w)([ABEKTabekt])(?=\s?-?\d{4}(?!\w))")
_UNIT_LETTERS = str.maketrans("ABEKTabekt", "АВЕКТавект")
_ANY_APOSTROPHE = re.compile(rf"[{_APOSTROPHES}]+")
_STRAY_APOSTROPHE = re.compile(r'(?<=[а-яґєії])["*]+(?=[а-яґєії])', re.IGNORECASE)
_LOOSE_APOSTROPHE = re.compile(rf"(?<=[а-яґєії])\s*{APOSTROPHE}\s*(?=[єіїюя])", re.IGNORECASE)
_ANY_HYPHEN = re.compile(rf"(?<={_LETTER})\s*[{_HYPHENS}]+\s*(?={_LETTER})")
_LOWER_PARTICLES = frozenset({"огли", "оглу", "кизи", "кызы"})


def canonical(text: str) -> str:
    """The one form that is stored: NFC, single spaces, ’ for apostrophes, - for hyphens; case is kept.

    Soft hyphens, zero-width and stress marks go; ``*`` and ``"`` between Cyrillic letters are apostrophes of
    old exports; spaces round an apostrophe or a hyphen inside a name go too.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    text = _STRAY_APOSTROPHE.sub(APOSTROPHE, _ANY_APOSTROPHE.sub(APOSTROPHE, text))
    text = _ANY_HYPHEN.sub("-", _LOOSE_APOSTROPHE.sub(APOSTROPHE, text))
    return " ".join(text.split())


def proper(text: str) -> str:
    """Canonical, straightened and with a capital for each part: НЕЧУЙ-ЛЕВИЦЬКИЙ -> Нечуй-Левицький.

    An apostrophe starts no new part (Д’яченко); a word with inner capitals (МакКартні) keeps them.
    """
    return _WORD.sub(lambda found: _capitalised(found[0]), straighten(canonical(text)))


def spelled(text: str) -> str:
    """A name typed by hand as it is kept: straightened, canonical, with its capitals."""
    return proper(canonical(straighten(text)))


def _capitalised(word: str) -> str:
    if word.lower() in _LOWER_PARTICLES:
        return word.lower()
    if re.fullmatch(r"(?:[^\W\d_a-zа-яґєії][a-zа-яґєії’]+){2,}", word):
        return word
    return word[0].upper() + word[1:].lower()


def straighten(text: str) -> str:
    """Put look-alike letters of the other script right: in words of mixed script and in unit codes (A1234).

    A mixed word becomes Cyrillic, unless only its Latin letters say what it is (Коvаlеnkо -> Kovalenko).
    Pure Latin words stay.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _UNIT.sub(lambda found: found[1].translate(_UNIT_LETTERS), text)
    return _WORD.sub(lambda found: _straight(found[0]), text)


def _straight(word: str) -> str:
    latin = {letter for letter in word if _is_latin(letter)}
    cyrillic = {letter for letter in word if _is_cyrillic(letter)}
    if not latin or not cyrillic:
        return word
    if cyrillic <= set(_CYRILLIC) and not latin <= set(_LATIN):
        return word.translate(_TO_LATIN)
    return word.translate(_TO_CYRILLIC)


def look_alikes(text: str) -> tuple[str, ...]:
    """The Latin letters that stand inside Cyrillic words, in order: a reason to warn."""
    mixed = (word for word in _WORD.findall(text) if any(map(_is_cyrillic, word)))
    return tuple(letter for word in mixed for letter in word if _is_latin(letter))


def fold(text: str) -> str:
    """The form to search and compare by: lower case, look-alikes put right, only letters and digits, ґ=г ё=е.

    A Latin word stays Latin, without its accents.
    """
    straight = straighten(canonical(text)).lower().replace("ґ", "г").replace("ё", "е")
    if _PLAIN.fullmatch(straight):
        return straight.replace(" ", "")
    return "".join(_bare(letter) for letter in straight if letter.isalnum())


def _bare(letter: str) -> str:
    return letter if letter.isascii() or not _is_latin(letter) else unicodedata.normalize("NFD", letter)[0]


_ORDER = {letter: chr(ord("A") + place) for place, letter in enumerate(ALPHABET)}
_PLACES = str.maketrans(_ORDER | {" ": "!"})


def sort_key(text: str) -> str:
    """A string whose plain (byte) order is the order of the Ukrainian alphabet; other letters come after Я.

    Case, apostrophes and hyphens do not count; of names that differ in no more the plain one comes first.
    """
    straight = straighten(canonical(text)).lower()
    if _PLAIN.fullmatch(straight):
        return straight.translate(_PLACES)
    words = ("".join(map(_place, filter(str.isalnum, word))) for word in straight.split())
    primary = "!".join(words)
    marked = any(letter in straight for letter in (APOSTROPHE, "-"))
    return f"{primary} {straight}" if marked else primary


def _place(letter: str) -> str:
    return letter if letter.isascii() and letter.isdigit() else _ORDER.get(letter, f"~{letter}")


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and (letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" or "Ａ" <= letter <= "ｚ")


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u04ff"
