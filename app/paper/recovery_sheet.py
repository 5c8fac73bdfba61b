"""The recovery sheet: whose key opens the vault when every passphrase is forgotten, and what to do then. No secret."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.platypus import Table

from app.exchange.spoken import spoken
from app.paper.kit import WIDTH, Mark, Sheet, Styles, render
from app.paper.letter import Letter, letter

_CODE = 38 * mm
_STEPS = range(1, 7)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on it. `fingerprint`: the forty digits of the office's key; `office`: the name of our own office."""

    vault_id: UUID
    fingerprint: str
    day: date
    office: str = ""

    def code(self) -> str:
        """What the square code says."""
        return f"SUPROVID-RECOVERY 1 {self.vault_id} {''.join(self.fingerprint.split())}"


def recovery_sheet(data: RecoverySheet, language: str) -> bytes:
    """The sheet in `language` ("uk" or "en") as PDF bytes; the same input gives the same bytes."""
    words = letter("recovery_sheet")
    sheet = Sheet(
        header=words.say("header", language),
        footer=words.say("footer", language, day=data.day.strftime("%d.%m.%Y")),
        pages=words.texts["pages"][language],
        story=tuple(_story(data, words, language)),
    )
    return render([sheet], language=language)


def _story(data: RecoverySheet, words: Letter, language: str) -> Iterator[Any]:
    style = Styles()
    yield style.title(words.say("title", language))
    yield style.note(words.say("harmless", language))
    yield style.labelled(words.say("label.vault", language), str(data.vault_id))
    if data.office:
        yield style.labelled(words.say("label.office", language), data.office)
    yield style.labelled(words.say("label.phone", language), "_" * 28)
    yield style.heading(words.say("head.key", language))
    yield _key(data, words, language, style)
    yield style.heading(words.say("head.when", language))
    yield style.paragraph(words.say("when", language))
    yield style.heading(words.say("head.steps", language))
    for number in _STEPS:
        step = words.say(f"step.{number}", language)
        yield style.item(Mark.OPEN, f"{number}. {step}", [words.say(f"step.{number}.more", language)])
    yield style.heading(words.say("head.drill", language))
    yield style.paragraph(words.say("drill", language))
    yield style.tear_off(words.say("tried", language), words.say("tried.lines", language), lines=1)


def _key(data: RecoverySheet, words: Letter, language: str, style: Styles) -> Any:
    """The square code, and beside it what people compare."""
    groups = data.fingerprint.split()
    told = [
        style.paragraph(words.say("words", language), quiet=True, after=1),
        style.paragraph(spoken(data.fingerprint, language), strong=True, after=6),
        style.paragraph(words.say("digits", language), quiet=True, after=1),
        style.paragraph("   ".join(groups[:5]), strong=True, after=1),
        style.paragraph("   ".join(groups[5:]), strong=True, after=6),
        style.paragraph(words.say("code", language), quiet=True),
    ]
    return Table(
        [[_square(data.code()), told]],
        colWidths=[_CODE + 5 * mm, WIDTH - _CODE - 5 * mm],
        hAlign="LEFT",
        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)],
    )


def _square(text: str) -> Any:
    """A QR code (ISO/IEC 18004) that a quarter of its area may be lost of."""
    widget = QrCodeWidget(text, barLevel="Q", barBorder=4)
    left, low, right, _high = widget.getBounds()
    scale = _CODE / (right - left)
    drawing = Drawing(_CODE, _CODE, transform=[scale, 0, 0, scale, -left * scale, -low * scale])
    drawing.add(widget)
    return drawing
