"""`office split|join`: the office's secret key in three shares, two of which restore it."""

from pathlib import Path

import click

from app.exchange import shares as hands
from ui.terminal.session import Terminal, refusing


@click.command()
@click.option("--key", type=click.Path(path_type=Path), required=True, help="office.identity.txt")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder for the three files.")
@refusing
def split(key: Path, output: Path) -> None:
    """Make three shares of the office's key; any two restore it."""
    terminal = Terminal.here()
    _ = terminal.words
    for path in hands.split(key, output):
        terminal.say(str(path))
    terminal.say(_("Any two of these restore the key, one alone tells nothing. Give each to another person."))


@click.command()
@click.argument("share", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="office.identity.txt")
@refusing
def join(share: tuple[Path, ...], output: Path) -> None:
    """Restore the office's key from two SHARE files."""
    terminal = Terminal.here()
    _ = terminal.words
    digits = hands.join(share, output)
    terminal.say(_("The key is restored and compared: {digits}", digits=digits))
