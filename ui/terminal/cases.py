"""`import`, `cases`, `dump`, `due`, `summary`: the caseload from a terminal."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from app.cases.queries import CaseFilter, CaseRow
from app.domain.errors import N_, UserError
from app.i18n import Words
from app.paper.family_facts import HIMSELF
from app.plan.queries import DueRow
from app.spreadsheets.map_file import read_map_file
from app.spreadsheets.report import write_report
from app.vault.files import write_atomically
from ui.terminal.progress import stoppable
from ui.terminal.session import Terminal, on_vault, opened, refusing

Day = click.DateTime(formats=["%Y-%m-%d", "%d.%m.%Y"])


class NoSuchRecipient(UserError):
    what = N_("This case has no recipient {wanted}.")
    todo = N_("Choose a number from 1 to {count}, in the order of the family page.")


class NotWritten(UserError):
    what = N_("{name} could not be written.")
    todo = N_("Check the folder and the free space, and try again.")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--sheet", default=None, help="Which sheet; the one that looks most like a register if not said."
)
@click.option("--map", "map_file", type=click.Path(path_type=Path), help='JSON: {"heading": "field" or null}')
@click.option(
    "--report", type=click.Path(path_type=Path), help="Where to write what became of every row (.xlsx)."
)
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@on_vault
@refusing
def import_(
    file: Path,
    sheet: str | None,
    map_file: Path | None,
    report: Path | None,
    vault: Path,
    user: str | None,
    passphrase_file: Path | None,
    *,
    dry_run: bool,
) -> None:
    """Import an office's workbook (.xlsx or .csv)."""
    terminal = Terminal.here()
    _ = terminal.words
    mapping = read_map_file(map_file) if map_file else None
    with opened(vault, user, passphrase_file) as services:
        with stoppable(_) as progress:
            plan = services.imports.plan(file, sheet=sheet, mapping=mapping, progress=progress)
            if not dry_run:
                services.imports.apply(plan, progress)
        if mapping and not dry_run:
            services.imports.remember(plan.mapping.key, plan.mapping.by_heading)
    counts = plan.counts
    terminal.say(_("Sheet “{sheet}”: {rows} rows.", sheet=plan.sheet, rows=counts.all))
    terminal.say(_("Imported: {n}", n=counts.clean))
    terminal.say(_("Imported with warnings: {n}", n=counts.with_warnings))
    terminal.say(_("Held as likely duplicates: {n}", n=counts.duplicates))
    terminal.say(_("Refused: {n}", n=counts.refused))
    if plan.mapping.not_taken:
        terminal.say(_("Columns not taken: {columns}", columns=", ".join(plan.mapping.not_taken)))
    if report:
        write_report(plan, report, _.language)
        terminal.say(_("What became of every row: {path}", path=report))
    if dry_run:
        terminal.say(_("Nothing was written."))


@click.command()
@click.option("--search", default="", help="Name in Ukrainian or Latin, number, phone, unit.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@click.option("--json", "as_json", is_flag=True)
@on_vault
@refusing
def cases(
    search: str, limit: int, vault: Path, user: str | None, passphrase_file: Path | None, *, as_json: bool
) -> None:
    """List cases in Ukrainian order."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        rows = services.cases.page(CaseFilter(text=search), size=limit).rows
        names = {fate: status.short for fate, status in services.catalogue.statuses.items()}
    if as_json:
        terminal.say(json.dumps([_case(row) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        born = row.born.iso() if row.born else "-"
        fate = names[row.fate].in_(terminal.words.language)
        terminal.say(f"{row.number}  {row.name}  {born}  {row.unit or '-'}  {fate}  {row.next_due or '-'}")


@click.command()
@click.option("--reason", required=True, help="Why the caseload leaves the vault in clear; it is logged.")
@on_vault
@refusing
def dump(reason: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Print every case in clear, one JSON object a line. The reason is logged."""
    with opened(vault, user, passphrase_file) as services:
        services.disclosures.log("dump", reason=reason)
        for case in services.cases.dump():
            click.echo(json.dumps(case, ensure_ascii=False))


@click.command()
@click.option("--on", "on", type=Day, default=None, help="The day to look from; today if not said.")
@click.option("--json", "as_json", is_flag=True)
@on_vault
@refusing
def due(on: Any, vault: Path, user: str | None, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Open steps that are overdue, due on the day, or due in the week after."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        day = on.date() if on else services.clock.today()
        rows = services.plan.due(day + timedelta(days=8))
    if as_json:
        terminal.say(json.dumps([_due(row, day) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        title = row.title.in_(terminal.words.language)
        terminal.say(f"{row.due}  {_when(row.due, day, terminal.words)}  {row.number}  {row.name}  {title}")


@click.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option(
    "--recipient",
    type=click.IntRange(0),
    default=None,
    help="Which relative, from 1; 0 the man himself; the usual one if not said.",
)
@click.option("--language", type=click.Choice(["uk", "en", "both"]), default="uk", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@on_vault
@refusing
def summary(
    number: str,
    recipient: int | None,
    language: str,
    output: Path,
    vault: Path,
    user: str | None,
    passphrase_file: Path | None,
) -> None:
    """Write the family's paper as a PDF, for one named person."""
    terminal = Terminal.here()
    languages = ("uk", "en") if language == "both" else (language,)
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        chosen = _recipient(services.cases.relatives(case), recipient)
        pdf = services.papers.family_paper(case, chosen, languages)
        services.papers.given(case, chosen)
        try:
            write_atomically(output, pdf)
        except OSError as error:
            raise NotWritten(name=output.name) from error
    terminal.say(str(output))


def _recipient(relatives: Any, wanted: int | None) -> str | None:
    if wanted is None:
        return None
    if wanted == 0:
        return HIMSELF
    if wanted > len(relatives):
        raise NoSuchRecipient(wanted=wanted, count=len(relatives))
    return str(relatives[wanted - 1].uid)


def _when(due_on: date, day: date, _: Words) -> str:
    if due_on < day:
        return _("overdue")
    return _("today") if due_on == day else _("this week")


def _case(row: CaseRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "surname": row.surname,
        "given": row.given,
        "patronymic": row.patronymic,
        "born": row.born.iso() if row.born else None,
        "unit": row.unit or None,
        "fate": row.fate.value,
        "next_step": row.next_step or None,
        "next_due": row.next_due.isoformat() if row.next_due else None,
        "worker": row.worker,
    }


def _due(row: DueRow, day: date) -> dict[str, Any]:
    return {
        "case": row.number,
        "name": row.name,
        "fate": row.fate.value,
        "step": row.step_id,
        "title": {"uk": row.title.uk, "en": row.title.en},
        "kind": row.kind.value,
        "due": row.due.isoformat(),
        "act_by": row.act_by.isoformat() if row.act_by else None,
        "overdue": row.due < day,
        "worker": row.worker,
    }
