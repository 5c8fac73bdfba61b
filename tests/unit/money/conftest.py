"""A missing man's family in two branches, his wife and daughter, and his mother; what the law asks is answered."""

from dataclasses import replace

import pytest

from app.domain.kin import Fact, PayWish
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.kin.entries import FactDraft, WishDraft
from app.people.family import RelativeDetails
from app.people.person import Correction

_ASKED = (Fact.ALIMONY_FROM_HIM, Fact.TIES_TO_AGGRESSOR, Fact.CONVICTED)


@pytest.fixture
def case(services, missing):
    return services.cases.open(missing)[0]


@pytest.fixture
def family(services, case):
    """Wife, daughter (18 on 6 January 2027) and mother, in this order."""
    for given, relation, born in (
        ("Соломія", Relation.CHILD, PartialDate(2009, 1, 6)), ("Ганна", Relation.PARENT, None),
    ):  # fmt: skip
        services.family.add(case, RelativeDetails(Correction("Ґудзь", given, born=born), relation))
    uids = [row.uid for row in services.cases.relatives(case)]
    for uid, branch in zip(uids, ("дружини", "дружини", "матері"), strict=True):
        was = services.family.read(uid)
        services.family.edit(was, replace(was.details, branch=branch))
    own = {uids[0]: (Fact.DIVORCED,), uids[1]: (Fact.DISABLED_SINCE_CHILDHOOD,), uids[2]: (Fact.DEPRIVED_OF_RIGHTS,)}
    for uid in uids:
        for fact in (*_ASKED, *own.get(uid, ())):
            services.record.kin.facts.add(case, FactDraft(uid, fact, holds=False))
    services.record.kin.wishes.add(case, WishDraft(PayWish.NONE))
    return uids
