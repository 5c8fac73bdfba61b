"""What a change of status must be able to show: needs, and the evidence that meets them (transitions.yaml).

Evidence is written as the needs are: a document code ("D-NIB", "D-DNA negative"), "info_item grade B2",
"note", "second check". A plain document code means a document with the outcome that the change asks for.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.domain import grading
from app.domain.text import Text

TWO_PERSON = "two-person approval"
SECOND_CHECK = "second check"
INFO_ITEM = "info_item"

_OR = re.compile(r"\s+or\s+(?!better\b)")
_GRADE = re.compile(r"info_item grade ([A-F][1-6])(?: or better)?")
_STANDS_FOR: Mapping[str, str] = MappingProxyType({"D-LETTER": "D-ICRC", TWO_PERSON: SECOND_CHECK})

WORDS: Mapping[str, Text] = MappingProxyType(
    {
        INFO_ITEM: Text("відомість із джерелом", "an information item"),
        "info_item grade C3 or better": Text(
            "відомість з оцінкою C3 або кращою", "an information item graded C3 or better"
        ),
        "MFA letter": Text("лист МЗС", "a letter of the Foreign Ministry"),
        "note": Text("пояснення", "a note"),
        "reason": Text("причина", "the reason"),
        SECOND_CHECK: Text("перевірка другою особою", "a second person's check"),
        TWO_PERSON: Text("затвердження другою особою", "a second person's approval"),
        "exchange_list": Text("список обміну", "the exchange list"),
        "body_number": Text("номер тіла", "the body's number"),
        "visual identification": Text("впізнання", "visual identification"),
        "evidence of custody": Text("доказ перебування в полоні", "evidence of custody"),
        "court cancellation step": Text("скасування рішення суду", "the court's cancellation"),
        "choice recorded": Text("записаний вибір військовослужбовця", "the serviceman's recorded choice"),
        "D-COURT in force": Text("рішення суду, що набрало законної сили", "a court decision in force"),
        "D-DNA negative": Text("висновок ДНК про незбіг", "a DNA opinion without a match"),
        "D-DNA cancelled": Text("скасування висновку ДНК", "the cancellation of the DNA opinion"),
    }
)
"""The words for evidence that is no plain document; documents have theirs in documents.yaml."""


@dataclass(frozen=True, slots=True)
class Need:
    """Evidence of which any one piece is enough; `optional` if the change may be made before it exists."""

    any_of: tuple[str, ...]
    optional: bool = False

    def met_by(self, evidence: Collection[str]) -> bool:
        """Whether the evidence at hand is enough."""
        return self.optional or any(_serves(piece, wanted) for wanted in self.any_of for piece in evidence)

    def __str__(self) -> str:  # type: ignore[explicit-override]  # typing.override: Python 3.12
        return " or ".join(self.any_of)


def parse_need(text: str) -> Need:
    """Read one need of the table: "D-NIB or D-ICRC", "info_item grade C3 or better", "D-X when available"."""
    wanted = text.removesuffix(" when available")
    return Need(tuple(_OR.split(wanted.strip())), optional=wanted != text)


def letter(code: str, *, confirmed: bool) -> str:
    """The evidence that a letter of a bureau is: its code if it says «підтверджено», else "<code> negative".

    A letter «не підтверджено» is an information item, never a confirmation.
    """
    return code if confirmed else f"{code} negative"


def say(needs: Iterable[Need], names: Mapping[str, Text]) -> Text:
    """The needs in both languages; `names` holds the words of document codes, an unknown code stays."""
    said = [[_words(code, names) for code in need.any_of] for need in needs]
    return Text(
        "; ".join(" або ".join(word.uk for word in words) for words in said),
        "; ".join(" or ".join(word.en for word in words) for words in said),
    )


def _words(code: str, names: Mapping[str, Text]) -> Text:
    return WORDS.get(code) or names.get(code) or Text(code, code)


def _serves(piece: str, wanted: str) -> bool:
    if piece == wanted or _STANDS_FOR.get(piece) == wanted:
        return True
    if wanted == INFO_ITEM:
        return _GRADE.fullmatch(piece) is not None or piece in {"D-NIB negative", "D-ICRC negative"}
    asked, offered = _GRADE.fullmatch(wanted), _GRADE.fullmatch(piece)
    if asked is None or offered is None:
        return False
    floor, grade = grading.parse(asked[1]), grading.parse(offered[1])
    return floor is not None and grade is not None and grade.at_least(floor)
