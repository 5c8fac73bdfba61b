"""The vault that is measured: synthetic, made once per run, deleted after it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

from app.clock import FixedClock
from app.crypto.kdf import FLOOR
from app.founding import found
from app.office.service import OfficeRow
from app.progress import Progress
from app.services import Services
from app.training.service import fill
from app.vault.vault import OpenVault, open_vault

PASSPHRASE = "шість слів для вимірів на столі"
USER = "Вимірювач"
CLOCK = FixedClock(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))
_TENTHS = 10


@dataclass(frozen=True, slots=True)
class Bed:
    """A folder for everything a run makes, and how many cases the vault in it holds."""

    folder: Path
    cases: int
    seed: int

    @property
    def path(self) -> Path:
        """The vault."""
        return self.folder / f"bench-{self.cases}.suprovid"

    def fresh(self, name: str) -> Path:
        """A new folder beside the vault."""
        return Path(mkdtemp(prefix=f"{name}-", dir=self.folder))

    def make(self, path: Path | None = None) -> Services:
        """Create a training vault without any case; key derivation at its floor, for it is measured alone."""
        office = OfficeRow(name="Навчальний офіс", training=True)
        return Services.of(found(path or self.path, USER, PASSPHRASE, office, params=FLOOR, clock=CLOCK), CLOCK)

    def fill(self, services: Services) -> None:
        """Open the synthetic cases, and say so."""
        fill(services, self.cases, self.seed, Progress(_tell))

    def open(self) -> OpenVault:
        """Open the vault."""
        return open_vault(self.path, USER, PASSPHRASE)

    @contextmanager
    def services(self) -> Iterator[Services]:
        """The services of the vault, closed after."""
        vault = self.open()
        try:
            yield Services.of(vault, CLOCK)
        finally:
            vault.close()


def _tell(done: int, total: int, _label: str) -> None:
    if total >= _TENTHS and done % (total // _TENTHS) == 0:
        print(f"  {done} / {total}", file=sys.stderr, flush=True)
