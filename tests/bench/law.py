"""A law pack that gives every standard of the office another term: what it would change, and taking it over, beside
sqlcipher3 running the very same writes on a copy.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import event

from app.catalogue.load import ukraine_texts
from app.exchange.office import SenderCard
from app.law import pack as packs
from app.law.key import law_keygen, read_law_key
from app.services import Services
from app.vault.vault import OpenVault
from tests.bench import raw
from tests.bench.bed import CLOCK, Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import once
from tests.copies import copied

_MOST = 10.0
"""Seconds, the issue's aim for 5,000 cases."""
_TERM = re.compile(r"qty: (\d+), unit: (\w+), kind: office")


def measure(bed: Bed) -> list[Figure]:
    """Preview, then take over, in copies of the vault."""
    closed = bed.open()
    closed.close()
    ours, bare = copied(closed, bed.fresh("law")), copied(closed, bed.fresh("law-raw"))
    keys = law_keygen(bed.fresh("law-keys"), "Офіс")
    pack = keys.card.with_name("pack.lawpack")
    pack.write_bytes(packs.make(_texts(), read_law_key(keys.key))[1])
    try:
        services = Services.of(ours, CLOCK)
        services.law.trust(SenderCard.read(keys.card))
        seen = once(lambda: services.law.preview(pack))
        with _beside(ours, bare) as spent:
            both = once(lambda: services.law.take(pack))
        taken, replayed = both - spent.seconds, spent.seconds
        gone = once(lambda: Services.of(ours, CLOCK).law.back())
    finally:
        ours.close()
        bare.close()
    return [
        Figure("law pack: what would change in every case", seen, most=_MOST),
        Figure("law pack: every due day counted anew and written", taken, replayed, most=_MOST),
        Figure("  and going back", gone, replayed, most=_MOST),
    ]


def _texts() -> dict[str, str]:
    texts = {name: ukraine_texts()[name] for name in packs.FILES}
    steps = _TERM.sub(lambda found: f"qty: {int(found[1]) + 9}, unit: {found[2]}, kind: office", texts["steps.yaml"])
    return {**texts, "steps.yaml": steps, packs.LAW: re.sub(r"version: \d+", "version: 2", texts[packs.LAW])}


@dataclass(slots=True)
class _Spent:
    """How long the raw connection worked."""

    seconds: float = 0.0


@contextmanager
def _beside(ours: OpenVault, bare: OpenVault) -> Iterator[_Spent]:
    """Run every write on the records of `ours` on those of `bare` too, in one transaction; keep nothing of it."""
    connection, spent = raw.connect(bare), _Spent()
    connection.execute("BEGIN IMMEDIATE")

    def also(_connection: Any, _cursor: Any, sql: str, parameters: Any, _context: Any, many: bool) -> None:
        if statements := raw.writes([(sql, parameters, many)]):
            spent.seconds += once(lambda: raw.replay(connection, statements))

    event.listen(ours.database.engine, "before_cursor_execute", also)
    try:
        yield spent
    finally:
        event.remove(ours.database.engine, "before_cursor_execute", also)
        spent.seconds += once(lambda: connection.execute("COMMIT"))
        connection.close()
