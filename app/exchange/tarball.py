"""A tar of one spelling only (USTAR, no dates, no owners): the same members always give the same bytes.

The reader accepts nothing that the writer would not have written: no links, folders, devices, paths, other modes
or bytes between the members. Nothing is ever extracted to a disk.
"""

import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

BLOCK = 512
END = bytes(2 * BLOCK)
_MODE = 0o600
_NAME = slice(0, 100)
_SIZE = slice(124, 135)


class NotOurTar(ValueError):
    """The bytes are no tar that this program would have written."""


class Readable(Protocol):
    """Bytes of known size that can be read anywhere."""

    size: int

    def read(self, at: int, length: int) -> bytes:
        """`length` bytes from `at` on, fewer at the end."""


@dataclass(frozen=True, slots=True)
class Member:
    """Where a member's bytes lie inside the tar."""

    name: str
    at: int
    size: int


def room(size: int) -> int:
    """What a member of `size` bytes takes in a tar: its header, its bytes, and zeros up to the next block."""
    return BLOCK + -(-size // BLOCK) * BLOCK


def header(name: str, size: int) -> bytes:
    """The block that stands before a member of `size` bytes."""
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, _MODE
    return info.tobuf(tarfile.USTAR_FORMAT)


def fill(size: int) -> bytes:
    """The zeros that stand behind a member of `size` bytes."""
    return bytes(-size % BLOCK)


def member(name: str, data: bytes) -> bytes:
    """A whole member: header, bytes, zeros."""
    return header(name, len(data)) + data + fill(len(data))


def zeros(size: int) -> Iterator[bytes]:
    """`size` zero bytes in pieces."""
    while size > 0:
        yield bytes(min(size, 64 * 1024))
        size -= 64 * 1024


def read(tar: Readable, most: int) -> Sequence[Member]:
    """The members of `tar`, at most `most` of them, in their order; raises `NotOurTar`."""
    members: list[Member] = []
    at = 0
    while (block := tar.read(at, BLOCK)) != bytes(BLOCK):
        found = _member(block, at)
        at += room(found.size)
        members.append(found)
        if len(members) > most or at > tar.size or any(tar.read(found.at + found.size, -found.size % BLOCK)):
            raise NotOurTar("too many, cut, or something between the members")
    if tar.size != at + len(END) or any(tar.read(at, len(END))):
        raise NotOurTar("something behind the end")
    if len({found.name for found in members}) != len(members):
        raise NotOurTar("a name twice")
    return members


def _member(block: bytes, at: int) -> Member:
    """The member that `block` announces, if it is the very one that `header` would write."""
    try:
        name = block[_NAME].rstrip(b"\0").decode("ascii")
        size = int(block[_SIZE], 8)
        ours = header(name, size)
    except ValueError as error:
        raise NotOurTar("no header") from error
    if ours != block:
        raise NotOurTar("another header")
    return Member(name, at + BLOCK, size)
