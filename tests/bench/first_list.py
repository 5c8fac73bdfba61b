"""Unlock to first list: everything between the derived key and the first hundred cases, in a fresh process."""

from app.cases.queries import CaseFilter
from app.crypto import kdf
from app.services import Services, prepare
from tests.bench import raw
from tests.bench.bed import CLOCK, Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import in_turns, once

_SIZE = 100


def measure(bed: Bed) -> list[Figure]:
    """The vault is opened once, by a program that was ready before the passphrase was typed; then the list, warm."""
    ready = once(prepare)
    spent = _watch_key_derivation()
    held = []

    def first() -> None:
        vault = bed.open()
        services = Services.of(vault, CLOCK)
        services.cases.page(CaseFilter(), None, _SIZE)
        held.append(services)

    beyond = once(first) - sum(spent)
    services = held[0]
    with raw.recorded(services.vault) as statements:
        services.cases.page(CaseFilter(), None, _SIZE)
    wanted = raw.reads(statements)
    opened = once(lambda: raw.replay(raw.connect(services.vault), wanted))
    connection = raw.connect(services.vault)
    warm, bare = in_turns(
        lambda _: services.cases.page(CaseFilter(), None, _SIZE), lambda _: raw.replay(connection, wanted), 7
    )
    connection.close()
    services.vault.close()
    return [
        Figure("unlock to first list, beyond key derivation", beyond, opened, most=0.2),
        Figure("  made ready before, while the passphrase is typed", ready),
        Figure("first page of 100, warm", warm, bare),
    ]


def _watch_key_derivation() -> list[float]:
    """Let every key derivation of this process note its seconds."""
    spent: list[float] = []
    derive = kdf.derive_kek

    def noted(*arguments: object) -> bytes:
        keys: list[bytes] = []
        spent.append(once(lambda: keys.append(derive(*arguments))))  # type: ignore[arg-type]
        return keys[0]

    kdf.derive_kek = noted
    return spent
