"""Somebody who holds the clinical key."""

from dataclasses import replace

import pytest

from app.domain.role import Right
from app.wellbeing.care import Care
from app.wellbeing.service import Wellbeing


@pytest.fixture
def psychologist(services):
    access = replace(services.access, rights=services.access.rights | {Right.CLINICAL})
    wellbeing = Wellbeing(services.vault.database, services.clock, access, b"k" * 32)
    return replace(services, access=access, care=Care(wellbeing), wellbeing=wellbeing)
