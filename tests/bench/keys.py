"""Key derivation as a new vault has it, and the whole vault checked."""

from app.crypto.kdf import DEFAULT, FLOOR, SALT_SIZE, derive_kek
from tests.bench.bed import PASSPHRASE, Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import median_of, once


def measure(bed: Bed) -> list[Figure]:
    """Argon2id at its default and at its floor; then every page of the records read back."""
    salt = bytes(SALT_SIZE)
    figures = [
        Figure(f"key derivation, {name} ({params.memory_kib // 1024} MiB)",
               median_of(lambda _: derive_kek(PASSPHRASE, salt, params), 3))  # noqa: B023 - run at once
        for name, params in (("default", DEFAULT), ("floor", FLOOR))
    ]  # fmt: skip
    with bed.services() as services:
        checked = once(services.vault.check)
    return [*figures, Figure("vault checked, every page", checked)]
