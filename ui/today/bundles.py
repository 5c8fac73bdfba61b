"""Many equal steps on one day stand as one line, to be unfolded: nobody reads the same sentence thirteen times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.domain.text import Text
from app.plan.queries import DueRow

FOLD_FROM = 3
Key = tuple[str, str, date]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Equal steps that are due on one day, each of another case."""

    rows: tuple[DueRow, ...]

    @property
    def key(self) -> Key:
        """What the steps have in common."""
        return _key(self.rows[0])

    @property
    def title(self) -> Text:
        """What is to be done in each of them."""
        return self.rows[0].title

    @property
    def due(self) -> date:
        """The day of all of them."""
        return self.rows[0].due


def bundled(rows: Sequence[DueRow]) -> Iterator[DueRow | Bundle]:
    """The rows by day; three or more equal ones of a day become a `Bundle`, where the first of them stood."""
    for _day, of_day in groupby(rows, key=lambda row: row.due):
        alike: dict[Key, list[DueRow]] = {}
        for row in of_day:
            alike.setdefault(_key(row), []).append(row)
        for found in alike.values():
            if len(found) >= FOLD_FROM:
                yield Bundle(tuple(found))
            else:
                yield from found


def _key(row: DueRow) -> Key:
    return row.step_id, row.title.uk, row.due
