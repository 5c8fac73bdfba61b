"""`suprovid-cli`: the same services from a terminal."""

import signal
import sys
from contextlib import suppress

import click

from app import doors
from app.clock import SystemClock
from app.settings import default_path
from ui import crash
from ui.terminal.appointments import appointments
from ui.terminal.approval import approval
from ui.terminal.backup import backup
from ui.terminal.care import care
from ui.terminal.case import case
from ui.terminal.cases import cases, due, dump, import_, summary
from ui.terminal.casework import close, history, note, promise, reopen, timeline
from ui.terminal.checks import salvage_vault, self_check, trust_records, verify
from ui.terminal.document import document
from ui.terminal.duty import duty
from ui.terminal.exchange import export, office, open_
from ui.terminal.exchange_day import exchange_day
from ui.terminal.imports import imports
from ui.terminal.information import information
from ui.terminal.kin import entitlements, role, turning
from ui.terminal.law import law
from ui.terminal.money import money
from ui.terminal.papers import move, need, way
from ui.terminal.person import person
from ui.terminal.recovery import recovery
from ui.terminal.returning import groups, plan
from ui.terminal.rights import consent, retention, rights
from ui.terminal.search import dna, flag, search
from ui.terminal.session import STOPPED, Terminal
from ui.terminal.shares import join, split
from ui.terminal.steps import event, step
from ui.terminal.tools import tools
from ui.terminal.users import user
from ui.terminal.vault import training, vault
from ui.terminal.week import digest, statistics

_SOFTWARE = 70


@click.group()
@click.version_option(package_name="suprovid")
def main() -> None:
    """Супровід: offline casework for the families of missing, captive and returned servicemembers."""


for command in (user, verify, self_check, salvage_vault, trust_records):
    vault.add_command(command)
vault.add_command(recovery)
case.add_command(information)
for command in (entitlements, role, turning):
    case.add_command(command)
for command in (close, event, history, note, promise, reopen, step, timeline):
    case.add_command(command)
for command in (dna, flag, search):
    case.add_command(command)
for command in (move, need, way):
    document.add_command(command)
office.add_command(split)
office.add_command(join)
office.add_command(duty)
for command in (
    vault, import_, imports, cases, case, care, person, dump, approval, due, summary, office, export, open_, document,
    backup, exchange_day, consent, rights, retention, law, money, plan, groups,
    training, tools,
    appointments, digest, statistics,
):  # fmt: skip
    main.add_command(command)


def run() -> None:
    """Run; what click refuses is one line too."""
    doors.shut()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        main(standalone_mode=False)
    except click.exceptions.Abort:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # pressed twice, it is still one line
        Terminal.here().say(Terminal.here().words("Stopped."), error=True)
        sys.exit(STOPPED)
    except click.ClickException as error:
        click.echo(error.format_message().replace("\n", " "), err=True)
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001  # the last door: whatever it is, no record text reaches the screen
        sys.exit(_wrong(error))


def _wrong(error: Exception) -> int:
    """Say in one line that the program is wrong, and keep where; status 70 as in sysexits(3)."""
    with suppress(OSError):
        folder = default_path().parent
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        crash.write(folder, SystemClock(), error)
    _ = Terminal.here().words
    click.echo(_("Something went wrong in the program itself. A report without names was kept."), err=True)
    return _SOFTWARE
