"""STREAM as age uses it: ChaCha20-Poly1305 over 64 KiB chunks, numbered, the last one marked.

Writing is a file to write into. Reading proves every chunk and the end before it gives away the first byte, then
reads anywhere without ever holding more than one chunk: memory stays flat and no plaintext touches a disk.
"""

import os
from collections.abc import Iterator
from types import TracebackType
from typing import BinaryIO, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

CHUNK = 64 * 1024
TAG = 16
_SEALED_CHUNK = CHUNK + TAG


class PayloadFailure(ValueError):
    """The payload is cut, changed, lengthened or sealed under another key; nothing of it was given away."""


class SealingWriter:
    """Seals what is written into `target`; the `with` block's good end writes the last chunk.

    A `key` (32 bytes) may seal one stream only. The first chunk is sealed last of all, so that what stands at the
    beginning may say how long the rest became (`amend`); `target` must be seekable and is left at its end.
    """

    def __init__(self, target: BinaryIO, key: bytes) -> None:
        self._target = target
        self._start = target.tell()
        self._aead = ChaCha20Poly1305(key)
        self._count = 0
        self._first = self._held = bytearray(CHUNK)
        self._filled = 0
        self._sealed = bytearray(_SEALED_CHUNK)

    def write(self, data: bytes | memoryview) -> None:
        """Add `data` to the stream; at most one chunk of it is held back."""
        rest = memoryview(data)
        while rest:
            if self._filled == CHUNK:
                self._pass_on()
            if not self._filled and self._count:
                while len(rest) > CHUNK:
                    self._seal(rest[:CHUNK], last=False)
                    rest = rest[CHUNK:]
            part = rest[: CHUNK - self._filled]
            self._held[self._filled : self._filled + len(part)] = part
            self._filled += len(part)
            rest = rest[len(part) :]

    def amend(self, at: int, data: bytes) -> None:
        """Put `data` over what was written at `at`, inside the first chunk."""
        if at + len(data) > (CHUNK if self._count else self._filled):
            raise ValueError("behind the first chunk")
        self._first[at : at + len(data)] = data

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            return
        self._seal(memoryview(self._held)[: self._filled], last=True)
        if self._count > 1:
            end = self._target.tell()
            self._target.seek(self._start)
            self._count = 0
            self._seal(self._first, last=False)
            self._target.seek(end)

    def _pass_on(self) -> None:
        """Seal the full chunk; only leave room for the first."""
        if self._count:
            self._seal(self._held, last=False)
        else:
            self._held = bytearray(CHUNK)
            self._target.write(bytes(_SEALED_CHUNK))
            self._count = 1
        self._filled = 0

    def _seal(self, chunk: bytearray | memoryview, *, last: bool) -> None:
        sealed = memoryview(self._sealed)[: len(chunk) + TAG]
        self._aead.encrypt_into(_nonce(self._count, last=last), chunk, None, sealed)
        self._target.write(sealed)
        self._count += 1


class SealedReader:
    """The plaintext of the stream that fills `source` from `start` to its end: proven, then read anywhere.

    Raises `PayloadFailure` at once if any byte is not as it was sealed, and later if `source` changes.
    """

    def __init__(self, source: BinaryIO, key: bytes, start: int = 0) -> None:
        self._source = source
        self._start = start
        self._aead = ChaCha20Poly1305(key)
        sealed = source.seek(0, os.SEEK_END) - start
        self._count = -(-sealed // _SEALED_CHUNK)
        self.size = sealed - self._count * TAG
        last = sealed - (self._count - 1) * _SEALED_CHUNK
        if not self._count or last < TAG or (last == TAG and self._count > 1):
            raise PayloadFailure("no last chunk")
        for number in range(self._count):
            self._chunk(number)

    def read(self, at: int, length: int) -> bytes:
        """`length` bytes from `at` on, fewer at the end."""
        return b"".join(self.pieces(at, length))

    def pieces(self, at: int, length: int) -> Iterator[bytes]:
        """The same bytes, in pieces of at most one chunk."""
        end = min(at + length, self.size)
        while at < end:
            number, offset = divmod(at, CHUNK)
            piece = self._chunk(number)[offset : offset + end - at]
            yield piece
            at += len(piece)

    def _chunk(self, number: int) -> bytes:
        self._source.seek(self._start + number * _SEALED_CHUNK)
        nonce = _nonce(number, last=number == self._count - 1)
        try:
            return self._aead.decrypt(nonce, self._source.read(_SEALED_CHUNK), None)
        except InvalidTag as error:
            raise PayloadFailure("a chunk does not open") from error


def unsealed(sealed: bytes, key: bytes) -> bytes:
    """The plaintext of a whole stream that memory holds, in one pass; `PayloadFailure` as from `SealedReader`."""
    source, aead = memoryview(sealed), ChaCha20Poly1305(key)
    count = -(-len(sealed) // _SEALED_CHUNK)
    last = len(sealed) - (count - 1) * _SEALED_CHUNK
    if not count or last < TAG or (last == TAG and count > 1):
        raise PayloadFailure("no last chunk")
    plain = bytearray(len(sealed) - count * TAG)
    target = memoryview(plain)
    try:
        for number in range(count):
            chunk = source[number * _SEALED_CHUNK : (number + 1) * _SEALED_CHUNK]
            start = number * CHUNK
            room = target[start : start + len(chunk) - TAG]
            aead.decrypt_into(_nonce(number, last=number == count - 1), chunk, None, room)
    except InvalidTag as error:
        raise PayloadFailure("a chunk does not open") from error
    return bytes(plain)


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + (b"\x01" if last else b"\x00")
