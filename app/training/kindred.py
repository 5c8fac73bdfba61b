"""The family of a training case told in full: roles, answers to the law, branches, and a child who comes of age."""

from dataclasses import replace
from datetime import date

from app.cases.view import CaseView
from app.domain.kin import Fact, KinRole, PayWish
from app.domain.partial_date import of_day
from app.domain.relation import Relation
from app.domain.safety import MayLeave
from app.kin.entries import FactDraft, RoleDraft, WishDraft
from app.people.family import RelativeDetails
from app.people.person import Correction
from app.services import Services

SOON = 40
"""Days until the daughter turns eighteen."""


def tell(services: Services, case: CaseView) -> None:
    """Write it down."""
    if not case.relatives:
        return
    first, kin, today = case.relatives[0].uid, services.record.kin, services.clock.today()
    coming = date.fromordinal(today.toordinal() + SOON)
    born = of_day(date(coming.year - 18, coming.month, min(coming.day, 28)))
    services.family.add(
        case.uid, RelativeDetails(Correction(case.surname, "Соломія", born=born), Relation.CHILD, "донька")
    )
    daughter = services.cases.relatives(case.uid)[-1].uid
    for uid, branch in ((first, "дружини"), (daughter, "дружини")):
        was = services.family.read(uid)
        careful = MayLeave.YES if uid == first else MayLeave.UNASKED
        services.family.edit(was, replace(was.details, branch=branch, may_leave_message=careful))
    kin.roles.add(case.uid, RoleDraft(first, KinRole.NOTICE_RECIPIENT, of_day(case.opened)))
    paid = RoleDraft(first, KinRole.PAY_RECIPIENT, of_day(case.opened), share=2_500, text="рішення № 14")
    kin.roles.add(case.uid, paid)
    kin.roles.add(case.uid, RoleDraft(daughter, KinRole.CHILD_OF, other_uid=first))
    kin.wishes.add(case.uid, WishDraft(PayWish.NONE, source="лист частини"))
    for fact in (Fact.ALIMONY_FROM_HIM, Fact.TIES_TO_AGGRESSOR, Fact.CONVICTED, Fact.DIVORCED):
        kin.facts.add(case.uid, FactDraft(first, fact, holds=False, source="зі слів"))
