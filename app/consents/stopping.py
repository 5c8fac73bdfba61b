"""Which cases must not leave the vault today, because somebody said no or his yes has ended."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.consents.draft import CONSENT, ConsentRecord
from app.domain.consent import Purpose, last_standing, standing
from app.domain.errors import N_, UserError
from app.records.shape import draft_of
from db.models.case_file import CaseFile
from db.models.consent import Consent

DESPITE = "despite_consent"
"""The event, and the kind of disclosure, of what left against what was agreed."""
_NAMED = 5


class ConsentStops(UserError):
    what = N_("Consent stops the package: in {count} cases it was refused, withdrawn or has expired ({numbers}).")
    todo = N_("Renew the consents, leave these cases out, or give a reason that will be kept with each of them.")


def stopped(session: Session, day: date, cases: Collection[UUID] | None = None) -> tuple[UUID, ...]:
    """The live cases (of `cases`, if named) that must not go to the coordinating office on `day`.

    A giver's word about the package decides; where he was never asked about it, his word about keeping the case does.
    Another legal basis that stands carries the package whatever was said. Nobody asked stops nothing.
    """
    wanted = (
        select(Consent)
        .join(CaseFile, CaseFile.uid == Consent.case_uid)
        .where(Consent.deleted_at.is_(None), CaseFile.deleted_at.is_(None))
        .where(Consent.purpose.in_([Purpose.TRANSFER.value, Purpose.CASEWORK.value]))
        .order_by(Consent.since, Consent.uid)
    )
    by_case: dict[UUID, list[ConsentRecord]] = defaultdict(list)
    for row in session.scalars(wanted):
        by_case[row.case_uid].append(draft_of(row, ConsentRecord))
    chosen = None if cases is None else set(cases)
    return tuple(
        case for case, said in by_case.items() if (chosen is None or case in chosen) and stops_package(said, day)
    )


def stops_package(said: Iterable[ConsentRecord], day: date) -> bool:
    """Whether what was said in one case, in order, stops its package on `day`."""
    by_giver: dict[UUID | None, dict[Purpose, list[ConsentRecord]]] = defaultdict(lambda: defaultdict(list))
    for one in said:
        if one.basis == CONSENT:
            by_giver[one.giver_uid][one.purpose].append(one)
        elif one.purpose is Purpose.TRANSFER and standing(one.word(), day).allows:
            return False
    return any(
        last_standing((one.word() for one in words.get(Purpose.TRANSFER) or words[Purpose.CASEWORK]), day).stops
        for words in by_giver.values()
    )


def numbers(session: Session, cases: Sequence[UUID]) -> tuple[str, ...]:
    """The first few of these cases by number."""
    some = select(CaseFile.number).where(CaseFile.uid.in_(cases[:_NAMED])).order_by(CaseFile.number)
    return tuple(session.scalars(some))
