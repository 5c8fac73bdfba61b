"""What a fault left of a vault, judged: does it open, is everything acknowledged there, is nothing half left?"""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from app.domain.errors import UserError
from app.services import Services
from app.vault.anchor import RecordsBehind
from app.vault.audit import audit
from app.vault.vault import OpenVault, open_vault
from tests.faults.day import FOUNDER, Facts, found
from tests.unit.conftest import MONDAY, PASSPHRASE

PLAIN = "Бондар".encode()
LEFT = (".*.tmp", "*.partial", "vault.key.new", "gen-*/.*.tmp", "backups/.*")


@dataclass(frozen=True, slots=True)
class Judgement:
    """`lost`: acknowledged facts that are gone; `alarm`: a refusal or finding where nothing was lost."""

    lost: tuple[str, ...] = ()
    alarm: str = ""

    def __str__(self) -> str:
        return ", ".join((self.alarm, *self.lost)).strip(", ")


def judged(path: Path, known: Facts, coming: Facts) -> Judgement:
    """Open the vault at `path` and look everything up. `known` was acknowledged, `coming` was under way.

    Of what was under way either the old or the new may stand; of everything else only what was acknowledged.
    """
    if f"opens:{FOUNDER}" not in known and not (path / "vault.key").exists():
        return Judgement()
    try:
        vault = open_vault(path, FOUNDER, PASSPHRASE, clock=MONDAY)
    except RecordsBehind:
        return _behind(path, known, coming)
    except UserError as refusal:
        return Judgement(tuple(known), type(refusal).__name__)
    try:
        return Judgement(lost(Services.of(vault, MONDAY), known, coming), _amiss(vault))
    finally:
        vault.close()


def _behind(path: Path, known: Facts, coming: Facts) -> Judgement:
    """The records are said to be older than they were: is anything missing?"""
    vault = open_vault(path, FOUNDER, PASSPHRASE, read_only=True)
    try:
        gone = lost(Services.of(vault, MONDAY), known, coming)
    finally:
        vault.close()
    return Judgement(gone, "" if gone else "behind, though nothing is missing")


def lost(services: Services, known: Facts, coming: Facts) -> tuple[str, ...]:
    """The keys under which stands neither what was acknowledged nor what was under way."""
    return tuple(key for key, value in known.items() if _now(services, key) not in {value, coming.get(key, value)})


def _now(services: Services, key: str) -> str:
    try:
        return found(services, key)
    except (UserError, LookupError, OSError, SQLAlchemyError) as error:
        return type(error).__name__


def _amiss(vault: OpenVault) -> str:
    """The first thing that is not as it should be in an open vault; empty if none."""
    try:
        vault.check()
        if not audit(vault.database, deep=True).whole:
            return "the history does not match the rows"
        if gone := Services.of(vault, MONDAY).documents.verify_all():
            return f"{len(gone)} documents without their files"
        if Services.of(vault, MONDAY).documents.sweep().missing:
            return "rows without their files"
    except UserError as refusal:
        return type(refusal).__name__
    generations = sorted(folder.name for folder in vault.path.glob("gen-*"))
    if generations != [f"gen-{vault.generation:04d}"]:
        return f"there are {generations}"
    if left := [file.name for pattern in LEFT for file in vault.path.glob(pattern)]:
        return f"{left} was left"
    plain = [file.name for file in vault.path.rglob("*") if file.is_file() and PLAIN in file.read_bytes()]
    return f"{plain} is plain" if plain else ""
