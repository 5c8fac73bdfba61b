"""The relatives of a case as every page knows them: who, how to reach them safely, what they were told."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.consents.queries import casework_standing, casework_until, consents, told_topics
from app.domain.consent import Purpose, Standing
from app.domain.family_access import hears
from app.domain.fate import Fate
from app.domain.kin import KinRole
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.domain.safety import MayLeave, Number, Safety, to_ring
from app.domain.walls import Side, known_to
from app.kin.standing import sides, stands
from db.models.case_file import CaseFile
from db.models.family import Relative, Told
from db.models.kin import FamilyRole
from db.models.person import Person, Phone


@dataclass(frozen=True, slots=True)
class RelativeRow:
    """A relative and how to reach her safely. Phones are shown masked until somebody asks.

    `apart_from`: relatives of whom she may learn nothing. `hears`: topics of which he who is back lets her hear; None
    while he is away.
    """

    uid: UUID
    version: int
    person: UUID
    surname: str
    given: str
    patronymic: str
    born: PartialDate | None
    relation: Relation
    relation_typed: str
    numbers: tuple[Number, ...]
    safety: Safety
    primary: bool
    identity_verified: bool
    kinship_verified: bool
    consent: Standing
    consent_until: date | None
    in_conflict: bool
    branch: str
    apart_from: frozenset[UUID]
    hears: frozenset[str] | None
    last_told: Fate | None
    last_told_on: date | None

    @property
    def name(self) -> str:
        """Surname, given name and patronymic."""
        return " ".join(filter(None, (self.surname, self.given, self.patronymic)))

    @property
    def phones(self) -> tuple[str, ...]:
        """Every number that is written down."""
        return tuple(one.number for one in self.numbers)

    @property
    def to_ring(self) -> tuple[str, ...]:
        """The numbers that may be rung."""
        return to_ring(self.numbers, self.safety)


def relatives(session: Session, case: UUID, today: date) -> tuple[RelativeRow, ...]:
    """The relatives of a case, main contact first."""
    return everybody(session, case, today)[0]


def everybody(
    session: Session, case: UUID, today: date
) -> tuple[tuple[RelativeRow, ...], tuple[RelativeRow, ...]]:
    """The relatives of a case, main contact first; and those who were let go, whom its entries still name."""
    statement = (
        select(Relative, Person)
        .join(Person, Person.uid == Relative.person_uid)
        .where(Relative.case_uid == case)
        .order_by(Relative.position)
    )
    told = {
        row.relative_uid: (Fate(row.fate), row.on)
        for row in session.scalars(select(Told).where(Told.case_uid == case).order_by(Told.on, Told.uid))
    }
    phones = numbers(session, select(Relative.person_uid).where(Relative.case_uid == case))
    forbidden = not_to_contact(session, case, today)
    consented = consents(session, case, Purpose.CASEWORK, Purpose.FAMILY_INFORMATION)
    fate = Fate(session.scalars(select(CaseFile.fate).where(CaseFile.uid == case)).one())
    apart = _apart(sides(session, case, today))
    rows = [
        (relative.deleted_at is None, RelativeRow(
            uid=relative.uid, version=relative.version, person=person.uid,
            surname=person.surname, given=person.given, patronymic=person.patronymic, born=person.born,
            relation=Relation(relative.relation), relation_typed=relative.relation_typed,
            numbers=phones.get(person.uid, ()), safety=safety_of(relative, no_contact=relative.uid in forbidden),
            primary=relative.primary, identity_verified=relative.identity_verified,
            kinship_verified=relative.kinship_verified, consent=casework_standing(consented, relative.uid, today),
            consent_until=casework_until(consented, relative.uid, today), in_conflict=relative.in_conflict,
            branch=relative.branch, apart_from=apart.get(relative.uid, frozenset()),
            hears=hears(fate, told_topics(consented, relative.uid, today)),
            last_told=told[relative.uid][0] if relative.uid in told else None,
            last_told_on=told[relative.uid][1] if relative.uid in told else None,
        ))
        for relative, person in session.execute(statement)
    ]  # fmt: skip
    return tuple(row for living, row in rows if living), tuple(row for living, row in rows if not living)


def numbers(session: Session, people: Select[UUID]) -> Mapping[UUID, tuple[Number, ...]]:
    """The phones of people, in the order they were written down."""
    found: dict[UUID, list[Number]] = defaultdict(list)
    asked = select(Phone.person_uid, Phone.number, Phone.safe).where(Phone.person_uid.in_(people))
    for owner, number, safe in session.execute(asked.order_by(Phone.uid)):
        found[owner].append(Number(number, safe))
    return {owner: tuple(listed) for owner, listed in found.items()}


def not_to_contact(session: Session, case: UUID, today: date) -> frozenset[UUID]:
    """The relatives of a case whom nobody may contact today."""
    asked = select(FamilyRole).where(
        FamilyRole.case_uid == case, FamilyRole.role == KinRole.DO_NOT_CONTACT.value, FamilyRole.deleted_at.is_(None)
    )
    return frozenset(row.relative_uid for row in session.scalars(asked) if stands(row.since, row.until, today))


def safety_of(relative: Relative, *, no_contact: bool = False) -> Safety:
    """The rules of reaching a relative, as recorded."""
    return Safety(
        no_contact, relative.do_not_call, relative.safe_hours, relative.language, relative.code_phrase,
        MayLeave(relative.may_leave_message),
    )


def _apart(family: Sequence[Side]) -> Mapping[UUID, frozenset[UUID]]:
    """From whom each relative is kept apart."""
    everybody = {side.key for side in family}
    return {
        UUID(side.key): frozenset(UUID(key) for key in everybody - known_to(family, side.key)) for side in family
    }
