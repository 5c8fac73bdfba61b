"""What a case is found by, read in one question and put into the search index anew."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Select, and_, bindparam, literal, or_, select, union_all
from sqlalchemy.orm import InstrumentedAttribute

from app.domain.name import sort_key
from app.names.index import words_of
from app.people.case_facts import AT_EVENT
from db import search
from db.journal import JournaledSession
from db.models.base import Uid
from db.models.case_file import CaseFile
from db.models.family import Relative
from db.models.person import Person, PersonName, Phone, Service


def reindex(session: JournaledSession, case: CaseFile) -> None:
    """Make a case findable by what stands in it now; what was changed must be flushed."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for kind, *told in session.connection().execute(_FINDABLE, {"case": case.uid, "man": case.person_uid}):
        found[kind].append(tuple(told))
    unit = next((unit for unit, role, _ in found["unit"] if role == AT_EVENT), "")
    case.unit_key = sort_key(unit)
    words = words_of(
        found["name"],
        latin=tuple(part for parts in found["latin"] for part in parts),
        number=case.number,
        phones=[phone for phone, _, _ in found["phone"]],
        units=[unit for unit, _, _ in found["unit"]],
    )
    search.put(session, [(case.entry, words)])


def _told(kind: str, *words: InstrumentedAttribute[str]) -> Select[Any]:
    columns: list[Any] = [literal(kind), *words, *[literal("")] * (3 - len(words))]
    return select(*columns)


_CASE, _MAN = bindparam("case", type_=Uid()), bindparam("man", type_=Uid())
_FAMILY = select(Relative.person_uid).where(Relative.case_uid == _CASE, Relative.deleted_at.is_(None))
_VARIANT = and_(
    or_(PersonName.person_uid == _MAN, PersonName.person_uid.in_(_FAMILY)), PersonName.deleted_at.is_(None)
)
_FINDABLE = union_all(
    _told("name", Person.surname, Person.given, Person.patronymic).where(
        or_(Person.uid == _MAN, Person.uid.in_(_FAMILY))
    ),
    _told("name", PersonName.surname, PersonName.given, PersonName.patronymic).where(_VARIANT),
    _told("latin", Person.surname_latin, Person.given_latin).where(or_(Person.uid == _MAN, Person.uid.in_(_FAMILY))),
    _told("latin", PersonName.surname_latin, PersonName.given_latin).where(_VARIANT),
    _told("phone", Phone.number).where(Phone.person_uid.in_(_FAMILY)),
    _told("unit", Service.unit_code, Service.role).where(Service.person_uid == _MAN, Service.deleted_at.is_(None)),
)
"""What it is, and up to three words; built once."""
