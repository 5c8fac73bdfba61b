"""Other spellings of a Ukrainian name: Russian ones, as foreign lists print them, and Latin ones (reference 4.1)."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice, product
from types import MappingProxyType

from app.domain.name import canonical, fold, straighten
from app.domain.translit import transliterate

MOST_SPELLINGS = 48

_GIVEN = """
    Олексій Алексей, Олександр Александр, Сергій Сергей, Андрій Андрей, Дмитро Дмитрий, Микола Николай,
    Михайло Михаил, Володимир Владимир, Євген Евгений, Євгеній Евгений, Ігор Игорь, Олег Олег, Павло Павел,
    Петро Пётр, Василь Василий, Григорій Григорий, Юрій Юрий, Віталій Виталий, Артем Артём, Данило Даниил/Данил,
    Кирило Кирилл, Іван Иван, Степан Степан, Костянтин Константин, В’ячеслав Вячеслав, Ярослав Ярослав,
    Тарас Тарас, Анатолій Анатолий, Валерій Валерий, Максим Максим, Роман Роман, Станіслав Станислав, Антон Антон,
    Пилип Филипп, Семен Семён, Федір Фёдор, Яків Яков, Йосип Иосиф, Назар Назар, Ілля Илья, Микита Никита,
    Єгор Егор, Матвій Матвей, Захар Захар, Лев Лев, Віктор Виктор, Геннадій Геннадий, Леонід Леонид, Денис Денис,
    Владислав Владислав, Вадим Вадим, Руслан Руслан, Едуард Эдуард, Тимофій Тимофей, Богдан Богдан, Гліб Глеб,
    Ірина Ирина, Олена Елена/Алёна, Наталія Наталия/Наталья, Тетяна Татьяна, Юлія Юлия, Світлана Светлана,
    Анна Анна, Ганна Анна, Марія Мария, Катерина Екатерина, Олександра Александра, Надія Надежда, Любов Любовь,
    Віра Вера, Вікторія Виктория, Анастасія Анастасия, Дарина Дарья, Дарія Дарья, Євгенія Евгения, Валентина Валентина
"""
_PATRONYMICS = """
    Олексійович Алексеевич, Олександрович Александрович, Сергійович Сергеевич, Андрійович Андреевич,
    Дмитрович Дмитриевич, Миколайович Николаевич, Михайлович Михайлович, Володимирович Владимирович,
    Євгенович Евгеньевич, Євгенійович Евгеньевич, Ігорович Игоревич, Олегович Олегович, Павлович Павлович,
    Петрович Петрович, Васильович Васильевич, Григорович Григорьевич, Юрійович Юрьевич, Віталійович Витальевич,
    Артемович Артёмович, Данилович Данилович/Даниилович, Кирилович Кириллович, Іванович Иванович,
    Степанович Степанович, Костянтинович Константинович, В’ячеславович Вячеславович, Ярославович Ярославович,
    Анатолійович Анатольевич, Валерійович Валерьевич, Станіславович Станиславович, Пилипович Филиппович,
    Семенович Семёнович, Федорович Фёдорович, Якович Яковлевич, Йосипович Иосифович, Ілліч Ильич,
    Микитович Никитич, Матвійович Матвеевич, Вікторович Викторович, Геннадійович Геннадьевич,
    Леонідович Леонидович, Едуардович Эдуардович, Тимофійович Тимофеевич
"""


def _pairs(table: str) -> Mapping[str, tuple[str, ...]]:
    rows = (row.split() for row in table.split(","))
    return MappingProxyType({fold(uk): tuple(fold(ru) for ru in russian.split("/")) for uk, russian in rows})


RUSSIAN_GIVEN = _pairs(_GIVEN)
RUSSIAN_PATRONYMICS = _pairs(_PATRONYMICS)
"""Folded Ukrainian name -> folded Russian ones."""

_SURNAME = re.compile(r"ський$|цький$|ська$|цька$|[бвгджзклмнпрстфхцчшщ]йо|йо|ьо|’|ій$|.", re.DOTALL)
_RUSSIAN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ський": ("ский",),
        "цький": ("цкий",),
        "ська": ("ская",),
        "цька": ("цкая",),
        "йо": ("е", "йо"),
        "ьо": ("е",),
        "’": ("ь", "ъ", ""),
        "ій": ("ий",),
        "и": ("ы", "и"),
        "і": ("и",),
        "ї": ("и", "йи"),
        "є": ("е",),
        "ґ": ("г",),
    }
)


def russian_surnames(surname: str) -> frozenset[str]:
    """How a Ukrainian surname may stand in a Russian list, folded; at most `MOST_SPELLINGS` of them.

    Лук’яненко gives лукьяненко, лукъяненко, лукяненко; Нечуй-Левицький нечуйлевицкий.
    """
    parts = [_letters(part) for part in straighten(canonical(surname)).lower().split("-")]
    choices = [choice for part in parts for choice in part]
    return frozenset("".join(spelling) for spelling in islice(product(*choices), MOST_SPELLINGS))


def _letters(part: str) -> list[tuple[str, ...]]:
    letters = [_russian(found[0]) for found in _SURNAME.finditer(part)]
    return [("э", "е"), *letters[1:]] if part.startswith("е") else letters


def _russian(letters: str) -> tuple[str, ...]:
    if letters.endswith("йо") and len(letters) == 3:
        return tuple(fold(letters[0] + vowel) for vowel in ("ье", "е", "йо"))
    return _RUSSIAN.get(letters) or (letters,)


def russian_given(name: str) -> tuple[str, ...]:
    """The Russian equivalents of a given name, folded; () if none is known."""
    return RUSSIAN_GIVEN.get(fold(name), ())


def russian_patronymics(name: str) -> tuple[str, ...]:
    """The Russian equivalents of a patronymic, folded, of men and women; () if none is known."""
    folded = fold(name)
    if not folded.endswith(("івна", "ївна", "ічна")):
        return RUSSIAN_PATRONYMICS.get(folded, ())
    return tuple(_daughter(son) for father in _fathers(folded) for son in RUSSIAN_PATRONYMICS.get(father, ()))


def _fathers(daughter: str) -> tuple[str, ...]:
    """Миколаївна -> Миколайович, Петрівна -> Петрович, Іллівна -> Ілліч."""
    stem = daughter[:-4]
    return f"{stem}йович", f"{stem}ович", f"{stem}ич", f"{stem}іч"


def _daughter(son: str) -> str:
    return f"{son.removesuffix('ич')}на" if son.endswith(("ович", "евич")) else f"{son}на"


def search_terms(
    surname: str,
    given: str = "",
    patronymic: str = "",
    latin: Iterable[str] = (),
    previous: Iterable[str] = (),
) -> frozenset[str]:
    """Every folded word under which a person may be looked for.

    Each name in Ukrainian (parts of a double one also alone), in Latin by Resolution 55 and as the passport has it
    (`latin`), and in the Russian spellings to expect; `previous` are earlier surnames.
    """
    terms = {fold(word) for text in latin for word in text.split()}
    terms = terms.union(_given_terms(given), _patronymic_terms(patronymic), *map(_surname_terms, (surname, *previous)))
    return frozenset(terms - {""})


@lru_cache(maxsize=8192)
def _surname_terms(surname: str) -> frozenset[str]:
    russian = (spelling for part in {surname, *_parts(surname)} for spelling in russian_surnames(part))
    return _words(surname).union(russian)


@lru_cache(maxsize=2048)
def _given_terms(given: str) -> frozenset[str]:
    return _words(given).union(*(russian_given(word) for word in _parts(given)))


@lru_cache(maxsize=2048)
def _patronymic_terms(patronymic: str) -> frozenset[str]:
    return _words(patronymic).union(russian_patronymics(patronymic))


def _parts(name: str) -> tuple[str, ...]:
    return tuple(re.split(r"[\s-]+", canonical(name)))


def _words(name: str) -> frozenset[str]:
    words = {*canonical(name).split(), *_parts(name)}
    return frozenset({fold(word) for word in words} | {fold(transliterate(word)) for word in words})
