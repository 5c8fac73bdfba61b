"""Where records wait until their hash is known: in memory while they are few, beyond that sealed on the disk.

A manifest with the size and hash of the records stands before them; so they are made once, kept here and then
copied. What goes to the disk is sealed under a key that exists only in this call: nothing to find later.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.crypto.stream import SealedReader, SealingWriter

IN_MEMORY = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Spooled:
    """How many pieces there were, their bytes together, the SHA-256 in hex, and the bytes themselves, once."""

    count: int
    size: int
    sha256: str
    pieces: Iterable[bytes]


@contextmanager
def spooled(pieces: Iterable[bytes], in_memory: int = IN_MEMORY) -> Iterator[Spooled]:
    """Take all `pieces` in; beyond `in_memory` bytes they go, sealed, to an unnamed file. `OSError` if it is full."""
    digest, count, size = hashlib.sha256(), 0, 0
    held: list[bytes] = []
    source = iter(pieces)
    for piece in source:
        digest.update(piece)
        count, size = count + 1, size + len(piece)
        held.append(piece)
        if size > in_memory:
            break
    else:
        yield Spooled(count, size, digest.hexdigest(), held)
        return
    key = os.urandom(32)
    with tempfile.TemporaryFile() as file:
        with SealingWriter(file, key) as sealing:
            for piece in held:
                sealing.write(piece)
            held.clear()
            for piece in source:
                digest.update(piece)
                count, size = count + 1, size + len(piece)
                sealing.write(piece)
        reader = SealedReader(file, key)
        yield Spooled(count, size, digest.hexdigest(), reader.pieces(0, size))
