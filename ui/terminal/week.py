"""`digest` and `statistics`: the week, and the steps of a period in numbers, from a terminal."""

import json
from datetime import datetime
from pathlib import Path

import click

from app.access.teams import Whose
from app.statistics.tally import Tally
from app.vault.files import write_atomically
from ui.digest.words import paper_parts, paper_words, parts, week_word
from ui.reports.words import Period, body_word, counts, days_of, days_word, month_word, table_words, tally_words
from ui.step_words import track_word
from ui.terminal.cases import Day
from ui.terminal.session import Terminal, on_vault, opened, refusing


@click.command()
@click.option("--whose", type=click.Choice([one.value for one in Whose]), default=Whose.OFFICE.value, show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="As an internal paper (PDF): case numbers only.")
@on_vault
@refusing
def digest(whose: str, output: Path | None, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """The week behind and the week ahead, who waits, what runs out."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        view = services.overview.digest.week(services.teams.workers(Whose(whose)))
        week = parts(_, view, services.catalogue, services.clock)
        if output is not None:
            write_atomically(output, services.overview.digest.paper(paper_parts(_, week), paper_words(_, view)))
        services.overview.digest.seen()
    if output is not None:
        terminal.say(_("Saved: case numbers only, for the office. It is not for families."))
        return
    terminal.say(week_word(_, view))
    for part in week:
        terminal.say(f"\n{part.title}: {part.many}" if part.many else f"\n{part.title}: {part.nothing}")
        for one in part.told:
            terminal.say("  ".join(filter(None, ("", one.chip.text if one.chip else "", one.title, one.second))))


@click.command()
@click.option("--since", type=Day, default=None, help="The first day; with --until. This year if not said.")
@click.option("--until", type=Day, default=None, help="The last day, included.")
@click.option("--json", "as_json", is_flag=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="As a table (CSV); small numbers are hidden.")
@on_vault
@refusing
def statistics(
    since: datetime | None, until: datetime | None, output: Path | None, vault: Path, user: str | None,
    passphrase_file: Path | None, *, as_json: bool,
) -> None:  # fmt: skip
    """The steps due in a period, by month and track; what bodies are asked. For planning, never to judge people by."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        first, last = days_of(Period.YEAR, services.clock.today())
        found = services.overview.statistics.steps(
            since.date() if since else first, until.date() if until else last
        )
        catalogue = services.catalogue
        if output is not None:
            services.overview.statistics.write(found, output, table_words(_, catalogue, found))
            terminal.say(_("Saved. Counts of one to four stand as <5, and without sums: of so few, somebody could be "
                           "known."))  # fmt: skip
            return
    if as_json:
        told = {
            "since": found.since.isoformat(), "until": found.until.isoformat(),
            "months": {f"{month:%Y-%m}": _numbers(tally) for month, tally in found.months.items()},
            "tracks": {track.value: _numbers(tally) for track, tally in found.tracks.items()},
            "bodies": [{"body": row.body, "waiting": row.waiting, "median_waiting": row.for_days,
                        "answered": row.answered, "median_days": row.days} for row in found.bodies],
        }  # fmt: skip
        terminal.say(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for month, tally in found.months.items():
        terminal.say(f"{month_word(_, month)}  {tally_words(_, tally)}")
    for track, tally in found.tracks.items():
        terminal.say(f"{track_word(_, track)}  {tally_words(_, tally)}")
    for row in found.bodies:
        waits = f"{_('waits')} {row.waiting} ({days_word(_, row.for_days)})"
        terminal.say(f"{body_word(_, catalogue, row.body)}  {waits}  {_('answered')} {row.answered} "
                     f"({days_word(_, row.days)})")  # fmt: skip


def _numbers(tally: Tally) -> dict[str, int]:
    return {part.value: many for part, many in counts(tally).items()}
