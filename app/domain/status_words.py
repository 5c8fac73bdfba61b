"""The many ways in which offices write a status, read as a fate. What is not sure is read as the lesser claim."""

import re
from dataclasses import dataclass

from app.domain.fate import Fate
from app.domain.name import canonical, straighten


@dataclass(frozen=True, slots=True)
class StatusReading:
    """What a status cell says; `uncertain` asks a person to look; `return_mode` is a code of statuses.yaml or None."""

    fate: Fate
    uncertain: bool = False
    return_mode: str | None = None


def _any(*stems: str) -> re.Pattern[str]:
    """A word that begins with one of `stems`; a stem that ends in a space is the whole word."""
    return re.compile(r"\b(?:" + "|".join(stem.replace(" ", r"\b ?") for stem in stems) + ")")


_DENIED = _any("непідтв", "не підтв", "неподтв", "не подтв", "без підтв", "спростован", "не встановлен", "unconfirmed")
_CONFIRMED = _any("підтв", "подтв", "офіц", "мкчх ", "мчх ", "чх ", "червон", "icrc ", "ніб ", "верифік", "confirmed")
_DOUBT = re.compile(
    _any(
        "імовірн", "ймовірн", "імов ", "ймов ", "можлив", "вірогідн", "мабуть", "неофіц", "за свідч", "зі слів",
        "вероятн", "возможн", "під питан", "presum", "possib", "probab",
    ).pattern
    + r"|\?"
)  # fmt: skip
_CAPTIVE = _any(
    "полон", "полін", "пол ", "військовополон", "в/п ", "вп ", "плен", "воєннополон", "бран", "захоплен", "сізо ",
    "колоні", "pow ", "captiv", "prisoner",
)  # fmt: skip
_NOT_CAPTIVE = _any("не в полоні", "не у полоні", "не полонен", "полон спростован", "полон не підтвердився")
_CIVIL = _any("цивіл", "гражданск", "civil", "заручни")
_HELD = _any("утрим", "затрим", "незаконн", "позбавлен", "увязн", "увʼязн", "заручни", "депортов", "вивезен", "detain")
_DEAD = _any(
    "загиб", "загину", "помер", "200 ", "двохсот", "похов", "похорон", "смерт", "вбит", "убит", "закатован",
    "страчен", "погиб", "умер", "dead", "deceased", "killed", "kia ",
)  # fmt: skip
_COURT = _any("суд", "оголошен", "визнан", "признан", "declared", "court")
_ABSENT_BY_COURT = _any("безвісно відсутн", "відсутн")
_BODY = _any("тіло ", "тіла ", "тілу ", "останк", "решт", "ідентиф", "впізнан", "упізнан", "морг", "репатріаці", "body ")
_DNA = _any("днк ", "dna ", "генетич", "геном")
_PENDING = _any(
    "йде ", "трива", "очік", "чека", "в процес", "у процес", "експертиз", "проводит", "перевір", "порівн", "встановлю",
    "неідентиф", "не ідентиф", "невстановл", "не встановл", "не впізн", "невпізн", "неупізн", "не упізн", "попередн",
    "підлягає", "потреб", "здан", "відібран", "pending", "unidentif",
)  # fmt: skip
_NEGATIVE = _any("не збіг", "незбіг", "негатив", "не його", "no match")
_SETTLED = _any("ідентифікован", "встановлен", "похов", "похорон", "свідоцтв", "підтв", "впізнан", "упізнан", "identified")
_BODY_LEFT = _any("тіло не", "тіла нема", "тіло на", "тіло залиш", "без тіла", "не евак", "неевак")
_BACK = _any(
    "поверну", "повернен", "звільнен", "звільни", "обмін", "обмен", "визволен", "вдома ", "реінтегр", "репатрійов",
    "освобожд", "вернул", "returned", "released", "exchanged", "freed",
)  # fmt: skip
_NOT_BACK = _any("не поверн", "неповерн", "не звільн", "не обмін", "не вернул", "not returned")
_TO_BE_EXCHANGED = _any("очік", "чека", "спис", "на обмін", "до обмін", "подан", "готу", "кандидат", "пропон")
_EXCHANGE = _any("обмін", "обмен", "exchang")
_SERVES = _any(
    "продовж", "служить", "проходить служб", "на служб", "до служб", "в стро", "у стро", "в стрій", "у стрій",
    "до частини", "у частині", "в частині", "поновлен", "служит", "in service", "back in service",
)  # fmt: skip
_DISCHARGED = _any(
    "демобіл", "дембел", "комісован", "звільнивс", "звільнилас", "списан", "ветеран", "уволен", "discharged",
)  # fmt: skip
_FROM_SERVICE = _any("зі служб", "із служб", "з служб", "від служб", "служби ", "з лав", "із лав", "зі зсу", "з зсу",
                     "із зсу", "з військ", "із військ", "запас", "відставк", "зі сил")  # fmt: skip
_INTERNED = _any("інтерн", "нейтральн", "interned", "neutral")
_FOUND = _any("знайден", "знайшов", "знайшл", "живий", "жива ", "живим", "живою", "вийшов на зв", "вийшла на зв",
              "госпітал", "шпитал", "лікарн", "found", "alive")  # fmt: skip
_NO_CONTACT = _any("звязк", "звязок", "связ", "не виходить", "недоступн", "не відповіда", "no contact", "contact lost")
_MISSING = _any(
    "безвіс", "без віст", "зник", "зниж", "бз ", "б/з ", "зб ", "з/б ", "б/в ", "бв ", "збв ", "бвз ", "пропа",
    "розшук", "без вести", "безвест", "исчез", "mia ", "missing",
)  # fmt: skip
_CLOSED = _any("закрит", "архів", "знято з обліку", "знятий з обліку", "closed")


def parse_status(text: str) -> StatusReading | None:
    """Read a status as offices write it; None if none of its words is known.

    «у полоні» without more is unconfirmed captivity. A death counts as established only if nothing in the words
    speaks against it; otherwise it is a body under identification, which families are not shown either.
    """
    words = straighten(canonical(text)).lower().replace("’", "")
    plain = " ".join(re.sub(r"[^\w?/]+", " ", words).split())
    doubt = _DOUBT.search(plain) is not None
    reading = _grave(plain, doubt) or _home(plain) or _absent(plain, doubt)
    return reading or (StatusReading(Fate.CLOSED) if _CLOSED.search(plain) else None)


def _grave(plain: str, doubt: bool) -> StatusReading | None:
    """Death, a body, or the search for one."""
    if not any(words.search(plain) for words in (_DEAD, _BODY, _DNA)):
        return None
    dead, dna = _DEAD.search(plain), _DNA.search(plain)
    settled = _SETTLED.search(plain) is not None
    pending = _PENDING.search(plain) or _DENIED.search(plain)
    if dead and _BODY_LEFT.search(plain):
        return StatusReading(Fate.MISSING, uncertain=True)
    if dna and _NEGATIVE.search(plain):
        return StatusReading(Fate.MISSING, uncertain=True)
    if dead and _COURT.search(plain) and not dna:
        return StatusReading(Fate.DECLARED_DEAD_COURT, uncertain=doubt)
    if pending or doubt:
        return StatusReading(Fate.BODY_UNIDENTIFIED, uncertain=doubt)
    if dead and _CAPTIVE.search(plain) and not _BACK.search(plain):
        return StatusReading(Fate.DIED_IN_CAPTIVITY)
    if dead or settled:
        return StatusReading(Fate.DECEASED_IDENTIFIED, uncertain=not (settled or dna))
    return StatusReading(Fate.BODY_UNIDENTIFIED)


def _home(plain: str) -> StatusReading | None:
    """Returned, serving again, discharged, found alive."""
    ...


def _absent(plain: str, doubt: bool) -> StatusReading | None:
    ...
