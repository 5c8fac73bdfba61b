"""The steps that were due in a period: by month, by track; and what is asked of bodies, with how long they take."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.access.access import Access
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.step import StepState, Track, is_open
from app.plan.queries import of_cases
from app.statistics.tally import HIDDEN, SMALL, Tally, middle, outside
from app.vault.files import write_atomically
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.office import Disclosure
from db.models.search import SearchRequest
from db.models.step import Step
from db.session import Database

KIND = "statistics"
"""Under which name it is kept that numbers left the vault."""
LONGEST = 3_660
"""Days of the longest period."""


class NoSuchPeriod(UserError):
    what = N_("The period ends before it begins, or is longer than ten years.")
    todo = N_("Choose two days of which the first is not the later one.")


class NumbersNotSaved(UserError):
    what = N_("The table {name} could not be saved.")
    todo = N_("Check the folder and its free space, or choose another place.")


@dataclass(frozen=True, slots=True)
class BodyRow:
    """What one body was asked. `waiting`: without an answer today, `for_days` their median; `answered` in the period.

    `days`: the median from the asking to the answer.
    """

    body: str
    waiting: int
    for_days: int | None
    answered: int
    days: int | None


@dataclass(frozen=True, slots=True)
class StepStatistics:
    """A period, both days included. `months` by their first day, each month of the period; `tracks` with any step."""

    since: date
    until: date
    months: Mapping[date, Tally]
    tracks: Mapping[Track, Tally]
    bodies: tuple[BodyRow, ...]

    @property
    def whole(self) -> Tally:
        """All steps of the period."""
        return sum(self.months.values(), Tally())


@dataclass(frozen=True, slots=True)
class Statistics:
    """Every method is one unit of work by the user who asks; he counts the cases that he may see."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    def steps(self, since: date, until: date) -> StepStatistics:
        """Count the steps due from `since` to `until`, both included. Raises `NoSuchPeriod`, `NotAllowed`."""
        if not 0 <= (until - since).days <= LONGEST:
            raise NoSuchPeriod
        months = dict.fromkeys(_months(since, until), Tally())
        tracks: dict[Track, Tally] = defaultdict(Tally)
        with self.database.read() as session:
            for month, track, tally in self._counted(session, since, until):
                months[month] += tally
                tracks[track] += tally
            bodies = self._bodies(session, since, until)
        ordered = {track: tracks[track] for track in Track if track in tracks}
        return StepStatistics(since, until, months, ordered, bodies)

    def write(self, found: StepStatistics, path: Path, words: "TableWords") -> None:
        """Write the numbers as a table for a spreadsheet (CSV, semicolons, UTF-8); that they left is kept first.

        Counts of one to four stand as «<5», and nothing beside them from which they could be told. Raises
        `NumbersNotSaved`.
        """
        with self.database.write(self.access.user) as session:
            session.add(Disclosure(uid=new_uid(), kind=KIND, at=self.clock.now(), by=self.access.user))
        try:
            write_atomically(path, table(found, words).encode("utf-8-sig"))
        except OSError as error:
            raise NumbersNotSaved(name=path.name) from error

    def _counted(self, session: Session, since: date, until: date) -> "list[tuple[date, Track, Tally]]":
        today = self.clock.today()
        month, late = func.substr(type_coerce(Step.due, String), 1, 7), Step.due < today
        asked = (
            select(Step.step_id, Step.track, month, Step.state, late, func.count())
            .where(Step.due >= since, Step.due <= until, of_cases(self.access.cases()))
            .group_by(Step.step_id, Step.track, month, Step.state, late)
        )
        return [
            (date.fromisoformat(f"{of}-01"), self._track(step, track), _tally(StepState(state), overdue, many))
            for step, track, of, state, overdue, many in session.execute(asked)
        ]

    def _track(self, step: str, said: str) -> Track:
        known = self.catalogue.steps.get(step)
        return Track(said) if said else known.track if known else Track.OFFICE

    def _bodies(self, session: Session, since: date, until: date) -> tuple[BodyRow, ...]:
        today = self.clock.today()
        waiting: dict[str, list[int]] = defaultdict(list)
        answered: dict[str, list[int]] = defaultdict(list)
        steps = select(Step.step_id, Step.body, func.coalesce(Step.since, Step.counted_from)).where(
            Step.state == StepState.WAITING.value, of_cases(self.access.cases())
        )
        for step, said, asked_on in session.execute(steps):
            known = self.catalogue.steps.get(step)
            body = said or (known.body if known else "")
            waiting[body].append(max(0, (today - asked_on).days) if asked_on else 0)
        asked = (
            select(SearchRequest.body, SearchRequest.filed_on, SearchRequest.answered_on)
            .join(CaseFile, CaseFile.uid == SearchRequest.case_uid)
            .where(SearchRequest.deleted_at.is_(None), CaseFile.deleted_at.is_(None), *self.access.cases())
        )
        for body, filed, on in session.execute(asked):
            if on is None:
                waiting[body].append(max(0, (today - filed).days))
            elif since <= on <= until:
                answered[body].append((on - filed).days)
        return tuple(
            BodyRow(body, len(waiting[body]), middle(waiting[body]), len(answered[body]), middle(answered[body]))
            for body in sorted({*waiting, *answered})
        )


@dataclass(frozen=True, slots=True)
class TableWords:
    """The words of the table: its headings, how a month, a track and a body are said."""

    headings: tuple[str, ...]
    months: Mapping[date, str]
    tracks: Mapping[Track, str]
    bodies: Mapping[str, str]


def table(found: StepStatistics, words: TableWords) -> str:
    """The numbers as the text of a CSV file; small ones hidden.

    Months and tracks count the same steps: where either hides a number, the column of the tracks stays empty, so that
    none is told by taking one list from the other.
    """
    held = StringIO()
    lines = csv.writer(held, delimiter=";", lineterminator="\r\n")
    lines.writerow(words.headings)
    months, tracks = ([_outside(tally) for tally in part.values()] for part in (found.months, found.tracks))
    hides = [HIDDEN in column for column in zip(*months, *tracks, strict=True)]
    tracks = [["" if hidden else cell for hidden, cell in zip(hides, row, strict=True)] for row in tracks]
    names = (*(words.months[month] for month in found.months), *(words.tracks[track] for track in found.tracks))
    for name, counts in zip(names, (*months, *tracks), strict=True):
        lines.writerow([name, *counts, "", "", "", ""])
    for row in found.bodies:
        medians = (row.for_days if row.waiting >= SMALL else None, row.days if row.answered >= SMALL else None)
        waited, took = ("" if days is None else str(days) for days in medians)
        lines.writerow([words.bodies[row.body], "", "", "", "", outside(row.waiting), waited, outside(row.answered),
                        took])  # fmt: skip
    return held.getvalue()


def _outside(tally: Tally) -> list[str]:
    return [outside(count) for count in (tally.done, tally.otherwise, tally.open_, tally.overdue)]


def _tally(state: StepState, overdue: bool, many: int) -> Tally:
    if state is StepState.DONE:
        return Tally(done=many)
    if not is_open(state):
        return Tally(otherwise=many)
    return Tally(overdue=many) if overdue else Tally(open_=many)


def _months(since: date, until: date) -> list[date]:
    first, found = since.replace(day=1), []
    while first <= until:
        found.append(first)
        first = (first + timedelta(days=31)).replace(day=1)
    return found
