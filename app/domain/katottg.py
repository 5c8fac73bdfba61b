"""Codes of КАТОТТГ, the state's codifier of places (order of Minrehion No. 290 of 26.11.2020)."""

import re

from app.domain.errors import N_, UserError

_CODE = re.compile(r"UA(\d{2})(\d{2})(\d{3})(\d{3})(\d{2})\d{5}")
_LOOK_ALIKES = str.maketrans("Аа", "AA")


class NotKatottg(UserError):
    what = N_("“{text}” is no code of КАТОТТГ.")
    todo = N_("Copy the whole code: UA and 17 digits; leave the field empty if you do not have it.")


def read(text: str) -> str:
    """A code as it is written: UA and 17 digits, spaces and a Cyrillic А forgiven. Raises `NotKatottg`."""
    code = "".join(text.split()).translate(_LOOK_ALIKES).upper()
    if _CODE.fullmatch(code) is None:
        raise NotKatottg(text=text)
    return code


def levels(code: str) -> tuple[str, ...]:
    """Oblast, raion, hromada, settlement and city district of a code; zeros where it names none.

    A text that is no code has no levels.
    """
    found = _CODE.fullmatch(code)
    return found.groups() if found else ()


def apart(one: str, other: str) -> bool:
    """Whether two codes name places of which neither lies in the other."""
    both = zip(levels(one), levels(other), strict=False)
    return any(int(mine) and int(theirs) and mine != theirs for mine, theirs in both)
