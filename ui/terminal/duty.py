"""`office duty`: who of the office is called first, from a terminal."""

from datetime import datetime
from pathlib import Path

import click

from app.office.duty import OnDuty
from ui.care.duty_words import duty_words
from ui.terminal.cases import Day
from ui.terminal.session import Terminal, on_vault, opened, refusing


@click.command()
@click.option("--name", default="", help="Who is on duty from now on; without it, only tells who is.")
@click.option("--phone", default="")
@click.option("--since", type=Day, default=None, help="From which day; today if not said.")
@click.option("--until", type=Day, default=None, help="Until which day; until somebody else is named if not said.")
@on_vault
@refusing
def duty(
    name: str, phone: str, since: datetime | None, until: datetime | None, vault: Path, user: str | None,
    passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Tell who is on duty today, or name somebody: the person called first where somebody is in danger."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        if name or phone:
            first = since.date() if since else services.clock.today()
            services.duty.write(OnDuty(first, name, phone, until.date() if until else None))
        now = services.duty.now()
    terminal.say(duty_words(terminal.words, now))
