"""`vault recovery add|sheet|drill|recover`."""

from pathlib import Path

import click

from app.exchange.office import read_recipient
from app.exchange.spoken import spoken
from app.i18n import LANGUAGES
from app.paper.recovery_sheet import RecoverySheet, recovery_sheet
from app.recovery import service as ways
from app.vault.files import write_atomically
from app.vault.vault import disk_worded
from ui.terminal.session import Terminal, on_vault, opened, passphrase, refusing
from ui.terminal.users import NEW

_KEY = click.option("--key", type=click.Path(path_type=Path), required=True, help="office.identity.txt")


@click.group()
def recovery() -> None:
    """Let the coordinating office open the vault when every passphrase is forgotten."""


@recovery.command()
@click.option("--office", type=click.Path(path_type=Path), required=True, help="office.recipient.txt")
@click.option("--yes", is_flag=True, help="The digits were compared already.")
@on_vault
@refusing
def add(office: Path, vault: Path, user: str | None, passphrase_file: Path | None, *, yes: bool) -> None:
    """Let this office recover the vault, after its digits were compared by voice."""
    terminal = Terminal.here()
    _ = terminal.words
    digits = read_recipient(office).fingerprint()
    terminal.say(digits)
    terminal.say(spoken(digits, _.language))
    if not yes and not click.confirm(_("Did the office read the same to you?"), default=False):
        terminal.say(_("Nothing was changed."))
        return
    with opened(vault, user, passphrase_file) as services:
        ways.add_office(services.vault, office, services.access, services.clock)
    terminal.say(_("This office can recover the vault now. Print the sheet, and try it out."))


@recovery.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="NAME.pdf")
@click.option("--language", type=click.Choice(LANGUAGES), default=None)
@on_vault
@refusing
def sheet(
    output: Path, language: str | None, vault: Path, user: str | None, passphrase_file: Path | None
) -> None:
    """The printed recovery sheet: nothing on it is secret."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        data = RecoverySheet(
            services.vault.vault_id,
            ways.offices(services.vault)[-1],
            services.clock.today(),
            services.office.read().name,
        )
    with disk_worded():
        write_atomically(output, recovery_sheet(data, language or terminal.words.language))
    terminal.say(str(output))


@recovery.command()
@_KEY
@on_vault
@refusing
def drill(key: Path, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Prove that the office's key opens the vault and that everything in it is whole."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        done = ways.drill(services.vault, key, services.clock)
    terminal.say(_("The office's key opens this vault, and its records are whole."))
    terminal.say(_.count("{n} case", "{n} cases", done.cases))
    terminal.say(_("Take the office's key out and give it back."))


@recovery.command()
@_KEY
@click.option("--vault", type=click.Path(path_type=Path), required=True, help="NAME.suprovid")
@click.option("--user", required=True, help="Who shall open the vault from now on.")
@click.option("--passphrase-file", type=click.Path(path_type=Path), help="File with the new passphrase.")
@refusing
def recover(key: Path, vault: Path, user: str, passphrase_file: Path | None) -> None:
    """Open the vault with the office's key and give USER a new passphrase."""
    terminal = Terminal.here()
    _ = terminal.words
    ways.recover(vault, key, user, passphrase(passphrase_file, twice=True, ask=NEW)).close()
    terminal.say(_("{user} can open the vault with the new passphrase.", user=user))
    terminal.say(_("Take the office's key out and give it back."))
