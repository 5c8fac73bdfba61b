"""Could this vault be recovered if every passphrase were forgotten, and was that ever tried?"""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from app.vault.users import current
from app.vault.vault import OpenVault
from db.models.recovery import RecoveryOffice


class RecoveryState(NamedTuple):
    """Whether an office could open this vault, and when that was last tried."""

    has_slot: bool
    last_drill: datetime | None


def recovery_state(vault: OpenVault) -> RecoveryState:
    """Whether to remind: no slot yet, or no drill for long."""
    with vault.database.read() as session:
        last = session.scalar(select(func.max(RecoveryOffice.drilled)))
    return RecoveryState(bool(current(vault).offices()), last)
