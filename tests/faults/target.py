"""A small vault that is harmed again and again, each time from the same bytes; and what the program then says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.cases.draft import CaseDraft, FateDraft, PersonDraft, RelativeDraft
from app.crypto.kdf import LEAST_MEMORY_KIB, KdfParams
from app.domain.errors import UserError
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.people.phones import PhoneDraft
from app.services import Services
from app.vault.audit import audit
from app.vault.vault import OpenVault, create, open_vault
from tests.unit.conftest import MONDAY, PASSPHRASE

CHEAP = KdfParams(LEAST_MEMORY_KIB, 1, 4)
"""The least that the program accepts: these tests open a vault thousands of times."""

RECORDS, LOG, KEYS, ANCHOR = "gen-0001/records.db", "gen-0001/records.db-wal", "vault.key", "gen-0001/anchor"
CASE = CaseDraft(
    PersonDraft("Ґудзь", "Ілля", "Тарасович", PartialDate(1990, 5, 17), "M"),
    (FateDraft(Fate.MISSING, PartialDate(2026, 6, 15)),),
    relatives=(
        RelativeDraft(
            PersonDraft("Ґудзь", "Олена", "Іванівна"), Relation.SPOUSE, "дружина",
            (PhoneDraft("+380000000017", "000 000 00 17"),),
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """A closed vault at `path` and every byte of it as it should be."""

    path: Path
    whole: Mapping[str, bytes]

    @classmethod
    def made(cls, place: Path, cases: int = 4) -> Self:
        """A vault of a few cases, closed."""
        vault = create(place / "office", "Олена", PASSPHRASE, params=CHEAP)
        services = Services.of(vault, MONDAY)
        for _ in range(cases):
            services.cases.open(CASE)
        vault.close()
        return cls.of(vault.path)

    @classmethod
    def of(cls, path: Path) -> Self:
        """The vault that lies at `path` as it is now."""
        return cls(path, files(path))

    def restore(self) -> None:
        """Put every file back as it was and take away what came since."""
        for name in files(self.path).keys() - self.whole.keys():
            (self.path / name).unlink()
        for name, data in self.whole.items():
            if not (self.path / name).is_file() or (self.path / name).read_bytes() != data:
                (self.path / name).write_bytes(data)

    def put(self, name: str, data: bytes | None) -> None:
        """Let one file be `data`, or be gone, and the others as they were."""
        self.restore()
        if data is None:
            (self.path / name).unlink()
        else:
            (self.path / name).write_bytes(data)


def files(path: Path) -> dict[str, bytes]:
    """Every file of a vault but its lock, the shared memory of its log, and an empty log: they hold nothing."""
    read = {
        str(file.relative_to(path)): file.read_bytes()
        for file in path.rglob("*")
        if file.is_file() and file.name != "lock" and not file.name.endswith("-shm")
    }
    return {name: data for name, data in read.items() if data or name != LOG}


def interrupted(place: Path, cases: int = 6) -> Target:
    """A vault as a lost battery leaves it: its last `cases` stand in the log beside the records alone."""
    target = Target.made(place, 2)
    vault = open_vault(target.path, None, PASSPHRASE)
    services = Services.of(vault, MONDAY)
    for _ in range(cases):
        services.cases.open(CASE)
    now = files(target.path)
    vault.close()
    left = Target(target.path, now)
    left.restore()
    return left


def opened(path: Path) -> OpenVault | str:
    """The vault, open; or the name of the refusal. Anything but a refusal in words is let through."""
    try:
        return open_vault(path, None, PASSPHRASE)
    except UserError as refusal:
        return type(refusal).__name__


def found(path: Path, *, deep: bool = True) -> str:
    """The first thing that finds fault with the vault: a refusal to open, its pages, its chain, a row. Empty: none."""
    vault = opened(path)
    if isinstance(vault, str):
        return vault
    try:
        return _looked(vault, deep=deep)
    finally:
        closed(vault)


def _looked(vault: OpenVault, *, deep: bool) -> str:
    try:
        vault.check()
        told = audit(vault.database, deep=deep)
    except UserError as refusal:
        return type(refusal).__name__
    if told.broken_at is not None:
        return f"entry {told.broken_at}"
    return "".join(f"{one.table}.{one.column} {one.problem}" for one in told.findings[:1])


def closed(vault: OpenVault) -> None:
    """Close a vault whose records may be too damaged for it."""
    try:
        vault.close()
    except UserError:
        vault.lock.release()


def flipped(data: bytes, bit: int) -> bytes:
    """The same bytes with one bit turned."""
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)
