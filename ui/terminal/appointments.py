"""`appointments list | add | settle | card`: with whom, when and where, from a terminal."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import click

from app.appointments.appointment import AppointmentDraft, AppointmentKind, Outcome
from app.domain.errors import N_, UserError
from app.domain.hour import hour
from app.records.keeping import Kept
from app.services import Services
from app.vault.files import write_atomically
from ui.appointments.kinds import KINDS, OUTCOMES, when_words
from ui.terminal.cases import Day, NoSuchRecipient
from ui.terminal.session import Terminal, on_vault, opened, refusing

Number = click.option("--case", "number", required=True, help="К-2026-000001")
Which = click.option("--appointment", "wanted", type=click.IntRange(1), required=True, help="Its number in the list.")


class NoSuchAppointment(UserError):
    what = N_("This case has no appointment {wanted}.")
    todo = N_("Choose a number of the list, from 1 to {count}.")


@click.group()
def appointments() -> None:
    """Visits, calls, sessions, courts, laboratories: on a day, perhaps at an hour."""


@appointments.command("list")
@click.option("--case", "number", default="", help="Of one case, numbered; else of the days to come.")
@click.option("--days", type=click.IntRange(1, 366), default=14, show_default=True)
@on_vault
@refusing
def list_appointments(
    number: str, days: int, vault: Path, user: str | None, passphrase_file: Path | None
) -> None:
    """The appointments of a case, or those of every case that come."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        today, kept = services.clock.today(), services.record.appointments
        if number:
            told = [(f"{place}.", row.says, _(OUTCOMES[row.says.state][0]))
                    for place, row in enumerate(kept.rows(services.cases.numbered(number)), 1)]  # fmt: skip
        else:
            told = [(row.number, row.says, row.who or row.name)
                    for row in kept.between(today, today + timedelta(days=days))]  # fmt: skip
    for first, says, last in told:
        kind = _(KINDS[says.kind])
        terminal.say("  ".join(filter(None, (first, when_words(_, says), kind, says.place, last))))


@appointments.command("add")
@Number
@click.option("--kind", type=click.Choice([one.value for one in AppointmentKind]), required=True)
@click.option("--on", "on", type=Day, required=True)
@click.option("--at", "at", default="", help="10:30; empty if no hour was agreed.")
@click.option("--relative", type=click.IntRange(0), help="Which relative, from 1; 0 the man himself.")
@click.option("--body", default="", help="The code of a body.")
@click.option("--place", default="")
@click.option("--bring", multiple=True, help="A thing to bring; once for each.")
@on_vault
@refusing
def add(
    number: str, kind: str, on: datetime, at: str, relative: int | None, body: str, place: str, bring: tuple[str, ...],
    vault: Path, user: str | None, passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Make an appointment; it stands in Today on its day."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        draft = AppointmentDraft(
            AppointmentKind(kind), on.date(), hour(at), place, _relative(services, case, relative), relative == 0, body,
            "\n".join(bring),
        )  # fmt: skip
        services.record.appointments.add(case, draft)
    terminal.say(terminal.words("The appointment is written down."))


@appointments.command("settle")
@Number
@Which
@click.option("--as", "state", type=click.Choice([one.value for one in Outcome]), required=True)
@on_vault
@refusing
def settle(
    number: str, wanted: int, state: str, vault: Path, user: str | None, passphrase_file: Path | None
) -> None:
    """Say what became of an appointment."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        services.record.appointments.settle(_chosen(services, number, wanted), Outcome(state))
    terminal.say(terminal.words("The data are put right."))


@appointments.command("card")
@Number
@Which
@click.option("--language", type=click.Choice(["uk", "en", "both"]), default="uk", show_default=True)
@click.option("--wanted", "asked_for", is_flag=True, help="She asked for it although others may read it.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@on_vault
@refusing
def card(
    number: str, wanted: int, language: str, output: Path, vault: Path, user: str | None,
    passphrase_file: Path | None, *, asked_for: bool,
) -> None:  # fmt: skip
    """Write the family's card as a PDF: day, hour, place, our phone; no name and no reason."""
    terminal = Terminal.here()
    languages = ("uk", "en") if language == "both" else (language,)
    with opened(vault, user, passphrase_file) as services:
        row = _chosen(services, number, wanted)
        write_atomically(output, services.record.appointments.card(row.uid, languages, wanted=asked_for))
    terminal.say(str(output))


def _chosen(services: Services, number: str, wanted: int) -> Kept[AppointmentDraft]:
    rows = services.record.appointments.rows(services.cases.numbered(number))
    if wanted > len(rows):
        raise NoSuchAppointment(wanted=wanted, count=len(rows))
    return rows[wanted - 1]


def _relative(services: Services, case: UUID, wanted: int | None) -> UUID | None:
    if not wanted:
        return None
    relatives = services.cases.relatives(case)
    if wanted > len(relatives):
        raise NoSuchRecipient(wanted=wanted, count=len(relatives))
    return relatives[wanted - 1].uid
