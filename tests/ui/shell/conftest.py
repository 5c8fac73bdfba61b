"""A shell on a vault, in Ukrainian, with the case most tests look at."""

from uuid import UUID

import pytest

from app.cases.queries import CaseFilter
from ui.shell.shell import Shell


@pytest.fixture
def case(services) -> UUID:
    return services.cases.page(CaseFilter(), None, 1).rows[0].uid


@pytest.fixture
def inside(place, shown) -> Shell:
    """The shell, active, so that keys reach it."""
    shell = shown(Shell(place, training=False))
    shell.activateWindow()
    return shell
