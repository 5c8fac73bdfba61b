"""Who is in the vault already, for the duplicate check of an import."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from app.domain.name import sort_key
from app.spreadsheets.duplicates import Somebody
from db.models.base import Partial
from db.models.case_file import CaseFile
from db.models.person import Identifier, Person, Service

_AFTER_EVERY_LETTER = "\x7f"


@dataclass(frozen=True, slots=True)
class VaultPeople:
    """The servicemembers of the live cases, looked up one by one (`app.spreadsheets.duplicates.KnownPeople`)."""

    session: Session

    def like(self, person: Somebody) -> Iterator[Somebody]:
        """Everybody with the same tax number, the same surname and given name, or the same full birth date."""
        key = sort_key(f"{person.surname} {person.given}")
        alike = {
            "from": key,
            "to": key + _AFTER_EVERY_LETTER,
            "born": person.born if person.born is not None and person.born.exact else None,
            "rnokpp": person.rnokpp,
        }
        return map(_somebody, self.session.execute(_ALIKE, alike))


_OWNERS = select(Identifier.person_uid).where(Identifier.kind == "rnokpp", Identifier.value == bindparam("rnokpp"))
_ALIKE = (
    select(Person.surname, Person.given, Person.patronymic, Person.born, Identifier.value, Service.unit_code,
           CaseFile.uid, CaseFile.number)
    .join(CaseFile, CaseFile.person_uid == Person.uid)
    .outerjoin(Identifier, (Identifier.person_uid == Person.uid) & (Identifier.kind == "rnokpp"))
    .outerjoin(Service, Service.person_uid == Person.uid)
    .where(
        CaseFile.deleted_at.is_(None),
        or_(
            Person.name_key.between(bindparam("from"), bindparam("to")),
            Person.born == bindparam("born", type_=Partial()),
            Person.uid.in_(_OWNERS),
        ),
    )
)
"""Built once: an import asks it for every row."""


def _somebody(found: Any) -> Somebody:
    surname, given, patronymic, born, rnokpp, unit, uid, number = found
    return Somebody(surname, given, patronymic, born, rnokpp, unit, uid=str(uid), number=number)


def nobody(session: Session) -> bool:
    """Whether the vault holds no case yet, so that nothing needs looking up."""
    return session.scalar(select(CaseFile.uid).limit(1)) is None


