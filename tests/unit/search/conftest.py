from uuid import UUID

import pytest

from app.cases.draft import CaseDraft
from app.search.service import Search
from app.services import Services


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    """A case whose person is looked for."""
    return services.cases.open(missing)[0]


@pytest.fixture
def search(services: Services) -> Search:
    return services.record.search
