"""The family's paper in both languages, beside bare ReportLab setting the same words in as many paragraphs."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from random import Random
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from tests.bench.bed import Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import in_turns

_TIMES = 9
_STYLE = ParagraphStyle("bare", fontName="Roboto", fontSize=10.5, leading=14)


def measure(bed: Bed) -> list[Figure]:
    """Papers of different cases; the first one is made outside the time, for it registers the fonts."""
    with bed.services() as services:
        cases = Random(bed.seed).choices(list(services.cases.uids()), k=_TIMES)
        texts = []
        for case in cases:
            with _paragraphs() as found:
                services.papers.family_paper(case, None, ("uk", "en"))
            texts.append(found)
        ours, bare = in_turns(
            lambda turn: services.papers.family_paper(cases[turn], None, ("uk", "en")),
            lambda turn: _bare(texts[turn]),
            _TIMES,
        )
    return [Figure("family's paper, two languages (PDF)", ours, bare, most_times=3)]


@contextmanager
def _paragraphs() -> Iterator[list[str]]:
    """The text of every paragraph that is set inside the block."""
    found: list[str] = []
    made = Paragraph.__init__

    def note(self: Any, text: Any, *arguments: Any, **options: Any) -> None:
        if isinstance(text, str):
            found.append(text)
        made(self, text, *arguments, **options)

    Paragraph.__init__ = note
    try:
        yield found
    finally:
        Paragraph.__init__ = made


def _bare(texts: Sequence[str]) -> bytes:
    held = BytesIO()
    SimpleDocTemplate(held, pagesize=A4).build([Paragraph(text, _STYLE) for text in texts])
    return held.getvalue()
