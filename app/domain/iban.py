"""IBAN of an account in Ukraine: UA and 27 digits, ISO 13616 remainder 1."""

import re

from app.domain.errors import N_, UserError

_SHAPE = re.compile(r"UA\d{27}", re.ASCII)


class InvalidIban(UserError):
    """The text is no Ukrainian IBAN."""

    what = N_("“{number}” is not a Ukrainian IBAN.")
    todo = N_("Compare it with the bank's paper: UA and 27 digits.")


def check(text: str) -> str:
    """The IBAN without spaces, its letters in capitals; InvalidIban if shape or check digits are wrong."""
    iban = "".join(text.split()).upper()
    if not _SHAPE.fullmatch(iban):
        raise InvalidIban(number=text)
    digits = "".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])
    if int(digits) % 97 != 1:
        raise InvalidIban(number=text)
    return iban


def mask(iban: str) -> str:
    """All but the last four digits hidden."""
    hidden = max(len(iban) - 4, 0) or len(iban)
    return "*" * hidden + iban[hidden:]
