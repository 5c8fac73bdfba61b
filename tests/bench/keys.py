"""Key derivation as a new vault has it; the whole vault checked, and its history verified."""

from app.crypto.kdf import DEFAULT, FLOOR, SALT_SIZE, derive_kek
from app.vault.audit import Audit, audit
from tests.bench.bed import PASSPHRASE, Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import median_of, once


def measure(bed: Bed) -> list[Figure]:
    """Argon2id at its default and at its floor; every page of the records read back; the chain of changes walked."""
    salt = bytes(SALT_SIZE)
    figures = [
        Figure(f"key derivation, {name} ({params.memory_kib // 1024} MiB)",
               median_of(lambda _: derive_kek(PASSPHRASE, salt, params), 3))  # noqa: B023 - run at once
        for name, params in (("default", DEFAULT), ("floor", FLOOR))
    ]  # fmt: skip
    with bed.services() as services:
        checked = once(services.vault.check)
        audits: list[Audit] = []
        walked = once(lambda: audits.append(audit(services.vault.database)))
    entries = audits[0].entries
    return [
        *figures,
        Figure("vault checked, every page", checked),
        Figure(f"chain of {entries:,} changes walked", walked),
        Figure("  for each 100,000 of them", walked * 100_000 / entries, most=0.5),
    ]
