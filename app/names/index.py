"""What a case is found by, and what the typed text is looked up as."""

import re
from collections.abc import Iterable

from app.domain.name import fold
from app.domain.spellings import search_terms
from app.domain.translit import transliterate

_NOT_DIGIT = re.compile(r"\D")
_PHONE_SIGNS = re.compile(r"[\d\s+()\-.]+")
_SEPARATORS = re.compile(r"[\s,;/]+")


def words_of(
    names: Iterable[tuple[str, str, str]],
    *,
    latin: tuple[str, ...] = (),
    number: str = "",
    phones: Iterable[str] = (),
    units: Iterable[str] = (),
) -> str:
    """The folded words of a case, for the search index.

    `names`: (surname, given, patronymic) of the servicemember first, then of his relatives.
    """
    words: set[str] = {fold(part) for part in latin}
    for surname, given, patronymic in names:
        words |= search_terms(surname, given, patronymic)
    if number:
        words |= {fold(number), number.rsplit("-", 1)[-1]}
    for unit in units:
        words |= {fold(unit), fold(transliterate(unit))}
    for phone in phones:
        digits = _NOT_DIGIT.sub("", phone)
        words |= {digits, digits[-9:], "0" + digits[-9:]}
    return " ".join(sorted(words - {""}))


def terms_of(typed: str) -> list[str]:
    """What was typed in a search box, as folded terms that must all begin a word of the case."""
    text = typed.strip()
    if _PHONE_SIGNS.fullmatch(text):
        return [_NOT_DIGIT.sub("", text)]
    return [fold(part) for part in _SEPARATORS.split(text) if fold(part)]
