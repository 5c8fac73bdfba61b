from pathlib import Path
from uuid import UUID

import pytest

from app.cases.draft import CaseDraft
from app.documents.service import Documents
from app.services import Services
from tests.unit.documents.made import picture, saved


@pytest.fixture
def documents(services: Services) -> Documents:
    return services.documents


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    """A case to add documents to."""
    return services.cases.open(missing)[0]


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A scan on a stick."""
    path = tmp_path / "Свідоцтво_про_шлюб.jpg"
    path.write_bytes(saved(picture()))
    return path
