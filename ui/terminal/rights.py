"""`consent`, `rights`, `retention`: who agreed to what, who asks what by right, how long a case is kept."""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import click

from app.consents.draft import CONSENT, ConsentChannel, ConsentDraft, GivenBy, RecipientKind
from app.consents.law import ukrainian_law
from app.domain.consent import Purpose, Topic
from app.domain.errors import N_, UserError
from app.domain.partial_date import parse_human
from app.paper.consent_texts import consent_text, text_version
from app.retention.groups import Group
from app.rights.incidents import IncidentDraft
from app.rights.requests import Outcome, RequestDraft, RequestKind, term
from app.services import Services
from app.vault.files import write_atomically
from ui.consents.rights_words import KINDS, OUTCOMES
from ui.consents.words import PURPOSES, by_whom, for_whom, standing_word, topics_said
from ui.terminal.cases import Day, NoSuchRecipient, NotWritten
from ui.terminal.session import Terminal, on_vault, opened, refusing

Number = click.option("--case", "number", required=True, help="К-2026-000001")
Which = click.option("--entry", "which", type=click.IntRange(1), required=True, help="Its number in the list.")
T = TypeVar("T")
Reason = click.option("--reason", required=True, help="Why; a second person reads it.")


class NoSuchEntry(UserError):
    what = N_("The list has no entry {wanted}.")
    todo = N_("Choose a number of the list, from 1 to {count}.")


@click.group()
def consent() -> None:
    """Consents of a case."""


@consent.command("list")
@Number
@on_vault
@refusing
def list_consents(number: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Every consent and how it stands today, the newest first."""
    _ = Terminal.here().words
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        names: dict[object, str] = {one.uid: one.name for one in services.cases.relatives(case)}
        rows = services.record.consents.rows(case)
    for place, row in enumerate(rows, 1):
        says, until = row.says, f"– {row.says.until:%d.%m.%Y}" if row.says.until else ""
        parts = (
            f"{says.since:%d.%m.%Y} {until}".strip(), _(PURPOSES[says.purpose]),
            f"{by_whom(_, says, names)} → {for_whom(_, says, names)}", topics_said(_, says.topics),
            standing_word(_, row.standing),
        )  # fmt: skip
        click.echo(f"{place}.  " + "  ".join(filter(None, parts)))


@consent.command()
@Number
@click.option("--purpose", type=click.Choice([one.value for one in Purpose]), required=True)
@click.option("--by", "given_by", type=click.Choice([one.value for one in GivenBy]), required=True)
@click.option("--giver", type=click.IntRange(1), help="Which relative gave it, in the order of the family page.")
@click.option("--to", "kind", type=click.Choice([one.value for one in RecipientKind]), required=True)
@click.option("--relative", type=click.IntRange(1), help="Which relative it is for.")
@click.option("--recipient", default="", help="Name of the organisation.")
@click.option("--topic", "topics", type=click.Choice([one.value for one in Topic]), multiple=True)
@click.option("--channel", type=click.Choice([one.value for one in ConsentChannel]), default="paper", show_default=True)
@click.option("--since", type=Day, default=None, help="From which day; today if not said.")
@click.option("--until", type=Day, default=None, help="Its last day.")
@click.option("--basis", type=click.Choice(sorted(ukrainian_law().bases)), default=CONSENT, show_default=True)
@click.option("--refused", is_flag=True, help="The answer was no.")
@on_vault
@refusing
def give(
    number: str, purpose: str, given_by: str, giver: int | None, kind: str, relative: int | None, recipient: str,
    topics: tuple[str, ...], channel: str, since: datetime | None, until: datetime | None, basis: str,
    vault: Path, user: str | None, passphrase_file: Path | None, *, refused: bool,
) -> None:  # fmt: skip
    """Write a yes or a no down, with the words that were shown."""
    terminal = Terminal.here()
    _ = terminal.words
    named = tuple(Topic(one) for one in topics)
    told = consent_text(Purpose(purpose), _.language, recipient=recipient, topics=topics_said(_, named))
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        draft = ConsentDraft(
            Purpose(purpose), GivenBy(given_by), RecipientKind(kind), ConsentChannel(channel),
            since.date() if since else services.clock.today(), until.date() if until else None,
            _relative(services, case, giver), _relative(services, case, relative), recipient, named, refused, basis,
            text_version(_.language), told,
        )  # fmt: skip
        services.record.consents.add(case, draft)
    terminal.say(_("The consent is written down."))


@consent.command()
@Number
@Which
@click.option("--on", "on", type=Day, default=None, help="From which day; today if not said.")
@click.option("--how", default="", help="How it was said.")
@on_vault
@refusing
def withdraw(
    number: str, which: int, on: datetime | None, how: str, vault: Path, user: str | None, passphrase_file: Path | None
) -> None:
    """End a consent; what was agreed to stays as it was."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        row = _chosen(services.record.consents.rows(services.cases.numbered(number)), which)
        services.record.consents.withdraw(row.uid, on.date() if on else services.clock.today(), how)
    terminal.say(terminal.words("The consent is withdrawn."))


@consent.command()
@Number
@on_vault
@refusing
def verify(number: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Compare every consent with its seal; status 1 if one does not match."""
    _ = Terminal.here().words
    with opened(vault, user, passphrase_file) as services:
        consents = services.record.consents
        found = [(row, consents.verify(row.uid)) for row in consents.rows(services.cases.numbered(number))]
    for place, (row, same) in enumerate(found, 1):
        verdict = _("matches") if same else _("DOES NOT MATCH")
        click.echo(f"{place}.  {_(PURPOSES[row.says.purpose])}  {row.says.digest[:12].upper()}  {verdict}")
    if not all(same for _row, same in found):
        sys.exit(1)


@click.group()
def rights() -> None:
    """Requests about people's data, and incidents."""


@rights.command("list")
@on_vault
@refusing
def list_requests(vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """The open requests of every case, the most urgent first."""
    _ = Terminal.here().words
    with opened(vault, user, passphrase_file) as services:
        waiting = services.record.requests.waiting()
    for place, one in enumerate(waiting, 1):
        says, law = one.kept.says, term(one.kept.says.kind)
        unsure = _("a lawyer must check") if law.unsure else ""
        clock = _("answer by {date}", date=_.date(says.due))
        parts = (one.number, _(KINDS[says.kind]), clock, law.law.in_(_.language), unsure)
        click.echo(f"{place}.  " + "  ".join(filter(None, parts)))


@rights.command("add")
@Number
@click.option("--kind", type=click.Choice([one.value for one in RequestKind]), required=True)
@click.option("--relative", type=click.IntRange(1), help="Which relative asks.")
@click.option("--asked-by", default="", help="Who else asks.")
@click.option("--on", "on", type=Day, default=None, help="Received on; today if not said.")
@click.option("--channel", type=click.Choice([one.value for one in ConsentChannel]), default="paper", show_default=True)
@click.option("--text", default="", help="In their words.")
@on_vault
@refusing
def add_request(
    number: str, kind: str, relative: int | None, asked_by: str, on: datetime | None, channel: str, text: str,
    vault: Path, user: str | None, passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Write a request down; its clock starts."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        day = on.date() if on else services.clock.today()
        who = _relative(services, case, relative)
        draft = RequestDraft(RequestKind(kind), asked_by, day, ConsentChannel(channel), text, who)
        services.record.requests.add(case, draft)
    terminal.say(terminal.words("Written down."))


@rights.command()
@Which
@click.option("--outcome", type=click.Choice([one.value for one in OUTCOMES]), required=True)
@click.option("--text", required=True, help="What was answered and done.")
@click.option("--on", "on", type=Day, default=None, help="Answered on; today if not said.")
@on_vault
@refusing
def answer(
    which: int, outcome: str, text: str, on: datetime | None, vault: Path, user: str | None,
    passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Answer an open request of `rights list`."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        row = _chosen(services.record.requests.waiting(), which)
        day = on.date() if on else services.clock.today()
        services.record.requests.answer(row.kept, day, Outcome(outcome), text)
    terminal.say(terminal.words("The answer is written down."))


@rights.command()
@click.option("--what", required=True, help="What happened, in a sentence without names.")
@click.option("--whose", default="", help="Whose data: case numbers, or how many people.")
@click.option("--done", default="", help="What was done.")
@on_vault
@refusing
def incident(what: str, whose: str, done: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Write an incident with data down, noticed today."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        draft = IncidentDraft(services.clock.today(), what, whose=whose, done=done)
        services.record.incidents.add(None, draft)
    terminal.say(terminal.words("report by {date}", date=terminal.words.date(draft.report_by)))


@click.group()
def retention() -> None:
    """How long a case is kept."""


@retention.command()
@Number
@click.option("--who", default="", help="Who asked for it: a court, an investigator.")
@click.option("--why", default="", help="Why nothing may be erased.")
@click.option("--off", is_flag=True, help="End the hold.")
@on_vault
@refusing
def hold(
    number: str, who: str, why: str, vault: Path, user: str | None, passphrase_file: Path | None, *, off: bool
) -> None:
    """Forbid erasing anything of a case, or allow it again."""
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        if off:
            services.record.retention.release(case)
        else:
            services.record.retention.hold(case, who=who, why=why, review_on=None)


@retention.command()
@Number
@click.option("--on", "on", default="", help="When to look again: a day, or +365; empty for no day.")
@on_vault
@refusing
def review(number: str, on: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """Set the day to look at a case again."""
    with opened(vault, user, passphrase_file) as services:
        day: date | None = parse_human(on, today=services.clock.today()).last if on.strip() else None
        services.record.retention.review(services.cases.numbered(number), day)


@retention.command()
@Number
@Reason
@click.option("--group", "groups", type=click.Choice([one.value for one in Group]), multiple=True,
              help="What to erase; the whole case if none is named.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write the certificate (.pdf).")
@on_vault
@refusing
def erase(
    number: str, reason: str, groups: tuple[str, ...], output: Path | None, vault: Path, user: str | None,
    passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Erase a whole case, or groups of its data; a second person agrees first."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        case, kept = services.cases.numbered(number), services.record.retention
        chosen = tuple(Group(one) for one in groups)
        _changes, done = kept.anonymise(case, chosen, reason) if chosen else kept.erase(case, reason)
        certificate = kept.certificate(done.uid)
    terminal.say(terminal.words("Erased; mark {mark}.", mark=done.mark))
    if output:
        try:
            write_atomically(output, certificate)
        except OSError as error:
            raise NotWritten(name=output.name) from error


def _relative(services: Services, case: UUID, which: int | None) -> UUID | None:
    if which is None:
        return None
    relatives = services.cases.relatives(case)
    if which > len(relatives):
        raise NoSuchRecipient(wanted=which, count=len(relatives))
    return relatives[which - 1].uid


def _chosen(rows: Sequence[T], which: int) -> T:
    if which > len(rows):
        raise NoSuchEntry(wanted=which, count=len(rows))
    return rows[which - 1]
