"""What the ledger of information can show for a change of status, in the codes of transitions.yaml (reference 5)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from app.domain.evidence import INFO_ITEM, letter
from app.domain.grading import Grade
from app.domain.information import CAPTIVITY, ENOUGH, Claim, EventKind
from app.domain.name import fold

LETTERS: Mapping[str, str] = MappingProxyType(
    {"NIB_OFFICIAL": "D-NIB", "ICRC_OFFICIAL": "D-ICRC", "POW_LETTER": "D-LETTER"}
)
"""Which paper an item of an official source stands for."""


def evidence(claims: Sequence[Claim], confirming: Collection[str]) -> tuple[str, ...]:
    """The evidence of all items together, each code once. `confirming`: types of source that confirm captivity.

    "D-NIB", "D-ICRC", "D-LETTER": captivity, told by a confirming source and graded C3 or better.
    "D-NIB negative", "D-ICRC negative": an answer «не підтверджено».
    "info_item": anything that speaks for captivity, of whatever grade, or such an answer.
    "info_item grade C3": two unrelated items of C3 or better that speak for captivity, by the weaker of the two in
    each part of the grade; one such item of a confirming source is enough alone, under its own grade.
    """
    return tuple(dict.fromkeys(_codes(claims, confirming)))


def unrelated(one: Claim, other: Claim) -> bool:
    """Whether two items come from different people: one may have heard it from the other if neither is named."""
    mine, theirs = fold(one.source), fold(other.source)
    if mine and theirs:
        return mine != theirs
    return one.source_type != other.source_type


def _codes(claims: Sequence[Claim], confirming: Collection[str]) -> Iterator[str]:
    for claim in claims:
        paper = LETTERS.get(claim.source_type, "")
        if claim.kind is EventKind.NOT_CONFIRMED:
            yield INFO_ITEM
            if paper in ("D-NIB", "D-ICRC"):
                yield letter(paper, confirmed=False)
    speaking = [claim for claim in claims if claim.kind in CAPTIVITY]
    if speaking:
        yield INFO_ITEM
    good = [claim for claim in speaking if claim.grade.at_least(ENOUGH)]
    for claim in good:
        if claim.source_type in confirming:
            yield f"{INFO_ITEM} grade {claim.grade}"
            if claim.source_type in LETTERS:
                yield letter(LETTERS[claim.source_type], confirmed=True)
    for one, other in combinations(good, 2):
        if unrelated(one, other):
            yield f"{INFO_ITEM} grade {_weaker(one.grade, other.grade)}"


def _weaker(one: Grade, other: Grade) -> Grade:
    return Grade(max(one.source, other.source), max(one.credibility, other.credibility))
