"""What somebody answered on the first run so far; kept when the window is built anew in another language."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Answers:
    """`recipient`: the coordinating office's file, with its `digits`; `compared`: they were read over by telephone."""

    folder: Path = field(default_factory=Path.home)
    name: str = ""
    office: str = ""
    user: str = ""
    phrase: str = field(default="", repr=False)
    again: str = field(default="", repr=False)
    recipient: Path | None = None
    digits: str = ""
    compared: bool = False
