"""By whose word captivity counts as confirmed in the present disappearance."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.confirming import Fact, able
from app.domain.fate import Fate
from db.models.case_file import FateEvent
from db.models.standing import Confirmation

_BY_PAPER = {"D-NIB": "NIB", "D-ICRC": "ICRC", "D-LETTER": "ICRC"}


def confirmed_by(session: Session, case: UUID, now: FateEvent) -> tuple[str, ...]:
    """The codes of the bodies, each once; empty if nobody who can confirm it did, or nobody is held.

    Where the status says confirmed and no confirmation stands by itself, the papers of that change tell by whom. What
    was written down before the present disappearance began belongs to an earlier one.
    """
    if Fate(now.fate) not in (Fate.CAPTIVE_UNCONFIRMED, Fate.CAPTIVE_CONFIRMED):
        return ()
    standing = select(Confirmation.body).where(
        Confirmation.case_uid == case, Confirmation.deleted_at.is_(None), Confirmation.uid > now.episode_uid,
        Confirmation.fact == Fact.CAPTIVITY.value, Confirmation.body.in_(able(Fact.CAPTIVITY)),
        Confirmation.withdrawn_on.is_(None), Confirmation.withdrawn_why == "",
    )  # fmt: skip
    bodies = tuple(dict.fromkeys(session.scalars(standing.order_by(Confirmation.uid))))
    if bodies or now.fate != Fate.CAPTIVE_CONFIRMED.value:
        return bodies
    papers = (_BY_PAPER[code] for code in now.evidence.split("; ") if code in _BY_PAPER)
    return tuple(dict.fromkeys(papers))
