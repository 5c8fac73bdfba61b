"""`document add|list|save`: the documents of a case from a terminal."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from app.documents.queries import DocumentRow
from app.domain.errors import N_, UserError
from app.services import Services
from ui.documents.state_words import STATES
from ui.terminal.session import Terminal, on_vault, opened, refusing

Number = click.option("--case", "number", required=True, help="К-2026-000001")


class NoSuchKind(UserError):
    what = N_("There is no kind of document called {kind}.")
    todo = N_("Leave it out, or use a code such as D-MARRIAGE or D-ICRC.")


class NoSuchDocument(UserError):
    what = N_("This case has no document {wanted}.")
    todo = N_("Choose a number of the list of documents, from 1 to {count}, the newest first, or a fingerprint.")


@click.group()
def document() -> None:
    """The documents of a case."""


@document.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@Number
@click.option("--kind", default="", help="What they are: a code such as D-MARRIAGE; nothing is guessed.")
@on_vault
@refusing
def add(
    files: tuple[Path, ...], number: str, kind: str, vault: Path, user: str | None, passphrase_file: Path | None
) -> None:
    """Take FILES in: JPEG, PNG, PDF. The files themselves stay where they are."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        if kind and kind not in services.catalogue.documents:
            raise NoSuchKind(kind=kind)
        added = services.documents.add(services.cases.numbered(number), files, kind=kind)
    terminal.say(_("Added: {n}", n=len(added.documents)))
    if added.known:
        terminal.say(_("In this case already: {n}", n=len(added.known)))
    for refusal in added.refused:
        terminal.say(_.explain(refusal).replace("\n", " "), error=True)
    if added.refused:
        sys.exit(1)


@document.command("list")
@Number
@click.option("--json", "as_json", is_flag=True)
@on_vault
@refusing
def list_(number: str, vault: Path, user: str | None, passphrase_file: Path | None, *, as_json: bool) -> None:
    """The documents of a case, the newest first."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        rows = services.documents.rows(services.cases.numbered(number))
        kinds = {code: one.name.in_(terminal.words.language) for code, one in services.catalogue.documents.items()}
    if as_json:
        told = [_told(place, row) for place, row in enumerate(rows, 1)]
        terminal.say(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for place, row in enumerate(rows, 1):
        day = row.issued.iso() if row.issued else row.received or "-"
        kind = kinds.get(row.kind, row.kind or "-")
        state = terminal.words(STATES[row.state][0])
        terminal.say(f"{place}  {row.fingerprint or '-'}  {day}  {row.title or '-'}  {kind}  {state}  {row.size}")


@document.command()
@Number
@click.option("--document", "wanted", required=True, help="Its number in the list, or its fingerprint.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.option("--reason", required=True, help="Why it leaves the vault in clear; it is logged.")
@click.option("--original", is_flag=True, help="The very bytes that were brought, with all they tell.")
@on_vault
@refusing
def save(
    number: str, wanted: str, output: Path, reason: str, vault: Path, user: str | None,
    passphrase_file: Path | None, *, original: bool,
) -> None:  # fmt: skip
    """Write a readable copy outside the vault."""
    with opened(vault, user, passphrase_file) as services:
        found = chosen(services, number, wanted)
        services.documents.save_copy_outside(found.uid, output, reason, original=original)
    Terminal.here().say(str(output))


def chosen(services: Services, number: str, wanted: str) -> DocumentRow:
    """A document by its number in the list, its fingerprint or its uid; raises `NoSuchDocument`."""
    rows = services.documents.rows(services.cases.numbered(number))
    for place, row in enumerate(rows, 1):
        if wanted and wanted in (str(place), row.fingerprint, str(row.uid)):
            return row
    raise NoSuchDocument(wanted=wanted, count=len(rows))


def _told(place: int, row: DocumentRow) -> dict[str, Any]:
    return {
        "place": place,
        "document": str(row.uid),
        "fingerprint": row.fingerprint or None,
        "title": row.title,
        "kind": row.kind or None,
        "number": row.number or None,
        "relative": str(row.relative) if row.relative else None,
        "issued": row.issued.iso() if row.issued else None,
        "received": row.received.isoformat() if row.received else None,
        "holder": row.holder or None,
        "state": row.state.value,
        "original": row.original.value or None,
        "valid_until": row.valid_until.isoformat() if row.valid_until else None,
        "media_type": row.media_type or None,
        "pages": row.pages,
        "size": row.size,
    }
