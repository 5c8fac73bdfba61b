"""`plan show|goal|day|print` and `groups`: the way back, his own plan and the support groups, from a terminal."""

from datetime import datetime
from pathlib import Path

import click

from app.domain.errors import N_, UserError
from app.domain.events import Event
from app.domain.partial_date import of_day
from app.plan.events import EventDay
from app.reintegration.plan import Area, GoalDraft
from app.reintegration.stages import DAYS as EVENTS
from app.reintegration.stages import Progress
from ui.reintegration.words import AREAS, DAYS, PROGRESS, STAGES, contact_words, span_words
from ui.terminal.cases import Day
from ui.terminal.session import Terminal, on_vault, opened, refusing


class PaperNotWritten(UserError):
    what = N_("The paper cannot be written to {name}.")
    todo = N_("Choose a folder that you may write to.")


@click.group()
def plan() -> None:
    """The way back of somebody who returned, and the plan in his own words."""


@plan.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@on_vault
@refusing
def show(number: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Stages, days, goals and contacts of one case."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        view = services.record.returning.view(services.cases.numbered(number))
        today = services.clock.today()
    if not view.returned:
        terminal.say(_("This part is for those who came back."))
    for span in view.spans:
        terminal.say(span_words(_, span, today))
    for event, day in view.days.items():
        terminal.say(f"{_(DAYS[event])}: {_.date(day)}")
    for stage in view.stages:
        if stage.progress is not Progress.NONE:
            terminal.say(f"{_(STAGES[stage.stage][0])}: {_(PROGRESS[stage.progress][0])}")
    for one in view.goals:
        says = one.goal.says
        agreed = "x" if says.reached_on else " "
        terminal.say(f"[{agreed}] {_('“{words}”', words=says.words)} ({_(AREAS[says.area])})")
        for deed in one.deeds:
            step = view.step(deed.says.step_uid)
            terminal.say(f"    - {deed.says.text or (step.title.in_(_.language) if step else '')}")
    for contact in view.contacts:
        terminal.say(contact_words(_, contact))


@plan.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option("--words", required=True, help="What he wants, as he says it.")
@click.option("--area", type=click.Choice([area.value for area in Area]), default=Area.OTHER.value)
@click.option("--agreed", type=Day, default=None, help="The day on which he agreed to it.")
@on_vault
@refusing
def goal(
    number: str, words: str, area: str, agreed: datetime | None, vault: Path, user: str | None,
    passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Write a goal down; what he did not agree to stays off his paper."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        draft = GoalDraft(Area(area), words, agreed_on=agreed.date() if agreed else None)
        services.record.returning.goals.add(services.cases.numbered(number), draft)
    terminal.say(terminal.words("Written down."))


@plan.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option("--day", "event", type=click.Choice([event.value for event in EVENTS if event is not Event.VLK_DECIDED]),
              required=True)  # fmt: skip
@click.option("--on", "on", type=Day, required=True)
@on_vault
@refusing
def day(
    number: str, event: str, on: datetime, vault: Path, user: str | None, passphrase_file: Path | None
) -> None:
    """Write a day of the return down; due days that run from it are counted anew."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        events, case = services.record.returning.events, services.cases.numbered(number)
        was = next((row.entry for row in events.rows(case) if row.event == event and row.entry), None)
        draft = EventDay(event, of_day(on.date()))
        if was is None:
            events.add(case, draft)
        else:
            events.edit(was, draft)
    terminal.say(terminal.words("The day is written down; due days are counted anew."))


@plan.command("print")
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="File of the PDF.")
@click.option("--language", type=click.Choice(["uk", "en", "both"]), default="uk")
@on_vault
@refusing
def print_(
    number: str, out: Path, language: str, vault: Path, user: str | None, passphrase_file: Path | None
) -> None:
    """The plan for himself as PDF: what he agreed to and nothing else. That it left is kept."""
    terminal = Terminal.here()
    languages = ("uk", "en") if language == "both" else (language,)
    with opened(vault, user, passphrase_file) as services:
        returning, case = services.record.returning, services.cases.numbered(number)
        pdf = returning.paper(case, languages)
        returning.given(case)
        try:
            out.write_bytes(pdf)
        except OSError as error:
            raise PaperNotWritten(name=out.name) from error
    terminal.say(terminal.words("Saved. Delete the file once it is printed."))


@click.command()
@on_vault
@refusing
def groups(vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Support groups, with their members: by initials where a family is not one's own."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        rows = [(row, services.groups.members(row.uid)) for row in services.groups.rows()]
    for row, members in rows:
        terminal.say(f"{row.says.name}: {_.count('{n} person comes', '{n} people come', row.members)}")
        for member in members:
            terminal.say(f"    {member.name}  {member.number}".rstrip())
