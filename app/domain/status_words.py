"""The many ways in which offices write a status, read as a fate. What is not sure is read as the lesser claim."""

import re
from dataclasses import dataclass, replace

from app.domain.fate import Fate
from app.domain.name import canonical, straighten


@dataclass(frozen=True, slots=True)
class StatusReading:
    """What a status cell says; `uncertain` asks a person to look; `return_mode` is a code of statuses.yaml or None."""

    fate: Fate
    uncertain: bool = False
    return_mode: str | None = None


def _any(*stems: str) -> re.Pattern[str]:
    """A word that begins with one of `stems`; one that ends in a space has to be the whole word."""
    return re.compile(r"(?<!\w)(?:" + "|".join(re.sub(" $", r"(?!\\w)", stem) for stem in stems) + ")")


_DENIED = _any(
    "непідтв", "не підтв", "неподтв", "не подтв", "без підтв", "немає", "нема ", "спростован", "не встановлен",
    "unconfirmed", "not confirmed",
)
_CONFIRMED = _any("підтв", "подтв", "офіц", "мкчх ", "мчх ", "чх ", "червон", "icrc ", "ніб ", "верифік", "confirmed")
_DOUBT = re.compile(
    _any(
        "імовірн", "ймовірн", "імов ", "ймов ", "можлив", "вірогідн", "мабуть", "неофіц", "за свідч", "зі слів",
        "вероятн", "возможн", "під питан", "presum", "possib", "probab",
    ).pattern
    + r"|\?"
)
_CAPTIVE = _any(
    "полон", "полін", "пол ", "військовополон", "в/п ", "вп ", "плен", "воєннополон", "бранец", "бранк", "захоплен",
    "утрим", "сізо ", "колоні", "засудж", "pow ", "captiv", "prisoner",
)
_NOT_CAPTIVE = _any(
    "не в полоні", "не у полоні", "не був у полоні", "не була в полоні", "не була у полоні", "не полонен",
    "полон спростован", "not captive",
)
_CIVIL = _any("цивіл", "гражданск", "civil", "заручни")
_HELD = _any(
    "утрим", "затрим", "незаконн", "позбавлен", "увязн", "заручни",
    "депортов", "вивезен", "unlawful", "detain",
)
_DEPRIVED = _any("позбавлен\\w* свобод", "позбавлен\\w* особистої свобод")
_DEAD = _any(
    "загиб", "загину", "помер", "200 ", "двохсот", "похов", "похорон", "смерт", "вбит", "убит", "закатован",
    "страчен", "мертв", "погиб", "умер", "dead", "died", "deceased", "killed", "kia ",
)
_COURT = _any("суд", "оголошен", "визнан", "признан", "declared", "court")
_COURT_ALONE = re.compile(r"(?:за )?рішення(?:м)? суду")
_AFTER_RETURN = _any("після поверн", "після звільн", "після обмін", "після полон")
_THOUGHT_DEAD = _any("вважав", "вважал", "помилков")
_BODY = _any("тіло ", "тіла ", "тілу ", "останк", "решт", "ідентиф", "впізнан", "упізнан", "морг", "body ")
_DNA = _any("днк ", "dna ", "генетич", "геном")
_COMPARED = _any("збіг", "незбіг", "не збіг", "висновок", "підтв", "match")
_PENDING = _any(
    "йде ", "трива", "очік", "чека", "в процес", "у процес", "експертиз", "проводит", "перевір", "порівн", "встановлю",
    "неідентиф", "не ідентиф", "невстановл", "не встановл", "не впізн", "невпізн", "неупізн", "не упізн", "попередн",
    "підлягає", "потреб", "здан", "відібран", "pending", "unidentif",
)
_NEGATIVE = _any("не збіг", "незбіг", "негатив", "не його", "no match")
_SETTLED = _any(
    "ідентифікован", "встановлен", "похов", "похорон", "свідоцтв", "підтв",
    "впізнан", "упізнан", "identified",
)
_BODY_LEFT = _any(
    "тіло не знайд", "тіло не евак", "тіло не забра", "тіло не поверн", "тіла нема", "тіло на", "тіло залиш",
    "без тіла", "не евак", "неевак",
)
_BACK = _any(
    "поверну", "повернен", "звільнен", "звільни", "обмін", "обмен", "визволен",
    "вдома ", "додому ", "реінтегр", "репатрі",
    "освобожд", "вернул", "returned", "released", "exchanged", "freed",
)
_NOT_BACK = _any("не поверн", "неповерн", "не звільн", "не обмін", "не вернул", "не знайд", "not returned")
_TO_BE_EXCHANGED = _any("очік", "чека", "спис", "на обмін", "до обмін", "подан", "готу", "кандидат", "пропон")
_HOME_ALREADY = _any("звільнен", "поверну", "повернен", "обміня")
_EXCHANGE = _any("обмін", "обмен", "exchang")
_RETURN_MODES = (
    ("OUTSIDE_EXCHANGE", _any("поза обмін", "outside")),
    ("SEVERELY_WOUNDED", _any("репатрі", "тяжкопоран", "важкопоран")),
    ("LIBERATED_OR_ESCAPED", _any("самостійно", "втік", "втекл", "визволен", "вибра", "escaped", "liberated")),
    ("VIA_THIRD_STATE", _any("через трет", "треті", "via third")),
    ("EXCHANGE", _EXCHANGE),
)
_SERVES = _any(
    "продовж", "служить", "проходить служб", "на служб", "до служб", "в стро", "у стро", "в стрій", "у стрій",
    "до частини", "у частині", "в частині", "поновлен", "служит", "in service", "back in service",
)
_DISCHARGED = _any(
    "демобіл", "дембел", "комісован", "звільнивс", "звільнилас", "списан", "ветеран", "уволен", "discharged",
)
_FROM_SERVICE = _any(
    "зі служб", "із служб", "з служб", "від служб", "служби ", "з лав", "із лав", "зі зсу", "з зсу", "із зсу", "запас",
    "відставк",
)
_INTERNED = _any("інтерн", "нейтральн", "interned", "neutral")
_FOUND = _any("знайден", "знайшов", "знайшл", "живий", "жива ", "живим", "живою", "вийшов на зв", "вийшла на зв",
              "госпітал", "шпитал", "лікарн", "found", "alive")
_LONG_AGO = _any("останн", "востаннє")
_NO_CONTACT = _any("звязк", "звязок", "связ", "не виходить", "недоступн", "не відповіда", "no contact", "contact lost")
_MISSING = _any(
    "безв", "без віст", "зник", "бз ", "б/з ", "зб ", "з/б ", "б/в ", "бв ", "збв ", "бвз ", "пропа",
    "розшук", "без вести", "безвест", "исчез", "відсутн", "mia ", "missing",
)
_SURELY_MISSING = _any("безв", "без віст", "зникл", "бз ", "б/з ", "зб ", "з/б ", "mia ", "missing")
_CLOSED = _any("закрит", "архів", "знято з обліку", "знятий з обліку", "case closed", "closed")


_OF_OTHERS = re.compile(
    r"(?<!\w)(?:не (?:загин|помер|погиб|умер|мертв)\w*"
    r"|(?:мат[иі]|мам|бать|тат|брат|сестр|дружин|син|доч|донь|дід|баб)\w*(?: \w+)? (?:загин|помер|похов|погиб|умер)\w*"
    r"|звільнен\w* від \w+)"
)
"""What is denied, said of a relative, or no release at all: it tells nothing of this man, but somebody should look."""
_PROVEN = re.compile("|".join(pattern.pattern for pattern in (_SETTLED, _DNA, _BODY, _COURT)))
_LEFT_CAPTIVITY = re.compile(r"(?<!\w)(?:вибу|вийшо|вийшл|вирва)\w* з полону")

_BARE_RELEASE = frozenset({"звільнений", "звільнена", "звільнено"})
"""From captivity or from service? The words do not say."""


def parse_status(text: str) -> StatusReading | None:
    """Read a status as offices write it; None if none of its words is known.

    «у полоні» without more is unconfirmed captivity. A death counts as established only if nothing in the words
    speaks against it; otherwise it is a body under identification, which families are not shown either.
    """
    words = straighten(canonical(text)).lower().replace("’", "")
    plain = " ".join(re.sub(r"[^\w?/]+", " ", words).split())
    own = _OF_OTHERS.sub(" ", plain).strip()
    reading = _read(own)
    return replace(reading, uncertain=True) if reading and own != plain else reading


def _read(plain: str) -> StatusReading | None:
    """The words about the man himself."""
    doubt = _DOUBT.search(plain) is not None
    if plain == "200" or (_DEAD.search(plain) and _SURELY_MISSING.search(plain) and not _PROVEN.search(plain)):
        return StatusReading(Fate.BODY_UNIDENTIFIED if plain == "200" else Fate.MISSING, uncertain=True)
    if _LEFT_CAPTIVITY.search(plain):
        return StatusReading(Fate.RETURNED, uncertain=True)
    if _CLOSED.search(plain):
        return StatusReading(Fate.CLOSED)
    return _grave(plain, doubt) or _home(plain) or _absent(plain, doubt)


def fate_of(text: str) -> Fate | None:
    """Only the fate that `parse_status` reads."""
    reading = parse_status(text)
    return reading.fate if reading else None


def _grave(plain: str, doubt: bool) -> StatusReading | None:
    """Death, a body, or the search for one."""
    dead, body, dna = _DEAD.search(plain), _BODY.search(plain), _DNA.search(plain)
    if not (dead or body or (dna and _COMPARED.search(plain)) or _COURT_ALONE.fullmatch(plain)):
        return None
    if _BODY_LEFT.search(plain) or (dna and _NEGATIVE.search(plain)):
        return StatusReading(Fate.MISSING, uncertain=True)
    if dead and _THOUGHT_DEAD.search(plain) and _BACK.search(plain):
        return None
    if _COURT.search(plain) and not (body or dna):
        return StatusReading(Fate.DECLARED_DEAD_COURT, uncertain=doubt or not dead)
    if doubt or _PENDING.search(plain) or _DENIED.search(plain):
        return StatusReading(Fate.BODY_UNIDENTIFIED, uncertain=doubt)
    if dead and _CAPTIVE.search(plain) and not _AFTER_RETURN.search(plain):
        return StatusReading(Fate.DIED_IN_CAPTIVITY)
    settled = _SETTLED.search(plain) is not None
    if dead or settled:
        return StatusReading(Fate.DECEASED_IDENTIFIED, uncertain=not (settled or dna))
    return StatusReading(Fate.BODY_UNIDENTIFIED)


def _home(plain: str) -> StatusReading | None:
    """Discharged, serving again, returned, found alive."""
    if _NOT_BACK.search(plain) or _waits_for_exchange(plain):
        return None
    back = _BACK.search(plain)
    if _DISCHARGED.search(plain) or (back and _FROM_SERVICE.search(plain) and not _SERVES.search(plain)):
        return StatusReading(Fate.DISCHARGED_AFTER)
    if _SERVES.search(plain):
        return StatusReading(Fate.IN_SERVICE_AFTER)
    if back:
        mode = next((code for code, words in _RETURN_MODES if words.search(plain)), None)
        return StatusReading(Fate.RETURNED, uncertain=plain in _BARE_RELEASE, return_mode=mode)
    held = _CAPTIVE.search(plain) and not _NOT_CAPTIVE.search(plain)
    found = _FOUND.search(plain) and not (held or _LONG_AGO.search(plain))
    return StatusReading(Fate.FOUND_ALIVE) if found else None


def _waits_for_exchange(plain: str) -> bool:
    awaited = _EXCHANGE.search(plain) and _TO_BE_EXCHANGED.search(plain)
    return awaited is not None and _HOME_ALREADY.search(plain) is None


def _absent(plain: str, doubt: bool) -> StatusReading | None:
    """Held somewhere, or nobody knows where."""
    missing = _MISSING.search(plain) is not None
    if _NOT_CAPTIVE.search(plain):
        return StatusReading(Fate.MISSING, uncertain=True)
    if _INTERNED.search(plain):
        return StatusReading(Fate.INTERNED_NEUTRAL)
    if _DEPRIVED.search(plain) or (_CIVIL.search(plain) and (_HELD.search(plain) or _CAPTIVE.search(plain))):
        return StatusReading(Fate.CIVIL_DETAINEE)
    if _CAPTIVE.search(plain) or _waits_for_exchange(plain):
        sure = _CONFIRMED.search(plain) and not (_DENIED.search(plain) or doubt)
        fate = Fate.CAPTIVE_CONFIRMED if sure else Fate.CAPTIVE_UNCONFIRMED
        return StatusReading(fate, uncertain=missing)
    if _NO_CONTACT.search(plain) and not _SURELY_MISSING.search(plain):
        return StatusReading(Fate.NO_CONTACT)
    return StatusReading(Fate.MISSING) if missing or _NOT_BACK.search(plain) else None
