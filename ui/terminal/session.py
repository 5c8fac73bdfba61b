"""What every command on a vault shares: where it is, who opens it, and how refusals are told."""

import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from app.domain.errors import N_, UserError
from app.i18n import Words
from app.progress import Cancelled
from app.services import Services
from app.settings import default_path, load
from app.vault.vault import open_vault
from ui.law.words import broken_told

_LONGEST = 4096

STOPPED = 130
"""The exit status of what Ctrl+C ended, as shells count it."""
F = TypeVar("F", bound=Callable[..., Any])


class NoPassphraseFile(UserError):
    what = N_("The passphrase file {name} cannot be read.")
    todo = N_("Check its name and that it is yours to read.")


@dataclass(frozen=True, slots=True)
class Terminal:
    """The language of the terminal."""

    words: Words

    @classmethod
    def here(cls, language: str | None = None) -> "Terminal":
        """In the asked language, else that of the settings."""
        return cls(Words(language or load(default_path()).language))

    def say(self, text: str = "", *, error: bool = False) -> None:
        """Print a line."""
        click.echo(text, err=error)


def on_vault(command: F) -> F:
    """Give a command the options of a vault: ``--vault``, ``--user``, ``--passphrase-file``."""
    for option in (
        click.option(
            "--passphrase-file", type=click.Path(path_type=Path), help="File whose only line it is."
        ),
        click.option("--user", default=None, help="Whose slot to open; the only one if not said."),
        click.option(
            "--vault", "vault", type=click.Path(path_type=Path), required=True, help="NAME.suprovid"
        ),
    ):
        command = option(command)
    return command


@contextmanager
def opened(vault: Path, user: str | None, passphrase_file: Path | None) -> Iterator[Services]:
    """The services of the vault, closed again whatever happens."""
    held = open_vault(vault, user, passphrase(passphrase_file))
    try:
        services = Services.of(held)
        if broken := broken_told(Terminal.here().words, services.law.broken, services.catalogue.law):
            click.echo(broken, err=True)
        yield services
    finally:
        held.close()


def passphrase(file: Path | None, *, twice: bool = False, ask: str = N_("Passphrase: ")) -> str:
    """The passphrase from a file (its final newline dropped) or from the prompt `ask`, which shows nothing."""
    if file is not None:
        try:
            with file.open("rb") as held:
                return held.read(_LONGEST).decode("utf-8").removesuffix("\n").removesuffix("\r")
        except (OSError, UnicodeDecodeError) as error:
            raise NoPassphraseFile(name=file.name) from error
    _ = Terminal.here().words
    typed = getpass.getpass(_(ask))
    while twice and getpass.getpass(_("Once more: ")) != typed:
        click.echo(_("They differ. Please type both again."), err=True)
        typed = getpass.getpass(_(ask))
    return typed


def refusing(command: F) -> F:
    """Tell what the world refused in one line on standard error, and end with status 1; 130 if the user stopped it."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except UserError as error:
            click.echo(Terminal.here().words.explain(error).replace("\n", " "), err=True)
            sys.exit(1)
        except Cancelled:
            click.echo(Terminal.here().words("Stopped; nothing was changed."), err=True)
            sys.exit(STOPPED)
        except (KeyboardInterrupt, EOFError) as error:
            if sys.stderr.isatty():
                click.echo(err=True)
            raise click.Abort from error

    return run  # type: ignore[return-value]  # the wrapper takes what the command takes
