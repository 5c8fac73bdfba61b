"""A missing man's family: his wife, and a daughter who is fifteen."""

import pytest

from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.people.family import RelativeDetails
from app.people.person import Correction


@pytest.fixture
def case(services, missing):
    return services.cases.open(missing)[0]


@pytest.fixture
def wife(services, case):
    return services.cases.relatives(case)[0].uid


@pytest.fixture
def daughter(services, case, wife):
    details = RelativeDetails(Correction("Ґудзь", "Соломія", born=PartialDate(2011, 5, 6)), Relation.CHILD)
    services.family.add(case, details)
    return services.cases.relatives(case)[1].uid
