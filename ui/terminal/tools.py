"""`tools translit|rnokpp|due`: single rules to try by hand; `tools self-test|components`: the program on itself."""

import json
import sys
from typing import Any

import click

from app.components import document
from app.domain import tax_number
from app.domain.calendar import CalendarMode
from app.domain.deadline import Kind, Term, Unit, due
from app.domain.translit import transliterate
from app.self_test import self_test
from app.vault.finding import State, worst
from ui.terminal.cases import Day
from ui.terminal.session import Terminal, refusing


@click.group()
def tools() -> None:
    """Transliteration, tax numbers, deadlines; the program's test of itself and what it is made of."""


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


@tools.command("self-test")
def whole() -> None:
    """Whether this program is whole: ciphers, search, typefaces, catalogue, words, decoder. Needs no vault."""
    terminal = Terminal.here()
    language = terminal.words.language
    found = self_test()
    for one in found:
        mark = "✓" if one.state is State.OK else "✗"
        terminal.say(f"{mark} {one.title.in_(language)}: {one.told.in_(language)}")
    if worst(found) is not State.OK:
        sys.exit(1)


@tools.command()
def components() -> None:
    """What the program is made of, as JSON in CycloneDX's shape: names, versions, licences."""
    click.echo(json.dumps(document(), ensure_ascii=False, indent=1))
