"""Padmé (Nikitin and others, 2019): a length that gives away little of the true one, for at most 12 % more."""


def padme(length: int) -> int:
    """The padded length in bytes: `length` rounded up so that only its highest bits stay telling."""
    exponent = max(length, 1).bit_length() - 1
    silent = (1 << exponent - exponent.bit_length()) - 1 if exponent else 0
    return length + silent & ~silent
