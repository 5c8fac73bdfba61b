"""`care screen|show`: a screening entered from its paper form, and what was kept about one person."""

import sys
from datetime import datetime
from pathlib import Path
from uuid import UUID

import click

from app.domain.errors import N_, UserError
from app.domain.scales.scale import Answers, Tool
from app.domain.scales.scoring import FORMS
from app.services import Services
from ui.care.scale_words import NO_DIAGNOSIS, TOOLS, change_words, details, level_words, total_words
from ui.terminal.cases import Day, NoSuchRecipient
from ui.terminal.session import Terminal, on_vault, opened, refusing

BLANK = "-"
LONGEST = 10_000
RELATIVE = "Whom it is about, in the order of the family page; 0 is the person of the case."


class UnreadableAnswers(UserError):
    what = N_("“{answer}” is no answer to an item.")
    todo = N_("Enter one digit for each item with spaces between, and - for a blank.")


@click.group()
def care() -> None:
    """What the psychologist keeps, under its own seal."""


@care.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option("--relative", type=click.IntRange(0), default=0, help=RELATIVE)
@click.option("--tool", type=click.Choice([tool.value for tool in FORMS]), required=True)
@click.option("--on", "on", type=Day, required=True, help="On which day.")
@on_vault
@refusing
def screen(
    number: str, relative: int, tool: str, on: datetime, vault: Path, user: str | None, passphrase_file: Path | None
) -> None:
    """Keep the answers to a scale: one line of standard input, such as “0 2 1 - 3”; a note below it."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        uid = services.cases.numbered(number)
        person = _person(services, uid, relative)
        line, _, note = sys.stdin.read(LONGEST).partition("\n")
        result = services.care.screen(uid, person, Tool(tool), on.date(), _answers(line), note)
    _ = terminal.words
    said = " · ".join(filter(None, (_(TOOLS[result.tool]), total_words(_, result), level_words(_, result))))
    for line in (said, *details(_, result), _(NO_DIAGNOSIS)):
        terminal.say(line)
    if result.urgent:
        terminal.say(_("Now: ask about safety, openly and calmly."))
        terminal.say(_("The step about safety is open for today."))


@care.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option("--relative", type=click.IntRange(0), default=0, help=RELATIVE)
@on_vault
@refusing
def show(number: str, relative: int, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """The screenings of one person, the newest first; that they were read is kept in the history."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        uid = services.cases.numbered(number)
        view = services.care.view(uid, _person(services, uid, relative))
    _ = terminal.words
    for row in view.screenings:
        said = (total_words(_, row.result), level_words(_, row.result), change_words(_, row.change))
        day, name = f"{row.screening.given.on:%d.%m.%Y}", _(TOOLS[row.screening.tool])
        terminal.say(f"{day}  {name}: {', '.join(filter(None, said))}")
    terminal.say(_(NO_DIAGNOSIS))


def _person(services: Services, case: UUID, relative: int) -> UUID:
    view = services.cases.view(case)
    if relative > len(view.relatives):
        raise NoSuchRecipient(wanted=relative, count=len(view.relatives))
    return view.relatives[relative - 1].person if relative else view.person


def _answers(line: str) -> Answers:
    words = line.split()
    for word in words:
        if word != BLANK and not (word.isascii() and word.isdecimal()):
            raise UnreadableAnswers(answer=word)
    return tuple(None if word == BLANK else int(word) for word in words)
