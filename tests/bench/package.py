"""The whole caseload as a sealed package and opened again by the office, and as a dump in clear."""

from pathlib import Path

from app.crypto.age_keys import Identity
from app.exchange.office import SenderCard, keygen, read_identity
from app.exchange.package import open_package
from app.exchange.reading import read_case
from app.exchange.service import card_of
from tests.bench.bed import Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import once


def measure(bed: Bed) -> list[Figure]:
    """Once each: a caseload is long enough to be its own average."""
    keys = keygen(bed.fresh("package"))
    identity = read_identity(keys.identity)
    with bed.services() as services:
        card = card_of(services.vault.vault_id, services.vault.keys.signing_key)
        export = once(lambda: services.exchange.export(keys.recipient, bed.folder))
        dump = once(lambda: sum(1 for _ in services.cases.dump()))
    (package,) = bed.folder.glob("*.age")
    opening = once(lambda: _open(package, identity, card))
    size = package.stat().st_size / 1e6
    package.unlink()
    return [
        Figure(f"export of {bed.cases:,} cases ({size:.0f} MB)", export),
        Figure("  opened by the office, every case read", opening),
        Figure(f"dump of {bed.cases:,} cases", dump),
    ]


def _open(package: Path, identity: Identity, card: SenderCard) -> int:
    with package.open("rb") as file:
        return sum(1 for _ in map(read_case, open_package(file, identity, card).records))
