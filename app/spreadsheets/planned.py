"""The values an import plan is made of: what each row would become, and why."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.people.phones import Phone
from app.spreadsheets.headings import ColumnMap
from app.spreadsheets.name_readings import Name
from app.spreadsheets.remarks import Remark


class Outcome(StrEnum):
    """What becomes of a row."""

    IMPORT = "import"
    IMPORT_WITH_WARNINGS = "import_with_warnings"
    DUPLICATE = "duplicate"
    REFUSED = "refused"

    @property
    def taken(self) -> bool:
        """Whether the row becomes a case."""
        return self in {Outcome.IMPORT, Outcome.IMPORT_WITH_WARNINGS}


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """The man. Every text is "" or None when the register does not say it."""

    name: Name
    latin: str | None
    call_sign: str | None
    born: PartialDate | None
    rnokpp: str | None
    record_number: str | None
    passport: str | None
    rank: str | None


@dataclass(frozen=True, slots=True)
class PlannedCase:
    """What happened to him and how the office works on it. Texts of money are the office's own words."""

    fate: Fate
    return_mode: str | None
    event_date: PartialDate | None
    place: str | None
    unit: str | None
    previous_unit: str | None
    notice_date: PartialDate | None
    notice_number: str | None
    erdr: str | None
    last_contact: PartialDate | None
    responsible: str | None
    notes: str | None
    pay_884: str | None
    death_payment: str | None
    pension: str | None
    other_aid: str | None


@dataclass(frozen=True, slots=True)
class PlannedRelative:
    """The applicant, who becomes the first relative and the primary contact."""

    name: Name
    relation: Relation
    relation_text: str
    phones: tuple[Phone, ...]
    address: str | None


class Answered(StrEnum):
    """What a column says of a step: done, refused by the body, or to be begun now (the appeal)."""

    DONE = "done"
    REFUSED = "refused"
    TO_BEGIN = "to_begin"


@dataclass(frozen=True, slots=True)
class PlannedAnswer:
    """The state of one step; `day` None means that the day is not known."""

    state: Answered
    day: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whom a row repeats: another row of the file, or a case that is known (`uid`, `number`), and how surely.

    `name`, `born` and `unit` are the other's.
    """

    score: float
    row: int | None
    uid: str | None
    number: str | None
    name: str = ""
    born: PartialDate | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the register. `sheet_row` counts from 1 as the sheet does; `source_row` is «№ з/п», else it.

    `person` and `case` are None for a refused row. `originals` runs parallel to the plan's headings.
    """

    sheet_row: int
    source_row: int
    outcome: Outcome
    remarks: tuple[Remark, ...]
    person: PlannedPerson | None
    case: PlannedCase | None
    relative: PlannedRelative | None
    answers: Mapping[str, PlannedAnswer]
    likeness: Likeness | None
    headings: tuple[str, ...]
    originals: tuple[str, ...]

    @property
    def original(self) -> dict[str, str]:
        """What stood in every cell that was not empty, by heading: the provenance."""
        return {heading: text for heading, text in zip(self.headings, self.originals, strict=False) if text}

    @property
    def label(self) -> str:
        """The name to show beside the row."""
        return self.person.name.full if self.person else ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows end how; the four add up to all rows."""

    clean: int
    with_warnings: int
    duplicates: int
    refused: int

    @classmethod
    def of(cls, rows: Iterable[PlannedRow]) -> Self:
        """Count the rows."""
        ends = Counter(row.outcome for row in rows)
        return cls(
            clean=ends[Outcome.IMPORT],
            with_warnings=ends[Outcome.IMPORT_WITH_WARNINGS],
            duplicates=ends[Outcome.DUPLICATE],
            refused=ends[Outcome.REFUSED],
        )

    @property
    def taken(self) -> int:
        """Rows that become cases."""
        return self.clean + self.with_warnings

    @property
    def all(self) -> int:
        """Every row of the register that is not blank."""
        return self.taken + self.duplicates + self.refused


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything an import would do, decided once: the preview shows it, the import carries out the same value."""

    file_name: str
    sheet: str
    sheets: tuple[str, ...]
    mapping: ColumnMap
    rows: tuple[PlannedRow, ...]
    counts: Counts
    encoding: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of all columns, taken or not, in the sheet's order."""
        return tuple(column.heading for column in self.mapping.columns)

    def taking_as_new(self, sheet_rows: Collection[int]) -> "ImportPlan":
        """The plan with these of the likely duplicates imported all the same, and every other one left out."""
        rows = tuple(
            row if row.likeness is None
            else replace(row, outcome=_decided(as_new=row.sheet_row in sheet_rows))
            for row in self.rows
        )  # fmt: skip
        return replace(self, rows=rows, counts=Counts.of(rows))


def _decided(*, as_new: bool) -> Outcome:
    return Outcome.IMPORT_WITH_WARNINGS if as_new else Outcome.DUPLICATE
