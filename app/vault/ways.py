"""What can be done about a vault that does not open: each refusal leaves some ways, the gentlest first."""

from enum import StrEnum

from app.crypto.keyfile import DamagedKeyFile
from app.domain.errors import UserError
from app.vault.anchor import RecordsBehind
from app.vault.vault import VaultIncomplete
from db.refusals import DiskFailing, VaultDamaged, VaultReadOnly


class Way(StrEnum):
    """`READ`: open it to be read. `RESTORE`: bring a copy back. `TRUST`: go on with it as it is. `SALVAGE`: save what
    can be read into a new vault."""

    READ = "read"
    RESTORE = "restore"
    TRUST = "trust"
    SALVAGE = "salvage"


def ways(refusal: UserError) -> tuple[Way, ...]:
    """The ways that are left after `refusal`; none where another passphrase, or patience, is all it needs."""
    match refusal:
        case RecordsBehind():
            return Way.READ, Way.RESTORE, Way.TRUST
        case VaultDamaged() | DiskFailing():
            return Way.RESTORE, Way.SALVAGE, Way.READ
        case VaultIncomplete() | DamagedKeyFile():
            return (Way.RESTORE,)
        case VaultReadOnly():
            return (Way.READ,)
        case _:
            return ()
