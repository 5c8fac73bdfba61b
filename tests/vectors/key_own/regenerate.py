"""Write `vault.key` beside this file anew, with the keys that README.md tells. Only before the first release."""

from pathlib import Path
from uuid import UUID

from app.crypto.age_keys import HybridIdentity
from app.crypto.kdf import FLOOR
from app.crypto.keyfile import KeyFile
from app.crypto.slots import OfficeSlot, PassphraseSlot, Unlocked

VAULT = UUID("0f0e0d0c-0b0a-4908-8706-050403020100")


def key(first: int) -> bytes:
    """32 bytes that count up from `first`."""
    return bytes(range(first, first + 32))


def user(name: str, signing_key: bytes, seed: bytes, clinical_key: bytes | None) -> Unlocked:
    """A user of the vault whose data key counts from 0 and whose root key from 32."""
    return Unlocked(
        user=name, data_key=key(0), root_key=key(32), clinical_key=clinical_key, signing_key=signing_key, seed=seed
    )


olena = user("Olena", key(64), key(96), None)
taras = user("Taras", key(192), key(224), key(128))
file = KeyFile(
    VAULT,
    1,
    (
        PassphraseSlot.wrap(olena, "correct horse їжак", FLOOR, VAULT),
        PassphraseSlot.wrap(taras, "battery staple їжак", FLOOR, VAULT),
        OfficeSlot.seal(taras, HybridIdentity(key(160)).recipient(), VAULT),
    ),
    b"",
)
(Path(__file__).parent / "vault.key").write_bytes(file.sealed(olena).to_bytes())
