"""РНОКПП, the tax number of a person: ten digits with a birth date, a sex and a check digit (reference 4.3)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.errors import N_, UserError
from app.domain.partial_date import PartialDate
from app.domain.sex import Sex

LENGTH = 10
_WEIGHTS = (-1, 5, 7, 9, 4, 6, 10, 5, 7)
_DAY_ZERO = date(1899, 12, 31)
_YOUNGEST, _OLDEST = 17, 110


class InvalidTaxNumber(UserError):
    """The text is no tax number; each subclass says why."""

    what = N_("“{number}” is not a tax number.")
    todo = N_("Compare it with the card or leave it empty.")


class TaxNumberNotDigits(InvalidTaxNumber):
    """Something in it is no digit."""

    what = N_("The tax number “{number}” has other signs than digits.")


class TaxNumberWrongLength(InvalidTaxNumber):
    """Not ten digits."""

    what = N_("The tax number “{number}” has {length} digits, not ten.")


class TaxNumberAllZero(InvalidTaxNumber):
    """Ten zeros pass the checksum and belong to nobody."""

    what = N_("A tax number of zeros belongs to nobody.")


class TaxNumberWrongCheckDigit(InvalidTaxNumber):
    """The last digit does not follow from the others: a typing mistake."""

    what = N_("The check digit of the tax number “{number}” is wrong.")


@dataclass(frozen=True, slots=True)
class TaxNumber:
    """A number whose checksum holds, and what it says about the person."""

    number: str
    born: date
    sex: Sex


class TaxWarning(StrEnum):
    """What a valid number leaves to be asked about: never a reason to refuse it."""

    BORN_DIFFERS = "born_differs"
    SEX_DIFFERS = "sex_differs"
    FUTURE = "future"
    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"


def check(number: str) -> TaxNumber:
    """Read a tax number; spaces in it do not count. A subclass of InvalidTaxNumber says what is wrong."""
    digits = "".join(number.split())
    if not (digits.isascii() and digits.isdigit()):
        raise TaxNumberNotDigits(number=number)
    if len(digits) != LENGTH:
        raise TaxNumberWrongLength(number=number, length=len(digits))
    if not digits.strip("0"):
        raise TaxNumberAllZero(number=number)
    if check_digit(digits[:-1]) != digits[-1]:
        raise TaxNumberWrongCheckDigit(number=number)
    born = _DAY_ZERO + timedelta(days=int(digits[:5]))
    return TaxNumber(digits, born, Sex.M if int(digits[8]) % 2 else Sex.F)


def check_digit(nine: str) -> str:
    """The tenth digit that follows from the first nine: the weighted sum, floored modulo 11, modulo 10."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, nine, strict=True))
    return str(total % 11 % 10)


def warnings(
    tax: TaxNumber,
    today: date,
    *,
    born: PartialDate | None = None,
    sex: Sex | None = None,
) -> tuple[TaxWarning, ...]:
    """What to ask about: birth date or sex other than recorded, birth in the future, age under 17 or over 110."""
    age = today.year - tax.born.year - ((today.month, today.day) < (tax.born.month, tax.born.day))
    doubts = {
        TaxWarning.BORN_DIFFERS: born is not None and not born.covers(tax.born),
        TaxWarning.SEX_DIFFERS: sex is not None and sex is not tax.sex,
        TaxWarning.FUTURE: tax.born > today,
        TaxWarning.TOO_YOUNG: tax.born <= today and age < _YOUNGEST,
        TaxWarning.TOO_OLD: age > _OLDEST,
    }
    return tuple(doubt for doubt, stands in doubts.items() if stands)


def mask(number: str) -> str:
    """All but the last three digits hidden: "*******318"."""
    hidden = max(len(number) - 3, 0) or len(number)
    return "*" * hidden + number[hidden:]
