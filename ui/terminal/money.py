"""`money show|claim|payment|check`: the payments of a case, and what a sum comes to, from a terminal."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

import click

from app.catalogue.definitions import Catalogue
from app.domain import money as sums
from app.domain.errors import N_, UserError
from app.domain.fate import ALL_DEAD
from app.domain.money import say
from app.domain.partial_date import parse_human
from app.domain.payments import Month
from app.domain.split import instalment_rule_on
from app.money.entries import ClaimDraft, PaymentDraft
from app.money.view import MoneyView
from app.services import Services
from ui.money.words import (
    PAID,
    Names,
    counted_words,
    decision_words,
    instalment_words,
    kind_word,
    month_word,
    proposal_words,
    short_names,
    sum_words,
)
from ui.terminal.cases import Day, NoSuchRecipient
from ui.terminal.session import Terminal, on_vault, opened, refusing

Number = click.option("--case", "number", required=True, help="К-2026-000001")
Relative = click.option("--relative", type=click.IntRange(1), default=None, help="As the family page has them.")
KindOf = click.option("--kind", default="pay", show_default=True, help="A code of money.yaml.")


class NoMonth(UserError):
    what = N_("The month cannot be read.")
    todo = N_("Write the month, such as 11.2026.")


@click.group()
def money() -> None:
    """Claims, payments and shares; every computed number is to be checked with the body that decides."""


@money.command()
@Number
@click.option("--for", "reader", type=click.IntRange(1), default=None, help="Only what this relative may know of.")
@on_vault
@refusing
def show(number: str, reader: int | None, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Claims with their decisions, payments by month, months without a line, shares."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        view = services.record.money.view(case, _relative(services, case, reader))
        names, catalogue = short_names(terminal.words, services.cases.relatives(case)), services.catalogue
    _ = terminal.words
    for row in view.claims:
        says = row.claim.says
        filed = _.date(says.filed_on) if says.filed_on else "-"
        head = f"{filed}  {kind_word(_, catalogue, says.kind)}  {_who(names, says.relative_uid)}"
        terminal.say(f"{head}  {says.text}".rstrip())
        for one in row.decisions:
            terminal.say(f"   {decision_words(_, one.says)}")
    for paid in view.payments:
        came, due = paid.says.received, paid.says.expected
        state = _(PAID[paid.says.state])
        month = month_word(Month(paid.says.month.year, paid.says.month.month or 1))
        numbers = f"{'-' if came is None else say(came)} / {'-' if due is None else say(due)}"
        terminal.say(f"{month}  {_who(names, paid.says.relative_uid)}  {numbers}  {state}")
    _tell_rest(terminal, view, names, catalogue)


def _tell_rest(terminal: Terminal, view: MoneyView, names: Names, catalogue: Catalogue) -> None:
    _ = terminal.words
    for gap in view.gaps:
        terminal.say(f"! {month_word(gap.month)}  {_who(names, gap.relative)}  {_('not written down')}")
    if view.shares is not None and view.shares.proposal is not None:
        terminal.say(_("By the rule it comes to something else"))
        proposal = view.shares.proposal
        changes = proposal_words(_, proposal, names)
        for sentence in (*changes, *counted_words(_, catalogue, proposal.counted, names)):
            terminal.say(f"   {sentence}")


@money.command()
@Number
@Relative
@KindOf
@click.option("--filed", type=Day, default=None, help="On which day.")
@click.option("--body", default="", help="A code of bodies.yaml: TCC, PFU.")
@click.option("--reference", default="", help="The number under which it was filed.")
@click.option("--basis", default="", help="The law or the paper.")
@on_vault
@refusing
def claim(
    number: str, relative: int | None, kind: str, filed: datetime | None, body: str, reference: str, basis: str,
    vault: Path, user: str | None, passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Write a claim down."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        on = filed.date() if filed else None
        draft = ClaimDraft(_relative(services, case, relative), kind, on, body, reference, basis)
        services.record.money.claims.add(case, draft)
    terminal.say(terminal.words("Written down."))


@money.command()
@Number
@Relative
@KindOf
@click.option("--month", required=True, help="11.2026")
@click.option("--expected", default="", help="How much was to come: 12 500,50.")
@click.option("--received", default="", help="How much came; 0 if nothing did.")
@click.option("--on", type=Day, default=None, help="On which day it came.")
@click.option("--body", default="", help="Who paid: a code of bodies.yaml.")
@on_vault
@refusing
def payment(
    number: str, relative: int | None, kind: str, month: str, expected: str, received: str, on: datetime | None,
    body: str, vault: Path, user: str | None, passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Write a payment of one month down, and tell what became of it."""
    terminal = Terminal.here()
    due, came = (sums.parse(text) if text.strip() else None for text in (expected, received))
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        said = parse_human(month, today=services.clock.today()) if month.strip() else None
        if said is None:
            raise NoMonth
        whose, day = _relative(services, case, relative), on.date() if on else None
        draft = PaymentDraft(whose, kind, said, due, came, day, body)
        services.record.money.payments.add(case, draft)
    terminal.say(terminal.words(PAID[draft.state]))


@money.command()
@Number
@click.option("--sum", "total", default="", help="Of a month, or of the one-off payment: 100 000,01.")
@click.option("--on", type=Day, default=None, help="The day of which the rule counts; today if not said.")
@on_vault
@refusing
def check(
    number: str, total: str, on: datetime | None, vault: Path, user: str | None, passphrase_file: Path | None
) -> None:  # fmt: skip
    """What the shares or instalments of a day come to, how that was counted, and with whom to check it."""
    terminal = Terminal.here()
    _, kopecks = terminal.words, sums.parse(total) if total.strip() else None
    with opened(vault, user, passphrase_file) as services:
        case, catalogue = services.cases.numbered(number), services.catalogue
        day = on.date() if on else services.clock.today()
        names = short_names(_, services.cases.relatives(case))
        fallen = services.cases.view(case).fate in ALL_DEAD
        counted = services.record.money.counted_on(case, day)
    if fallen:
        rule = instalment_rule_on(catalogue.money.instalments, day)
        told = instalment_words(_, catalogue, kopecks or (rule.total if rule else 0), rule)
    elif kopecks is None:
        told = counted_words(_, catalogue, counted, names)
    else:
        told = sum_words(_, catalogue, kopecks, counted, names)
    for sentence in told:
        terminal.say(sentence)


def _relative(services: Services, case: UUID, place: int | None) -> UUID | None:
    if place is None:
        return None
    family = services.cases.relatives(case)
    if place > len(family):
        raise NoSuchRecipient(wanted=place, count=len(family))
    return family[place - 1].uid


def _who(names: Names, relative: UUID | None) -> str:
    return names.get(str(relative), "-") if relative else "-"
