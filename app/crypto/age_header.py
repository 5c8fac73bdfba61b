"""The header of an age v1 file, read as strictly as the C2SP specification asks: one spelling, every rule."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

_VERSION = b"age-encryption.org/v1\n"
_STANZA = b"-> "
_END = b"---"
_COLUMNS = 64
_MOST_BYTES = 1024 * 1024
_MAC = 32


class AgeFailure(ValueError):
    """The file does not open; its subclasses are the classes of the specification's test vectors."""


class HeaderFailure(AgeFailure):
    """The header breaks a rule of the format: a foreign, damaged or forged file."""


class NoMatch(AgeFailure):
    """The file is addressed to others."""


class HmacFailure(AgeFailure):
    """The header was changed after it was written."""


@dataclass(frozen=True, slots=True)
class Stanza:
    """One addressee's part of the header: its kind, its arguments and a short body."""

    kind: str
    arguments: tuple[str, ...]
    body: bytes

    def lines(self) -> bytes:
        """The stanza as it stands in the file."""
        text = encode(self.body)
        rows = [text[at : at + _COLUMNS] for at in range(0, len(text) + 1, _COLUMNS)]
        return "\n".join([" ".join(["->", self.kind, *self.arguments]), *rows, ""]).encode("ascii")


@dataclass(frozen=True, slots=True)
class Header:
    """The stanzas, the MAC, and the bytes that the MAC covers."""

    stanzas: tuple[Stanza, ...]
    mac: bytes
    covered: bytes


def covered(stanzas: Sequence[Stanza]) -> bytes:
    """The header of `stanzas` as far as its MAC covers it."""
    return _VERSION + b"".join(stanza.lines() for stanza in stanzas) + _END


def last_line(mac: bytes) -> bytes:
    """What follows the covered bytes."""
    return b" " + encode(mac).encode("ascii") + b"\n"


def read_header(source: BinaryIO) -> Header:
    """The header at the beginning of `source`, left at the first byte behind it; `HeaderFailure` if none."""
    if source.read(len(_VERSION)) != _VERSION:
        raise HeaderFailure("not an age file of version 1")
    taken = bytearray(_VERSION)
    stanzas: list[Stanza] = []
    while (line := _line(source, taken)).startswith(_STANZA):
        stanzas.append(_stanza(line, source, taken))
    if not stanzas or not line.startswith(_END + b" "):
        raise HeaderFailure("neither a stanza nor the last line")
    mac = decode(_ascii(line[len(_END) + 1 :]), _MAC)
    return Header(tuple(stanzas), mac, bytes(taken[: -len(line) - 1]) + _END)


def encode(data: bytes) -> str:
    """Standard base64 without padding."""
    return base64.b64encode(data).rstrip(b"=").decode("ascii")


def decode(text: str, size: int | None = None) -> bytes:
    """The bytes behind canonical base64 without padding, `size` of them if given; else `HeaderFailure`."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except ValueError as error:
        raise HeaderFailure("not base64") from error
    if encode(data) != text or (size is not None and len(data) != size):
        raise HeaderFailure("base64 of another length or spelling")
    return data


def _stanza(line: bytes, source: BinaryIO, taken: bytearray) -> Stanza:
    kind, *arguments = _ascii(line[len(_STANZA) :]).split(" ")
    if not all([kind, *arguments]):
        raise HeaderFailure("an empty argument")
    text = ""
    while len(row := _ascii(_line(source, taken))) == _COLUMNS:
        text += row
    if len(row) > _COLUMNS:
        raise HeaderFailure("a long line")
    return Stanza(kind, tuple(arguments), decode(text + row))


def _line(source: BinaryIO, taken: bytearray) -> bytes:
    """The next line without its end, noted in `taken`."""
    line = source.readline(_MOST_BYTES - len(taken))
    taken += line
    if not line.endswith(b"\n"):
        raise HeaderFailure("cut or too long")
    return line[:-1]


def _ascii(line: bytes) -> str:
    """A line of visible ASCII signs and spaces."""
    if not all(0x20 <= byte <= 0x7E for byte in line):
        raise HeaderFailure("a sign that no header holds")
    return line.decode("ascii")
