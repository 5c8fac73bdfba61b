"""`vault create|check` and `training create`."""

import getpass
import sys
from functools import partial
from pathlib import Path

import click
from click._termui_impl import ProgressBar

from app.exchange.service import card_of
from app.founding import found
from app.office.service import OfficeRow
from app.progress import Progress
from app.services import Services
from app.training.service import fill
from ui.terminal.session import Terminal, on_vault, opened, passphrase, refusing


@click.group()
def vault() -> None:
    """Create a vault, or check one."""


@vault.command("create")
@click.option("--vault", "path", type=click.Path(path_type=Path), required=True, help="NAME.suprovid")
@click.option("--user", default=getpass.getuser, help="Your name as it stands beside what you write.")
@click.option("--passphrase-file", type=click.Path(path_type=Path))
@click.option("--office", default="", help="The office's name, for papers.")
@click.option("--address", default="", help="The office's address, for papers.")
@click.option("--phones", default="", help="The office's phones, separated by commas, for papers.")
@click.option("--training", is_flag=True, help="For synthetic cases only; marked everywhere.")
@refusing
def create_vault(path: Path, user: str, passphrase_file: Path | None, office: str, address: str, phones: str, *,
                 training: bool) -> None:
    """Create an encrypted vault with one user, and the laptop's public sender.json beside it."""
    terminal = Terminal.here()
    row = OfficeRow(name=office, address=address, phones=phones, training=training)
    held = found(path, user, passphrase(passphrase_file, twice=True), row)
    try:
        card = card_of(held.vault_id, held.keys.signing_key)
    finally:
        held.close()
    _ = terminal.words
    terminal.say(_("Created {path}.", path=held.path))
    terminal.say(
        _("Give the coordinating office the file sender.json; its digits: {digits}", digits=card.fingerprint)
    )


@vault.command()
@on_vault
@refusing
def check(vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Open the vault and say whether everything in it is whole."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        services.vault.check()
        count = sum(1 for _uid in services.cases.uids())
    terminal.say(_("The vault is whole: key file, records, anchor."))
    terminal.say(_.count("{n} case", "{n} cases", count))


@click.group()
def training() -> None:
    """Synthetic caseloads to learn and to measure on."""


@training.command("create")
@click.option("--vault", "path", type=click.Path(path_type=Path), required=True, help="NAME.suprovid")
@click.option("--user", default="Навчання", show_default=True)
@click.option("--passphrase-file", type=click.Path(path_type=Path))
@click.option("--cases", type=click.IntRange(0, 1_000_000), required=True)
@click.option("--seed", type=int, default=1, show_default=True)
@refusing
def create_training(path: Path, user: str, passphrase_file: Path | None, cases: int, seed: int) -> None:
    """Create a training vault with as many synthetic cases, the same for the same seed."""
    terminal = Terminal.here()
    _ = terminal.words
    held = found(path, user, passphrase(passphrase_file, twice=True), OfficeRow(training=True))
    try:
        services = Services.of(held)
        with click.progressbar(length=cases, file=sys.stderr) as bar:
            fill(services, cases, seed, Progress(partial(_advance, bar)))
    finally:
        held.close()
    terminal.say(_("Created {path}.", path=held.path))
    terminal.say(_.count("{n} synthetic case", "{n} synthetic cases", cases))


def _advance(bar: ProgressBar[int], done: int, _total: int, _label: str) -> None:
    bar.update(done - bar.pos)
