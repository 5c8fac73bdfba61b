"""`vault user list|add|passphrase|roles|clinical|disable|revoke`."""

import json
from pathlib import Path
from typing import Any

import click

from app.domain.errors import N_
from app.domain.role import Role
from app.services import Services
from app.vault.revocation import revoke
from app.vault.users import UserRow
from app.vault.vault import open_vault
from ui.terminal.session import Terminal, on_vault, opened, passphrase, refusing

NEW = N_("New passphrase: ")
_ROLES = click.Choice([role.value for role in Role])


@click.group()
def user() -> None:
    """Who can open the vault."""


@user.command("list")
@on_vault
@click.option("--json", "as_json", is_flag=True)
@refusing
def list_(vault: Path, user: str | None, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Everybody who ever could open it."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        rows = services.users.list()
    if as_json:
        terminal.say(json.dumps([_told(row) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        terminal.say(_line(terminal, row))


@user.command()
@click.argument("name")
@click.option("--role", "roles", type=_ROLES, multiple=True, default=["caseworker"], show_default=True)
@click.option("--clinical", is_flag=True, help="May read the clinical notes.")
@click.option("--new-passphrase-file", type=click.Path(path_type=Path), help="File with the new user's passphrase.")
@on_vault
@refusing
def add(
    name: str, roles: tuple[str, ...], new_passphrase_file: Path | None, vault: Path, user: str | None,
    passphrase_file: Path | None, *, clinical: bool,
) -> None:  # fmt: skip
    """Give NAME a passphrase and keys of their own."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        new = passphrase(new_passphrase_file, twice=True, ask=NEW)
        row = services.users.add(name, new, [Role(role) for role in roles], clinical=clinical)
    terminal.say(_line(terminal, row))


@user.command("passphrase")
@click.option("--new-passphrase-file", type=click.Path(path_type=Path))
@on_vault
@refusing
def passphrase_(
    new_passphrase_file: Path | None, vault: Path, user: str | None, passphrase_file: Path | None
) -> None:
    """Change your own passphrase."""
    terminal = Terminal.here()
    old = passphrase(passphrase_file)
    held = open_vault(vault, user, old)
    try:
        services = Services.of(held)
        services.users.change_passphrase(held.user, old, passphrase(new_passphrase_file, twice=True, ask=NEW))
    finally:
        held.close()
    terminal.say(terminal.words("The passphrase was changed. Old copies of the vault still open with the old one."))


@user.command()
@click.argument("name")
@click.option("--role", "roles", type=_ROLES, multiple=True, required=True)
@on_vault
@refusing
def roles(
    name: str, roles: tuple[str, ...], vault: Path, user: str | None, passphrase_file: Path | None
) -> None:
    """Say what NAME is in this office."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        row = services.users.set_roles(name, [Role(role) for role in roles])
    terminal.say(_line(terminal, row))


@user.command()
@click.argument("name")
@click.option("--give/--take", default=True)
@on_vault
@refusing
def clinical(name: str, vault: Path, user: str | None, passphrase_file: Path | None, *, give: bool) -> None:
    """Let NAME read the clinical notes, or no longer."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        row = services.users.set_clinical(name, give)
    terminal.say(_line(terminal, row))


@user.command()
@click.argument("name")
@on_vault
@refusing
def disable(name: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Take NAME's slot away; the keys stay the same."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        services.users.disable(name)
    terminal.say(_("{user} can no longer open this vault.", user=name))
    terminal.say(_("An old copy of it still opens with the old passphrase; to prevent that for what comes, revoke."))


@user.command("revoke")
@click.argument("name")
@on_vault
@refusing
def revoke_(name: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Take the vault from NAME: new keys, everything encrypted anew."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        done = revoke(services.vault, name, services.access, services.clock)
    terminal.say(_("The vault has new keys, and {user} can open nothing that is written from now on.", user=name))
    terminal.say(_("What {user} copied before stays readable to them.", user=name))
    terminal.say(
        _.count(
            "{n} older copy in the vault still opens with the old keys.",
            "{n} older copies in the vault still open with the old keys.",
            done.older_copies,
        )
    )


@user.command("team")
@click.argument("name")
@click.option("--team", default="", help="Its name, the same for all who are in it; none if not said.")
@on_vault
@refusing
def team_(name: str, team: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Put NAME into a team: Today and the week can show the work of a team."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        services.teams.put([name], team)
    terminal.say(terminal.words("The team is written down."))


def _line(terminal: Terminal, row: UserRow) -> str:
    _ = terminal.words
    notes = [role.value for role in row.roles]
    notes += [_("team {name}", name=row.team)] if row.team else []
    notes += [_("clinical notes")] if row.clinical else []
    notes += [_("disabled")] if row.disabled else []
    return f"{row.user}: {', '.join(notes)}"


def _told(row: UserRow) -> dict[str, Any]:
    return {
        "user": row.user,
        "roles": [role.value for role in row.roles],
        "clinical": row.clinical,
        "disabled": row.disabled,
        "team": row.team,
        "created": row.created.isoformat() if row.created else None,
    }
