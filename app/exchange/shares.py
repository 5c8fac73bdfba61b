"""The office's secret key in three shares, any two of which restore it: no single safe, and no single theft, decides.

Each share names the key it belongs to, so that a wrong or mixed share is refused; its spelling finds mistyped letters.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Self

from app.crypto import bech32, shamir
from app.crypto.age_keys import HybridIdentity
from app.domain.errors import N_, UserError
from app.exchange.office import (
    KeysNotWritten,
    OfficeKeysExist,
    WrongIdentityFile,
    identity_lines,
    only_line,
    read_identity,
)
from app.vault.files import write_atomically

NEEDED, SHARES = 2, 3
_PREFIX = "suprovid-share-"
_VERSION = 1
_MARK = 16
_SEED = 32


class WrongShare(UserError):
    what = N_("{name} is not a whole share of an office key.")
    todo = N_("Compare it with the paper or stick it was copied from, letter by letter.")


class SharesDiffer(UserError):
    what = N_("These shares do not belong together, or one of them was changed. Nothing was restored.")
    todo = N_("Use two different shares of the same key: their files name the same digits.")


@dataclass(frozen=True, slots=True)
class Share:
    """One of `SHARES`: its number, the key it belongs to, and its part of the secret."""

    number: int
    needed: int
    mark: bytes
    part: bytes = field(repr=False)

    def text(self) -> str:
        """The share in one line of letters and digits."""
        return bech32.encode(_PREFIX, bytes((_VERSION, self.needed, self.number)) + self.mark + self.part)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `text`; `ValueError` if it is no share."""
        prefix, data = bech32.decode(text)
        if prefix != _PREFIX or len(data) != 3 + _MARK + _SEED or data[0] != _VERSION or not data[2]:
            raise ValueError("no share")
        return cls(data[2], data[1], data[3 : 3 + _MARK], data[3 + _MARK :])


def split(identity: Path, folder: Path) -> tuple[Path, ...]:
    """Write the shares of the key in `identity` into `folder`, each to be kept by another person.

    They are joined again for trial before a path is told. Raises `WrongIdentityFile`, `OfficeKeysExist` where shares
    are already, `KeysNotWritten`.
    """
    secret = read_identity(identity)
    if not isinstance(secret, HybridIdentity):
        raise WrongIdentityFile(name=identity.name)
    paths = tuple(folder / f"office.share-{number}.txt" for number in range(1, SHARES + 1))
    if any(path.exists() for path in paths):
        raise OfficeKeysExist(folder=folder.name)
    mark, parts = _mark(secret), shamir.split(secret.seed, NEEDED, SHARES)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, (number, part) in zip(paths, parts.items(), strict=True):
            told = (
                f"# Suprovid office key, fingerprint {secret.fingerprint()}\n"
                f"# Share {number} of {SHARES}; any {NEEDED} restore the key. Keep it away from the others.\n"
            )
            write_atomically(path, f"{told}{Share(number, NEEDED, mark, part).text()}\n".encode())
        if any(_joined((paths[at - 1], paths[at])).seed != secret.seed for at in range(SHARES)):
            raise SharesDiffer
    except BaseException as error:
        for path in paths:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise KeysNotWritten from error
        raise
    return paths


def join(shares: Sequence[Path], target: Path) -> str:
    """Restore the key from share files into `target`, compared with what every share says of it: its digits.

    Raises `WrongShare`, `SharesDiffer`, `OfficeKeysExist` where `target` is, `KeysNotWritten`.
    """
    secret = _joined(shares)
    if target.exists():
        raise OfficeKeysExist(folder=target.parent.name)
    try:
        write_atomically(target, identity_lines(secret))
    except OSError as error:
        raise KeysNotWritten from error
    return secret.fingerprint()


def _joined(paths: Sequence[Path]) -> HybridIdentity:
    shares = [_read(path) for path in paths]
    parts = {share.number: share.part for share in shares}
    if len({(share.mark, share.needed) for share in shares}) != 1 or len(parts) < shares[0].needed:
        raise SharesDiffer
    secret = HybridIdentity(shamir.join(parts))
    if _mark(secret) != shares[0].mark:
        raise SharesDiffer
    return secret


def _read(path: Path) -> Share:
    try:
        return Share.parse(only_line(path))
    except (OSError, ValueError) as error:
        raise WrongShare(name=path.name) from error


def _mark(secret: HybridIdentity) -> bytes:
    """What a share says of its key: enough to compare, and nothing of the secret."""
    return sha256(b"suprovid share\0" + secret.recipient().key).digest()[:_MARK]
