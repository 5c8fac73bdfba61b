"""`case entitlements`, `case role`, `case turning`: what the laws give a family, who is what, who comes of age."""

from pathlib import Path
from uuid import UUID

import click

from app.domain.kin import KinRole
from app.domain.partial_date import parse_human
from app.kin.entries import RoleDraft
from app.services import Services
from ui.family_words import relation_word
from ui.kin.words import percent, standing_words, turning_words, verdict_words
from ui.terminal.cases import NoSuchRecipient
from ui.terminal.session import Terminal, on_vault, opened, refusing

WHO = "Which relative, in the order of the family page."


@click.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@on_vault
@refusing
def entitlements(number: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """What each law gives to each of the family, why, and what is still to be asked."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        uid, catalogue = services.cases.numbered(number), services.catalogue
        family = services.record.kin.family(uid)
        relatives = services.cases.relatives(uid)
    for place, row in enumerate(relatives, 1):
        terminal.say(f"{place}. {row.name} ({relation_word(_, row.relation, row.patronymic)})")
        kin = family.of(row.uid)
        for verdict in kin.verdicts if kin else ():
            name = catalogue.entitlements[verdict.purpose].name.in_(_.language)
            terminal.say(f"   {name}: {standing_words(_, verdict)}")
            for sentence in verdict_words(_, catalogue, verdict):
                terminal.say(f"      {sentence}")


@click.command()
@click.option("--case", "number", required=True, help="К-2026-000001")
@click.option("--relative", type=click.IntRange(1), required=True, help=WHO)
@click.option("--role", type=click.Choice([one.value for one in KinRole]), required=True)
@click.option("--with", "other", type=click.IntRange(1), default=None, help="The child, the guardian, the other side.")
@click.option("--since", default="", help="A year or a month will do.")
@click.option("--until", default="")
@click.option("--share", default="", help="Percent, such as 25 or 33,33.")
@click.option("--year", type=int, default=None, help="Of the annual aid.")
@click.option("--text", default="", help="Its paper, number, limits.")
@on_vault
@refusing
def role(
    number: str,
    relative: int,
    role: str,
    other: int | None,
    since: str,
    until: str,
    share: str,
    year: int | None,
    text: str,
    vault: Path,
    user: str | None,
    passphrase_file: Path | None,
) -> None:
    """Write down what a relative is for the case: guardian, recipient of pay, in conflict with another."""
    terminal = Terminal.here()
    try:
        part = percent(share)
    except ValueError:
        part = 0
    with opened(vault, user, passphrase_file) as services:
        uid, today = services.cases.numbered(number), services.clock.today()
        first, last = (parse_human(day, today=today) if day.strip() else None for day in (since, until))
        whose, beside = _who(services, uid, relative), _who(services, uid, other) if other else None
        services.record.kin.roles.add(uid, RoleDraft(whose, KinRole(role), first, last, part, year, text, beside))
    terminal.say(terminal.words("Written down."))


@click.command()
@on_vault
@refusing
def turning(vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Children of the families who turn 18 or 23 within 90 days."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        today, rows = services.clock.today(), services.record.kin.turning()
    for row in rows:
        said = turning_words(terminal.words, row.turning, row.turning.days(today))
        terminal.say(f"{row.number}  {row.name}: {said}")


def _who(services: Services, case: UUID, place: int) -> UUID:
    relatives = services.cases.relatives(case)
    if place > len(relatives):
        raise NoSuchRecipient(wanted=place, count=len(relatives))
    return relatives[place - 1].uid
