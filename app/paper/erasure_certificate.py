"""The certificate of an erasure: case number, counts, day, who did it, who agreed, and what honestly remains."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.clock import KYIV
from app.paper.kit import Sheet, Styles, render
from app.paper.letter import Letter, letter

_REMAINS = ("left.journal", "left.code", "left.copies", "left.media")


@dataclass(frozen=True, slots=True)
class ErasureCertificate:
    """What stands on it. `mark`: of the erasure itself; `head`: of the history just before, in hex."""

    number: str
    mark: str
    whole: bool
    groups: tuple[str, ...]
    rows: int
    values: int
    files: int
    entries: int
    at: datetime
    by: str
    approved_by: str
    head_n: int
    head: str
    office: str = ""


def erasure_certificate(data: ErasureCertificate, languages: tuple[str, ...] = ("uk", "en")) -> bytes:
    """The certificate as PDF bytes, one sheet for each language; the same input gives the same bytes."""
    words = letter("erasure_certificate")
    sheets = [
        Sheet(
            header=words.say("header", language),
            footer=words.say("footer", language, mark=data.mark, day=_day(data)),
            pages=words.texts["pages"][language],
            story=tuple(_story(data, words, language)),
        )
        for language in languages
    ]
    return render(sheets, language=languages[0])


def _story(data: ErasureCertificate, words: Letter, language: str) -> Iterator[Any]:
    style, kind = Styles(), "erase" if data.whole else "anonymise"
    yield style.title(words.say(f"title.{kind}", language))
    yield style.note(words.say("harmless", language))
    yield style.labelled(words.say("label.number", language), data.number)
    if data.office:
        yield style.labelled(words.say("label.office", language), data.office)
    yield style.labelled(words.say("label.when", language), data.at.astimezone(KYIV).strftime("%d.%m.%Y %H:%M"))
    yield style.labelled(words.say("label.by", language), data.by)
    agreed = data.approved_by or words.say("agreed.nobody", language)
    yield style.labelled(words.say("label.agreed", language), agreed)
    yield style.labelled(words.say("label.mark", language), data.mark)
    yield style.heading(words.say("head.what", language))
    groups = ", ".join(words.say(f"group.{group}", language) for group in data.groups)
    facts = {} if data.whole else {"groups": groups}
    yield style.paragraph(words.texts[f"what.{kind}"][language].format(**facts))
    for name in ("rows", "values", "files", "entries"):
        yield style.labelled(words.say(f"count.{name}", language), str(getattr(data, name)))
    yield style.heading(words.say("head.left", language))
    for key in _REMAINS:
        yield style.paragraph(words.say(key, language))
    yield style.heading(words.say("head.proof", language))
    yield style.paragraph(words.say("proof", language, n=str(data.head_n)))
    yield style.paragraph(data.head[:32], strong=True, after=1)
    yield style.paragraph(data.head[32:], strong=True)
    yield style.tear_off(words.say("signed", language), words.say("signed.lines", language), lines=2)


def _day(data: ErasureCertificate) -> str:
    return data.at.astimezone(KYIV).strftime("%d.%m.%Y")
