"""`case step` and `case event`: the steps of a case and the days from which their terms run, from a terminal."""

from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import click

from app.domain.errors import N_, UserError
from app.domain.partial_date import of_day
from app.domain.step import Track
from app.plan.events import EventDay, Events
from app.plan.known import OF_ONE_STEP
from app.plan.queries import StepRow
from app.plan.steps import StepSays
from app.records.keeping import Kept
from app.services import Services
from ui.event_words import event_words
from ui.rule_words import rule_sentence
from ui.step_words import state_chip, step_title, track_word
from ui.steps.shift_words import shifts_told
from ui.terminal.cases import Day
from ui.terminal.casework import Number, Whom, relative_of
from ui.terminal.session import Terminal, on_vault, opened, refusing


class NoSuchStep(UserError):
    what = N_("This case has no step {wanted}.")
    todo = N_("Choose a number of the list, from 1 to {count}.")


class NothingSaid(UserError):
    what = N_("Nothing was said of the step.")
    todo = N_("Say one thing: --done, --started, --waits-for, --refused, --not-needed, --cannot or --reopen.")


Which = click.option("--step", "wanted", type=click.IntRange(1), required=True, help="Its number in `case step list`.")


@click.group()
def step() -> None:
    """Steps of a case: what is to be done, by when and why."""


@step.command("list")
@Number
@click.option("--all", "everything", is_flag=True, help="Those that are over too.")
@on_vault
@refusing
def list_steps(number: str, vault: Path, user: str | None, passphrase_file: Path | None, *, everything: bool) -> None:
    """The steps of a case, numbered as the other commands take them, each with the reason of its day."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        rows, catalogue = services.plan.steps(services.cases.numbered(number)), services.catalogue
    for place, row in enumerate(rows, 1):
        if row.open or everything:
            state = state_chip(_, row)
            due = _.date(row.due) if row.due else "—"
            told = (f"{place}.", due, step_title(_, row.title), row.person, state.text if state else "")
            terminal.say("  ".join(filter(None, told)))
            terminal.say(f"    {track_word(_, row.track)}. {rule_sentence(_, catalogue, row)}")


@step.command("add")
@Number
@Whom
@click.option("--what", required=True, help="What is to be done.")
@click.option("--track", type=click.Choice([one.value for one in Track]), default="office", show_default=True)
@click.option("--due", type=Day, default=None, help="Until which day.")
@on_vault
@refusing
def add_step(
    number: str, relative: int | None, what: str, track: str, due: datetime | None,
    vault: Path, user: str | None, passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Write a step of one's own."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        case, whom = services.cases.numbered(number), relative_of(services, number, relative)
        services.record.steps.add(case, StepSays(what, Track(track), due.date() if due else None, whom))
    terminal.say(terminal.words("The step is written down."))


@step.command("set")
@Number
@Which
@click.option("--done", is_flag=True, help="It is done.")
@click.option("--started", is_flag=True, help="Somebody works on it.")
@click.option("--waits-for", default=None, help="It waits for this body, a code of the catalogue.")
@click.option("--refused", default=None, help="The body refused: in which words.")
@click.option("--not-needed", default=None, help="Why it is not needed.")
@click.option("--cannot", default=None, help="Why it cannot be done.")
@click.option("--reopen", is_flag=True, help="It is open again.")
@click.option("--on", "on", type=Day, default=None, help="On which day; today if not said.")
@on_vault
@refusing
def set_step(
    number: str, wanted: int, on: datetime | None, waits_for: str | None, refused: str | None, not_needed: str | None,
    cannot: str | None, vault: Path, user: str | None, passphrase_file: Path | None, *, done: bool, started: bool,
    reopen: bool,
) -> None:  # fmt: skip
    """Say what became of a step. A refusal opens its appeal."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        row, day = _chosen(services, number, wanted), on.date() if on else services.clock.today()
        plan, steps = services.plan, services.record.steps
        if done:
            plan.done(row.uid, row.version, of_day(day))
        elif started:
            steps.begin(row.uid, row.version)
        elif waits_for is not None:
            steps.wait(row.uid, row.version, waits_for, day)
        elif refused is not None:
            plan.refused(row.uid, row.version, of_day(day), refused)
        elif not_needed is not None:
            plan.not_needed(row.uid, row.version, not_needed)
        elif cannot is not None:
            plan.not_executable(row.uid, row.version, cannot)
        elif reopen:
            plan.reopen(row.uid, row.version)
        else:
            raise NothingSaid
    terminal.say(terminal.words("The step is written down."))


@click.group()
def event() -> None:
    """Days from which terms run."""


@event.command("list")
@Number
@on_vault
@refusing
def list_events(number: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """The events of a case with their codes, days, and how many steps count from each."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        rows, catalogue = services.record.events.rows(services.cases.numbered(number)), services.catalogue
    for row in rows:
        on = _.date(row.on) if row.on else _("without a day")
        said = _.count("{n} step counts from it", "{n} steps count from it", row.steps)
        terminal.say(f"{row.event}  {on}  {event_words(_, catalogue, row.event)}  ({said})")


@event.command("set")
@Number
@click.option("--event", "code", required=True, help="Its code in `case event list`, or an event of one step.")
@click.option("--step", "wanted", type=click.IntRange(1), help="Of which step: its number in `case step list`.")
@click.option("--on", "on", type=Day, default=None, help="On which day; nobody knows if not said.")
@click.option("--dry-run", is_flag=True, help="Only show which due days would move.")
@on_vault
@refusing
def set_event(
    number: str, code: str, wanted: int | None, on: datetime | None, vault: Path, user: str | None,
    passphrase_file: Path | None, *, dry_run: bool,
) -> None:  # fmt: skip
    """Enter or correct the day of an event; says which due days move, from where to where."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        case, events = services.cases.numbered(number), services.record.events
        of_step = _chosen(services, number, wanted).uid if wanted and code in OF_ONE_STEP else None
        was = _recorded(events, case, code, of_step)
        draft = EventDay(code, of_day(_day(on)) if on else None, of_step, *_said(was))
        shifts = events.would(case, draft, was)
        if not dry_run:
            if was is None:
                events.add(case, draft)
            else:
                events.edit(was, draft)
    terminal.say(shifts_told(_, services.catalogue, shifts) or _("No due day moves."))


def _recorded(events: Events, case: UUID, code: str, step: UUID | None) -> Kept[EventDay] | None:
    if step is not None:
        return next((one for one in events.of_step(step) if one.says.event == code), None)
    return next((row.entry for row in events.rows(case) if row.event == code), None)


def _said(was: Kept[EventDay] | None) -> tuple[str, str]:
    return (was.says.reference, was.says.source) if was else ("", "")


def _day(on: datetime) -> date:
    return on.date()


def _chosen(services: Services, number: str, wanted: int) -> StepRow:
    rows = services.plan.steps(services.cases.numbered(number))
    if wanted > len(rows):
        raise NoSuchStep(wanted=wanted, count=len(rows))
    return rows[wanted - 1]
