"""Who is in the vault already, for the duplicate check of an import."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, bindparam, case, or_, select, type_coerce, union
from sqlalchemy.orm import Session

from app.domain.name import canonical, sort_key
from app.people.case_facts import AT_EVENT
from app.spreadsheets.duplicates import Somebody
from db.models.base import Partial
from db.models.case_file import CaseFile
from db.models.person import Identifier, Person, PersonName, Service

_AFTER_EVERY_LETTER = "\x7f"


@dataclass(frozen=True, slots=True)
class VaultPeople:
    """The servicemembers of the live cases, looked up one by one (`app.spreadsheets.duplicates.KnownPeople`)."""

    session: Session

    def like(self, person: Somebody) -> Iterator[Somebody]:
        """Everybody with the same tax number, the same full birth date, or the same name, now or once.

        Namesakes known to be born in another year are nobody's doubles; in a full vault they would be most of all.
        """
        key, _, _ = sort_key(f"{person.surname} {person.given}").partition(" ")
        born = person.born
        alike = {
            "from": key,
            "to": key + _AFTER_EVERY_LETTER,
            "year": None if born is None else f"{born.year:04}",
            "born": born if born is not None and born.exact else None,
            "rnokpp": person.rnokpp,
        }
        called = {"surname": canonical(person.surname), "given": canonical(person.given)}
        yield from map(_somebody, self.session.execute(_ALIKE, alike))
        yield from map(_somebody, self.session.execute(_ONCE_CALLED, called))


_NAMESAKES = (
    select(CaseFile.uid)
    .join(Person, Person.uid == CaseFile.person_uid)
    .where(
        CaseFile.name_key.between(bindparam("from"), bindparam("to")),
        or_(
            Person.born.is_(None),
            bindparam("year").is_(None),
            type_coerce(Person.born, String).contains(bindparam("year", type_=String())),
        ),
    )
)
_BORN_THE_SAME_DAY = (
    select(CaseFile.uid)
    .join(Person, Person.uid == CaseFile.person_uid)
    .where(Person.born == bindparam("born", type_=Partial()))
)
_OWNERS = (
    select(CaseFile.uid)
    .join(Identifier, Identifier.person_uid == CaseFile.person_uid)
    .where(Identifier.kind == "rnokpp", Identifier.value == bindparam("rnokpp"), Identifier.deleted_at.is_(None))
)
_GIVEN = case((PersonName.given == "", Person.given), else_=PersonName.given)
_CALLED_SO = (
    (PersonName.surname == bindparam("surname"))
    & (bindparam("given") == _GIVEN)
    & PersonName.deleted_at.is_(None)
)
"""Somebody who bore the name once, or was met under it in a list."""
_TAX = (Identifier.person_uid == Person.uid) & (Identifier.kind == "rnokpp") & Identifier.deleted_at.is_(None)
_SERVED = (Service.person_uid == Person.uid) & (Service.role == AT_EVENT) & Service.deleted_at.is_(None)
_ALIKE = (
    select(Person.surname, Person.given, Person.patronymic, Person.born, Identifier.value, Service.unit_code,
           CaseFile.uid, CaseFile.number)
    .join(Person, Person.uid == CaseFile.person_uid)
    .outerjoin(Identifier, _TAX)
    .outerjoin(Service, _SERVED)
    .where(CaseFile.uid.in_(union(_NAMESAKES, _BORN_THE_SAME_DAY, _OWNERS)), CaseFile.deleted_at.is_(None))
)
"""Built once: an import asks it for every row."""
_ONCE_CALLED = (
    select(PersonName.surname, _GIVEN,
           case((PersonName.patronymic == "", Person.patronymic), else_=PersonName.patronymic), Person.born,
           Identifier.value, Service.unit_code, CaseFile.uid, CaseFile.number)
    .join(Person, Person.uid == PersonName.person_uid)
    .join(CaseFile, CaseFile.person_uid == Person.uid)
    .outerjoin(Identifier, _TAX)
    .outerjoin(Service, _SERVED)
    .where(_CALLED_SO, CaseFile.deleted_at.is_(None))
)  # fmt: skip
"""The same people under their other names."""


def _somebody(found: Any) -> Somebody:
    surname, given, patronymic, born, rnokpp, unit, uid, number = found
    return Somebody(surname, given, patronymic, born, rnokpp, unit, uid=str(uid), number=number)


def nobody(session: Session) -> bool:
    """Whether the vault holds no case yet, so that nothing needs looking up."""
    return session.scalar(select(CaseFile.uid).limit(1)) is None


