"""Pages of yesterday put back into the records, one by one and table by table; and pages that changed places."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from sqlalchemy import text

from app.cases.queries import CaseFilter
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.fates.change import FateDraft
from app.people.person import Correction
from app.services import Services
from app.vault.vault import OpenVault, open_vault
from tests.faults.row import Row, Say
from tests.faults.target import RECORDS, Target, closed, found
from tests.unit.conftest import MONDAY, PASSPHRASE

PAGE = 4096
SWAPS = 200
UNSEEN = "the search index"


def long(place: Path, say: Say) -> Row:
    """Every page that differs, every page of each table, every third pair of pages, and swaps."""
    target, before = two_days(place)
    changed = differing(target, before)
    sets = [*((page,) for page in changed), *tables(target, before).values(), *list(combinations(changed, 2))[::3]]
    say(f"{len(changed)} pages differ, {len(sets)} ways to put them back")
    told = list(put_back(target, before, sets))
    last = len(target.whole[RECORDS]) // PAGE
    swapped = [(one, one + 1) for one in range(1, last)][:SWAPS]
    told += swap(target, swapped)
    silent = [one for one in told if one.endswith(": ")]
    unseen = sum(one.endswith(UNSEEN) for one in told)
    note = "; ".join(silent[:3]) or f"{unseen} of them held the search index alone, and no record: not noticed"
    return Row("old pages put back, pages swapped", len(told), len(silent), 0, note)


def two_days(place: Path) -> tuple[Target, bytes]:
    """A vault after a status, a step and a name were changed; and its records as they were before."""
    target = Target.made(place)
    before = target.whole[RECORDS]
    vault = open_vault(target.path, None, PASSPHRASE)
    services = Services.of(vault, MONDAY)
    case = services.cases.page(CaseFilter(), None, 1).rows[0].uid
    services.fates.record(case, FateDraft(Fate.RETURNED, None, ("exchange_list",)))
    step = services.plan.steps(case)[0]
    services.plan.done(step.uid, step.version, PartialDate(2026, 11, 20))
    view = services.cases.view(case)
    services.people.correct(view.person, view.person_version, Correction("Ґудзенко", "Ілля"))
    vault.close()
    return Target.of(target.path), before


def differing(target: Target, before: bytes) -> list[int]:
    """The numbers of the pages that the second day changed."""
    now = target.whole[RECORDS]
    return [number for number in range(1, len(before) // PAGE + 1) if page(now, number) != page(before, number)]


def tables(target: Target, before: bytes) -> Mapping[str, Sequence[int]]:
    """For each table of one page: that page and those of its indexes, so that they agree with each other."""
    changed = set(differing(target, before))
    vault = opened(target)
    with vault.database.read() as session:
        rows = session.execute(text("SELECT tbl_name, rootpage FROM sqlite_master WHERE rootpage > 0")).all()
    closed(vault)
    of: dict[str, list[int]] = {}
    for table, root in rows:
        if root in changed:
            of.setdefault(table, []).append(root)
    return {table: sorted(pages) for table, pages in of.items() if len(pages) > 1}


def put_back(target: Target, before: bytes, sets: Sequence[Sequence[int]]) -> Iterator[str]:
    """``pages: what found it``; pages that hold the search index alone, and no record, are passed over."""
    for pages in sets:
        data = bytearray(target.whole[RECORDS])
        for number in pages:
            data[(number - 1) * PAGE : number * PAGE] = page(before, number)
        target.put(RECORDS, bytes(data))
        told = found(target.path)
        if told == "" and same_records(target, bytes(data)):
            told = UNSEEN
        yield f"pages {', '.join(map(str, pages))}: {told}"
    target.restore()


def swap(target: Target, pairs: Sequence[tuple[int, int]]) -> Iterator[str]:
    """``swapped: what found it`` for every two pages that change places."""
    whole = target.whole[RECORDS]
    for one, other in pairs:
        data = bytearray(whole)
        data[(one - 1) * PAGE : one * PAGE] = page(whole, other)
        data[(other - 1) * PAGE : other * PAGE] = page(whole, one)
        target.put(RECORDS, bytes(data))
        yield f"pages {one} and {other} swapped: {found(target.path)}"
    target.restore()


def same_records(target: Target, data: bytes) -> bool:
    """Whether every row of every table is as it should be: what was put back holds no record."""
    target.put(RECORDS, data)
    harmed = rows(opened(target))
    target.restore()
    return harmed == rows(opened(target))


def rows(vault: OpenVault) -> dict[str, list[str]]:
    """Every row of every table but those of the search index, as text."""
    with vault.database.read() as session:
        names = session.scalars(text(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'case_search%'"
        )).all()  # fmt: skip
        told = {name: sorted(map(repr, session.execute(text(f'SELECT * FROM "{name}"')))) for name in names}
    closed(vault)
    return told


def opened(target: Target) -> OpenVault:
    return open_vault(target.path, None, PASSPHRASE)


def page(data: bytes, number: int) -> bytes:
    """One page, counted from 1."""
    return data[(number - 1) * PAGE : number * PAGE]
