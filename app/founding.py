"""Found a vault for an office: its facts, its founder's account, and the laptop's public card beside it."""

from pathlib import Path

from app.access.access import access_of
from app.clock import Clock, SystemClock
from app.crypto.kdf import DEFAULT, KdfParams
from app.crypto.signing import public_key
from app.domain.role import FOUNDER
from app.exchange.service import card_of
from app.office.service import OfficeRow, Offices
from app.vault.vault import OpenVault, create
from db.models.account import Account
from db.models.base import new_uid

CARD = "sender.json"


def found(
    path: Path, user: str, passphrase: str, office: OfficeRow, *,
    params: KdfParams = DEFAULT, clock: Clock | None = None,
) -> OpenVault:
    """Make a vault whose founder is the whole office; raises what `create` raises, and `OSError`."""
    vault = create(path, user, passphrase, params=params)
    clock = clock or SystemClock()
    try:
        with vault.database.write(vault.user) as session:
            session.add(
                Account(
                    uid=new_uid(), user=vault.user, roles=" ".join(sorted(FOUNDER)), created=clock.now(),
                    public_key=public_key(vault.keys.signing_key),
                )
            )
        Offices(vault.database, access_of(vault.database, vault.user)).write(office)
        card_of(vault.vault_id, vault.keys.signing_key).write(vault.path / CARD)
    except BaseException:
        vault.close()
        raise
    return vault
