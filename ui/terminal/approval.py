"""`approval list|approve|refuse|withdraw`: the second person, from a terminal."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from app.approvals.service import ApprovalRow, NothingToDecide
from app.services import Services
from ui.standing_words import asked_words, standing_words
from ui.terminal.session import Terminal, on_vault, opened, refusing

SHOWN = 8


@click.group()
def approval() -> None:
    """What waits for a second person's yes."""


@approval.command("list")
@on_vault
@click.option("--json", "as_json", is_flag=True)
@refusing
def list_(vault: Path, user: str | None, passphrase_file: Path | None, *, as_json: bool) -> None:
    """The newest requests first."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        rows, catalogue = services.approvals.list(), services.catalogue
    if as_json:
        terminal.say(json.dumps([_told(row) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        asked = row.asked_at.astimezone().strftime("%d.%m.%Y %H:%M")
        standing = standing_words(terminal.words, row.standing)
        terminal.say(f"{_short(row.uid)}  {asked}  {row.asked_by}  {row.kind}  {standing}  {row.reason}")
        if row.shown:
            terminal.say(f"    {asked_words(terminal.words, catalogue, row)}")


@approval.command()
@click.argument("request")
@on_vault
@refusing
def approve(request: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Agree to a colleague's REQUEST, by its number in the list."""
    with opened(vault, user, passphrase_file) as services:
        services.approvals.approve(_found(services, request))


@approval.command()
@click.argument("request")
@on_vault
@refusing
def refuse(request: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Do not agree to a colleague's REQUEST."""
    with opened(vault, user, passphrase_file) as services:
        services.approvals.refuse(_found(services, request))


@approval.command()
@click.argument("request")
@on_vault
@refusing
def withdraw(request: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Take your own REQUEST back."""
    with opened(vault, user, passphrase_file) as services:
        services.approvals.withdraw(_found(services, request))


def _found(services: Services, request: str) -> UUID:
    uids = [row.uid for row in services.approvals.list() if _short(row.uid) == request]
    if len(uids) != 1:
        raise NothingToDecide
    return uids[0]


def _short(uid: UUID) -> str:
    return uid.hex[-SHOWN:]


def _told(row: ApprovalRow) -> dict[str, Any]:
    return {
        "request": _short(row.uid),
        "kind": row.kind.value,
        "asks": dict(row.shown),
        "reason": row.reason,
        "asked_by": row.asked_by,
        "asked_at": row.asked_at.isoformat(),
        "standing": row.standing.value,
        "ready_at": row.ready_at.isoformat() if row.ready_at else None,
        "decided_by": row.decided_by or None,
    }
