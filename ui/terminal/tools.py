"""`tools translit|rnokpp|due`: single rules to try by hand."""

from typing import Any

import click

from app.domain import tax_number
from app.domain.calendar import CalendarMode
from app.domain.deadline import Kind, Term, Unit, due
from app.domain.translit import transliterate
from ui.terminal.cases import Day
from ui.terminal.session import Terminal, refusing


@click.group()
def tools() -> None:
    """Transliteration, tax numbers, deadlines."""


@tools.command()
@click.argument("text")
@refusing
def translit(text: str) -> None:
    """Ukrainian in Latin letters by Resolution 55 of 27.01.2010."""
    click.echo(transliterate(text))


@tools.command()
@click.argument("number")
@refusing
def rnokpp(number: str) -> None:
    """Check a tax number; prints the birth date and the sex it carries."""
    found = tax_number.check(number)
    click.echo(f"{found.number} {found.born.isoformat()} {found.sex}")


@tools.command("due")
@click.option("--event", type=Day, required=True, help="The day of the event, 2026-11-06 or 06.11.2026.")
@click.option("--qty", type=click.IntRange(0), required=True)
@click.option("--unit", type=click.Choice([unit.value for unit in Unit]), required=True)
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), required=True)
@click.option(
    "--calendar",
    type=click.Choice([mode.value for mode in CalendarMode]),
    default="martial_law",
    show_default=True,
)
@refusing
def due_(event: Any, qty: int, unit: str, kind: str, calendar: str) -> None:
    """When a term ends (Civil Code arts. 252-255); two days where the law is unclear."""
    _ = Terminal.here().words
    found = due(event.date(), Term(qty, Unit(unit), Kind(kind)), CalendarMode(calendar))
    if found.due is None:
        click.echo(_("no deadline"))
        return
    click.echo(found.due.isoformat())
    if found.act_by and found.act_by != found.due:
        click.echo(_("act by {day}", day=found.act_by.isoformat()))
