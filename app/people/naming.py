"""What a person is and was called: earlier names, other spellings, and a name taken anew, each with its days."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from app.belonging import check_person
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.name import canonical
from app.domain.partial_date import PartialDate
from app.meanwhile import CorrectedMeanwhile, touches
from app.people import person
from app.people.days import check_days
from app.people.person import Correction, PersonRow
from app.people.service import People
from app.records.keeping import Keeping, Kept
from db.models.person import Person, PersonName


class NameKind(StrEnum):
    """How somebody came to be called so."""

    PREVIOUS = "previous"
    MAIDEN = "maiden"
    LATIN = "latin"
    LIST = "list"
    RUSSIAN = "russian"


class NoName(UserError):
    what = N_("No name is written.")
    todo = N_("Write a surname or a given name; Latin letters alone will do.")


class SameName(UserError):
    what = N_("This is the name that stands already.")
    todo = N_("Write the new name. A slip of the pen is put right with the person’s data.")


@dataclass(frozen=True, slots=True)
class NameDraft:
    """Another name of a person, from which day to which day it counted, and where it was met."""

    kind: NameKind
    surname: str
    given: str = ""
    patronymic: str = ""
    surname_latin: str = ""
    given_latin: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class NewName:
    """The name from now on; the one before stays as a `kind` until `since`. The Latin one is the passport's."""

    surname: str
    given: str
    patronymic: str = ""
    surname_latin: str = ""
    given_latin: str = ""
    since: PartialDate | None = None
    kind: NameKind = NameKind.PREVIOUS
    source: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """`people` writes the present name, `others` keeps every other one."""

    people: People
    others: Keeping[PersonName, NameDraft]

    def present(self, uid: UUID) -> PersonRow:
        """The name that counts now; raises `NotYourCase`."""
        with self.people.database.read() as session:
            check_person(session, self.people.access, uid)
            return person.recorded(session.get_one(Person, uid))

    def rows(self, uid: UUID) -> tuple[Kept[NameDraft], ...]:
        """The other names, oldest entry first; raises `NotYourCase`."""
        return self.others.rows(uid)

    def add(self, uid: UUID, draft: NameDraft) -> Changes:
        """Write another name down. Raises `NoName`, `DayToCome`, `EndsBeforeItBegins`, `NotYourCase`."""
        return self.others.add(uid, _straight(draft))

    def edit(self, was: Kept[NameDraft], now: NameDraft) -> Changes:
        """Put another name right. Raises what `add` and `Keeping.edit` raise."""
        return self.others.edit(was, _straight(now))

    def remove(self, uid: UUID) -> Changes:
        """Take another name out; raises `StaleEdit`."""
        return self.others.remove(uid)

    def rename(self, was: PersonRow, now: NewName) -> Changes:
        """Let a person have a new name from `now.since` on, as after a marriage; the one before stays, dated.

        Raises `SameName`, `NameMissing`, `DayToCome`, `CorrectedMeanwhile` with a `PersonRow`, `NotYourCase`.
        """
        with self.people.database.write(self.people.access.user) as session:
            row = session.get_one(Person, was.uid)
            check_person(session, self.people.access, was.uid)
            recorded = person.recorded(row)
            if recorded != was:
                raise CorrectedMeanwhile(now=recorded, touches=touches(session, person.cells(was.uid)))
            check_days(self.people.clock.today(), now.since)
            surname, given, patronymic = map(canonical, (now.surname, now.given, now.patronymic))
            if (surname, given, patronymic) == (was.surname, was.given, was.patronymic):
                raise SameName
            before = NameDraft(
                now.kind, was.surname, was.given, was.patronymic, was.surname_latin, was.given_latin,
                until=now.since, source=now.source,
            )  # fmt: skip
            self.others.put(session, was.uid, before)
            return self.people.put(
                session, row,
                Correction(
                    surname, given, patronymic, was.born, canonical(now.surname_latin), canonical(now.given_latin)
                ),
            )  # fmt: skip


def judging(clock: Clock) -> Callable[[Session, UUID, NameDraft], None]:
    """What is wrong with a name, by this clock: `NoName`, `DayToCome`, `EndsBeforeItBegins`."""

    def judge(_session: Session, _person: UUID, draft: NameDraft) -> None:
        if not any((draft.surname, draft.given, draft.surname_latin, draft.given_latin)):
            raise NoName
        check_days(clock.today(), draft.since, draft.until)

    return judge


def _straight(draft: NameDraft) -> NameDraft:
    return replace(
        draft, surname=canonical(draft.surname), given=canonical(draft.given), patronymic=canonical(draft.patronymic),
        surname_latin=canonical(draft.surname_latin), given_latin=canonical(draft.given_latin),
    )  # fmt: skip
