"""On what law data is used and requests are answered: the lists of resources/catalogue/ua/legal_bases.yaml, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict

from app.catalogue.files import load
from app.domain.text import Text
from app.paths import resource


@dataclass(frozen=True, slots=True)
class LawDef:
    """An act and how sure we are of it. `days`: the term it gives, 0 for none; `unsure`: a lawyer must look."""

    code: str
    name: Text
    law: Text
    days: int
    confidence: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class Law:
    """`bases`: what may stand in the place of a consent, and consent itself; `terms`: by kind of request."""

    bases: Mapping[str, LawDef]
    terms: Mapping[str, LawDef]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    uk: str = ""
    en: str = ""
    days: int = 0
    law_uk: str
    law_en: str
    source: str
    confidence: Literal["high", "medium", "low"]
    check: Literal["", "lawyer"]

    def frozen(self) -> LawDef:
        """As a definition."""
        name, law = Text(self.uk, self.en), Text(self.law_uk, self.law_en)
        return LawDef(self.code, name, law, self.days, self.confidence, bool(self.check))


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    bases: tuple[_Shape, ...]
    requests: tuple[_Shape, ...]


@lru_cache
def ukrainian_law() -> Law:
    """What the program ships."""
    return read(resource("catalogue/ua/legal_bases.yaml"))


def read(path: Path) -> Law:
    """The lists in `path`; raises `CatalogueBroken`."""
    told = load(path, _File)
    bases, terms = ({one.code: one.frozen() for one in part} for part in (told.bases, told.requests))
    return Law(MappingProxyType(bases), MappingProxyType(terms))
