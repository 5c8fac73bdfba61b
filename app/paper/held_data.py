"""The answer to «show me what you hold about me»: one relative's own data on paper, nothing of anybody else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.paper.kit import Sheet, Styles, render
from app.paper.letter import Letter, letter


@dataclass(frozen=True, slots=True)
class HeldConsent:
    """A yes or a no of this person. `purpose`: its code."""

    purpose: str
    since: date
    until: date | None
    withdrawn_on: date | None
    refused: bool


@dataclass(frozen=True, slots=True)
class HeldData:
    """What is held about one relative of a case. `numbers`: of documents; `contacts`, `papers`: days."""

    number: str
    office: str
    day: date
    name: str
    born: str
    address: str
    hours: str
    phones: tuple[str, ...]
    numbers: tuple[str, ...]
    consents: tuple[HeldConsent, ...]
    contacts: tuple[date, ...]
    papers: tuple[date, ...]


def held_data(data: HeldData, languages: tuple[str, ...] = ("uk",)) -> bytes:
    """The answer as PDF bytes, one part for each language; the same input gives the same bytes."""
    words = letter("held_data")
    sheets = [
        Sheet(
            header=words.say("header", language),
            footer=words.say("footer", language, number=data.number, day=_day(data.day)),
            pages=words.texts["pages"][language],
            story=tuple(_story(data, words, language)),
        )
        for language in languages
    ]
    return render(sheets, language=languages[0])


def _story(data: HeldData, words: Letter, language: str) -> Iterator[Any]:
    style = Styles()
    yield style.title(words.say("title", language))
    yield style.labelled(words.say("label.to", language), data.name)
    if data.office:
        yield style.labelled(words.say("label.from", language), data.office)
    yield style.note(words.say("why", language))
    yield style.heading(words.say("head.person", language))
    told = (("name", data.name), ("born", data.born), ("address", data.address), ("hours", data.hours))
    for key, value in told:
        if value:
            yield style.labelled(words.say(f"label.{key}", language), value)
    consents = [_consent(one, words, language) for one in data.consents]
    for key, lines in (
        ("phones", data.phones), ("numbers", data.numbers), ("consents", consents),
        ("contacts", [_day(day) for day in data.contacts]), ("papers", [_day(day) for day in data.papers]),
    ):  # fmt: skip
        yield from _listed(key, lines, words, language)


def _listed(key: str, lines: Sequence[str], words: Letter, language: str) -> Iterator[Any]:
    style = Styles()
    yield style.heading(words.say(f"head.{key}", language))
    for line in lines or (words.say("nothing", language),):
        yield style.paragraph(line)


def _consent(one: HeldConsent, words: Letter, language: str) -> str:
    told = [words.say(f"purpose.{one.purpose}", language), _day(one.since)]
    if one.refused:
        told.append(words.say("refused", language))
    if one.until:
        told.append(words.say("until", language, day=_day(one.until)))
    if one.withdrawn_on:
        told.append(words.say("withdrawn", language, day=_day(one.withdrawn_on)))
    return ", ".join(told)


def _day(day: date) -> str:
    return day.strftime("%d.%m.%Y")
