"""Found a vault for an office: its facts, and the laptop's public card beside it."""

from pathlib import Path

from app.access.access import access_of
from app.clock import Clock
from app.crypto.kdf import KdfParams
from app.exchange.service import card_of
from app.office.service import OfficeRow, Offices
from app.vault.vault import OpenVault, create

CARD = "sender.json"


def found(
    path: Path, user: str, passphrase: str, office: OfficeRow, *,
    params: KdfParams | None = None, clock: Clock | None = None,
) -> OpenVault:
    """Make a vault whose founder is the whole office; raises what `create` raises, and `OSError`."""
    vault = create(path, user, passphrase, params=params, clock=clock, training=office.training)
    try:
        Offices(vault.database, access_of(vault.database, vault.user)).write(office)
        card_of(vault.vault_id, vault.keys.signing_key).write(vault.path / CARD)
    except BaseException:
        vault.close()
        raise
    return vault
