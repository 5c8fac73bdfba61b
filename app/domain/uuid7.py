"""UUID version 7 (RFC 9562, 5.7): an identifier whose order is the order of its making."""

from uuid import UUID

RANDOM_BYTES = 10


def uuid7(ms: int, random: bytes) -> UUID:
    """Build one from milliseconds since 1970 and ten fresh random bytes (74 of their 80 bits are used).

    ValueError if `ms` does not fit 48 bits or `random` is not ten bytes.
    """
    if not 0 <= ms < 1 << 48:
        raise ValueError("a UUIDv7 holds 48 bits of milliseconds")
    if len(random) != RANDOM_BYTES:
        raise ValueError("a UUIDv7 takes ten random bytes")
    noise = int.from_bytes(random)
    high, low = noise >> 62 & 0xFFF, noise & (1 << 62) - 1
    return UUID(int=ms << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)


def milliseconds(uid: UUID) -> int:
    """The milliseconds since 1970 that a UUIDv7 carries."""
    return uid.int >> 80
