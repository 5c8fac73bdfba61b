"""With what a coordinating office signs law packs: a secret key, and the card by which vaults know it."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.crypto import canonical, signing
from app.crypto.canonical import NotCanonical
from app.exchange.office import KeysNotWritten, Sender, only_line
from app.law.refusals import LawKeyExists, WrongLawKey
from app.vault.files import write_atomically

KEY_FILE, CARD_FILE = "law.key.txt", "law.card.json"
_WHO = "law-"


@dataclass(frozen=True, slots=True)
class LawKeys:
    """Where a fresh pair lies, and the forty digits of its public half."""

    card: Path
    key: Path
    fingerprint: str


def law_keygen(folder: Path, name: str) -> LawKeys:
    """Make the pair of the office `name` in `folder`; raises `LawKeyExists`, `KeysNotWritten`.

    `law.card.json` goes to the laptops; `law.key.txt` (0600) signs packs and never leaves the office.
    """
    key_path, card_path = folder / KEY_FILE, folder / CARD_FILE
    if key_path.exists() or card_path.exists():
        raise LawKeyExists(folder=folder.name)
    key = signing.new_signing_key()
    card = Sender(_WHO + secrets.token_hex(8), key).card(name.strip() or None)
    told = f"# Suprovid key for law packs, fingerprint {card.fingerprint}\n# Secret: never leaves the office.\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(key_path, f"{told}{canonical.encode(key)}\n".encode())
        card.write(card_path)
    except OSError as error:
        with suppress(OSError):
            key_path.unlink()
        raise KeysNotWritten from error
    return LawKeys(card_path, key_path, card.fingerprint)


def read_law_key(path: Path) -> bytes:
    """The 32 secret bytes in `path`; raises `WrongLawKey`."""
    try:
        return canonical.decode(only_line(path), signing.PRIVATE_SIZE)
    except (OSError, ValueError, NotCanonical) as error:
        raise WrongLawKey(name=path.name) from error
