"""The plan of a synthetic man who is back: a goal with a step to it, and the day on which it was gone through."""

from datetime import timedelta

from app.cases.view import CaseView
from app.domain.fate import ALL_RETURNED
from app.reintegration.plan import Area, DeedDraft, GoalDraft, ReviewDraft
from app.services import Services


def tell(services: Services, case: CaseView) -> None:
    """Write it down."""
    if case.fate not in ALL_RETURNED:
        return
    returning, today = services.record.returning, services.clock.today()
    month = today + timedelta(days=30)
    returning.goals.add(
        case.uid, GoalDraft(Area.HOUSING, "Жити окремо, з собакою", month, agreed_on=today - timedelta(days=2))
    )
    (goal,) = returning.goals.rows(case.uid)
    leave = next((row for row in services.plan.steps(case.uid) if row.step_id == "RIN-07"), None)
    returning.deeds.add(case.uid, DeedDraft(goal.uid, leave.uid if leave else None, "" if leave else "Відпустка"))
    returning.reviews.add(case.uid, ReviewDraft(today, agreed=True, days=30))
