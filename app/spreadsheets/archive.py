"""A zip from a stranger: counted while it is unpacked, and refused before anything parses it."""

import zlib
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from app.spreadsheets.faults import DamagedWorkbook, OversizedWorkbook, UnsafeWorkbook

MOST_MEMBERS = 2_000
MOST_BYTES = 200 * 1024 * 1024
MOST_RATIO = 100
RATIO_COUNTS_FROM = 1024 * 1024
"""Below this size a high ratio is a short run of spaces, not a bomb."""

_CHUNK = 256 * 1024
_XML = (".xml", ".rels", ".vml")
_DOCTYPE = b"<!DOCTYPE"


def vet(archive: ZipFile, name: str) -> None:
    """Unpack every member once without keeping it; raise if it is too much, damaged, or declares a document type.

    Declared sizes are not believed: bytes are counted as they come. Limits after `security.md`, section 9.
    """
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise OversizedWorkbook(name=name)
    total = 0
    try:
        for member in members:
            with archive.open(member) as stream:
                total += _weigh(stream, member, MOST_BYTES - total, name)
    except (BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise DamagedWorkbook(name=name) from error


def _weigh(stream: IO[bytes], member: ZipInfo, left: int, name: str) -> int:
    """The true size of one member, looked through for a document type in any encoding expat knows."""
    is_xml = member.filename.lower().endswith(_XML)
    size, tail = 0, b""
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > left or size > max(RATIO_COUNTS_FROM, MOST_RATIO * member.compress_size):
            raise OversizedWorkbook(name=name)
        if is_xml:
            window = tail + chunk.replace(b"\0", b"")
            if _DOCTYPE in window:
                raise UnsafeWorkbook(name=name)
            tail = window[-len(_DOCTYPE) :]
    return size
