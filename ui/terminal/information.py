"""`case information list|add|pass|verify`: the ledger of a case from a terminal; no source that must not be named."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from app.domain.errors import N_, UserError
from app.domain.grading import parse
from app.domain.information import EventKind, Precision, days_since
from app.domain.partial_date import PartialDate, parse_human
from app.domain.pseudonym import RETURNEE
from app.information.custody import Proof
from app.information.items import Credibility, ItemDraft, NoSuchSource, Reliability
from app.information.passing import PassDraft
from app.information.service import ItemRow
from app.services import Services
from ui.information.words import KINDS, PROOFS
from ui.terminal.cases import Day
from ui.terminal.session import Terminal, on_vault, opened, refusing

LONGEST = 1_000_000
Number = click.option("--case", "number", required=True, help="К-2026-000001")


class NoSuchItem(UserError):
    what = N_("This case has no item of information {wanted}.")
    todo = N_("Choose a number of the list, from 1 to {count}, the newest event first.")


class NotAGrade(UserError):
    what = N_("“{text}” is no grade.")
    todo = N_("Write a letter from A to F and a digit from 1 to 6, such as C3.")


@click.group()
def information() -> None:
    """What became known of the man: items, to whom they were passed, their proofs."""


@information.command("list")
@Number
@click.option("--json", "as_json", is_flag=True)
@on_vault
@refusing
def list_(number: str, vault: Path, user: str | None, passphrase_file: Path | None, *, as_json: bool) -> None:
    """The items of a case, the newest event first; a source is not told here."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        rows = services.record.information.ledger(case)
        last, today = services.cases.view(case).last_sign, services.clock.today()
    if as_json:
        terminal.say(json.dumps([_told(place, row) for place, row in enumerate(rows, 1)], ensure_ascii=False, indent=1))
        return
    for place, row in enumerate(rows, 1):
        says = row.says
        marks = "".join((" +" if row.life else "", " !" if row.against else "", " →" if row.passed else ""))
        when = "/".join(day.iso() for day in (says.starts, says.ends) if day) or "-"
        terminal.say(f"{place}  {says.grade}{marks}  {when}  {_(KINDS[says.kind])}  {says.source_type}")
    if last is not None:
        terminal.say(_("Days since the last sign of life: {n}", n=days_since(last, today)))


@information.command()
@Number
@click.option("--kind", type=click.Choice([kind.value for kind in EventKind]), required=True)
@click.option("--source-type", required=True, help="A code of source_types.yaml: FAMILY, RETURNEE, NIB_OFFICIAL.")
@click.option("--grade", default="", help="Such as C3; the usual one of this type of source if not said.")
@click.option("--date", "starts", default="", help="When, or from when; a month or a year will do.")
@click.option("--until", "ends", default="", help="Until when, if it lasted.")
@click.option("--received", type=Day, default=None, help="When it reached the office.")
@click.option("--place", default="", help="In the words of the source.")
@click.option("--oblast", default="", help="The code of an oblast of the list.")
@click.option("--katottg", default="", help="UA and 17 digits.")
@click.option("--precision", type=click.Choice([one.value for one in Precision]), default=None)
@click.option("--source", default="", help="Who told it; a returnee only as R-2026-0412, or nothing for the next.")
@click.option("--protected", is_flag=True, help="The source must not be named.")
@click.option("--text", default="", help="What is known; without it, read from standard input.")
@on_vault
@refusing
def add(number: str, vault: Path, user: str | None, passphrase_file: Path | None, **said: Any) -> None:
    """Write an item down."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        services.record.information.add(services.cases.numbered(number), _draft(services, said))
    terminal.say(terminal.words("Written down."))


@information.command("pass")
@Number
@click.option("--item", "wanted", type=int, required=True, help="Its number in the list.")
@click.option("--to", "body", required=True, help="A code of bodies.yaml: POLICE, NIB, KSHPPV.")
@click.option("--on", "on", type=Day, required=True, help="On which day.")
@click.option("--reference", default="")
@on_vault
@refusing
def pass_(
    number: str, wanted: int, body: str, on: datetime, reference: str, vault: Path, user: str | None,
    passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Keep that an item was passed to a body."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        ledger, case = services.record.information, services.cases.numbered(number)
        rows = ledger.ledger(case)
        if not 1 <= wanted <= len(rows):
            raise NoSuchItem(wanted=wanted, count=len(rows))
        ledger.passes.add(case, PassDraft(rows[wanted - 1].uid, body, on.date(), reference))
    terminal.say(terminal.words("Written down."))


@information.command()
@Number
@on_vault
@refusing
def verify(number: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Read every proof of the case back and compare it with the hash of every hand; status 1 if one is not whole."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        found = services.record.information.check(services.cases.numbered(number))
    for one in found:
        terminal.say(terminal.words(PROOFS[one.found], title=one.title))
        for hand in one.gaps:
            terminal.say(terminal.words("{who} took it from somebody who did not have it.", who=hand.to_whom))
    if any(one.found is not Proof.WHOLE for one in found):
        sys.exit(1)


def _draft(services: Services, said: dict[str, Any]) -> ItemDraft:
    source = services.catalogue.sources.get(said["source_type"])
    if source is None:
        raise NoSuchSource(code=said["source_type"])
    grade = parse(said["grade"]) if said["grade"] else source.grade
    if grade is None:
        raise NotAGrade(text=said["grade"])
    returnee = source.code == RETURNEE
    return ItemDraft(
        EventKind(said["kind"]), said["text"] or sys.stdin.read(LONGEST), source.code, Reliability(grade.source),
        Credibility(str(grade.credibility)), starts=_day(services, said["starts"]), ends=_day(services, said["ends"]),
        received=said["received"].date() if said["received"] else None, place=said["place"], oblast=said["oblast"],
        katottg=said["katottg"], precision=Precision(said["precision"]) if said["precision"] else None,
        source=said["source"] or (services.record.information.next_pseudonym() if returnee else ""),
        protected=said["protected"] or returnee,
    )  # fmt: skip


def _day(services: Services, text: str) -> PartialDate | None:
    return parse_human(text, today=services.clock.today()) if text.strip() else None


def _told(place: int, row: ItemRow) -> dict[str, Any]:
    says = row.says
    return {
        "place": place,
        "item": str(row.uid),
        "kind": says.kind.value,
        "starts": says.starts.iso() if says.starts else None,
        "ends": says.ends.iso() if says.ends else None,
        "received": says.received.isoformat() if says.received else None,
        "source_type": says.source_type,
        "grade": str(says.grade),
        "sign_of_life": row.life,
        "disagrees_with": [str(found.beside(row.uid)) for found in row.against],
        "passed_to": [one.says.body for one in row.passed],
    }
