"""How far a piece of information is trusted: the Admiralty code, source A–F and credibility 1–6."""

import re
from dataclasses import dataclass

_GRADE = re.compile(r"([A-F])([1-6])")


@dataclass(frozen=True, slots=True)
class Grade:
    """`source` A (completely reliable) to F (unknown); `credibility` 1 (confirmed) to 6 (unknown)."""

    source: str
    credibility: int

    def __str__(self) -> str:  # type: ignore[explicit-override]  # typing.override: Python 3.12
        return f"{self.source}{self.credibility}"

    def at_least(self, other: "Grade") -> bool:
        """Whether both parts, judged independently, are as good as `other`'s or better."""
        return self.source <= other.source and self.credibility <= other.credibility


def parse(text: str) -> Grade | None:
    """Read "C3"; None if it is no grade."""
    found = _GRADE.fullmatch(text.strip().upper())
    return Grade(found[1], int(found[2])) if found else None
