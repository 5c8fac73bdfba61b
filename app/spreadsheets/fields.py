"""What a column of an office's register can mean, and the words offices write above it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

import yaml

from app.domain.text import Text
from app.paths import resource


class Field(StrEnum):
    """The meanings an import knows; a column that matches none is shown as not taken and kept as provenance."""

    NUMBER = "number"
    FULL_NAME = "full_name"
    SURNAME = "surname"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    PREVIOUS_SURNAME = "previous_surname"
    LATIN_NAME = "latin_name"
    CALL_SIGN = "call_sign"
    BORN = "born"
    RNOKPP = "rnokpp"
    RECORD_NUMBER = "record_number"
    PASSPORT = "passport"
    RANK = "rank"
    UNIT = "unit"
    PREVIOUS_UNIT = "previous_unit"
    STATUS = "status"
    EVENT_DATE = "event_date"
    PLACE = "place"
    APPLICANT = "applicant"
    RELATION = "relation"
    PHONE = "phone"
    SECOND_PHONE = "second_phone"
    ADDRESS = "address"
    NOTICE = "notice"
    NOTICE_NUMBER = "notice_number"
    ERDR = "erdr"
    DNA = "dna"
    NIB = "nib"
    ICRC = "icrc"
    COORDINATION = "coordination"
    PAY_884 = "pay_884"
    DEATH_PAYMENT = "death_payment"
    PENSION = "pension"
    OTHER_AID = "other_aid"
    PSYCHOLOGIST = "psychologist"
    LAST_CONTACT = "last_contact"
    RESPONSIBLE = "responsible"
    NOTES = "notes"


class Holds(StrEnum):
    """What kind of values a field's cells hold; sample values of another kind speak against a match."""

    ANY = "any"
    COUNT = "count"
    NAME = "name"
    DATE = "date"
    TAX_NUMBER = "tax_number"
    UNIT = "unit"
    PHONE = "phone"
    ERDR = "erdr"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class FieldDef:
    """One field: its label, the kind of its values, the words that name it, and words that only hint at it."""

    field: Field
    label: Text
    holds: Holds
    synonyms: tuple[str, ...]
    weak: tuple[str, ...]


@lru_cache
def field_defs() -> Mapping[Field, FieldDef]:
    """The table of resources/catalogue/ua/headings.yaml; `ValueError` if it is not complete."""
    with resource("catalogue/ua/headings.yaml").open(encoding="utf-8") as file:
        entries = yaml.load(file, Loader=yaml.CSafeLoader)["headings"]
    defs = {}
    for entry in entries:
        field = Field(entry["field"])
        if field in defs:
            raise ValueError(f"headings.yaml: {field} stands twice")
        defs[field] = FieldDef(
            field,
            Text(entry["uk"], entry["en"]),
            Holds(entry["holds"]),
            tuple(entry["synonyms"]),
            tuple(entry.get("weak", ())),
        )
    if missing := set(Field) - set(defs):
        raise ValueError(f"headings.yaml: missing {sorted(missing)}")
    return MappingProxyType(defs)
