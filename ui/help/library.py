"""The pages of the help: short texts in `resources/help`, the same in every language, searched by their words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.name import fold
from app.paths import resource

PAGES = (
    "first-steps", "unlock", "today", "case", "family", "steps", "status", "information", "care", "return", "money",
    "paper", "documents", "import", "copies", "office", "laws", "users", "keys", "trouble", "protection",
)  # fmt: skip
"""In the order of the list of contents."""
_WORD = re.compile(r"\w[\w’'-]*")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: `text` is Markdown whose first line is the title."""

    key: str
    title: str
    text: str


@lru_cache
def pages(language: str) -> tuple[HelpPage, ...]:
    """Every page in this language."""
    return tuple(_read(language, key) for key in PAGES)


def found(among: Sequence[HelpPage], typed: str) -> tuple[HelpPage, ...]:
    """The pages that hold a word beginning as each of those typed; those that say it in their title come first."""
    wanted = [fold(word) for word in _WORD.findall(typed)]
    if not wanted:
        return tuple(among)
    met = [page for page in among if _holds(page.text, wanted)]
    return tuple(sorted(met, key=lambda page: not _holds(page.title, wanted)))


def _holds(text: str, wanted: Sequence[str]) -> bool:
    words = {fold(word) for word in _WORD.findall(text)}
    return all(any(word.startswith(part) for word in words) for part in wanted)


def _read(language: str, key: str) -> HelpPage:
    text = resource(f"help/{language}/{key}.md").read_text("utf-8")
    return HelpPage(key, text.partition("\n")[0].removeprefix("# ").strip(), text)
