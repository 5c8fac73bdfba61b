"""Numbers and papers of a person, each read by its own rule: fine, doubted aloud, or refused (reference 4.4)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from app.domain import iban, record_number, tax_number
from app.domain.errors import N_, UserError
from app.domain.name import canonical
from app.domain.partial_date import PartialDate
from app.domain.record_number import RecordWarning
from app.domain.sex import Sex
from app.domain.tax_number import TaxWarning


class IdentifierKind(StrEnum):
    """Which paper or register gave the number."""

    TAX_NUMBER = "rnokpp"
    RECORD_NUMBER = "unzr"
    ID_CARD = "id_card"
    PASSPORT = "passport"
    TRAVEL_PASSPORT = "travel_passport"
    BIRTH = "birth_certificate"
    MARRIAGE = "marriage_certificate"
    DEATH = "death_certificate"
    MILITARY_TICKET = "military_ticket"
    MILITARY_ID = "military_id"
    COMBATANT = "combatant"
    TAG = "tag"
    PERSONAL_NUMBER = "personal_number"
    IBAN = "iban"
    OTHER = "other"


class Absent(StrEnum):
    """Why somebody lawfully has no such number; `PRESENT` if he has one."""

    PRESENT = ""
    RELIGIOUS = "religious"
    FOREIGNER = "foreigner"
    UNDER_AGE = "under_age"
    NOT_ISSUED = "not_issued"


class Doubt(StrEnum):
    """What is asked about a number that is kept nevertheless."""

    FOLDED = "folded"
    CHECK_DIGIT = "check_digit"
    BORN_DIFFERS = "born_differs"
    SEX_DIFFERS = "sex_differs"
    FUTURE = "future"
    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    NO_SUCH_DAY = "no_such_day"
    UNUSUAL = "unusual"


class NotOfThisKind(UserError):
    what = N_("This is not how such a number is written: {shape}.")
    todo = N_("Compare it with the paper. If the paper says just that, choose “another number”.")


class NumberTooLong(UserError):
    what = N_("Such a number has no more than {most} signs.")
    todo = N_("Write the series and the number alone; the rest belongs to the note.")


@dataclass(frozen=True, slots=True)
class Owner:
    """What is known of whoever the number is said to belong to, on the day of asking."""

    today: date
    born: PartialDate | None = None
    sex: Sex | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The number as it is kept, and what to ask about."""

    value: str
    doubts: tuple[Doubt, ...] = ()


def read(kind: IdentifierKind, text: str, owner: Owner) -> Reading:
    """Read what was typed as a number of this kind.

    Raises `NotOfThisKind`, `NumberTooLong`, `InvalidTaxNumber`, `InvalidIban`: it may not be kept so.
    """
    return _RULES[kind](canonical(text).translate(_DASHES), owner)


_LATIN = "ABCEHIKMOPTXY"
_CYRILLIC = "АВСЕНІКМОРТХУ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_SIGNS = re.compile(r"[\s№]+")
_UKRAINIAN = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ"
_ID_CARD = re.compile(r"\d{9}", re.ASCII)
_BOOKLET = re.compile(rf"[{_UKRAINIAN}]{{2}}\d{{6}}", re.ASCII)
_TRAVEL = re.compile(r"[A-Z]{2}\d{6}", re.ASCII)
_CERTIFICATE = re.compile(rf"([IVX]{{1,3}})-?([{_UKRAINIAN}]{{2}})(\d{{6}})", re.ASCII)
_SERIES = re.compile(r"([A-ZА-ЯҐЄІЇ]{1,3})-?([A-ZА-ЯҐЄІЇ]{2})(\d{6})", re.ASCII)
_OFFICER = re.compile(rf"[{_UKRAINIAN}]-?\d{{6}}", re.ASCII)


def _tax_number(text: str, owner: Owner) -> Reading:
    tax = tax_number.check(text)
    found = tax_number.warnings(tax, owner.today, born=owner.born, sex=owner.sex)
    return Reading(tax.number, tuple(_TAX_DOUBTS[one] for one in found))


def _record_number(text: str, owner: Owner) -> Reading:
    record = record_number.parse(text)
    if record is None:
        raise NotOfThisKind(shape="19910824-00026")
    found = record_number.warnings(record, born=owner.born)
    return Reading(record.number, tuple(_RECORD_DOUBTS[one] for one in found))


def _id_card(text: str, _owner: Owner) -> Reading:
    return _shaped(text, _ID_CARD, {}, "123456789")


def _booklet(text: str, _owner: Owner) -> Reading:
    return _shaped(text, _BOOKLET, _TO_CYRILLIC, "АБ123456")


def _travel(text: str, _owner: Owner) -> Reading:
    return _shaped(text, _TRAVEL, _TO_LATIN, "FB123456")


def _certificate(text: str, _owner: Owner) -> Reading:
    plain = _SIGNS.sub("", text).upper()
    series = _SERIES.fullmatch(plain)
    if series is None:
        raise NotOfThisKind(shape="I-БК 123456")
    roman, letters, digits = series.groups()
    straight = f"{roman.translate(_TO_LATIN)}-{letters.translate(_TO_CYRILLIC)}{digits}"
    found = _CERTIFICATE.fullmatch(straight)
    if found is None:
        raise NotOfThisKind(shape="I-БК 123456")
    odd = (Doubt.FOLDED,) if (roman, letters) != (found[1], found[2]) else ()
    return Reading(f"{found[1]}-{found[2]} {found[3]}", odd)


def _military_ticket(text: str, _owner: Owner) -> Reading:
    return _usually(text, _BOOKLET, 20)


def _personal_number(text: str, owner: Owner) -> Reading:
    """Today the tax number serves; of officers of old, a letter and six digits."""
    kept = _usually(text, _OFFICER, 40)
    if Doubt.UNUSUAL not in kept.doubts:
        return kept
    if not (kept.value.isascii() and kept.value.isdigit() and len(kept.value) == tax_number.LENGTH):
        return Reading(kept.value)
    return _tax_number(kept.value, owner)


def _free(most: int) -> Callable[[str, Owner], Reading]:
    """A number of which no format is published: as it stands in the paper."""

    def rule(text: str, _owner: Owner) -> Reading:
        return Reading(_short(text, most))

    return rule


def _iban(text: str, _owner: Owner) -> Reading:
    folded = text.upper().translate(_TO_LATIN)
    return Reading(iban.check(folded), (Doubt.FOLDED,) if folded != text.upper() else ())


def _shaped(text: str, shape: re.Pattern[str], fold: Mapping[int, int], example: str) -> Reading:
    plain = _SIGNS.sub("", text).upper()
    value = plain.translate(fold)
    if not shape.fullmatch(value):
        raise NotOfThisKind(shape=example)
    return Reading(value, (Doubt.FOLDED,) if value != plain else ())


def _usually(text: str, shape: re.Pattern[str], most: int) -> Reading:
    """What has the usual shape is put right; anything else stays as written, with a doubt."""
    plain = _SIGNS.sub("", text).upper()
    value = plain.translate(_TO_CYRILLIC)
    if shape.fullmatch(value):
        return Reading(value, (Doubt.FOLDED,) if value != plain else ())
    return Reading(_short(text, most), (Doubt.UNUSUAL,))


def _short(text: str, most: int) -> str:
    if len(text) > most:
        raise NumberTooLong(most=most)
    return text


_TAX_DOUBTS: Mapping[TaxWarning, Doubt] = MappingProxyType(
    {
        TaxWarning.BORN_DIFFERS: Doubt.BORN_DIFFERS,
        TaxWarning.SEX_DIFFERS: Doubt.SEX_DIFFERS,
        TaxWarning.FUTURE: Doubt.FUTURE,
        TaxWarning.TOO_YOUNG: Doubt.TOO_YOUNG,
        TaxWarning.TOO_OLD: Doubt.TOO_OLD,
    }
)
_RECORD_DOUBTS: Mapping[RecordWarning, Doubt] = MappingProxyType(
    {
        RecordWarning.CHECK_DIGIT: Doubt.CHECK_DIGIT,
        RecordWarning.NO_SUCH_DAY: Doubt.NO_SUCH_DAY,
        RecordWarning.BORN_DIFFERS: Doubt.BORN_DIFFERS,
    }
)
_RULES: Mapping[IdentifierKind, Callable[[str, Owner], Reading]] = MappingProxyType(
    {
        IdentifierKind.TAX_NUMBER: _tax_number,
        IdentifierKind.RECORD_NUMBER: _record_number,
        IdentifierKind.ID_CARD: _id_card,
        IdentifierKind.PASSPORT: _booklet,
        IdentifierKind.TRAVEL_PASSPORT: _travel,
        IdentifierKind.BIRTH: _certificate,
        IdentifierKind.MARRIAGE: _certificate,
        IdentifierKind.DEATH: _certificate,
        IdentifierKind.MILITARY_TICKET: _military_ticket,
        IdentifierKind.MILITARY_ID: _free(40),
        IdentifierKind.COMBATANT: _free(20),
        IdentifierKind.TAG: _free(30),
        IdentifierKind.PERSONAL_NUMBER: _personal_number,
        IdentifierKind.IBAN: _iban,
        IdentifierKind.OTHER: _free(40),
    }
)
