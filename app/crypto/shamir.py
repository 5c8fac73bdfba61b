"""Secret sharing (Shamir, 1979) over GF(2^8), byte by byte: any `needed` shares give the secret, fewer give nothing.

The field is that of AES (x^8 + x^4 + x^3 + x + 1), as in SLIP-39 and HashiCorp Vault. A share cannot tell whether it is
the right one; whoever joins compares what comes out with something he knows (`app.exchange.shares`).
"""

import os
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import xor

_POLYNOMIAL = 0x11B
MOST = 255


def split(secret: bytes, needed: int, shares: int) -> dict[int, bytes]:
    """Shares of `secret` by their numbers from 1, each as long as it; any `needed` (2 or more) of them suffice."""
    if not 2 <= needed <= shares <= MOST or not secret:
        raise ValueError("a secret, and at least two shares to open it")
    coefficients = [secret, *(os.urandom(len(secret)) for _ in range(needed - 1))]
    return {x: _value_at(x, coefficients) for x in range(1, shares + 1)}


def join(shares: Mapping[int, bytes]) -> bytes:
    """The secret that these shares, all of one length, give together: the right one if they are enough and belong."""
    if len(shares) < 2 or len({len(share) for share in shares.values()}) != 1 or not all(0 < x <= MOST for x in shares):
        raise ValueError("shares of one secret")
    weights = {x: _weight(x, shares) for x in shares}
    size = len(next(iter(shares.values())))
    return bytes(reduce(xor, (_times(weights[x], share[at]) for x, share in shares.items())) for at in range(size))


def _value_at(x: int, coefficients: Sequence[bytes]) -> bytes:
    """The polynomial with these coefficients, the constant first, at `x` (Horner)."""
    value = bytes(len(coefficients[0]))
    for coefficient in reversed(coefficients):
        value = bytes(_times(before, x) ^ now for before, now in zip(value, coefficient, strict=True))
    return value


def _weight(x: int, others: Mapping[int, bytes]) -> int:
    """Lagrange's factor of the share at `x` for the value at 0."""
    weight = 1
    for other in others:
        if other != x:
            weight = _times(weight, _times(other, _inverse(x ^ other)))
    return weight


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 0x100:
            one ^= _POLYNOMIAL
        other >>= 1
    return product


def _inverse(value: int) -> int:
    """`value` to the power 254: in this field its inverse."""
    power = value
    for _ in range(6):
        power = _times(_times(power, power), value)
    return _times(power, power)
