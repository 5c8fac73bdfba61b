"""`backup create|list|verify|drill|restore`: copies of a vault."""

from pathlib import Path

import click

from app.progress import Progress
from app.vault import verify as proving
from app.vault.backup import BackupSet, State
from app.vault.restore import restore, vault_keys
from ui.terminal.session import Terminal, on_vault, opened, passphrase, refusing

_Into = click.option("--into", type=click.Path(path_type=Path), help="A disk or stick; else the vault's own folder.")
_Set = click.argument("copy", type=click.Path(path_type=Path, exists=True, file_okay=False))
_User = click.option("--user", default=None, help="Whose slot in the copy to open; the only one if not said.")
_Passphrase = click.option("--passphrase-file", type=click.Path(path_type=Path), help="File whose only line it is.")


@click.group()
def backup() -> None:
    """Copies of a vault: each is complete by itself, and proven before it counts."""


@backup.command("create")
@on_vault
@_Into
@refusing
def create_copy(vault: Path, user: str | None, passphrase_file: Path | None, into: Path | None) -> None:
    """Copy the vault now, and read the copy back."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        made = services.backups.create(into, Progress())
    terminal.say(terminal.words("Copied and read back: {path}", path=made.path))


@backup.command("list")
@on_vault
@_Into
@refusing
def list_copies(vault: Path, user: str | None, passphrase_file: Path | None, into: Path | None) -> None:
    """List the copies, newest first."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        for one in services.backups.list(into):
            terminal.say(_line(terminal, one))


@backup.command("verify")
@_Set
@_User
@_Passphrase
@refusing
def verify_copy(copy: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Read everything in a copy back and open its records."""
    terminal = Terminal.here()
    _ = terminal.words
    found = proving.verify(copy, proving.unlock(copy, user, passphrase(passphrase_file)))
    terminal.say(_("The copy is whole; its history holds {n} entries.", n=found.manifest.head.n))
    terminal.say(_.count("{n} document", "{n} documents", found.documents))
    _tell_missing(terminal, found.missing)


@backup.command("drill")
@_Set
@on_vault
@refusing
def try_copy(copy: Path, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Restore a copy aside, compare it with what it promises, and remove it again; the vault remembers the trial."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        found = services.backups.drill(copy)
    terminal.say(_.count("{n} case came back", "{n} cases came back", found.cases))
    if not found.passed:
        terminal.say(_("But it is not what the copy promised."), error=True)
        raise SystemExit(1)
    terminal.say(_("Everything is as the copy promised."))


@backup.command("restore")
@_Set
@click.option("--to", "target", type=click.Path(path_type=Path), required=True,
              help="The vault itself, which gets a new generation, or a new place.")
@_User
@_Passphrase
@refusing
def restore_copy(copy: Path, target: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Bring a copy back; nothing is written over, and the records it replaces stay beside it."""
    terminal = Terminal.here()
    _ = terminal.words
    found = restore(copy, target, vault_keys(copy, target, user, passphrase(passphrase_file)))
    terminal.say(_("Restored: {path}", path=found.path))
    terminal.say(_.count("{n} case", "{n} cases", found.cases))
    _tell_missing(terminal, found.missing)


def _tell_missing(terminal: Terminal, count: int) -> None:
    if count:
        _ = terminal.words
        terminal.say(_.count("{n} document was missing already", "{n} documents were missing already", count))


def _line(terminal: Terminal, one: BackupSet) -> str:
    """One copy: state, when, why, how far, where."""
    _ = terminal.words
    state = {
        State.WHOLE: _("whole"), State.INCOMPLETE: _("incomplete"), State.UNREADABLE: _("unreadable"),
    }[one.state]  # fmt: skip
    if one.manifest is None:
        return f"{state}\t\t\t\t{one.path}"
    told = one.manifest
    return f"{state}\t{_.instant(told.created)}\t{told.reason.words.in_(_.language)}\t{told.head.n}\t{one.path}"
