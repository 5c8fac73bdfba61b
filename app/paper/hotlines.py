"""The telephone numbers of resources/catalogue/ua/hotlines.yaml."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import yaml

from app.domain.fate import Fate, expand
from app.domain.text import Text
from app.paths import resource


@dataclass(frozen=True, slots=True)
class HotlineDef:
    """A number, whose it is, for which fates it prints, and the day it was last checked (None: never)."""

    code: str
    name: Text
    number: str
    fates: frozenset[Fate]
    checked: date | None


@lru_cache
def hotlines() -> tuple[HotlineDef, ...]:
    """Every number, in the file's order; KeyError or ValueError if the file is broken."""
    rows = yaml.safe_load(resource("catalogue/ua/hotlines.yaml").read_text("utf-8"))["hotlines"]
    return tuple(
        HotlineDef(row["code"], Text(row["uk"], row["en"]), row["number"], expand(row["for"]), row["checked"])
        for row in rows
    )
