"""The page of settings on a small vault, and a section of it in view."""

from dataclasses import replace

import pytest

from app.crypto.kdf import FLOOR
from app.domain.role import Role
from app.services import Services
from tests.ui.vault import CLOCK
from ui.settings.page import SettingsPage
from ui.settings.section import Section

OTHER = "Бондар Марта"
PHRASE = "клямка джміль вітряк оберіг гусінь"


@pytest.fixture
def page(place, shown) -> SettingsPage:
    return shown(SettingsPage(place))


@pytest.fixture
def section(page, lane):
    """Show one section and let it read."""

    def show(key: str) -> Section:
        page.choose(key)
        lane.flush()
        return page.section(key)

    return show


@pytest.fixture
def colleague(services: Services) -> str:
    """A caseworker beside the founder."""
    services.users.add(OTHER, PHRASE, [Role.CASEWORKER], params=FLOOR)
    return OTHER


@pytest.fixture
def modest(place, services, colleague):
    """The workplace of somebody who may keep his cases and copies, and nothing else."""
    services.users.set_roles(colleague, [Role.CASEWORKER, Role.LEAD, Role.DATA_OFFICER])
    services.users.set_roles(services.vault.user, [Role.CASEWORKER])
    return replace(place, services=Services.of(services.vault, CLOCK))
