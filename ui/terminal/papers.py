"""`document need|move|way`: the way of the papers of a case, from a terminal."""

from datetime import datetime
from pathlib import Path

import click

from app.documents.tracking import MoveDraft
from app.domain.paper_state import Move, Original
from ui.documents.state_words import MADE, STATES
from ui.terminal.cases import Day
from ui.terminal.document import Number, chosen
from ui.terminal.session import Terminal, on_vault, opened, refusing

Wanted = click.option("--document", "wanted", required=True, help="Its number in the list, or its fingerprint.")


@click.command()
@click.argument("kinds", nargs=-1)
@Number
@click.option("--for-steps", is_flag=True, help="Everything that the open steps ask for and is not there.")
@on_vault
@refusing
def need(
    kinds: tuple[str, ...], number: str, vault: Path, user: str | None, passphrase_file: Path | None, *,
    for_steps: bool,
) -> None:  # fmt: skip
    """Write papers of KINDS (D-PASSPORT) down as needed; without any, tell what the open steps lack."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        case, tracking = services.cases.numbered(number), services.documents.tracking
        if for_steps:
            tracking.need_for_steps(case)
        elif kinds:
            tracking.need(case, kinds)
        lacking = () if kinds or for_steps else tracking.lacking(case)
        names = [f"{code}  {services.catalogue.documents[code].name.in_(terminal.words.language)}" for code in lacking]
    for name in names:
        terminal.say(name)


@click.command()
@Number
@Wanted
@click.option("--to", "move", type=click.Choice([one.value for one in Move]), required=True, help="What was done.")
@click.option("--on", type=Day, default=None, help="Today if not said.")
@click.option("--body", default="", help="Of which body: a code of bodies.yaml.")
@click.option("--reference", default="")
@click.option("--who", default="", help="Who checked it, or who exactly holds it.")
@click.option("--text", default="", help="The exact words of an error, or a note.")
@click.option("--original", type=click.Choice([one.value for one in Original if one.value]), default=None)
@click.option("--valid-until", type=Day, default=None)
@on_vault
@refusing
def move(
    number: str, wanted: str, move: str, on: datetime | None, body: str, reference: str, who: str, text: str,
    original: str | None, valid_until: datetime | None, vault: Path, user: str | None, passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Let a paper make a move: requested, received, checked, found wrong, corrected, handed over."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        row = chosen(services, number, wanted)
        draft = MoveDraft(
            Move(move), on.date() if on else services.clock.today(), body, reference, who, text,
            Original(original or ""), valid_until.date() if valid_until else None,
        )  # fmt: skip
        services.documents.tracking.move(row.uid, row.version, draft)
        rows = services.documents.rows(services.cases.numbered(number))
        state = next(one.state for one in rows if one.uid == row.uid)
    terminal.say(_("Now: {status}", status=_(STATES[state][0])))


@click.command()
@Number
@Wanted
@on_vault
@refusing
def way(number: str, wanted: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Every move of a paper, the first one first."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        row = chosen(services, number, wanted)
    for one in row.trail:
        parts = (_.date(one.on), _(MADE[one.move]), one.body, one.reference, one.who, one.text)
        terminal.say("  ".join(part for part in parts if part))
