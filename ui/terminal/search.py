"""`case search|dna|flag list|add`: requests to bodies, samples of DNA and what to mind, from a terminal."""

from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import click

from app.domain.dna import Method, Profile, Sample
from app.domain.errors import N_, UserError
from app.domain.readers import Readers
from app.domain.reply import Ask
from app.search.donors import DonorDraft
from app.search.flags import CLINICAL_ONLY, FlagDraft, FlagKind
from app.search.requests import Answer, RequestDraft
from app.services import Services
from ui.search.words import ANSWERS, ASKED, METHODS, PROFILES, SAMPLES, due_sentence, flag_sentence, rule_sentence
from ui.terminal.cases import Day, NoSuchRecipient
from ui.terminal.session import Terminal, on_vault, opened, refusing

Number = click.option("--case", "number", required=True, help="К-2026-000001")


class NoSuchRequest(UserError):
    what = N_("This case has no request {wanted}.")
    todo = N_("Choose a number of the list of requests, from 1 to {count}, the oldest first.")


@click.group()
def search() -> None:
    """Requests filed with bodies: when the answer is due, and what it was."""


@search.command("list")
@Number
@on_vault
@refusing
def list_requests(number: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """The requests of a case, the oldest first; `!` before one whose answer is overdue."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        rows = services.record.search.requests.rows(services.cases.numbered(number))
        today, catalogue = services.clock.today(), services.catalogue
    for place, row in enumerate(rows, 1):
        says = row.says
        told = due_sentence(_, catalogue, says) if says.awaited else _(ANSWERS[says.answer])
        mark = "!" if says.overdue(today) else " "
        terminal.say(f"{place} {mark} {_.date(says.filed_on)}  {says.body}  {_(ASKED[says.kind])}  {told}")


@search.command("add")
@Number
@click.option("--body", required=True, help="A code of bodies.yaml: NIB, ICRC, POLICE.")
@click.option("--kind", type=click.Choice([one.value for one in Ask]), default=Ask.APPEAL.value, show_default=True)
@click.option("--filed", type=Day, required=True, help="On which day.")
@click.option("--reference", default="")
@click.option("--asked", default="", help="What was asked.")
@click.option("--due", type=Day, default=None, help="Counted by the law of the request if not said.")
@on_vault
@refusing
def add_request(
    number: str, body: str, kind: str, filed: datetime, reference: str, asked: str, due: datetime | None,
    vault: Path, user: str | None, passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Write a request down; the day of its answer is counted and kept as a step."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        case, requests = services.cases.numbered(number), services.record.search.requests
        requests.add(case, RequestDraft(body, Ask(kind), filed.date(), reference, asked, _day(due)))
        says = requests.rows(case)[-1].says
        told = due_sentence(terminal.words, services.catalogue, says)
    terminal.say(told)


@search.command("answer")
@Number
@click.option("--request", "wanted", type=click.IntRange(1), required=True, help="Its number in the list.")
@click.option("--on", type=Day, required=True, help="On which day it came.")
@click.option("--answer", type=click.Choice([one.value for one in Answer if one.value]), required=True)
@click.option("--text", default="", help="The words of the answer or refusal.")
@on_vault
@refusing
def answer_request(
    number: str, wanted: int, on: datetime, answer: str, text: str, vault: Path, user: str | None,
    passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Write down what a body answered."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        requests = services.record.search.requests
        rows = requests.rows(services.cases.numbered(number))
        if wanted > len(rows):
            raise NoSuchRequest(wanted=wanted, count=len(rows))
        row = rows[wanted - 1]
        requests.edit(row, _answered(row.says, on.date(), Answer(answer), text))
    terminal.say(terminal.words("Written down."))


@click.group()
def dna() -> None:
    """Samples of DNA, and whether they are enough."""


@dna.command("list")
@Number
@on_vault
@refusing
def list_samples(number: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """The samples of a case, and what the rule says of them; nobody is named here."""
    terminal = Terminal.here()
    _ = terminal.words
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        found, rule = services.record.search.view(case), services.catalogue.search.dna
        family = [one.uid for one in services.cases.relatives(case)]
    for place, row in enumerate(found.donors, 1):
        says = row.says
        whose = _("lifetime") if says.lifetime else _whose(family, says)
        methods = ", ".join(_(METHODS[method]) for method in says.methods) or "-"
        taken = _.date(says.taken_on) if says.taken_on else "-"
        terminal.say(f"{place}  {whose}  {taken}  {_(SAMPLES[says.sample])}  {_(PROFILES[says.profile][0])}  {methods}")
    terminal.say(rule_sentence(_, found.dna, rule))


@dna.command("add")
@Number
@click.option("--relative", type=click.IntRange(1), default=None, help="Which relative, as the family page has them.")
@click.option("--lifetime", is_flag=True, help="The man's own sample, given in his lifetime.")
@click.option("--who", default="", help="Somebody who is not in the case.")
@click.option("--method", "methods", multiple=True, type=click.Choice([one.value for one in Method]))
@click.option("--taken", type=Day, default=None)
@click.option("--place", default="")
@click.option("--sample", type=click.Choice([one.value for one in Sample]), default=Sample.TAKEN.value)
@click.option("--profile", type=click.Choice([one.value for one in Profile]), default=Profile.NONE.value)
@click.option("--body", default="", help="Who keeps it: a code of bodies.yaml.")
@click.option("--reference", default="")
@on_vault
@refusing
def add_sample(
    number: str, relative: int | None, who: str, methods: tuple[str, ...], taken: datetime | None, place: str,
    sample: str, profile: str, body: str, reference: str, vault: Path, user: str | None,
    passphrase_file: Path | None, *, lifetime: bool,
) -> None:  # fmt: skip
    """Write a sample down, and tell whether they are enough now."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        case = services.cases.numbered(number)
        draft = DonorDraft(
            lifetime, None if lifetime else _relative(services, case, relative), who,
            tuple(Method(one) for one in methods), _day(taken), place, Sample(sample), Profile(profile), body,
            reference,
        )  # fmt: skip
        services.record.search.donors.add(case, draft)
        found, rule = services.record.search.view(case), services.catalogue.search.dna
    terminal.say(rule_sentence(terminal.words, found.dna, rule))


@click.group()
def flag() -> None:
    """What to mind in a family."""


@flag.command("list")
@Number
@on_vault
@refusing
def list_flags(number: str, vault: Path, user: str | None, passphrase_file: Path | None) -> None:
    """What is to be minded today, as far as you may see it."""
    terminal = Terminal.here()
    with opened(vault, user, passphrase_file) as services:
        rows = services.record.search.minded(services.cases.numbered(number))
    for row in rows:
        terminal.say(flag_sentence(terminal.words, row.says))


@flag.command("add")
@Number
@click.option("--kind", type=click.Choice([one.value for one in FlagKind]), required=True)
@click.option("--text", default="", help="A few calm words.")
@click.option("--since", type=Day, default=None, help="Today if not said.")
@click.option("--until", type=Day, default=None)
@click.option("--for", "readers", type=click.Choice(["office", "lead", "psychologist"]), default="office",
              help="Who sees it; violence at home is always for those who may read clinical notes.")
@on_vault
@refusing
def add_flag(
    number: str, kind: str, text: str, since: datetime | None, until: datetime | None, readers: str, vault: Path,
    user: str | None, passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Write down what is to be minded."""
    terminal = Terminal.here()
    audience = Readers.PSYCHOLOGIST if FlagKind(kind) in CLINICAL_ONLY else Readers(readers)
    with opened(vault, user, passphrase_file) as services:
        first = _day(since) or services.clock.today()
        draft = FlagDraft(FlagKind(kind), first, text, _day(until), audience)
        services.record.search.flags.add(services.cases.numbered(number), draft)
    terminal.say(terminal.words("Written down."))


def _day(said: datetime | None) -> date | None:
    return said.date() if said else None


def _answered(says: RequestDraft, on: date, answer: Answer, text: str) -> RequestDraft:
    return RequestDraft(
        says.body, says.kind, says.filed_on, says.reference, says.asked, says.due, on, answer, text
    )  # fmt: skip


def _relative(services: Services, case: UUID, place: int | None) -> UUID | None:
    if place is None:
        return None
    family = services.cases.relatives(case)
    if place > len(family):
        raise NoSuchRecipient(wanted=place, count=len(family))
    return family[place - 1].uid


def _whose(family: list[UUID], says: DonorDraft) -> str:
    """The number of a relative on the family page; a dash for somebody else."""
    return str(family.index(says.relative_uid) + 1) if says.relative_uid in family else "-"
