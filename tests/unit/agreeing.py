"""The second person of a test: hired into the vault, and asked for a yes; or the day after, for who works alone."""

from datetime import timedelta

from app.access.access import access_of
from app.approvals.service import Approvals
from app.clock import FixedClock
from app.domain.role import Role
from app.domain.second_person import Standing
from app.services import Services
from db.models.account import Account

LEAD = "Ірина"


def with_lead(services: Services) -> Services:
    """The same vault once a lead works there too."""
    with services.vault.database.write(services.vault.user) as session:
        session.add(Account(user=LEAD, roles=Role.LEAD.value, created=services.clock.now()))
    return Services.of(services.vault, services.clock)


def agree(services: Services) -> None:
    """Let the lead say yes to everything that waits."""
    database = services.vault.database
    lead = Approvals(database, services.clock, access_of(database, LEAD))
    for row in lead.list():
        if row.standing is Standing.WAITING:
            lead.approve(row.uid)


def next_day(services: Services) -> Services:
    """The same vault a day and an hour later."""
    return Services.of(services.vault, FixedClock(services.clock.now() + timedelta(hours=25)))
