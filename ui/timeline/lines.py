"""The rows of a timeline as lines: silences stand between the days they part, noise lies folded."""

from collections.abc import Collection, Iterator
from datetime import date

from app.domain.silence import Silence
from app.i18n import Words
from app.timeline.row import Moment as Kind
from app.timeline.row import TimelineRow
from app.timeline.service import Chronicle, Fold, folded
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.timeline.moments import moment


def lines(
    words: Words, told: Chronicle, kinds: Collection[Kind], sought: str, unfolded: Collection[Fold]
) -> Iterator[Line]:
    """The lines of the `kinds` (all if there are none) that hold what is `sought`, the newest first.

    Silences are marked where the contacts stand among what is shown and nothing is sought.
    """
    rows = [row for row in told.rows if not kinds or row.kind in kinds]
    gaps = list(told.silences) if not sought and (not kinds or Kind.CONTACT in kinds) else []
    for row in folded(rows) if not sought else rows:
        while gaps and _day(row) < gaps[-1].until:
            yield silence_line(words, gaps.pop())
        if isinstance(row, Fold):
            yield from _fold(words, row, opened=row in unfolded)
        elif _holds(line := row_line(words, row), sought):
            yield line
    yield from (silence_line(words, gap) for gap in reversed(gaps))


def row_line(words: Words, row: TimelineRow) -> Line:
    """One thing that happened."""
    told = moment(words, row)
    beside = " · ".join(filter(None, (f"{told.day} {told.hour}".strip(), told.author)))
    return Line(told.title, (told.body,) if told.body else (), (), told.icon, beside, row.quiet, row)


def silence_line(words: Words, gap: Silence) -> Line:
    """A silence: how long, and between which days."""
    said = words.count("{n} day without contact", "{n} days without contact", gap.days)
    between = f"{words.date(gap.since)} – {words.date(gap.until)}"
    chips = (Chip(words("goes on"), "missing", "clock"),) if gap.lasts else ()
    return Line(said, (), chips, "hourglass", between, subject=gap)


def _fold(words: Words, fold: Fold, *, opened: bool) -> Iterator[Line]:
    many = sum(row.count for row in fold.rows)
    hint = words("Enter folds it") if opened else words("Enter unfolds it")
    said = words.count("{n} change of the data", "{n} changes of the data", many)
    yield Line(said, (), (), "history", hint, faint=True, subject=fold)
    if opened:
        yield from (row_line(words, row) for row in fold.rows)


def _day(row: TimelineRow | Fold) -> date:
    return row.rows[0].day if isinstance(row, Fold) else row.day


def _holds(line: Line, sought: str) -> bool:
    return all(part in line.sentence().casefold() for part in sought.casefold().split())
