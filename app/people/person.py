"""A person's names and birth date: as recorded, as they should be, and put so."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.name import canonical, sort_key
from app.domain.partial_date import PartialDate
from app.domain.translit import transliterate
from app.meanwhile import Cell
from db.models.person import Person

PASSPORT = "passport"
BY_RULE = "auto_2010"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person's names and birth date as recorded. The Latin spelling is the passport's; empty if made by rule."""

    uid: UUID
    version: int
    surname: str
    given: str
    patronymic: str
    born: PartialDate | None
    surname_latin: str
    given_latin: str


@dataclass(frozen=True, slots=True)
class Correction:
    """The names and the birth date as they should be. An empty Latin spelling is filled by Resolution 55."""

    surname: str
    given: str
    patronymic: str = ""
    born: PartialDate | None = None
    surname_latin: str = ""
    given_latin: str = ""


def recorded(person: Person) -> PersonRow:
    """The person as a form shows him."""
    passport = person.latin_source == PASSPORT
    return PersonRow(
        person.uid, person.version, person.surname, person.given, person.patronymic, person.born,
        person.surname_latin if passport else "", person.given_latin if passport else "",
    )


def put(person: Person, now: Correction) -> None:
    """Write the names and the birth date into the row."""
    person.surname, person.given, person.patronymic = map(canonical, (now.surname, now.given, now.patronymic))
    person.born = now.born
    person.surname_latin = now.surname_latin or transliterate(person.surname)
    person.given_latin = now.given_latin or transliterate(person.given)
    person.latin_source = PASSPORT if now.surname_latin or now.given_latin else BY_RULE
    person.name_key = sort_key(f"{person.surname} {person.given} {person.patronymic}")


def cells(person: UUID) -> dict[str, Cell]:
    """Where each field of a person stands."""
    names = ("surname", "given", "patronymic", "born", "surname_latin", "given_latin")
    return {name: (person, name) for name in names}
