"""The words that stand beside numbers in a written date: months, doubts, and what says nothing."""

_MONTHS = (
    ("січень", "січня", "січні", "январь", "января", "january"),
    ("лютий", "лютого", "лютому", "февраль", "февраля", "february"),
    ("березень", "березня", "березні", "март", "марта", "march"),
    ("квітень", "квітня", "квітні", "апрель", "апреля", "april"),
    ("травень", "травня", "травні", "май", "мая", "may"),
    ("червень", "червня", "червні", "июнь", "июня", "june"),
    ("липень", "липня", "липні", "июль", "июля", "july"),
    ("серпень", "серпня", "серпні", "август", "августа", "august"),
    ("вересень", "вересня", "вересні", "сентябрь", "сентября", "september"),
    ("жовтень", "жовтня", "жовтні", "октябрь", "октября", "october"),
    ("листопад", "листопада", "листопаді", "ноябрь", "ноября", "november"),
    ("грудень", "грудня", "грудні", "декабрь", "декабря", "december"),
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN_LETTERS = str.maketrans("іх", "ix")

_DOUBTFUL = """
    близько біля бл приблизно прибл орієнтовно орієнт ймовірно імовірно можливо десь до після перед раніше пізніше
    початок початку кінець кінці наприкінці середина середині около примерно about circa ca before after
"""
_BIRTH = "н нар народж народився народилася народилась народження рожд рождения рн гр born"
_SILENT = """
    р рік року році роки г год года від з із зі у в о об на не станом дата го th st nd rd of on from
    пн вт ср чт пт сб нд понеділок вівторок середа четвер пятниця субота неділя
"""

DOUBTFUL = frozenset(_DOUBTFUL.split())
"""Words that make a date unsure."""

BIRTH = frozenset(_BIRTH.split())
"""Words that say somebody was born then."""

SILENT = frozenset(_SILENT.split())
"""Words that add nothing to a date."""

RELATIVE = {
    "позавчора": -2,
    "вчора": -1,
    "учора": -1,
    "сьогодні": 0,
    "завтра": 1,
    "післязавтра": 2,
    "вчера": -1,
    "сегодня": 0,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
}
"""Days counted from today."""


def month(word: str) -> int | None:
    """The month a lower-case word names, 1 to 12: in any case, cut short to three letters, in Roman figures."""
    roman = word.translate(_ROMAN_LETTERS)
    if roman in _ROMAN:
        return _ROMAN.index(roman) + 1
    if len(word) < 3:
        return None
    return next((number for number, names in enumerate(_MONTHS, 1) if _any_begins(names, word)), None)


def _any_begins(names: tuple[str, ...], word: str) -> bool:
    return any(name.startswith(word) for name in names)
