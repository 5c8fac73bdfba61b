"""The week as a paper for the office's own table: case numbers and steps, no names; internal, not for families."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.paper.kit import Mark, Sheet, Styles, render


@dataclass(frozen=True, slots=True)
class WeekPart:
    """One list of the week: its heading, its lines with what stands quietly below each, and how many are left out."""

    title: str
    lines: tuple[tuple[str, str], ...]
    nothing: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class WeekWords:
    """The words around the lists. `internal`: that it is not for families. `pages`: with {page} and {pages}."""

    language: str
    title: str
    internal: str
    pages: str
    training: str


def week_paper(parts: Sequence[WeekPart], words: WeekWords, *, training: bool) -> bytes:
    """The paper as PDF bytes; the same input gives the same bytes."""
    sheet = Sheet(
        header=words.internal, footer=words.internal, pages=words.pages, story=tuple(_story(parts, words)),
        banner=words.training if training else "",
    )  # fmt: skip
    return render([sheet], language=words.language)


def _story(parts: Sequence[WeekPart], words: WeekWords) -> Iterator[Any]:
    style = Styles()
    yield style.title(words.title)
    yield style.note(words.internal)
    for part in parts:
        yield style.heading(part.title)
        if not part.lines:
            yield style.paragraph(part.nothing, quiet=True)
        for line, tail in part.lines:
            yield style.item(Mark.OPEN, line, (tail,))
        if part.more:
            yield style.paragraph(part.more, quiet=True)
