"""The numbers and papers of a person: each by the rule of its kind, or lawfully absent with a reason."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.access.access import Access
from app.belonging import cases_of
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.identifier import Absent, Doubt, IdentifierKind, Owner, read
from app.domain.partial_date import PartialDate
from app.domain.sex import Sex
from app.domain.validity import Validity, validity
from app.people.days import check_days
from app.records.keeping import Keeping, Kept
from app.records.kinds import touched_by
from db.models.case_file import CaseFile
from db.models.person import Identifier, Person


class NoNumber(UserError):
    what = N_("There is neither a number nor a reason why there is none.")
    todo = N_("Write the number, or choose why it lawfully does not exist.")


class NumberAndReason(UserError):
    what = N_("A number is written, and also why there is none.")
    todo = N_("Keep one of the two.")


class NumberTwice(UserError):
    what = N_("This person has this number already.")
    todo = N_("Put the entry right that stands there.")


class OneTaxNumber(UserError):
    what = N_("This person has a tax number already.")
    todo = N_("There is only one in a life: put the entry right that stands there.")


@dataclass(frozen=True, slots=True)
class NumberDraft:
    """A number, when and by whom its paper was issued and until when it is good; or why there is none."""

    kind: IdentifierKind
    value: str = ""
    issued: PartialDate | None = None
    issuer: str = ""
    until: date | None = None
    absent_reason: Absent = Absent.PRESENT
    note: str = ""


@dataclass(frozen=True, slots=True)
class NumberRow:
    """An entry, what is odd about its number, and how long its paper is good.

    `elsewhere`: the cases in which the same number stands with somebody else, as far as the user may see them; None
    if it stands with nobody else.
    """

    entry: Kept[NumberDraft]
    doubts: tuple[Doubt, ...]
    elsewhere: tuple[str, ...] | None
    validity: Validity | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number is read by its rule before it is kept."""

    kept: Keeping[Identifier, NumberDraft]

    def rows(self, person: UUID) -> tuple[Kept[NumberDraft], ...]:
        """The numbers of a person in the order of their kinds; raises `NotYourCase`."""
        order = list(IdentifierKind)
        return tuple(sorted(self.kept.rows(person), key=lambda row: order.index(row.says.kind)))

    def add(self, person: UUID, draft: NumberDraft) -> Changes:
        """Write a number down as its rule puts it.

        Raises what `app.domain.identifier.read` raises, `NoNumber`, `NumberAndReason`, `NumberTwice`, `OneTaxNumber`,
        `DayToCome`, `EndsBeforeItBegins`, `NotYourCase`.
        """
        straight = self._straight(draft)
        with self.kept.database.write(self.kept.access.user) as session:
            row = self.kept.put(session, person, straight)
            _check_once(session, row)
        return touched_by(Identifier)

    def edit(self, was: Kept[NumberDraft], now: NumberDraft) -> Changes:
        """Put a number right. Raises what `add` and `Keeping.edit` raise."""
        return self.kept.edit(was, self._straight(now))

    def remove(self, uid: UUID) -> Changes:
        """Take a number out; raises `StaleEdit`."""
        return self.kept.remove(uid)

    def looked_at(self, person: UUID) -> tuple[NumberRow, ...]:
        """The numbers with what is to be asked about each; raises `NotYourCase`.

        Invented people have numbers that nobody could ever have, so nothing is asked about those.
        """
        rows, today = self.rows(person), self.kept.clock.today()
        with self.kept.database.read() as session:
            owner = _owner(session, person, today)
            elsewhere = _elsewhere(session, self.kept.access, person)
            invented = any(case.synthetic for case in cases_of(session, person))
            return tuple(
                NumberRow(
                    row, () if invented else _doubts(row.says, owner), elsewhere.get(row.uid),
                    validity(row.says.kind, row.says.issued, row.says.until, owner.born, today),
                )
                for row in rows
            )  # fmt: skip

    def _straight(self, draft: NumberDraft) -> NumberDraft:
        if not draft.value.strip():
            return replace(draft, value="")
        return replace(draft, value=read(draft.kind, draft.value, Owner(self.kept.clock.today())).value)


def judging(clock: Clock) -> Callable[[Session, UUID, NumberDraft], None]:
    """What is wrong with an entry, by this clock."""

    def judge(_session: Session, _person: UUID, draft: NumberDraft) -> None:
        if draft.value and draft.absent_reason:
            raise NumberAndReason
        if not draft.value and not draft.absent_reason:
            raise NoNumber
        check_days(clock.today(), draft.issued, draft.until)

    return judge


def _owner(session: Session, person: UUID, today: date) -> Owner:
    row = session.get_one(Person, person)
    return Owner(today, row.born, Sex(row.sex) if row.sex else None)


def _doubts(says: NumberDraft, owner: Owner) -> tuple[Doubt, ...]:
    if not says.value:
        return ()
    try:
        return read(says.kind, says.value, owner).doubts
    except UserError:
        return (Doubt.UNUSUAL,)


def _elsewhere(session: Session, access: Access, person: UUID) -> dict[UUID, tuple[str, ...]]:
    """Which numbers stand with somebody else too: by entry, the cases of his that the user may see."""
    other = aliased(Identifier)
    same = (
        select(Identifier.uid, other.person_uid)
        .join(other, (other.kind == Identifier.kind) & (other.value == Identifier.value))
        .where(
            Identifier.person_uid == person, Identifier.value != "", Identifier.deleted_at.is_(None),
            other.person_uid != person, other.deleted_at.is_(None),
        )
    )  # fmt: skip
    found: dict[UUID, set[str]] = defaultdict(set)
    for uid, somebody in session.execute(same):
        found[uid].update(_seen(session, access, somebody))
    return {uid: tuple(sorted(numbers)) for uid, numbers in found.items()}


def _check_once(session: Session, row: Identifier) -> None:
    others = select(Identifier).where(
        Identifier.person_uid == row.person_uid, Identifier.kind == row.kind, Identifier.uid != row.uid,
        Identifier.deleted_at.is_(None),
    )  # fmt: skip
    for other in session.scalars(others):
        if row.kind == IdentifierKind.TAX_NUMBER:
            raise OneTaxNumber
        if other.value == row.value:
            raise NumberTwice


def _seen(session: Session, access: Access, person: UUID) -> set[str]:
    uids = [case.uid for case in cases_of(session, person)]
    seen = select(CaseFile.number).where(CaseFile.uid.in_(uids), CaseFile.deleted_at.is_(None), *access.cases())
    return set(session.scalars(seen))
