"""`case note`, `promise`, `close`, `reopen`, `timeline`, `history`: what is written about a case, from a terminal."""

import json
from datetime import datetime
from pathlib import Path
from uuid import UUID

import click

from app.closing.service import ClosingDraft, ClosingReason
from app.domain.errors import N_, UserError
from app.domain.partial_date import of_day
from app.domain.readers import Readers
from app.notes.note import NoteDraft
from app.promises.service import PromiseDraft, PromiseRow
from app.services import Services
from app.timeline.row import Moment
from ui.history.field_words import change_words, field_word
from ui.notes.promise_states import STATES, promised_words
from ui.readers_words import READERS
from ui.terminal.cases import Day, NoSuchRecipient
from ui.terminal.session import Terminal, on_vault, opened, refusing
from ui.timeline.said import said, when

Number = click.option("--case", "number", required=True, help="К-2026-000001")
Whom = click.option("--relative", type=click.IntRange(1), help="Which relative, in the order of the family page.")


class NoSuchPromise(UserError):
    what = N_("This case has no promise {wanted}.")
    todo = N_("Choose a number of the list, from 1 to {count}.")


@click.group()
def note() -> None:
    """Notes of a case, each for its readers."""


@note.command("add")
@Number
@Whom
@click.option("--text", required=True)
@click.option("--audience", type=click.Choice([one.value for one in Readers]), default="office", show_default=True)
@click.option("--on", "on", type=Day, default=None, help="On which day; today if not said.")
@on_vault
@refusing
def add_note(
    number: str, relative: int | None, text: str, audience: str, on: datetime | None,
    vault: Path, user: str | None, passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Write a note; who is not meant does not see it."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        day = on.date() if on else services.clock.today()
        about = relative_of(services, number, relative)
        services.record.notes.add(case, NoteDraft(Readers(audience), about, day, text))
    terminal.say(terminal.words("The note is written down."))


@note.command("list")
@Number
@on_vault
@refusing
def list_notes(number: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """The notes that are for whoever asks, the oldest first."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        rows = services.record.notes.rows(services.cases.numbered(number))
    for row in rows:
        readers = terminal.words(READERS[row.says.audience])
        terminal.say(f"{row.says.on:%d.%m.%Y}  {row.by}  ({readers})\n{row.says.text}")


@click.group()
def promise() -> None:
    """What the family was promised, and whether it was kept."""


@promise.command("add")
@Number
@Whom
@click.option("--what", required=True)
@click.option("--due", type=Day, default=None, help="Until which day.")
@on_vault
@refusing
def add_promise(
    number: str, relative: int | None, what: str, due: datetime | None,
    vault: Path, user: str | None, passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Write down what was promised; with a day it stands in Today."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        to_whom = relative_of(services, number, relative)
        services.record.promises.add(case, PromiseDraft(what, to_whom, due.date() if due else None))
    terminal.say(terminal.words("The promise is written down."))


@promise.command("list")
@Number
@on_vault
@refusing
def list_promises(number: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """The promises of a case, numbered as the other commands take them."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        rows, today = services.record.promises.rows(services.cases.numbered(number)), services.clock.today()
    for place, row in enumerate(rows, 1):
        due = _.date(row.due) if row.due else "—"
        state = _("overdue") if row.overdue(today) else _(STATES[row.state][0])
        terminal.say("  ".join(filter(None, (f"{place}.", due, promised_words(_, row.what), row.name, state, row.why))))


@promise.command("settle")
@Number
@click.option("--promise", "wanted", type=click.IntRange(1), required=True, help="Its number in `case promise list`.")
@click.option("--kept", is_flag=True, help="It was kept today.")
@click.option("--not-kept", default="", help="It was not kept: why.")
@click.option("--withdraw", default="", help="It is taken back, or needed no more: why.")
@on_vault
@refusing
def settle(
    number: str, wanted: int, not_kept: str, withdraw: str, vault: Path, user: str | None,
    passphrase_file: Path | None, *, kept: bool,
) -> None:  # fmt: skip
    """Say what became of a promise."""
    if (kept, bool(not_kept), bool(withdraw)).count(True) != 1:
        raise click.UsageError("One of --kept, --not-kept, --withdraw.")
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        promises = services.record.promises
        row = _chosen(promises.rows(services.cases.numbered(number)), wanted)
        if kept:
            promises.keep(row.uid, row.version, of_day(services.clock.today()))
        elif not_kept:
            promises.not_kept(row.uid, row.version, not_kept)
        else:
            promises.withdraw(row.uid, row.version, withdraw)
    terminal.say(terminal.words("It is written down what became of the promise."))


@click.command()
@Number
@click.option("--reason", type=click.Choice([one.value for one in ClosingReason]), required=True)
@click.option("--note", default="", help="A word for whoever reads it later.")
@click.option("--left-open", default="", help="Why it is closed although something is open.")
@on_vault
@refusing
def close(
    number: str, reason: str, note: str, left_open: str, vault: Path, user: str | None, passphrase_file: Path | None
) -> None:
    """Close a case; what is still open is refused unless it is said why."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        draft = ClosingDraft(ClosingReason(reason), note, left_open)
        services.record.closing.close(services.cases.numbered(number), draft)
    terminal.say(terminal.words("The case is closed."))


@click.command()
@Number
@click.option("--why", required=True)
@on_vault
@refusing
def reopen(number: str, why: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Open a closed case again, with the steps it was closed over."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        services.record.closing.reopen(services.cases.numbered(number), why)
    terminal.say(terminal.words("The case is open again."))


@click.command()
@Number
@click.option("--kind", "kinds", type=click.Choice([one.value for one in Moment]), multiple=True)
@click.option("--json", "as_json", is_flag=True)
@on_vault
@refusing
def timeline(
    number: str, kinds: tuple[str, ...], vault: Path, user: str | None, passphrase_file: Path | None, *, as_json: bool
) -> None:
    """Everything that happened in a case, the newest first, and how long the family waited between contacts."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        told = services.record.timeline.chronicle(services.cases.numbered(number))
    rows = [row for row in told.rows if row.kind.value in kinds or (not kinds and not row.quiet)]
    if as_json:
        shown = [
            {"kind": row.kind.value, "on": row.day.isoformat(), "by": row.by, "title": title, "text": body}
            for row, (title, body) in ((row, said(_, row)) for row in rows)
        ]
        waited = [{"since": gap.since.isoformat(), "until": gap.until.isoformat(), "days": gap.days}
                  for gap in told.silences]  # fmt: skip
        terminal.say(json.dumps({"timeline": shown, "silences": waited}, ensure_ascii=False, indent=1))
        return
    for row in rows:
        terminal.say("  ".join(filter(None, (" ".join(when(_, row)).strip(), *said(_, row), row.by))))
    for gap in told.silences:
        days = _.count("{n} day without contact", "{n} days without contact", gap.days)
        terminal.say(f"{_.date(gap.since)} – {_.date(gap.until)}  {days}")


@click.command()
@Number
@on_vault
@refusing
def history(number: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """What every field of the case said before: who changed it when, from what to what."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        rows = services.record.histories.of_case(services.cases.numbered(number))
    for row in rows:
        if row.column:
            told = ": ".join(filter(None, (field_word(_, row), change_words(_, row))))
            terminal.say(f"{_.instant(row.at)}  {row.by}  {told}")


def relative_of(services: Services, number: str, wanted: int | None) -> UUID | None:
    """Which relative is meant, in the order of the family page, from 1; raises `NoSuchRecipient`."""
    if wanted is None:
        return None
    relatives = services.cases.relatives(services.cases.numbered(number))
    if wanted > len(relatives):
        raise NoSuchRecipient(wanted=wanted, count=len(relatives))
    return relatives[wanted - 1].uid


def _chosen(rows: tuple[PromiseRow, ...], wanted: int) -> PromiseRow:
    if wanted > len(rows):
        raise NoSuchPromise(wanted=wanted, count=len(rows))
    return rows[wanted - 1]
