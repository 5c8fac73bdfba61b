"""The history of the status as lines: what was believed since when, on which evidence, and what was reversed."""

from collections.abc import Sequence

from app.catalogue.definitions import Catalogue
from app.domain.evidence import Need, say
from app.fates.service import FateRow
from app.i18n import Words
from ui.date_words import partial_words
from ui.fate_words import fate_words
from ui.models.lines import Line
from ui.models.roles import Chip


def fate_lines(words: Words, catalogue: Catalogue, rows: Sequence[FateRow], sex: str) -> list[Line]:
    """The newest first; what was taken back stays, faint. Episodes are numbered if there are several."""
    several = any(row.episode > 1 for row in rows)
    return [_line(words, catalogue, row, sex, several=several) for row in rows]


def _line(words: Words, catalogue: Catalogue, row: FateRow, sex: str, *, several: bool) -> Line:
    chips = []
    if row.reversed_by:
        chips.append(Chip(words("reversed (record kept)"), "closed", "rotate-ccw"))
    if row.grade:
        chips.append(Chip(row.grade, "info"))
    if several:
        chips.append(Chip(words("disappearance {n}", n=row.episode), "closed"))
    return Line(
        fate_words(words, catalogue, row.fate, sex),
        tuple(filter(None, (_ground(words, catalogue, row), row.comment, _hands(words, catalogue, row, sex)))),
        tuple(chips),
        icon="rotate-ccw" if row.reverses else "flag",
        beside=partial_words(words, row.effective) if row.effective else words("without a date"),
        faint=row.reversed_by is not None,
        subject=row,
    )


def _ground(words: Words, catalogue: Catalogue, row: FateRow) -> str:
    """On what it rests: papers and source."""
    names = {code: paper.name for code, paper in catalogue.documents.items()}
    papers = say([Need((code,)) for code in row.evidence], names).in_(words.language)
    kind = catalogue.sources.get(row.source_type)
    parts = (papers, kind.name.in_(words.language) if kind else "", row.source)
    told = "; ".join(part for part in parts if part)
    return words("On the ground of: {papers}", papers=told) if told else ""


def _hands(words: Words, catalogue: Catalogue, row: FateRow, sex: str) -> str:
    parts = [words("Written down by {who}, {when}", who=row.by, when=words.instant(row.at))]
    if row.approver:
        parts.append(words("agreed: {who}", who=row.approver))
    if row.reverses:
        parts.append(words("takes back: {status}", status=fate_words(words, catalogue, row.reverses, sex)))
    return "; ".join(parts)
