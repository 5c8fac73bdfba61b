"""What stands today of dated roles and facts, as the rules of entitlement and of walls see it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.coming_of_age import OF_AGE, is_under
from app.domain.entitlement import Kindred, Kinsman
from app.domain.fate import Fate
from app.domain.kin import KinRole, PayWish
from app.domain.partial_date import PartialDate
from app.domain.pay_rule import PayRule
from app.domain.relation import Relation
from app.domain.shares import OUTSIDE, DatedAnswer, DatedFamily, DatedKinsman, WishLine, on
from app.domain.walls import Side
from app.kin.entries import FactDraft, RoleDraft, WishDraft
from app.records.keeping import Kept
from db.models.family import Relative
from db.models.kin import FamilyRole
from db.models.person import Person


@dataclass(frozen=True, slots=True)
class RelativeKin:
    """A relative's place among kin."""

    uid: UUID
    relation: Relation
    born: PartialDate | None
    branch: str
    in_conflict: bool


def relatives(session: Session, case: UUID) -> tuple[RelativeKin, ...]:
    """The relatives of a case, main contact first."""
    found = session.execute(
        select(Relative.uid, Relative.relation, Person.born, Relative.branch, Relative.in_conflict)
        .join(Person, Person.uid == Relative.person_uid)
        .where(Relative.case_uid == case, Relative.deleted_at.is_(None))
        .order_by(Relative.position, Relative.uid)
    )
    return tuple(
        RelativeKin(uid, Relation(relation), born, branch, quarrels) for uid, relation, born, branch, quarrels in found
    )


def stands(since: PartialDate | None, until: PartialDate | None, today: date) -> bool:
    """Whether what holds from `since` until `until`, both included, holds today; an unknown end is open."""
    return (since is None or since.first <= today) and (until is None or today <= until.last)


def through_time(
    fate: Fate, family: Sequence[RelativeKin], facts: Sequence[Kept[FactDraft]], wishes: Sequence[Kept[WishDraft]],
    rules: tuple[PayRule, ...],
) -> DatedFamily:  # fmt: skip
    """The family with everything that was answered about it, for the shares of any day."""
    return DatedFamily(
        fate,
        tuple(DatedKinsman(str(one.uid), one.relation, one.born, _answers(one.uid, facts)) for one in family),
        _wish(wishes), rules,
    )  # fmt: skip


def kindred(family: DatedFamily, today: date, roles: Sequence[Kept[RoleDraft]]) -> Kindred:
    """The family as the rules of entitlement see it on one day."""
    now = [row.says for row in roles if stands(row.says.since, row.says.until, today)]
    bare = on(family, today)
    return replace(
        bare,
        kin=tuple(
            replace(
                one,
                roles=frozenset(says.role for says in now if str(says.relative_uid) == one.key),
                aid_years=frozenset(
                    row.says.year
                    for row in roles
                    if str(row.says.relative_uid) == one.key and row.says.role is KinRole.ANNUAL_AID and row.says.year
                ),
            )
            for one in bare.kin
        ),
    )


def _answers(relative: UUID, facts: Sequence[Kept[FactDraft]]) -> tuple[DatedAnswer, ...]:
    return tuple(
        DatedAnswer(
            row.says.fact, row.says.holds, row.says.since.first if row.says.since else None,
            row.says.until.last if row.says.until else None,
        )
        for row in facts
        if row.says.relative_uid == relative
    )  # fmt: skip


def _wish(wishes: Sequence[Kept[WishDraft]]) -> tuple[WishLine, ...] | None:
    """His wish; names outweigh a line that there is none, which may be older."""
    if not wishes:
        return None
    return tuple(
        WishLine(
            str(row.says.relative_uid) if row.says.relative_uid else OUTSIDE, row.says.share,
            row.says.made.first if row.says.made else None,
        )
        for row in wishes
        if row.says.wish is PayWish.NAMES
    )  # fmt: skip


def guardians(one: Kinsman, roles: Sequence[Kept[RoleDraft]], today: date) -> tuple[UUID, ...] | None:
    """Who answers for a minor, said from either side; None for who is no minor, or of an age that nobody knows."""
    if not is_under(one.born, OF_AGE, today):
        return None
    found: list[UUID] = []
    for row in roles:
        says = row.says
        if not stands(says.since, says.until, today) or says.other_uid is None:
            continue
        if says.role is KinRole.GUARDIAN_OF and str(says.other_uid) == one.key:
            found.append(says.relative_uid)
        elif says.role is KinRole.CHILD_OF and str(says.relative_uid) == one.key:
            found.append(says.other_uid)
    return tuple(dict.fromkeys(found))


def shares(roles: Sequence[Kept[RoleDraft]], today: date) -> int:
    """The parts of his pay that recipients get today, together, in hundredths of a percent."""
    return sum(
        row.says.share or 0
        for row in roles
        if row.says.role is KinRole.PAY_RECIPIENT and stands(row.says.since, row.says.until, today)
    )


def sides(session: Session, case: UUID, today: date) -> tuple[Side, ...]:
    """Where each relative of a case stands, for the walls between branches."""
    conflicts = select(FamilyRole).where(
        FamilyRole.case_uid == case, FamilyRole.role == KinRole.IN_CONFLICT_WITH.value, FamilyRole.deleted_at.is_(None)
    )
    rows = [row for row in session.scalars(conflicts) if stands(row.since, row.until, today)]
    return tuple(_side(one, rows) for one in relatives(session, case))


def _side(one: RelativeKin, conflicts: Collection[FamilyRole]) -> Side:
    against = {str(row.other_uid) for row in conflicts if row.relative_uid == one.uid}
    return Side(str(one.uid), one.branch, one.in_conflict, frozenset(against))


def branches(session: Session, case: UUID) -> Mapping[UUID | None, str]:
    """Whose branch a note or a talk with each relative concerns: empty for a family that is not parted."""
    family = relatives(session, case)
    labels = {one.branch for one in family}
    return {one.uid: one.branch for one in family if one.branch} if len(labels) > 1 else {}
