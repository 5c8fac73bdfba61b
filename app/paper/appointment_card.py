"""The card of an appointment for a family: day, hour, place, our phone, what to bring. No name, no status, no reason.

Whoever finds it learns that somebody has an appointment, and a number under which to ask.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date

from app.paper.kit import Mark, Sheet, Styles, render
from app.paper.letter import Letter, letter

SCALE = 1.35
"""Large print: it hangs on a fridge."""


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the card says. `phones`: the office's own. `number`: of the case, to name it by telephone."""

    number: str
    on: date
    at: str
    place: str
    phones: str
    bring: tuple[str, ...]
    training: bool = False


def appointment_card(facts: CardFacts, languages: tuple[str, ...] = ("uk",)) -> bytes:
    """The card as PDF bytes, a page for each language; the same input gives the same bytes."""
    words = letter("appointment_card")
    sheets = [
        Sheet(
            header=words.say("header", language), footer=words.say("footer", language, number=facts.number),
            pages=words.texts["pages"][language], story=tuple(_story(facts, words, language)),
            banner=words.say("banner", language) if facts.training else "",
        )
        for language in languages
    ]  # fmt: skip
    return render(sheets, language=languages[0])


def _story(facts: CardFacts, words: Letter, language: str) -> Iterator[Any]:
    style = Styles(SCALE)
    yield style.title(words.say("title", language))
    day = format_date(facts.on, "EEEE, d MMMM y", locale=language)
    yield style.paragraph(day[:1].upper() + day[1:], strong=True)
    if facts.at:
        yield style.labelled(words.say("label.at", language), facts.at)
    if facts.place:
        yield style.labelled(words.say("label.place", language), facts.place)
    if facts.bring:
        yield style.heading(words.say("head.bring", language))
        for thing in facts.bring:
            yield style.item(Mark.OPEN, thing)
    yield style.heading(words.say("head.phone", language))
    yield style.paragraph(words.say("phone", language, number=facts.number))
    for phone in filter(None, map(str.strip, facts.phones.replace(";", "\n").splitlines())):
        yield style.pair(phone, "")
