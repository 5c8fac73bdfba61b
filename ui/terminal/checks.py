"""`vault verify|self-check|salvage|trust`: is the vault whole, and what to do if it is not."""

import sys
from pathlib import Path

import click

from app.services import Services
from app.vault.anchor import RecordsBehind
from app.vault.audit import Finding as Mismatch
from app.vault.audit import audit
from app.vault.finding import State, worst
from app.vault.restore import vault_keys
from app.vault.salvage import salvage
from app.vault.self_check import SelfCheck
from app.vault.vault import OpenVault, open_vault, trust
from ui.terminal.session import Terminal, on_vault, opened, passphrase, refusing

_MARKS = {State.OK: "✓", State.WARN: "!", State.BAD: "✗"}


@click.command()
@on_vault
@click.option("--deep", is_flag=True, help="Compare every row with what the history says of it.")
@refusing
def verify(vault: Path, user: str | None, passphrase_file: Path | None, *, deep: bool) -> None:
    """Say whether the history of the vault is whole; with --deep, which row does not match it."""
    terminal = Terminal.here()
    words = passphrase(passphrase_file)
    behind: RecordsBehind | None = None
    try:
        held = open_vault(vault, user, words)
    except RecordsBehind as error:
        behind, held = error, open_vault(vault, user, words, read_only=True)
    try:
        whole = _tell(terminal, held, deep=deep)
    finally:
        held.close()
    if behind is not None:
        terminal.say(terminal.words.explain(behind), error=True)
    if behind is not None or not whole:
        sys.exit(1)


def _tell(terminal: Terminal, held: OpenVault, *, deep: bool) -> bool:
    _ = terminal.words
    held.check()
    found = audit(held.database, deep=deep)
    if found.broken_at is not None:
        terminal.say(_("Entry {n} of the history does not match what came before it.", n=found.broken_at), error=True)
    else:
        terminal.say(_("The history holds {n} entries, and every one follows from the one before.", n=found.entries))
        terminal.say(_("Its head: {head}", head=found.head.hex()[:16]))
    for one in found.findings:
        terminal.say(_row(terminal, one), error=True)
    if deep and not found.findings:
        terminal.say(_("Every row is as the history says."))
    terminal.say(_("This shows that something was changed; it does not prevent it."))
    return found.whole


def _row(terminal: Terminal, one: Mismatch) -> str:
    """One row that does not match its history."""
    _ = terminal.words
    told = {
        "changed": _("was changed behind the program"),
        "unknown": _("never came into being"),
        "missing": _("is gone"),
    }[one.problem]
    place = f"{one.table}.{one.column}" if one.column else one.table
    return f"{place} {one.row}: {told}"


@click.command("self-check")
@on_vault
@click.option("--deep", is_flag=True, help="Every row against its history, and every document.")
@click.option("--repair", is_flag=True, help="Put right what can be put right without harm.")
@refusing
def self_check(vault: Path, user: str | None, passphrase_file: Path | None, *, deep: bool, repair: bool) -> None:
    """One card in plain words: files, history, documents, copies, disk, library, clock."""
    terminal = Terminal.here()
    language = terminal.words.language
    with opened(vault, user, passphrase_file) as services:
        checking = _checking(services)
        found = checking.check(deep=deep)
        if repair:
            for what in dict.fromkeys(one.repair for one in found if one.repair):
                if what.harmless:
                    checking.repair(what)
            found = checking.check(deep=deep)
    for one in found:
        terminal.say(f"{_MARKS[one.state]} {one.title.in_(language)}: {one.told.in_(language)}")
        if one.todo:
            terminal.say(f"  → {one.todo.in_(language)}")
    if worst(found) is State.BAD:
        sys.exit(1)


def _checking(services: Services) -> SelfCheck:
    return SelfCheck(services.vault, services.clock, services.access)


@click.command("salvage")
@on_vault
@click.option("-o", "--output", "target", type=click.Path(path_type=Path), required=True, help="The new vault.")
@refusing
def salvage_vault(vault: Path, user: str | None, passphrase_file: Path | None, target: Path) -> None:
    """Bring what can be read of damaged records into a new vault, and list what was lost."""
    terminal = Terminal.here()
    _ = terminal.words
    found = salvage(vault, target, vault_keys(vault, vault, user, passphrase(passphrase_file)))
    terminal.say(_("Salvaged into {path}.", path=found.path))
    for table in found.tables:
        for uid in table.lost:
            terminal.say(f"{table.table}\t{uid}")
        for uid in table.changed:
            terminal.say(f"{table.table}\t{uid}\t{_('is not as the history says')}")
    terminal.say(_.count("{n} row was lost", "{n} rows were lost", found.rows_lost))
    changed = _.count("{n} row is not as the history says", "{n} rows are not as the history says", found.rows_changed)
    terminal.say(changed)
    terminal.say(_.count("{n} entry of history was lost", "{n} entries of history were lost", found.entries_lost))
    terminal.say(_.count("{n} document was lost", "{n} documents were lost", found.documents_lost))


@click.command("trust")
@on_vault
@click.option("--reason", required=True, help="Why the records are older than they were; kept in the history.")
@refusing
def trust_records(vault: Path, user: str | None, passphrase_file: Path | None, reason: str) -> None:
    """Go on with records that are older than they were last, as they are."""
    terminal = Terminal.here()
    held = open_vault(vault, user, passphrase(passphrase_file), read_only=True)
    try:
        held = trust(held, reason)
    finally:
        held.close()
    terminal.say(terminal.words("The records are taken as they are; the history says so."))
