"""The pseudonym of a returnee who told something: his name never stands in another man's case (reference 5)."""

import re
from collections.abc import Iterable

from app.domain.errors import N_, UserError

RETURNEE = "RETURNEE"
"""The type of source whose name is never kept."""
_PSEUDONYM = re.compile(r"R-(\d{4})-(\d{4,6})")
_CYRILLIC_R = "Р"


class ReturneeNamed(UserError):
    what = N_("A returnee is named as the source. His name is never kept in another man’s case.")
    todo = N_("Write a pseudonym instead, such as {next}.")


def read(text: str) -> str | None:
    """A pseudonym as it is written, R-2026-0412; None if the text is something else."""
    plain = text.strip().upper().replace(_CYRILLIC_R, "R")
    return plain if _PSEUDONYM.fullmatch(plain) else None


def following(taken: Iterable[str], year: int) -> str:
    """The first pseudonym of this year behind all that were given."""
    numbers = [int(found[2]) for one in taken if (found := _PSEUDONYM.fullmatch(one)) and int(found[1]) == year]
    return f"R-{year:04}-{max(numbers, default=0) + 1:04}"
