"""Who exchanges packages: the coordinating office's key pair and a laptop's sender card, as files people carry."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from app.crypto import canonical, signing
from app.crypto.age_keys import HybridIdentity, HybridRecipient, WrongKey, X25519Identity, parse_identity
from app.crypto.canonical import NotCanonical
from app.domain.errors import N_, UserError
from app.vault.files import write_atomically

RECIPIENT_FILE = "office.recipient.txt"
IDENTITY_FILE = "office.identity.txt"
SENDER_FILE = "sender.json"
_CARD_FORMAT = "suprovid-sender"
_CARD: canonical.Shape = {
    "format": str,
    "v": int,
    "sender_id": str,
    "public_key": str,
    "fingerprint": str,
    "name": (str, type(None)),
}
_LARGEST = 64 * 1024


class OfficeKeysExist(UserError):
    what = N_("There are already keys of an office in {folder}.")
    todo = N_("Choose another folder: lost keys cannot be made again, so they are never replaced.")


class KeysNotWritten(UserError):
    what = N_("The keys could not be written: the folder is full or read-only.")
    todo = N_("Choose another folder.")


class WrongRecipientFile(UserError):
    what = N_("{name} is not the recipient file of an office.")
    todo = N_("Ask the office for its file office.recipient.txt.")


class WrongIdentityFile(UserError):
    what = N_("{name} is not the key file of an office.")
    todo = N_("Choose the file office.identity.txt, which never leaves the office.")


class WrongSenderFile(UserError):
    what = N_("{name} is not the sender file of a laptop.")
    todo = N_("Ask the sender for the file sender.json of their vault.")


@dataclass(frozen=True, slots=True)
class OfficeKeys:
    """Where a fresh pair lies, and the forty digits of its public half."""

    recipient: Path
    identity: Path
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Sender:
    """Who signs packages: a stable name of the laptop (no person's name) and its Ed25519 key."""

    sender_id: str
    signing_key: bytes = field(repr=False)

    def card(self, name: str | None = None) -> "SenderCard":
        """What others may know of this sender; `name` is the office's, if it wants to be named."""
        return SenderCard(self.sender_id, signing.public_key(self.signing_key), name)


@dataclass(frozen=True, slots=True)
class SenderCard:
    """`sender.json`: the public half of a sender, by which the office knows its packages."""

    sender_id: str
    public_key: bytes
    name: str | None = None

    @property
    def fingerprint(self) -> str:
        """The forty digits by which people compare it."""
        return signing.sender_fingerprint(self.public_key)

    def to_bytes(self) -> bytes:
        """The file's content."""
        return canonical.write(
            {
                "format": _CARD_FORMAT,
                "v": 1,
                "sender_id": self.sender_id,
                "public_key": canonical.encode(self.public_key),
                "fingerprint": self.fingerprint,
                "name": self.name,
            }
        )

    def write(self, path: Path) -> None:
        """Put the card at `path`, readable by everybody; raises `OSError`."""
        write_atomically(path, self.to_bytes(), 0o644)

    @classmethod
    def read(cls, path: Path) -> Self:
        """The card at `path`; raises `WrongSenderFile`."""
        try:
            data = _read(path)
            told = canonical.fields(canonical.read(data, _LARGEST), _CARD)
            card = cls(told["sender_id"], canonical.decode(told["public_key"], signing.PUBLIC_SIZE), told["name"])
            if card.to_bytes() != data:
                raise NotCanonical("fields that contradict each other")
        except (OSError, NotCanonical) as error:
            raise WrongSenderFile(name=path.name) from error
        return card


def keygen(folder: Path) -> OfficeKeys:
    """Make the key pair of an office in `folder`; raises `OfficeKeysExist` or `KeysNotWritten`.

    `office.recipient.txt` goes to the laptops; `office.identity.txt` (0600) opens everything sent to the office.
    """
    identity_path, recipient_path = folder / IDENTITY_FILE, folder / RECIPIENT_FILE
    if identity_path.exists() or recipient_path.exists():
        raise OfficeKeysExist(folder=folder.name)
    identity = HybridIdentity.generate()
    recipient = identity.recipient()
    told = f"# Suprovid office key, fingerprint {recipient.fingerprint()}\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(identity_path, identity_lines(identity))
        write_atomically(recipient_path, f"{told}{recipient.text()}\n".encode(), 0o644)
    except OSError as error:
        with suppress(OSError):
            identity_path.unlink()
        raise KeysNotWritten from error
    return OfficeKeys(recipient_path, identity_path, recipient.fingerprint())


def identity_lines(identity: HybridIdentity) -> bytes:
    """The content of a secret key's file."""
    told = f"# Suprovid office key, fingerprint {identity.fingerprint()}\n# Secret: never leaves the office.\n"
    return f"{told}{identity.text()}\n".encode()


def read_recipient(path: Path) -> HybridRecipient:
    """The office that `path` names; raises `WrongRecipientFile`, also for a key without post-quantum part."""
    try:
        return HybridRecipient.parse(only_line(path))
    except (OSError, ValueError) as error:
        raise WrongRecipientFile(name=path.name) from error


def read_identity(path: Path) -> HybridIdentity | X25519Identity:
    """The secret key in `path`; raises `WrongIdentityFile`."""
    try:
        return parse_identity(only_line(path))
    except (OSError, ValueError) as error:
        raise WrongIdentityFile(name=path.name) from error


def only_line(path: Path) -> str:
    """The one line of a key file that is neither empty nor a comment."""
    lines = [line.strip() for line in _read(path).decode("ascii").splitlines()]
    keys = [line for line in lines if line and not line.startswith("#")]
    if len(keys) != 1:
        raise WrongKey
    return keys[0]


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LARGEST)
