"""`exchange-day`: the families whose man did not return, from a terminal."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from app.fates.exchange_day import Waiting
from ui.family_words import relation_word
from ui.terminal.cases import Day
from ui.terminal.session import Terminal, on_vault, opened, refusing


@click.command("exchange-day")
@click.option("--on", "on", type=Day, required=True, help="The day of the exchange.")
@on_vault
@click.option("--json", "as_json", is_flag=True)
@refusing
def exchange_day(
    on: datetime, vault: Path, user: str | None, passphrase_file: Path | None, *, as_json: bool
) -> None:
    """Families to call: their man is held or missing and did not return on that day, confirmed captives first.

    Numbers of whom nobody may call are left out.
    """
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        rows = services.exchange_day.families(on.date())
        statuses, language = services.catalogue.statuses, terminal.words.language
    if as_json:
        terminal.say(json.dumps([_told(row) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        mark = "x" if row.called else " "
        terminal.say(f"[{mark}] {row.number}  {statuses[row.fate].short.in_(language)}  {row.name}")
        if row.contact is not None:
            whom = relation_word(terminal.words, row.contact.relation, row.contact.patronymic)
            phones = ", ".join(row.contact.to_ring) or terminal.words("do not call")
            terminal.say(f"      {row.contact.name} ({whom})  {phones}  {row.contact.safety.hours}".rstrip())


def _told(row: Waiting) -> dict[str, Any]:
    contact = row.contact
    return {
        "case": row.number,
        "name": row.name,
        "fate": row.fate.value,
        "called": row.called.isoformat() if row.called else None,
        "contact": None if contact is None else {
            "name": contact.name,
            "relation": contact.relation.value,
            "phones": list(contact.to_ring),
            "safe_hours": contact.safety.hours,
            "do_not_call": contact.safety.silent,
            "told": contact.told.value if contact.told else None,
            "told_on": contact.told_on.isoformat() if contact.told_on else None,
        },
    }  # fmt: skip
