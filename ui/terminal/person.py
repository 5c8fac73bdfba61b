"""`person show`, `person number`, `person name`, `person rename`: what somebody is called, and his numbers."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

import click

from app.domain.identifier import Absent, IdentifierKind
from app.domain.name import spelled
from app.domain.partial_date import PartialDate, parse_human
from app.domain.record_number import mask
from app.people.naming import NameDraft, NameKind, NewName
from app.people.numbers import NumberDraft
from app.services import Services
from ui.person_words import ABSENT, DOUBTS, NAMES, NUMBERS, ROLES, rank_words
from ui.terminal.cases import NoSuchRecipient
from ui.terminal.session import Terminal, on_vault, opened, refusing

WHO = click.option("--relative", type=click.IntRange(1), default=None,
                   help="A relative, in the order of the family page; without it, the man himself.")  # fmt: skip
CASE = click.option("--case", "number", required=True, help="К-2026-000001")


@click.group()
def person() -> None:
    """A person of a case: names, numbers and papers."""


@person.command()
@CASE
@WHO
@click.option("--whole", is_flag=True, help="Numbers in full.")
@on_vault
@refusing
def show(
    number: str, relative: int | None, vault: Path, user: str | None, passphrase_file: Path | None, *, whole: bool
) -> None:
    """What the person is and was called, his numbers and where he served."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        uid, record = _person(services, number, relative), services.record
        present = record.names.present(uid)
        terminal.say(" ".join(filter(None, (present.surname, present.given, present.patronymic))))
        for name in record.names.rows(uid):
            says = name.says
            latin = f"{says.surname_latin} {says.given_latin}".strip()
            told = " ".join(filter(None, (says.surname, says.given, says.patronymic))) or latin
            terminal.say(f"{_(NAMES[says.kind])}: {told}")
        for row in record.numbers.looked_at(uid):
            entry = row.entry.says
            value = (entry.value if whole else mask(entry.value)) or _(ABSENT[entry.absent_reason])
            terminal.say(" ".join([f"{_(NUMBERS[entry.kind])}: {value}", *(_(DOUBTS[one]) for one in row.doubts)]))
        for served in record.service.rows(uid):
            unit, rank = served.says.unit_code, rank_words(_, services.catalogue, served.says.rank)
            terminal.say(f"{_(ROLES[served.says.role])}: {', '.join(filter(None, (unit, rank)))}")


@person.command("number")
@CASE
@WHO
@click.option("--kind", type=click.Choice([kind.value for kind in IdentifierKind]), required=True)
@click.option("--value", default="", help="As on the paper.")
@click.option("--none", "absent", type=click.Choice([one.value for one in Absent if one.value]), default=None,
              help="Why there lawfully is none.")
@click.option("--issued", default="", help="On which day; a year or a month will do.")
@click.option("--issuer", default="", help="By whom.")
@click.option("--until", type=click.DateTime(["%d.%m.%Y", "%Y-%m-%d"]), default=None, help="The last day it is good.")
@on_vault
@refusing
def add_number(
    number: str,
    relative: int | None,
    kind: str,
    value: str,
    absent: str | None,
    issued: str,
    issuer: str,
    until: datetime | None,
    vault: Path,
    user: str | None,
    passphrase_file: Path | None,
) -> None:
    """Write a number down; what is odd about it is said."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        uid, numbers = _person(services, number, relative), services.record.numbers
        last = until.date() if until else None
        draft = NumberDraft(
            IdentifierKind(kind), value, _day(services, issued), issuer.strip(), last, Absent(absent or "")
        )  # fmt: skip
        numbers.add(uid, draft)
        newest = max(numbers.looked_at(uid), key=lambda row: row.entry.uid)
    terminal.say(terminal.words("Written down."))
    for doubt in newest.doubts:
        terminal.say(terminal.words(DOUBTS[doubt]))


@person.command("name")
@CASE
@WHO
@click.option("--kind", type=click.Choice([kind.value for kind in NameKind]), required=True)
@click.option("--surname", default="")
@click.option("--given", default="")
@click.option("--patronymic", default="")
@click.option("--latin", default="", help="Surname in Latin letters.")
@click.option("--since", default="")
@click.option("--until", default="")
@click.option("--source", default="", help="Where it is known from.")
@on_vault
@refusing
def add_name(
    number: str,
    relative: int | None,
    kind: str,
    surname: str,
    given: str,
    patronymic: str,
    latin: str,
    since: str,
    until: str,
    source: str,
    vault: Path,
    user: str | None,
    passphrase_file: Path | None,
) -> None:
    """Write down another name; the search finds the person by it."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        draft = NameDraft(
            NameKind(kind), surname, given, patronymic, latin, since=_day(services, since),
            until=_day(services, until), source=source,
        )  # fmt: skip
        services.record.names.add(_person(services, number, relative), draft)
    terminal.say(terminal.words("Written down."))


@person.command()
@CASE
@WHO
@click.option("--surname", required=True)
@click.option("--given", required=True)
@click.option("--patronymic", default="")
@click.option("--since", default="", help="From which day on.")
@click.option("--source", default="", help="Where it is known from.")
@on_vault
@refusing
def rename(
    number: str,
    relative: int | None,
    surname: str,
    given: str,
    patronymic: str,
    since: str,
    source: str,
    vault: Path,
    user: str | None,
    passphrase_file: Path | None,
) -> None:
    """A new name, as after a marriage; the one before stays, dated."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        names = services.record.names
        new = NewName(
            spelled(surname), spelled(given), spelled(patronymic), since=_day(services, since), source=source.strip()
        )  # fmt: skip
        names.rename(names.present(_person(services, number, relative)), new)
    terminal.say(terminal.words("The new name counts from now on."))


def _person(services: Services, number: str, relative: int | None) -> UUID:
    case = services.cases.numbered(number)
    if relative is None:
        return services.cases.view(case).person
    relatives = services.cases.relatives(case)
    if relative > len(relatives):
        raise NoSuchRecipient(wanted=relative, count=len(relatives))
    return relatives[relative - 1].person


def _day(services: Services, text: str) -> PartialDate | None:
    return parse_human(text, today=services.clock.today()) if text.strip() else None
