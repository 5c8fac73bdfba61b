"""From a passphrase to a key: Argon2id (RFC 9106) within bounds that no edited file can leave."""

import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.domain.errors import N_, UserError

KEY_SIZE = 32
SALT_SIZE = 16
LEAST_MEMORY_KIB = 64 * 1024
MOST_MEMORY_KIB = 2 * 1024 * 1024
MOST_PASSES = 64
MOST_LANES = 64
MOST_WORK_KIB = 4 * MOST_MEMORY_KIB  # memory times passes: some ten seconds on a slow laptop, never minutes
LONGEST = 1024


class UnsafeKdf(ValueError):
    """The parameters lie outside the bounds; nothing was derived."""


class UnusablePassphrase(UserError):
    what = N_("This passphrase cannot be used: it is too long or holds characters no keyboard types.")
    todo = N_("Use letters, digits, spaces and signs, at most {longest} characters.")


@dataclass(frozen=True, slots=True)
class KdfParams:
    """What Argon2id costs: memory in KiB, passes, parallel lanes; never outside the bounds (`UnsafeKdf`)."""

    memory_kib: int
    iterations: int
    lanes: int

    def __post_init__(self) -> None:
        numbers = (self.memory_kib, self.iterations, self.lanes)
        if any(type(number) is not int for number in numbers):
            raise UnsafeKdf
        if not (
            LEAST_MEMORY_KIB <= self.memory_kib <= MOST_MEMORY_KIB
            and 1 <= self.iterations <= MOST_PASSES
            and 1 <= self.lanes <= MOST_LANES
            and self.memory_kib * self.iterations <= MOST_WORK_KIB
        ):
            raise UnsafeKdf


# About half a second; and the weakest that is allowed, for tests.
DEFAULT = KdfParams(memory_kib=256 * 1024, iterations=3, lanes=4)
FLOOR = KdfParams(memory_kib=LEAST_MEMORY_KIB, iterations=3, lanes=4)


def normal(passphrase: str) -> str:
    """The passphrase as every keyboard means it (NFKC); `UnusablePassphrase` if it cannot be one."""
    told = unicodedata.normalize("NFKC", passphrase) if len(passphrase) <= LONGEST else "\0"
    if len(told) > LONGEST or any(unicodedata.category(sign) in ("Cc", "Cs") for sign in told):
        raise UnusablePassphrase(longest=LONGEST)
    return told


def derive_kek(passphrase: str, salt: bytes, params: KdfParams) -> bytes:
    """The 32-byte key of `passphrase` under a 16-byte `salt`; takes as long as `params` ask."""
    kdf = Argon2id(
        salt=salt,
        length=KEY_SIZE,
        iterations=params.iterations,
        lanes=params.lanes,
        memory_cost=params.memory_kib,
    )
    return kdf.derive(normal(passphrase).encode())
