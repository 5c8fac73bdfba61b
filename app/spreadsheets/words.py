"""The words offices answer with: nothing, yes, no, and how the pay stands."""

import re
from enum import StrEnum
from functools import lru_cache

from app.domain.name import straighten

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*")

_NOTHING_SAID = (
    "-|–|—|--|---|.|..|/|?|??|х|x|н/д|н.д.|нд|б/д|немає|нема|відсутній|відсутня|відсутнє|відсутні|"
    "невідомо|невідома|невідомий|не відомо|порожньо|пусто|n/a|na|none|null|#н/д|#n/a"
)
_YES_SIGNS = "+ ++ +++ v √ ✓ ✔ ☑ 1 x х да y yes true ok ок"
_NO_SIGNS = "- – — -- 0 n no нет false ✗ ✘ ☐"
_YES_STEMS = (
    "так є здан здал подан подал надан отрима зробл викон зареєстр наявн пройд прац відвід звернул заяв внесен "
    "направл надісл готов сдан есть done sent"
)
_NO_WORDS = "ні не нема немає нет no not"
_NO_STEMS = "відсут відмов потрібн треба"

_NOTHING = frozenset(_NOTHING_SAID.split("|"))
_PLAIN_YES = frozenset(_YES_SIGNS.split())
_PLAIN_NO = frozenset(_NO_SIGNS.split())
_YES = tuple(_YES_STEMS.split())
_NO = frozenset(_NO_WORDS.split())
_STARTS_NO = tuple(_NO_STEMS.split())


def says_nothing(text: str) -> bool:
    """Whether a cell only says that nothing is known: empty, a dash, «невідомо», «н/д»."""
    plain = " ".join(text.split()).lower()
    return not plain or plain in _NOTHING


@lru_cache(maxsize=4096)
def yes_or_no(text: str) -> bool | None:
    """What a cell under a question answers; an empty one says no, words that are neither say None.

    A denial anywhere is a no («подали, ще не здали»); otherwise the first word decides: «здано, мати» is yes.
    """
    plain = straighten(" ".join(text.split())).lower().strip(".,!;: ")
    if plain in _PLAIN_YES:
        return True
    if plain in _PLAIN_NO or says_nothing(plain):
        return False
    words = _WORD.findall(plain)
    if any(word in _NO for word in words) or (words and words[0].startswith(_STARTS_NO)):
        return False
    if plain.startswith(("+", "✓", "✔")) or (words and words[0].startswith(_YES)):
        return True
    return None


class Pay(StrEnum):
    """How the pay under Resolution 884 stands, as the register says."""

    NOTHING = "nothing"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"


_PAY: tuple[tuple[Pay, tuple[str, ...]], ...] = (
    (Pay.NOTHING, ("не пода", "не оформ", "не зверт", "не отрим", "без виплат", "ще не")),
    (Pay.REFUSED, ("відмов", "відхил", "отказ", "refus")),
    (Pay.APPLIED, ("подала заяв", "подав заяв", "подано заяв", "подали заяв", "заяву подано", "очіку", "на розгляді")),
    (Pay.GRANTED, ("отриму", "отрима", "депон", "%", "виплач", "нарах", "признач", "платят", "paid", "grant")),
    (Pay.APPLIED, ("заяв", "подал", "подан", "розгля", "документ", "оформл", "applied")),
)


@lru_cache(maxsize=4096)
def pay_under_884(text: str) -> Pay | None:
    """What the register says of the pay; None if its words say neither. A bare yes means that it is paid."""
    plain = straighten(" ".join(text.split())).lower()
    for meaning, stems in _PAY:
        if any(stem in plain for stem in stems):
            return meaning
    answer = yes_or_no(plain)
    return None if answer is None else Pay.GRANTED if answer else Pay.NOTHING
