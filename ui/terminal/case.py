"""`case status`, `case told`: what became of a person, and what a relative was told of it, from a terminal."""

import sys
from datetime import datetime
from pathlib import Path

import click

from app.domain.fate import Fate
from app.domain.name import spelled
from app.domain.partial_date import parse_human
from app.domain.relation import Relation
from app.domain.relation import parse as parse_relation
from app.fates.change import FateDraft
from app.fates.service import HOW
from app.i18n import LANGUAGES
from app.people.family import RelativeDetails
from app.people.person import Correction
from app.people.phones import PhoneDraft, read_phones
from ui.terminal.cases import Day, NoSuchRecipient
from ui.terminal.session import Terminal, on_vault, opened, refusing

LONGEST_NOTE = 100_000
FATES = click.Choice([fate.value for fate in Fate], case_sensitive=False)
EVIDENCE = "What is at hand: a document's code (D-NIB), or another of the table (body_number); may be repeated."


@click.group()
def case() -> None:
    """One case: its status, and what its family was told."""


@case.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option("--to", "fate", type=FATES, required=True, help="The new status.")
@click.option("--date", "day", default="", help="Since when; a year or a month will do, unknown if not said.")
@click.option("--evidence", multiple=True, help=EVIDENCE)
@click.option("--source", default="", help="Where it is known from.")
@click.option("--source-type", default="", help="What kind of source it is: ICRC_OFFICIAL, NIB_OFFICIAL, RETURNEE.")
@click.option("--comment", default="", help="Why; the second person reads it, where one must agree.")
@on_vault
@refusing
def status(
    number: str,
    fate: str,
    day: str,
    evidence: tuple[str, ...],
    source: str,
    source_type: str,
    comment: str,
    vault: Path,
    user: str | None,
    passphrase_file: Path | None,
) -> None:
    """Change the status; the earlier one stays in the record.

    To or from a death a second person must agree: the first time it is asked for, after the yes the same command is
    carried out. What lies in the case as a paper or a confirmation need not be named.
    """
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        since = parse_human(day, today=services.clock.today()) if day.strip() else None
        draft = FateDraft(
            Fate(fate), since, evidence, source=source.strip(), source_type=source_type.strip(),
            comment=comment.strip(),
        )  # fmt: skip
        services.fates.record(services.cases.numbered(number), draft)
        name = services.catalogue.statuses[draft.fate].name
    terminal.say(terminal.words("Now: {status}", status=name))


@case.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option(
    "--relative", type=click.IntRange(1), required=True, help="Which relative, in the order of the family page."
)
@click.option("--fate", type=FATES, required=True, help="What was told; only what the record says or said.")
@click.option("--on", "on", type=Day, required=True, help="On which day.")
@click.option("--how", type=click.Choice(HOW), required=True, help="A death or a body: only in person or in a pair.")
@click.option("--second", default="", help="Who was there with you.")
@on_vault
@refusing
def told(
    number: str,
    relative: int,
    fate: str,
    on: datetime,
    how: str,
    second: str,
    vault: Path,
    user: str | None,
    passphrase_file: Path | None,
) -> None:
    """Keep what a relative was told, on which day and how."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        uid = services.cases.numbered(number)
        relatives = services.cases.relatives(uid)
        if relative > len(relatives):
            raise NoSuchRecipient(wanted=relative, count=len(relatives))
        services.fates.tell(uid, relatives[relative - 1].uid, Fate(fate), on.date(), how, second.strip())
    terminal.say(terminal.words("It is written down what the family was told."))


@case.group()
def relative() -> None:
    """The family of a case."""


@relative.command("add")
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option("--surname", default="")
@click.option("--given", default="")
@click.option("--patronymic", default="")
@click.option("--relation", default="", help="In the family's own words, or one of the program's: spouse, parent.")
@click.option("--phone", "phones", multiple=True, help="In any form; may be repeated.")
@click.option("--safe-hours", default="", help="When it is safe to call.")
@click.option("--language", type=click.Choice(LANGUAGES), default="uk", show_default=True)
@click.option("--code-phrase", default="", help="By which the family knows that it is you.")
@click.option("--do-not-call", is_flag=True)
@click.option("--main", is_flag=True, help="The main contact from now on; a second person must agree.")
@click.option("--reason", default="", help="Why another main contact; the second person reads it.")
@on_vault
@refusing
def add_relative(
    number: str,
    surname: str,
    given: str,
    patronymic: str,
    relation: str,
    phones: tuple[str, ...],
    safe_hours: str,
    language: str,
    code_phrase: str,
    reason: str,
    vault: Path,
    user: str | None,
    passphrase_file: Path | None,
    *,
    do_not_call: bool,
    main: bool,
) -> None:
    """Add a relative to an open case."""
    terminal = Terminal.here()
    known = relation in [one.value for one in Relation]
    details = RelativeDetails(
        Correction(spelled(surname), spelled(given), spelled(patronymic)),
        Relation(relation) if known else parse_relation(relation), "" if known else relation,
        tuple(PhoneDraft.of(one) for text in phones for one in read_phones(text)),
        safe_hours, language, code_phrase, do_not_call,
    )  # fmt: skip
    with opened(vault, user, passphrase_file) as services:
        services.family.add(services.cases.numbered(number), details, main=main, reason=reason)
    terminal.say(terminal.words("A relative is added."))


@case.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option("--off", is_flag=True, help="Keep readings no more.")
@on_vault
@refusing
def restrict(number: str, vault: Path, user: str | None, passphrase_file: Path | None, *, off: bool) -> None:
    """Keep in the history who reads the case from now on."""
    with opened(vault, user, passphrase_file) as services:
        services.restricting.restrict(services.cases.numbered(number), restricted=not off)


@case.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option("--with", "colleague", default="", help="The colleague's user name; without it, with whom it is shared.")
@click.option("--off", is_flag=True, help="Share it no more.")
@on_vault
@refusing
def share(
    number: str, colleague: str, vault: Path, user: str | None, passphrase_file: Path | None, *, off: bool
) -> None:
    """Open the case to a colleague."""
    with opened(vault, user, passphrase_file) as services:
        uid = services.cases.numbered(number)
        if colleague and off:
            services.sharing.unshare(uid, colleague)
        elif colleague:
            services.sharing.share(uid, colleague)
        shared = services.sharing.with_whom(uid)
    for name in shared:
        click.echo(name)


@case.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option("--add", is_flag=True, help="Write a note, read from standard input until its end.")
@on_vault
@refusing
def clinical(number: str, vault: Path, user: str | None, passphrase_file: Path | None, *, add: bool) -> None:
    """The psychologists' notes of a case; who reads them is kept in the history."""
    with opened(vault, user, passphrase_file) as services:
        uid = services.cases.numbered(number)
        if add:
            services.wellbeing.add(uid, "note", sys.stdin.read(LONGEST_NOTE))
            return
        notes = services.wellbeing.notes(uid)
    for note in notes:
        click.echo(f"{note.created:%d.%m.%Y %H:%M}  {note.by}\n{note.text}\n")
