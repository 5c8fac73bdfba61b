"""Names from one cell or several: order, capitals, initials, look-alikes and former surnames."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain import name as names
from app.domain.name import canonical, look_alikes
from app.spreadsheets.remarks import Remark, RemarkCode
from app.spreadsheets.words import says_nothing


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name, each "" when unknown; `previous` is a surname given in brackets."""

    surname: str = ""
    given: str = ""
    patronymic: str = ""
    previous: str = ""

    @property
    def full(self) -> str:
        """Surname first, as registers write it."""
        return " ".join(part for part in (self.surname, self.given, self.patronymic) if part)


_BRACKETS = re.compile(r"\(([^)]*)\)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*\.?")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_RUN_OF_INITIALS = re.compile(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_])")
_PATRONYMIC = re.compile(
    r".{2,}(ович|евич|йович|івна|ївна|овна|евна)|ілліч|кузьмич|лукич|хомич|фомич|савич|никитич|микитич|ильич|ильинична",
    re.IGNORECASE,
)
_SON_OF = frozenset(("огли", "оглу", "кизи", "кызы"))
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[а-яґєіїё]", re.IGNORECASE)
_GIVEN_NAMES = (
    "олександр сергій андрій володимир микола василь іван юрій віталій дмитро олексій євген ігор максим артем "
    "богдан ярослав назар ілля тарас степан петро павло михайло григорій олег роман руслан станіслав антон пилип "
    "семен федір яків йосип микита єгор матвій захар лев костянтин кирило данило денис валерій анатолій вячеслав "
    "владислав вадим віктор борис леонід едуард марко остап ірина олена наталія наталя тетяна оксана юлія "
    "світлана анна ганна марія людмила катерина вікторія ольга любов надія галина валентина лариса інна алла "
    "анастасія софія дарія дарина аліна яна лілія віра ніна раїса зінаїда христина уляна соломія діана маргарита "
    "євгенія елла жанна зоя"
)
_GIVEN = frozenset(_GIVEN_NAMES.split())


proper = lru_cache(maxsize=16_384)(names.proper)
"""The same few thousand words make up every caseload."""


@lru_cache(maxsize=16_384)
def read_full_name(text: str, heading: str) -> tuple[Name, tuple[Remark, ...]]:
    """A whole name in one cell, surname first unless a patronymic or a well-known given name says otherwise."""
    plain = canonical(text)
    if says_nothing(plain):
        return Name(), ()
    bracketed = _BRACKETS.search(plain)
    bare = _RUN_OF_INITIALS.sub(" ", _BRACKETS.sub(" ", plain))
    words = _patronymics_joined(_WORD.findall(bare))
    name, remarks = _arranged(words, heading, plain)
    if bracketed and len(former := bracketed[1].split()) == 1 and _WORD.fullmatch(former[0]):
        name = replace(name, previous=proper(former[0]))
    return name, (*remarks, *_remarks_on_letters(text, heading))


def read_name_parts(parts: dict[str, str], heading: str) -> tuple[Name, tuple[Remark, ...]]:
    """A name whose parts stand in columns of their own: ``surname``, ``given``, ``patronymic``."""
    told = {part: proper(text) for part, text in parts.items() if not says_nothing(text)}
    remarks = [remark for text in parts.values() for remark in _remarks_on_letters(text, heading)]
    name = Name(**told)
    if name.given and _INITIAL.fullmatch(name.given):
        remarks.append(Remark(RemarkCode.NAME_INITIALS, heading, name.full))
    return name, tuple(remarks)


def _patronymics_joined(words: list[str]) -> list[str]:
    """«Алі огли» is one patronymic."""
    joined: list[str] = []
    for word in words:
        if word.lower() in _SON_OF and joined:
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    return joined


def _arranged(words: list[str], heading: str, plain: str) -> tuple[Name, tuple[Remark, ...]]:
    initials = [word for word in words if _INITIAL.fullmatch(word)]
    if initials:
        whole = [word for word in words if not _INITIAL.fullmatch(word)]
        dotted = [f"{initial[0].upper()}." for initial in initials]
        name = Name(" ".join(map(proper, whole)), *dotted[:2]) if whole else Name()
        return name, (Remark(RemarkCode.NAME_INITIALS, heading, plain),)
    order = _order(words)
    parts = [proper(words[at]) for at in order]
    match parts:
        case [surname, given, patronymic] if order == (0, 1, 2):
            return Name(surname, given, patronymic), ()
        case [surname, given, patronymic]:
            return Name(surname, given, patronymic), (Remark(RemarkCode.NAME_ORDER, heading, plain),)
        case [surname, given]:
            swapped = order == (1, 0)
            return Name(surname, given), (Remark(RemarkCode.NAME_ORDER, heading, plain),) if swapped else ()
        case [surname]:
            return Name(surname), ()
        case [surname, given, *more]:
            return Name(surname, given, " ".join(more)), (Remark(RemarkCode.NAME_UNUSUAL, heading, plain),)
        case _:
            return Name(), ()


def _order(words: list[str]) -> tuple[int, ...]:
    """Which word is the surname, the given name, the patronymic."""
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[1]) and not _is_patronymic(words[2]):
        return (2, 0, 1)
    if len(words) == 2 and _known_given(words[0]) and not _known_given(words[1]):
        return (1, 0)
    return tuple(range(len(words)))


def _is_patronymic(word: str) -> bool:
    return _PATRONYMIC.fullmatch(word) is not None or word.lower().split(" ")[-1] in _SON_OF


def _known_given(word: str) -> bool:
    return word.lower().replace("’", "") in _GIVEN


def _remarks_on_letters(text: str, heading: str) -> tuple[Remark, ...]:
    if text and not _LATIN.search(text):
        return ()
    plain = " ".join(text.split())
    if not _CYRILLIC.search(plain):
        return (Remark(RemarkCode.NAME_IN_LATIN, heading, plain),) if plain.isascii() and len(plain) > 3 else ()
    return (Remark(RemarkCode.NAME_LOOK_ALIKES, heading, plain),) if look_alikes(plain) else ()
