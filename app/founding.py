"""Found a vault for an office: its facts, and the laptop's public card beside it."""

from pathlib import Path

from app.access.access import access_of
from app.clock import Clock, SystemClock
from app.crypto.kdf import KdfParams
from app.exchange.service import card_of
from app.office.service import OfficeRow, Offices
from app.recovery.service import add_office
from app.vault.vault import OpenVault, create

CARD = "sender.json"


def found(
    path: Path, user: str, passphrase: str, office: OfficeRow, *,
    params: KdfParams | None = None, clock: Clock | None = None, recipient: Path | None = None,
) -> OpenVault:
    """Make a vault whose founder is the whole office; raises what `create` raises, and `OSError`.

    `recipient`: the file of the coordinating office that may recover it, compared before; raises what `add_office`
    raises.
    """
    vault = create(path, user, passphrase, params=params, clock=clock, training=office.training)
    try:
        access = access_of(vault.database, vault.user)
        Offices(vault.database, access).write(office)
        if recipient is not None:
            add_office(vault, recipient, access, clock or SystemClock())
        card_of(vault.vault_id, vault.keys.signing_key).write(vault.path / CARD)
    except BaseException:
        vault.close()
        raise
    return vault
