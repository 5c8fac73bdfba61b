"""The copies of one open vault: made by hand, made by themselves, listed, proven, tried out."""

from dataclasses import dataclass
from pathlib import Path

from app.access.access import Access
from app.clock import Clock
from app.domain.role import Right
from app.progress import Progress
from app.vault import backup as sets
from app.vault.backup import BackupSet
from app.vault.manifest import Reason
from app.vault.restore import Restored, restore
from app.vault.vault import OpenVault
from app.vault.verify import Drill, Verified, drill, listed, require_own_history, verify
from db.chain import head

ELSEWHERE = "suprovid-copies"
"""The folder that copies get on a disk or a stick of the user's."""

DRILLED = "drilled"
"""The event in the history that says when a restore was last tried out."""


@dataclass(frozen=True, slots=True)
class Backups:
    """Every method works on `vault`; `into` is a disk of the user's, None the vault's own folder of copies."""

    vault: OpenVault
    clock: Clock
    access: Access

    def create(self, into: Path | None = None, progress: Progress | None = None) -> BackupSet:
        """Make a copy now; raises `NotAllowed` and what `app.vault.backup.backup` raises."""
        self.access.require(Right.BACKUP)
        made = sets.backup(self.vault, self.folder(into), Reason.HAND, self.clock.now(), progress)
        if into is None:
            sets.thin(self.folder(), self.vault.vault_id)
        return made

    def if_due(self, progress: Progress | None = None) -> BackupSet | None:
        """Make a copy if anything changed since the newest whole one, and thin."""
        return copy_if_due(self.vault, self.clock, progress)

    def before(self, reason: Reason) -> BackupSet:
        """Make a copy before something that could harm the records."""
        made = sets.before(self.vault, reason, self.clock.now())
        sets.thin(self.folder(), self.vault.vault_id)
        return made

    def list(self, into: Path | None = None) -> tuple[BackupSet, ...]:
        """The copies, newest first."""
        return sets.backups(self.folder(into))

    def verify(self, path: Path, progress: Progress | None = None) -> Verified:
        """Prove one copy by reading and opening it; raises what `app.vault.verify` raises."""
        found = verify(path, self.vault.keys, progress)
        require_own_history(path, found.manifest, self.vault.keys, self.vault.database)
        return found

    def drill(self, path: Path, progress: Progress | None = None) -> Drill:
        """Restore one copy aside and compare; that it was done is noted in the history. Raises as `verify`."""
        self.access.require(Right.BACKUP)
        require_own_history(path, listed(path, self.vault.keys), self.vault.keys, self.vault.database)
        found = drill(path, self.vault.keys, progress)
        if found.passed and not self.vault.read_only:
            with self.vault.database.write(self.vault.user) as session:
                session.note(self.vault.vault_id, DRILLED, path.name)
        return found

    def restore(self, path: Path, progress: Progress | None = None) -> Restored:
        """Bring one copy back as the vault's newest generation, after a copy of what stands now.

        Afterwards, and after every refusal but `NotAllowed` and those of making a copy, the vault is closed. Raises
        what `app.vault.restore.restore` raises.
        """
        self.access.require(Right.TRANSFER)
        if not self.vault.read_only:
            sets.before(self.vault, Reason.RESTORE, self.clock.now())
        self.vault.close()
        return restore(path, self.vault.path, self.vault.keys, progress)

    def folder(self, into: Path | None = None) -> Path:
        """Where copies lie: the vault's own folder, or the one on the disk `into`, which may be named itself."""
        if into is None:
            return sets.own_folder(self.vault.path)
        return into if into.name == ELSEWHERE else into / ELSEWHERE


def copy_if_due(vault: OpenVault, clock: Clock, progress: Progress | None = None) -> BackupSet | None:
    """Copy `vault` into its own folder if anything changed since the newest whole copy, and thin; before it is closed.

    For lock and close, whoever works: it asks no right. Raises what `app.vault.backup.backup` raises.
    """
    if vault.read_only:
        return None
    into = sets.own_folder(vault.path)
    newest = sets.newest(into, vault.vault_id, vault.keys)
    with vault.database.read() as session:
        now = head(session)
    if newest is not None and (newest.generation, newest.head) == (vault.generation, now):
        return None
    made = sets.backup(vault, into, Reason.CLOSE, clock.now(), progress)
    sets.thin(into, vault.vault_id)
    return made
