"""What a case is in a package: one line of JSON, made by the database itself, of the columns that may leave.

A column leaves if redaction.yaml shows its field in full to the coordinating office; keys always do. Instants are
milliseconds since 1970, days ISO text, `~` before a date that is only about right.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, inspect, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.readers import closed_to
from app.domain.redaction import Audience, RedactionMatrix, Visibility
from db.models.base import CaseEntry, PersonEntry, Row, Uid
from db.models.case_file import CaseEvent, CaseFile, CaseReference, Episode, FateEvent
from db.models.consent import Consent
from db.models.family import Contact, Relative, Told
from db.models.information import InformationItem
from db.models.kin import FamilyRole
from db.models.money import MoneyClaim, MoneyDecision, MoneyOverpaid, MoneyPayment, MoneyStop
from db.models.person import Identifier, Person, PersonName, Phone, Service
from db.models.step import Document, Step

_AT_ONCE = 500
_OF_CASE: dict[str, type[Row]] = {
    "consents": Consent,
    "contacts": Contact,
    "documents": Document,
    "episodes": Episode,
    "events": CaseEvent,
    "fates": FateEvent,
    "information": InformationItem,
    "money": MoneyClaim,
    "money_decided": MoneyDecision,
    "money_overpaid": MoneyOverpaid,
    "money_paid": MoneyPayment,
    "money_stopped": MoneyStop,
    "references": CaseReference,
    "roles": FamilyRole,
    "steps": Step,
    "told": Told,
}
_OF_PERSON: dict[str, type[Row]] = {
    "identifiers": Identifier,
    "names": PersonName,
    "phones": Phone,
    "service": Service,
}


def lines(session: Session, matrix: RedactionMatrix, cases: Iterable[UUID] | None = None) -> Iterator[bytes]:
    """One line for each live case (or for each of `cases`), in the order they were opened."""
    statement = _statement(matrix).where(CaseFile.deleted_at.is_(None)).order_by(CaseFile.entry)
    statement = statement.execution_options(yield_per=200)
    for part in [statement] if cases is None else _of(session, statement, set(cases)):
        for (line,) in session.execute(part):
            yield line.encode() + b"\n"


def _of(session: Session, statement: Select[str], cases: set[UUID]) -> Iterator[Select[str]]:
    """The statement for these cases alone, so many at once as SQLite takes names of."""
    entries = select(CaseFile.entry, CaseFile.uid).order_by(CaseFile.entry)
    wanted = [entry for entry, uid in session.execute(entries) if uid in cases]
    for start in range(0, len(wanted), _AT_ONCE):
        yield statement.where(CaseFile.entry.in_(wanted[start : start + _AT_ONCE]))


def leaving(model: type[Row], matrix: RedactionMatrix) -> tuple[str, ...]:
    """The attributes of a table that leave: keys, and what the coordinating office sees in full."""
    return tuple(
        attribute.key
        for attribute in inspect(model).column_attrs
        if isinstance(attribute.columns[0].type, Uid)
        or matrix.visibility(attribute.columns[0].info["field"], Audience.COORDINATOR) is Visibility.FULL
    )


def _statement(matrix: RedactionMatrix) -> Select[str]:
    parts: dict[str, ColumnElement[Any]] = {
        name: _many(model, matrix, *_of_the_case(model)) for name, model in _OF_CASE.items()
    }
    parts["person"] = _person(matrix, CaseFile.person_uid)
    parts["relatives"] = _relatives(matrix)
    return select(_object(CaseFile, matrix, parts))


def _object(model: type[Row], matrix: RedactionMatrix, parts: dict[str, ColumnElement[Any]]) -> ColumnElement[str]:
    pairs: dict[str, ColumnElement[Any]] = {name: _value(getattr(model, name)) for name in leaving(model, matrix)}
    pairs |= parts
    arguments = [argument for name in sorted(pairs) for argument in (literal(name), pairs[name])]
    return func.json_object(*arguments)


def _value(column: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """As JSON can hold it: uids in hex, everything else as it is stored."""
    if isinstance(column.type, Uid):
        return func.lower(func.nullif(func.hex(column), ""))
    return column.expression


def _many(
    model: type[Row],
    matrix: RedactionMatrix,
    *conditions: ColumnElement[bool],
    parts: dict[str, ColumnElement[Any]] | None = None,
) -> ColumnElement[Any]:
    rows = select(func.json_group_array(func.json(_object(model, matrix, parts or {})))).where(*conditions)
    return func.json(rows.correlate(CaseFile, Relative, Person).scalar_subquery())


def _person(matrix: RedactionMatrix, uid: InstrumentedAttribute[UUID]) -> ColumnElement[Any]:
    parts = {name: _many(model, matrix, *_own(model)) for name, model in _OF_PERSON.items()}
    person = select(_object(Person, matrix, parts)).where(Person.uid == uid)
    return func.json(person.correlate(CaseFile, Relative).scalar_subquery())


def _own(model: type[Row]) -> tuple[ColumnElement[bool], ...]:
    """Entries that stand; of numbers, the tax number alone."""
    own = [model.__table__.c.person_uid == Person.uid]
    if issubclass(model, PersonEntry):
        own.append(model.deleted_at.is_(None))
    return (*own, Identifier.kind == "rnokpp") if model is Identifier else tuple(own)


def _of_the_case(model: type[Row]) -> tuple[ColumnElement[bool], ...]:
    """Entries that stand; of contacts those for the whole office: a psychologist's and a lead's stay here."""
    own = [_case_key(model) == CaseFile.uid]
    if issubclass(model, CaseEntry):
        own.append(model.deleted_at.is_(None))
    return (*own, Contact.audience.not_in(closed_to(()))) if model is Contact else tuple(own)


def _relatives(matrix: RedactionMatrix) -> ColumnElement[Any]:
    return _many(
        Relative,
        matrix,
        Relative.case_uid == CaseFile.uid,
        Relative.deleted_at.is_(None),
        parts={"person": _person(matrix, Relative.person_uid)},
    )


def _case_key(model: type[Row]) -> ColumnElement[UUID]:
    return model.__table__.c.case_uid
