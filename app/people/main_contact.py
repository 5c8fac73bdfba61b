"""Another main contact waits for a second person's yes to that very change; the first one of a case for nobody's."""

from sqlalchemy.orm import Session

from app.approvals.content import Content
from db.models.case_file import CaseFile
from db.models.family import Relative


def change(session: Session, now: Relative, to: Relative, how: str) -> Content:
    """What is asked: that `to` takes the place of `now`. `how`: chosen, or because the other one goes."""
    case = session.get_one(CaseFile, now.case_uid)
    return Content({"number": case.number, "relation": to.relation}, f"{how} {case.uid} {now.uid} {to.uid}")


def newcomer(session: Session, now: Relative, details: object, relation: str) -> Content:
    """What is asked: that somebody who is not in the case yet, with these details, takes the place of `now`."""
    case = session.get_one(CaseFile, now.case_uid)
    return Content({"number": case.number, "relation": relation}, f"new {case.uid} {now.uid} {details!r}")
