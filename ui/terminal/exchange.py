"""`office keygen`, `export`, `open`: sealed packages from a laptop to the coordinating office."""

import json
from pathlib import Path
from typing import Any

import click

from app.exchange.office import SenderCard, keygen, read_identity
from app.exchange.package import open_package
from app.exchange.reading import NoPackage, read_case
from ui.terminal.session import Terminal, on_vault, opened, refusing


@click.group()
def office() -> None:
    """The coordinating office's own keys."""


@office.command("keygen")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder for the two files."
)
@refusing
def keygen_(output: Path) -> None:
    """Make office.recipient.txt, to give to laptops, and office.identity.txt, which never leaves the office."""
    terminal = Terminal.here()
    _ = terminal.words
    keys = keygen(output)
    terminal.say(_("For the laptops: {path}", path=keys.recipient))
    terminal.say(_("Keep secret, and keep a copy in a safe: {path}", path=keys.identity))
    terminal.say(_("Read these digits to each laptop by voice: {digits}", digits=keys.fingerprint))


@click.command()
@click.option(
    "--to", "recipient", type=click.Path(path_type=Path), required=True, help="office.recipient.txt"
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder for the package."
)
@click.option("--despite", default="", help="Why it leaves though a consent has ended; kept with each such case.")
@on_vault
@refusing
def export(
    recipient: Path, output: Path, despite: str, vault: Path, user: str | None, passphrase_file: Path | None
) -> None:
    """Seal every case for the coordinating office."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        sealed = services.exchange.export(recipient, output, despite=despite)
    terminal.say(str(sealed.path))
    terminal.say(_.count("{n} case", "{n} cases", sealed.manifest.records))


@click.command("open")
@click.argument("package", type=click.Path(path_type=Path))
@click.option("--key", "key", type=click.Path(path_type=Path), required=True, help="office.identity.txt")
@click.option(
    "--from", "sender", type=click.Path(path_type=Path), default=None, help="The laptop's sender.json"
)
@click.option("--json", "as_json", is_flag=True)
@refusing
def open_(package: Path, key: Path, sender: Path | None, *, as_json: bool) -> None:
    """Open a package as the coordinating office. Without --from the sender is not verified."""
    terminal = Terminal.here()
    _ = terminal.words
    identity = read_identity(key)
    card = SenderCard.read(sender) if sender else None
    try:
        file = package.open("rb")
    except OSError as error:
        raise NoPackage(name=package.name) from error
    with file:
        found = open_package(file, identity, card)
        manifest = found.manifest
        head: dict[str, Any] = {
            "verified": found.verified,
            "training": manifest.training,
            "manifest": json.loads(manifest.to_bytes()),
        }
        if as_json:
            cases = [read_case(record) for record in found.records]
            terminal.say(json.dumps({**head, "cases": cases}, ensure_ascii=False, indent=1))
            return
    terminal.say(_.count("{n} case", "{n} cases", manifest.records))
    terminal.say(_("Package {seq} of vault {vault}", seq=manifest.seq, vault=manifest.vault_id))
    terminal.say(
        _("Sender verified.") if found.verified else _("Sender NOT verified: compare the digits, use --from.")
    )
    if manifest.training:
        terminal.say(_("TRAINING DATA: synthetic cases."))
