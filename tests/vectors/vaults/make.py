"""Make the tiny synthetic vault of the present schema that every later version must open.

Run once per revision, when its schema is final: ``python -m tests.vectors.vaults.make``. Never make an old one again:
it must stay what that version wrote.
"""

import io
import json
import sys
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from app.clock import FixedClock
from app.crypto.kdf import FLOOR
from app.office.service import OfficeRow
from app.services import Services
from app.training.service import fill
from app.vault.proof import standing
from app.vault.vault import create
from db.upgrade import current

HERE = Path(__file__).resolve().parent
PASSPHRASE = "шість вигаданих слів для сховища зразка"
USER = "Навчання"
CASES = 3
CLOCK = FixedClock(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))


def main() -> int:
    """Write ``<revision>.suprovid.tar`` and ``<revision>.json`` with what it holds; refuse to replace one."""
    with TemporaryDirectory() as folder:
        vault = create(Path(folder) / "example", USER, PASSPHRASE, params=FLOOR, clock=CLOCK)
        services = Services.of(vault, CLOCK)
        services.office.write(OfficeRow(name="Навчальний офіс", training=True))
        fill(services, CASES, 1)
        revision = current(vault.database)
        stands = standing(vault.database)
        vault.close()
        target = HERE / f"{revision}.suprovid.tar"
        if target.exists():
            sys.stderr.write(f"{target.name} stands already\n")
            return 1
        target.write_bytes(_packed(vault.path))
    told = {"head": stands.head.code.hex(), "n": stands.head.n, "counts": dict(stands.counts)}
    (HERE / f"{revision}.json").write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", "utf-8")
    sys.stdout.write(f"wrote {target.name}, {target.stat().st_size:,} bytes\n")
    return 0


def _packed(vault: Path) -> bytes:
    """The vault's files in a plain tar, without owner, times or lock."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for path in sorted(vault.rglob("*")):
            if path.name != "lock":
                entry = tar.gettarinfo(path, str(path.relative_to(vault)))
                entry.uid = entry.gid = entry.mtime = 0
                entry.uname = entry.gname = ""
                with path.open("rb") if path.is_file() else io.BytesIO() as file:
                    tar.addfile(entry, file)
    return data.getvalue()


if __name__ == "__main__":
    sys.exit(main())
