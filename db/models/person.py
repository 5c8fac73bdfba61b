"""People: the servicemember and his relatives alike, their names, identifiers, phones and service."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.partial_date import PartialDate
from db.models.base import Editable, PersonEntry, kept


class Person(Editable):
    """Somebody with a name. The passport's Latin spelling beats the automatic one (`latin_source`)."""

    __tablename__ = "person"

    surname: Mapped[str] = mapped_column(info=kept(2, "full_name"))
    given: Mapped[str] = mapped_column(info=kept(2, "full_name"))
    patronymic: Mapped[str] = mapped_column(default="", info=kept(2, "full_name"))
    surname_latin: Mapped[str] = mapped_column(default="", info=kept(2, "full_name"))
    given_latin: Mapped[str] = mapped_column(default="", info=kept(2, "full_name"))
    latin_source: Mapped[str] = mapped_column(default="auto_2010", info=kept(1, "full_name"))
    sex: Mapped[str] = mapped_column(default="", info=kept(2))
    born: Mapped[PartialDate | None] = mapped_column(index=True, info=kept(2, "date_of_birth"))
    category: Mapped[str] = mapped_column(default="military", info=kept(2))
    call_sign: Mapped[str] = mapped_column(default="", info=kept(3, "call_sign"))
    address: Mapped[str] = mapped_column(default="", info=kept(2, "address"))
    name_key: Mapped[str] = mapped_column(index=True, info=kept(2))


class PersonName(PersonEntry):
    """Another name of a person, with the days on which it counted: an earlier surname, a spelling met in a list."""

    __tablename__ = "person_name"

    kind: Mapped[str] = mapped_column(info=kept(1, "full_name"))
    surname: Mapped[str] = mapped_column(index=True, info=kept(2, "full_name"))
    given: Mapped[str] = mapped_column(default="", info=kept(2, "full_name"))
    patronymic: Mapped[str] = mapped_column(default="", info=kept(2, "full_name"))
    surname_latin: Mapped[str] = mapped_column(default="", info=kept(2, "full_name"))
    given_latin: Mapped[str] = mapped_column(default="", info=kept(2, "full_name"))
    since: Mapped[PartialDate | None] = mapped_column(info=kept(2))
    until: Mapped[PartialDate | None] = mapped_column(info=kept(2))
    source: Mapped[str] = mapped_column(default="", info=kept(2))


class Identifier(PersonEntry):
    """A number that a register or a paper gave to a person; may be lawfully absent, with a reason."""

    __tablename__ = "identifier"
    __table_args__ = (Index("ix_identifier_value", "value", "kind"),)

    kind: Mapped[str] = mapped_column(info=kept(1, "rnokpp"))
    value: Mapped[str] = mapped_column(info=kept(3, "rnokpp"))
    issued: Mapped[PartialDate | None] = mapped_column(info=kept(2))
    issuer: Mapped[str] = mapped_column(default="", info=kept(2))
    until: Mapped[date | None] = mapped_column(info=kept(2))
    absent_reason: Mapped[str] = mapped_column(default="", info=kept(2))
    note: Mapped[str] = mapped_column(default="", info=kept(3))


class Phone(Editable):
    """A phone of a person, E.164 where it could be read; what was typed is kept beside it."""

    __tablename__ = "phone"

    person_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.uid"), index=True, info=kept(1))
    number: Mapped[str] = mapped_column(index=True, info=kept(2, "other_relatives_data_and_shares"))
    typed: Mapped[str] = mapped_column(default="", info=kept(2))
    note: Mapped[str] = mapped_column(default="", info=kept(2))
    safe: Mapped[bool] = mapped_column(default=False, info=kept(3))


class Service(PersonEntry):
    """Where a person served, dated: the unit of the event and the unit that now holds the file differ."""

    __tablename__ = "service"

    role: Mapped[str] = mapped_column(default="at_event", info=kept(1, "unit_code"))
    unit_code: Mapped[str] = mapped_column(default="", index=True, info=kept(3, "unit_code"))
    unit_name: Mapped[str] = mapped_column(default="", info=kept(3, "unit_code"))
    rank: Mapped[str] = mapped_column(default="", info=kept(2, "rank"))
    branch: Mapped[str] = mapped_column(default="", info=kept(2, "rank"))
    terms: Mapped[str] = mapped_column(default="", info=kept(2, "rank"))
    position: Mapped[str] = mapped_column(default="", info=kept(3))
    since: Mapped[PartialDate | None] = mapped_column(info=kept(2))
    until: Mapped[PartialDate | None] = mapped_column(info=kept(2))
    source: Mapped[str] = mapped_column(default="", info=kept(2))
