"""Sealing the vault's lines, beside ChaCha20-Poly1305 alone over the same bytes in pieces of 64 KiB."""

import os
from collections.abc import Sequence
from io import BytesIO
from itertools import islice

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.exchange.office import keygen, read_recipient
from app.exchange.package import Cover, seal_lines
from app.exchange.records import lines
from app.services import Services
from tests.bench.bed import CLOCK, Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import in_turns, once

_MOST_CASES = 2_000
_PIECE = 64 * 1024
_TIMES = 7


def measure(bed: Bed) -> list[Figure]:
    """The lines are read from the records before; reading them is told apart."""
    with bed.services() as services:
        told: list[bytes] = []
        with services.vault.database.read() as session:
            every = lines(session, services.catalogue.redaction)
            reading = once(lambda: told.extend(islice(every, _MOST_CASES)))
        cover = _cover(services, bed)
    ours, bare = in_turns(lambda _: seal_lines(BytesIO(), told, cover), lambda _: _sealed(told), _TIMES)
    size = sum(map(len, told)) / 1e6
    return [
        Figure(f"sealing {len(told):,} cases ({size:.0f} MB)", ours, bare, most_times=2),
        Figure(f"  reading those {len(told):,} cases as lines", reading),
    ]


def _cover(services: Services, bed: Bed) -> Cover:
    keys = keygen(bed.fresh("sealing"))
    sender = services.exchange.sender
    return Cover(read_recipient(keys.recipient), sender, services.vault.vault_id, 1, CLOCK.now(), training=True)


def _sealed(told: Sequence[bytes]) -> None:
    data = memoryview(b"".join(told))
    target = BytesIO()
    aead = ChaCha20Poly1305(os.urandom(32))
    for number, at in enumerate(range(0, len(data), _PIECE)):
        target.write(aead.encrypt(number.to_bytes(12), data[at : at + _PIECE], None))
