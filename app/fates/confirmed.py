"""By whose word captivity counts as confirmed in the present disappearance."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.domain.fate import Fate
from app.fates.at_hand import confirmations
from app.fates.confirmations import confirming
from db.models.case_file import FateEvent

_BY_PAPER = {"D-NIB": "NIB", "D-ICRC": "ICRC", "D-LETTER": "ICRC"}


def confirmed_by(session: Session, case: UUID, now: FateEvent) -> tuple[str, ...]:
    """The codes of the bodies, each once; empty if nobody who can confirm it did, or nobody is held.

    Where the status says confirmed and no confirmation stands by itself, the papers of that change tell by whom.
    """
    if Fate(now.fate) not in (Fate.CAPTIVE_UNCONFIRMED, Fate.CAPTIVE_CONFIRMED):
        return ()
    bodies = confirming(confirmations(session, case))
    if bodies or now.fate != Fate.CAPTIVE_CONFIRMED.value:
        return bodies
    papers = (_BY_PAPER[code] for code in now.evidence.split("; ") if code in _BY_PAPER)
    return tuple(dict.fromkeys(papers))
