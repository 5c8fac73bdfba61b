"""Records on their way into a package: kept within the limits, counted and hashed as they pass."""

import hashlib
from collections.abc import Iterable, Iterator

from app.exchange.refusals import PackageTooLarge

MOST_RECORDS = 1_000_000
MOST_LINE = 4 * 1024**2
_PIECE = 256 * 1024


class Tally:
    """Lines, joined to pieces worth a call each. Count, size and hash are true once all have passed."""

    def __init__(self, lines: Iterable[bytes], most_bytes: int) -> None:
        self.count = self.size = 0
        self._lines = lines
        self._most_bytes = most_bytes
        self._hash = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """The hash of what has passed, in hex."""
        return self._hash.hexdigest()

    def __iter__(self) -> Iterator[bytes]:
        some: list[bytes] = []
        waiting = 0
        for line in self._lines:
            some.append(line)
            waiting += len(line)
            self.count += 1
            if self.count > MOST_RECORDS or len(line) > MOST_LINE:
                raise PackageTooLarge
            if waiting >= _PIECE:
                yield self._passed(b"".join(some))
                some, waiting = [], 0
        yield self._passed(b"".join(some))

    def _passed(self, piece: bytes) -> bytes:
        self._hash.update(piece)
        self.size += len(piece)
        if self.size > self._most_bytes:
            raise PackageTooLarge
        return piece
