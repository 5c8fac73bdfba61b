"""Children of the families who come of age soon: shares are counted anew, and a guardian's powers end."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, String, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.domain.coming_of_age import AHEAD, OF_AGE, STUDENT_UNTIL, Turning, turning
from app.domain.entitlement import Kinsman
from app.domain.fate import ALL_RETURNED, Fate
from app.domain.kin import Fact
from app.domain.relation import Relation
from db.models.case_file import CaseFile
from db.models.family import Relative
from db.models.kin import KinFact
from db.models.person import Person

_MATTERS = frozenset({Relation.CHILD, Relation.SIBLING, Relation.GRANDCHILD})
_QUIET = [fate.value for fate in (*ALL_RETURNED, Fate.FOUND_ALIVE, Fate.CLOSED)]
"""With him back, or the case closed, no share of his family hangs on a birthday."""
MOST = 20


@dataclass(frozen=True, slots=True)
class TurningRow:
    """Somebody of a family who turns 18 or 23 soon."""

    case: UUID
    number: str
    relative: UUID
    name: str
    turning: Turning


def turning_of(one: Kinsman, today: date) -> Turning | None:
    """The birthday of a young relative that changes what the law gives; 23 is one only for who studies full-time."""
    if one.relation not in _MATTERS:
        return None
    ages = (OF_AGE, STUDENT_UNTIL) if one.answers.get(Fact.FULL_TIME_STUDENT) else (OF_AGE,)
    return turning(one.born, today, ages)


def turning_soon(
    session: Session, today: date, seen: Sequence[ColumnElement[bool]], workers: Collection[str] = ()
) -> tuple[TurningRow, ...]:
    """The nearest birthdays among the families of live cases; `seen`: what the user may see."""
    asked = (
        select(CaseFile.uid, CaseFile.number, Relative.uid, Relative.relation, Person)
        .join(Relative, Relative.person_uid == Person.uid)
        .join(CaseFile, CaseFile.uid == Relative.case_uid)
        .where(
            or_(*(_born_for(age, today) for age in (OF_AGE, STUDENT_UNTIL))),
            Relative.relation.in_([relation.value for relation in _MATTERS]), Relative.deleted_at.is_(None),
            CaseFile.deleted_at.is_(None), CaseFile.fate.not_in(_QUIET), CaseFile.restricted.is_(False), *seen,
        )
    )  # fmt: skip
    if workers:
        asked = asked.where(CaseFile.worker.in_(sorted(workers)))
    found = session.execute(asked).all()
    students = _students(session, [relative for _, _, relative, _, _ in found])
    rows = []
    for case, number, relative, relation, person in found:
        answers = {Fact.FULL_TIME_STUDENT: relative in students}
        coming = turning_of(Kinsman(str(relative), Relation(relation), person.born, answers), today)
        if coming is not None:
            name = " ".join(filter(None, (person.surname, person.given)))
            rows.append(TurningRow(case, number, relative, name, coming))
    return tuple(sorted(rows, key=lambda row: (row.turning.on, row.number)))[:MOST]


def _born_for(age: int, today: date) -> ColumnElement[bool]:
    """Birth dates, as text, of whoever may turn `age` within the time that is looked ahead."""
    first, last = today.year - age, (today + AHEAD).year - age
    return type_coerce(Person.born, String).between(f"{first}", f"{last}-12-31")


def _students(session: Session, relatives: Sequence[UUID]) -> frozenset[UUID]:
    asked = select(KinFact.relative_uid, KinFact.holds).where(
        KinFact.relative_uid.in_(relatives), KinFact.fact == Fact.FULL_TIME_STUDENT.value,
        KinFact.deleted_at.is_(None),
    )  # fmt: skip
    newest: dict[UUID, bool] = {}
    for relative, holds in session.execute(asked.order_by(KinFact.uid)):
        newest[relative] = holds
    return frozenset(relative for relative, holds in newest.items() if holds)
