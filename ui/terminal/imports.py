"""`imports list|undo`: the imports that were made, and the way back from one."""

import json
from pathlib import Path
from typing import Any

import click

from app.i18n import Words
from app.imports.batches import BatchRow
from app.imports.service import NoSuchImport
from ui.terminal.progress import stoppable
from ui.terminal.session import Terminal, on_vault, opened, refusing


@click.group()
def imports() -> None:
    """The imports that were made; one that nobody built on can be taken back."""


@imports.command("list")
@on_vault
@click.option("--json", "as_json", is_flag=True)
@refusing
def list_imports(vault: Path, user: str | None, passphrase_file: Path | None, *, as_json: bool) -> None:
    """The newest first, each with the number it keeps for good."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        made = services.imports.batches()
    numbered = [(len(made) - place, batch) for place, batch in enumerate(made)]
    if as_json:
        terminal.say(json.dumps([_told(n, batch) for n, batch in numbered], ensure_ascii=False, indent=1))
        return
    for n, batch in numbered:
        terminal.say(_line(terminal.words, n, batch))


@imports.command("undo")
@click.argument("number", metavar="N", type=click.IntRange(1))
@on_vault
@refusing
def undo_import(number: int, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Take import N of the list back whole, unless somebody has worked on one of its cases."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        made = services.imports.batches()
        if number > len(made):
            raise NoSuchImport
        batch = made[len(made) - number]
        with stoppable(_) as progress:
            services.imports.take_back(batch.uid, progress)
    terminal.say(_("The import is taken back."))
    terminal.say(
        _.count(
            "{n} case left every list; the workbook can be imported again.",
            "{n} cases left every list; the workbook can be imported again.", batch.cases,
        )
    )  # fmt: skip


def _line(_: Words, n: int, batch: BatchRow) -> str:
    """One import: its number, when, by whom, from which file, what came of it, whether it was taken back."""
    cases = _.count("{n} case", "{n} cases", batch.cases)
    back = "" if batch.taken_back_at is None else _("taken back {when}", when=_.instant(batch.taken_back_at))
    told = (str(n), _.instant(batch.at), batch.by, batch.file_name, cases, back)
    return "  ".join(part for part in told if part)


def _told(n: int, batch: BatchRow) -> dict[str, Any]:
    return {
        "n": n,
        "file": batch.file_name,
        "sheet": batch.sheet,
        "at": batch.at.isoformat(),
        "by": batch.by,
        "rows": batch.rows,
        "cases": batch.cases,
        "taken_back_at": batch.taken_back_at.isoformat() if batch.taken_back_at else None,
        "taken_back_by": batch.taken_back_by or None,
    }
