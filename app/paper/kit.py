"""The paper kit: Roboto, A4 sheets, styles, drawn marks, and the one door through which text reaches a page."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import as_file, files
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

rl_config.trustedHosts = []
rl_config.trustedSchemes = []

PLAIN, BOLD, ITALIC = "Roboto", "Roboto-Bold", "Roboto-Italic"
INK, QUIET, ACCENT, LINE, TINT = (HexColor(code) for code in ("#1A2230", "#475263", "#17498F", "#838D9C", "#EEF1F5"))
MARGIN, HEAD, FOOT = 20 * mm, 17 * mm, 17 * mm
WIDTH = A4[0] - 2 * MARGIN
_PAGEFUL = 2400  # letters of body text in ordinary print that surely fit one page
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


class Mark(StrEnum):
    """What stands before a line; drawn, because Roboto has no such glyphs."""

    DONE = "done"
    OPEN = "open"
    ARROW = "arrow"


_STROKES = {
    Mark.DONE: [[(0.2, 0.52), (0.42, 0.26), (0.82, 0.8)]],
    Mark.OPEN: [],
    Mark.ARROW: [[(0.0, 0.5), (0.95, 0.5)], [(0.6, 0.2), (0.95, 0.5), (0.6, 0.8)]],
}


@lru_cache(maxsize=1)
def _fonts() -> None:
    """Register Roboto from the package `font-roboto`, once per process."""
    folder = files("font_roboto") / "files"
    for name, file in ((PLAIN, "Roboto-Regular"), (BOLD, "Roboto-Bold"), (ITALIC, "Roboto-Italic")):
        with as_file(folder / f"{file}.ttf") as path:
            pdfmetrics.registerFont(TTFont(name, str(path)))
    pdfmetrics.registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=ITALIC, boldItalic=BOLD)


def complete(letters: str) -> tuple[str, ...]:
    """The typefaces that can set every one of `letters`."""
    _fonts()
    faces = {name: pdfmetrics.getFont(name).face.charToGlyph for name in (PLAIN, BOLD, ITALIC)}
    return tuple(name for name, glyphs in faces.items() if all(ord(letter) in glyphs for letter in letters))


def printable(text: str) -> str:
    """`text` without control, bidirectional, invisible and lone surrogate characters; line ends become spaces."""
    spaced = "".join(" " if unicodedata.category(c) in {"Zl", "Zp"} or c in "\t\n\r\v\f\x85" else c for c in text)
    return "".join(c for c in spaced if unicodedata.category(c) not in _UNPRINTABLE)


def _literal(text: str) -> str:
    return escape(printable(text))


def _quiet(text: str) -> str:
    return f'<font color="{QUIET.hexval()}">{_literal(text)}</font>'


@dataclass(frozen=True, slots=True)
class Styles:
    """The type sizes of one paper; `scale` 1.0 is ordinary print, 1.35 and 1.7 are large (14 and 18 pt)."""

    scale: float = 1.0

    def _style(self, name: str, size: float, **more: Any) -> Any:
        _fonts()
        size *= self.scale
        look = {"fontName": PLAIN, "textColor": INK, "leading": size * 1.34, "alignment": TA_LEFT, **more}
        return ParagraphStyle(
            name, fontSize=size, bulletFontName=PLAIN, splitLongWords=1, allowWidows=0, allowOrphans=0, **look
        )

    def paragraph(
        self, text: str, *, quiet: bool = False, strong: bool = False, tail: str = "", after: float = 4
    ) -> Any:
        """Body text, printed literally, with an optional quiet sentence after it."""
        style = self._style(
            "body", 10.5, fontName=BOLD if strong else PLAIN, textColor=QUIET if quiet else INK,
            spaceAfter=after * self.scale,
        )  # fmt: skip
        return Paragraph(_literal(text) + (f". {_quiet(tail)}" if tail else ""), style)

    def labelled(self, label: str, text: str) -> Any:
        """A quiet label and its value on one line: names stay in the nominative."""
        style = self._style("label", 10.5, spaceAfter=1.5)
        return Paragraph(f"{_quiet(label)} {_literal(text)}", style)

    def note(self, text: str) -> Any:
        """A tinted paragraph that the eye finds first."""
        style = self._style(
            "note", 10.5, backColor=TINT, borderPadding=(5, 8, 6, 8), leftIndent=8, rightIndent=8, spaceBefore=12,
            spaceAfter=10,
        )  # fmt: skip
        return Paragraph(_literal(text), style)

    def title(self, text: str) -> Any:
        """The paper's name."""
        return Paragraph(_literal(text), self._style("title", 19, fontName=BOLD, textColor=ACCENT, spaceAfter=7))

    def heading(self, text: str) -> Any:
        """A section's name; never left alone at the foot of a page."""
        style = self._style(
            "heading", 12.5, fontName=BOLD, textColor=ACCENT, spaceBefore=8 * self.scale, spaceAfter=2.5,
            keepWithNext=1,
        )  # fmt: skip
        return Paragraph(_literal(text), style)

    def subheading(self, text: str) -> Any:
        """A quieter name inside a section; kept with what follows."""
        style = self._style("subheading", 10.5, fontName=BOLD, spaceBefore=5, spaceAfter=2, keepWithNext=1)
        return Paragraph(_literal(text), style)

    def item(
        self, mark: Mark, title: str, details: Sequence[str] = (), *, strong: bool = False, tail: str = ""
    ) -> Any:
        """A drawn mark, a line with its quiet `tail`, and quiet details below; moves to the next page whole."""
        cell = [self.paragraph(title, strong=strong, tail=tail, after=0.5)]
        cell += [self.paragraph(line, quiet=True, after=0.5) for line in details if line]
        length = len(title) + len(tail) + sum(map(len, details))
        return self._row(_Sign(mark, 8.5 * self.scale), cell, torn=length > _PAGEFUL / self.scale**2)

    def _row(self, sign: Any, cell: list[Any], *, torn: bool) -> Any:
        gutter = 17 * self.scale
        return Table(
            [[sign, cell]],
            colWidths=[gutter, WIDTH - gutter],
            splitInRow=int(torn),
            hAlign="LEFT",
            style=[
                ("FONTNAME", (0, 0), (-1, -1), PLAIN),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (0, 0), 3.2 * self.scale),
                ("TOPPADDING", (1, 0), (1, 0), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2 * self.scale),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ],
        )

    def pair(self, strong: str, text: str) -> Any:
        """A telephone number and whose it is."""
        style = self._style("pair", 10.5, spaceAfter=1.5)
        return Paragraph(f"<b>{_literal(strong)}</b> {_literal(text)}", style)

    def gap(self, points: float) -> Any:
        """Empty height in points."""
        return Spacer(1, points * self.scale)

    def tear_off(self, title: str, text: str, *, lines: int = 2) -> Any:
        """A strip to cut off, with lines to write on; kept in one piece."""
        rules = [HRFlowable(width="100%", thickness=0.5, color=LINE, spaceBefore=18 * self.scale, spaceAfter=0)] * lines
        return KeepTogether(
            [
                self.gap(6),
                HRFlowable(width="100%", thickness=0.8, color=LINE, dash=(4, 3), spaceBefore=2, spaceAfter=5),
                self.subheading(title),
                self.paragraph(text),
                *rules,
            ]
        )


class _Sign(Flowable):  # type: ignore[misc]  # ReportLab ships no types
    """A mark of the given size in points, drawn with lines alone."""

    def __init__(self, mark: Mark, size: float) -> None:
        super().__init__()
        self.mark = mark
        self.width = self.height = size

    def draw(self) -> None:
        canvas, size = self.canv, self.width
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.9)
        if self.mark is not Mark.ARROW:
            canvas.roundRect(0.4, 0.4, size - 0.8, size - 0.8, 1.2)
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1.3)
        for points in _STROKES[self.mark]:
            path = canvas.beginPath()
            path.moveTo(points[0][0] * size, points[0][1] * size)
            for x, y in points[1:]:
                path.lineTo(x * size, y * size)
            canvas.drawPath(path)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pages of one language: what stands above and below each page, and the story between."""

    header: str
    footer: str
    pages: str
    story: tuple[Any, ...]
    banner: str = ""
    scale: float = 1.0


class _NumberedCanvas(Canvas):  # type: ignore[misc]  # ReportLab ships no types
    """Holds finished pages back until the number of pages of each sheet is known."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.sheet: Sheet | None = None
        self._finished: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._finished.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        finished = self._finished
        totals = Counter(id(page["sheet"]) for page in finished)
        seen: Counter[int] = Counter()
        for page in finished:
            self.__dict__.update(page)
            sheet: Sheet = page["sheet"]
            seen[id(sheet)] += 1
            _edge(self, sheet, seen[id(sheet)], totals[id(sheet)])
            super().showPage()
        super().save()


def _edge(canvas: Any, sheet: Sheet, page: int, pages: int) -> None:
    count = sheet.pages.format(page=page, pages=pages)
    canvas.setFillColor(QUIET)
    size = 9 * sheet.scale
    canvas.setFont(PLAIN, size)
    canvas.drawString(MARGIN, A4[1] - 12 * mm, _fitted(sheet.header, WIDTH * 0.75, size))
    canvas.drawString(MARGIN, 10 * mm, _fitted(sheet.footer, WIDTH * 0.65, size))
    canvas.drawRightString(A4[0] - MARGIN, 10 * mm, count)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.4)
    canvas.line(MARGIN, 15 * mm, A4[0] - MARGIN, 15 * mm)
    if sheet.banner:
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, 9)
        canvas.drawRightString(A4[0] - MARGIN, A4[1] - 12 * mm, sheet.banner)


def _fitted(text: str, width: float, size: float) -> str:
    line = printable(text)[:200]
    while line and pdfmetrics.stringWidth(line, PLAIN, size) > width:
        line = line[:-2].rstrip() + "…"
    return line


def render(sheets: Sequence[Sheet], *, language: str) -> bytes:
    """The sheets as one PDF in memory, each starting a page; the same input gives the same bytes."""
    _fonts()
    held = BytesIO()
    document = BaseDocTemplate(
        held, pagesize=A4, title="Супровід", author="", subject="", creator="", keywords="", lang=language, invariant=1,
        initialFontName=PLAIN
    )
    document.addPageTemplates([_template(number, sheet) for number, sheet in enumerate(sheets)])
    story: list[Any] = []
    for number, sheet in enumerate(sheets):
        story += [NextPageTemplate(str(number)), PageBreak()] if number else []
        story += sheet.story
    document.build(story, canvasmaker=_NumberedCanvas)
    return held.getvalue()


def _template(number: int, sheet: Sheet) -> Any:
    frame = Frame(MARGIN, FOOT, WIDTH, A4[1] - FOOT - HEAD, 0, 0, 0, 0)

    def begin(canvas: Any, _document: Any) -> None:
        canvas.sheet = sheet

    return PageTemplate(id=str(number), frames=[frame], onPage=begin)
