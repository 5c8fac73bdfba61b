"""`law show|check|apply|back|trust` on a vault; `law keygen|make|read` for the coordinating office."""

from pathlib import Path

import click

from app.exchange.office import SenderCard
from app.exchange.spoken import spoken
from app.law.key import law_keygen, read_law_key
from app.law.making import make_pack
from app.law.service import Preview
from app.vault.files import write_atomically
from app.vault.vault import disk_worded
from ui.law import words as said
from ui.terminal.progress import stoppable
from ui.terminal.session import Terminal, on_vault, opened, refusing

_SHOWN = 40
_PACK = click.argument("pack", type=click.Path(path_type=Path))
_YES = click.option("--yes", is_flag=True, help="Do not ask.")


@click.group()
def law() -> None:
    """The laws by which due days are counted: signed packs from the coordinating office."""


@law.command()
@on_vault
@refusing
def show(vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Which pack is in force, whose packs are taken, what a lawyer must still check."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        standing = services.law.standing()
        rules = services.catalogue.steps.values()
    terminal.say(said.pack_title(_, standing.pack))
    terminal.say(standing.pack.notes.in_(_.language))
    if broken := said.broken_told(_, standing.broken, standing.pack):
        terminal.say(broken, error=True)
    for signer in standing.signers:
        terminal.say(_("Packs are taken from: {name}, {digits}", name=signer.name or "—", digits=signer.fingerprint))
    terminal.say(_.count("{n} rule a lawyer must check", "{n} rules a lawyer must check", sum(map(said.unsure, rules))))
    for question in standing.pack.questions:
        terminal.say(f"{question.code}  {question.text.in_(_.language)}")


@law.command()
@_PACK
@on_vault
@refusing
def check(pack: Path, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """What PACK would change: the rules, your cases, the due days that move. Nothing is written."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services, stoppable(terminal.words) as progress:
        _tell(terminal, services.law.preview(pack, progress))


@law.command()
@_PACK
@_YES
@on_vault
@refusing
def apply(pack: Path, vault: Path, user: str | None, passphrase_file: Path | None, *, yes: bool) -> None:
    """Take PACK over, after telling what it changes, and count every due day anew that follows a changed rule."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services, stoppable(_) as progress:
        _tell(terminal, services.law.preview(pack, progress))
        if yes or click.confirm(_("Take this pack over?"), default=False):
            done = services.law.take(pack, progress)
            terminal.say(_("{pack} is in force now.", pack=said.pack_title(_, done.new)))
        else:
            terminal.say(_("Nothing was changed."))


@law.command()
@_YES
@on_vault
@refusing
def back(vault: Path, user: str | None, passphrase_file: Path | None, *, yes: bool) -> None:
    """Go back to the pack before: days that the later one moved, and nobody changed since, are as they were."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services, stoppable(_) as progress:
        _tell(terminal, services.law.preview_back(progress))
        if yes or click.confirm(_("Go back to the pack before?"), default=False):
            done = services.law.back(progress)
            terminal.say(_("{pack} is in force now.", pack=said.pack_title(_, done.new)))
        else:
            terminal.say(_("Nothing was changed."))


@law.command()
@click.argument("card", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="The digits were compared already.")
@on_vault
@refusing
def trust(card: Path, vault: Path, user: str | None, passphrase_file: Path | None, *, yes: bool) -> None:
    """Take packs signed by the office whose law.card.json this is, after its digits were compared by voice."""
    terminal = Terminal.here()
    _ = terminal.words
    read = SenderCard.read(card)
    terminal.say(read.fingerprint)
    terminal.say(spoken(read.fingerprint, _.language))
    if not yes and not click.confirm(_("Did the office read the same to you?"), default=False):
        terminal.say(_("Nothing was changed."))
        return
    with opened(vault, user, passphrase_file) as services:
        services.law.trust(read)
    terminal.say(_("Law packs of this office are taken now."))


@law.command("keygen")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder for the two files.")
@click.option("--name", required=True, help="The office's name, as laptops shall show it.")
@refusing
def keygen_(output: Path, name: str) -> None:
    """Make law.card.json, to give to laptops, and law.key.txt, which signs packs and never leaves the office."""
    terminal = Terminal.here()
    _ = terminal.words
    keys = law_keygen(output, name)
    terminal.say(_("For the laptops: {path}", path=keys.card))
    terminal.say(_("Keep secret, and keep a copy in a safe: {path}", path=keys.key))
    terminal.say(_("Read these digits to each laptop by voice: {digits}", digits=keys.fingerprint))


@law.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--key", type=click.Path(path_type=Path), required=True, help="law.key.txt")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder for the pack.")
@refusing
def make(folder: Path, key: Path, output: Path) -> None:
    """Make a signed pack of the law's files in FOLDER (steps.yaml, law.yaml…); what is wrong is told with its line."""
    terminal = Terminal.here()
    name, data = make_pack(folder, read_law_key(key))
    with disk_worded():
        write_atomically(output / name, data, 0o644)
    terminal.say(str(output / name))


def _tell(terminal: Terminal, preview: Preview) -> None:
    _ = terminal.words
    terminal.say(said.pack_title(_, preview.new))
    terminal.say(preview.new.notes.in_(_.language))
    terminal.say(said.rules_told(_, preview.changes))
    for change in preview.changes[:_SHOWN]:
        details = ". ".join(said.change_details(_, change))
        name = change.step.name.in_(_.language)
        terminal.say(f"{change.step.id}  {name}  [{said.what_word(_, change.what)}]  {details}")
    terminal.say(said.touches(_, preview))
    for move in preview.effect.moves[:_SHOWN]:
        terminal.say(f"{move.number}  {said.move_text(_, preview.catalogue, move)}: {said.day(_, move)}")
    for stays in said.stays_told(_, preview.effect):
        terminal.say(stays)
