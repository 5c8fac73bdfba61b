"""`suprovid-cli`: the same services from a terminal."""

import sys

import click

from app import doors
from ui.terminal.approval import approval
from ui.terminal.backup import backup
from ui.terminal.case import case
from ui.terminal.cases import cases, due, dump, import_, summary
from ui.terminal.checks import salvage_vault, self_check, trust_records, verify
from ui.terminal.document import document
from ui.terminal.exchange import export, office, open_
from ui.terminal.recovery import recovery
from ui.terminal.shares import join, split
from ui.terminal.tools import tools
from ui.terminal.users import user
from ui.terminal.vault import training, vault


@click.group()
@click.version_option(package_name="suprovid")
def main() -> None:
    """Супровід: offline casework for the families of missing, captive and returned servicemembers."""


for command in (user, verify, self_check, salvage_vault, trust_records):
    vault.add_command(command)
vault.add_command(recovery)
office.add_command(split)
office.add_command(join)
for command in (
    vault, import_, cases, case, dump, approval, due, summary, office, export, open_, document, backup, training, tools,
):  # fmt: skip
    main.add_command(command)


def run() -> None:
    """Run; what click refuses is one line too."""
    doors.shut()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        click.echo(error.format_message().replace("\n", " "), err=True)
        sys.exit(error.exit_code)
