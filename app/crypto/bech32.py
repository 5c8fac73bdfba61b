"""Bech32 (BIP 173) without its length limit, as age spells keys: one case throughout, six check signs."""

from collections.abc import Iterable

_SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK = 6


class NotBech32(ValueError):
    """The text is not Bech32: a wrong character, mixed case, a wrong check or wrong padding."""


def encode(prefix: str, data: bytes) -> str:
    """Spell `data` under a lower-case `prefix`, in lower case."""
    values = list(_regroup(data, 8, 5, pad=True))
    polymod = _polymod([*_spread(prefix), *values, *[0] * _CHECK]) ^ 1
    check = [(polymod >> 5 * (_CHECK - 1 - at)) & 31 for at in range(_CHECK)]
    return prefix + "1" + "".join(_SIGNS[value] for value in values + check)


def decode(text: str) -> tuple[str, bytes]:
    """Prefix, as it was written (all lower or all upper case), and data; raises `NotBech32`."""
    if not all("!" <= sign <= "~" for sign in text) or text not in (text.lower(), text.upper()):
        raise NotBech32
    prefix, _, signs = text.rpartition("1")
    try:
        values = [_SIGNS.index(sign) for sign in signs.lower()]
    except ValueError as error:
        raise NotBech32 from error
    if not prefix or len(values) < _CHECK or _polymod([*_spread(prefix.lower()), *values]) != 1:
        raise NotBech32
    return prefix, bytes(_regroup(values[:-_CHECK], 5, 8, pad=False))


def _spread(prefix: str) -> list[int]:
    return [*(ord(sign) >> 5 for sign in prefix), 0, *(ord(sign) & 31 for sign in prefix)]


def _polymod(values: Iterable[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            check ^= generator if top >> bit & 1 else 0
    return check


def _regroup(values: Iterable[int], size: int, into: int, *, pad: bool) -> Iterable[int]:
    """Cut a string of bits, given in pieces of `size`, into pieces of `into`; left-over bits must be zero."""
    bits = count = 0
    for value in values:
        bits, count = bits << size | value, count + size
        while count >= into:
            count -= into
            yield bits >> count
            bits &= (1 << count) - 1
    if pad and count:
        yield bits << (into - count)
    elif not pad and (count >= size or bits):
        raise NotBech32
