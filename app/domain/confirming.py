"""Which body's word confirms what, and which evidence of the table of transitions it stands for (reference 1.4)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Fact(StrEnum):
    """What a body may confirm."""

    MISSING = "missing"
    CAPTIVITY = "captivity"
    RETURN = "return"
    IDENTITY = "identity"
    DEATH = "death"
    LIBERTY = "liberty"


_EVIDENCE: Mapping[Fact, Mapping[str, str]] = MappingProxyType(
    {
        Fact.MISSING: MappingProxyType({"UNIT": "D-NOTICE", "TCC": "D-NOTICE", "POLICE": "D-ERDR"}),
        Fact.CAPTIVITY: MappingProxyType({"NIB": "D-NIB", "ICRC": "D-ICRC"}),
        Fact.RETURN: MappingProxyType({"JC-SSU": "D-JC-SSU", "KSHPPV": "exchange_list"}),
        Fact.IDENTITY: MappingProxyType({"FORENSIC": "D-DNA"}),
        Fact.DEATH: MappingProxyType({"DRACS": "D-DEATH-CERT", "COURT": "D-COURT in force"}),
        Fact.LIBERTY: MappingProxyType({}),
    }
)


def able(fact: Fact) -> frozenset[str]:
    """The codes of the bodies whose word on `fact` counts for a change of status."""
    return frozenset(_EVIDENCE[fact])


def evidence(fact: Fact, body: str) -> str:
    """What the body's word on `fact` stands for in the table of transitions; empty if it does not count there."""
    return _EVIDENCE[fact].get(body, "")
