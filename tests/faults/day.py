"""A scripted day of real service calls. Before each it says what is about to change, after it what is acknowledged.

What is said are facts: a key that tells what to look up, and the value that must be found there.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Self
from uuid import UUID

from app.access.access import access_of
from app.cases.draft import CaseDraft, FateDraft, PersonDraft, RelativeDraft
from app.cases.queries import CaseFilter
from app.contacts.service import ContactDraft
from app.crypto import keyfile
from app.crypto.keyfile import KeyFile, WrongPassphrase
from app.documents.intake import Pasted
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.fates.change import FateDraft as NewFate
from app.people.phones import PhoneDraft
from app.services import Services
from app.vault.revocation import revoke
from app.vault.vault import OpenVault, create, open_vault
from tests.faults.target import CHEAP
from tests.unit.conftest import MONDAY, PASSPHRASE
from tests.unit.documents.made import picture, saved

FOUNDER, COLLEAGUE = "Олена", "Ігор"
PHRASES = ("ковадло прерія сирник їжачок", "акація дзвін повітря кошик", "ожина трактор люстро вимір")
SUMMER, AUTUMN = PartialDate(2026, 6, 15), PartialDate(2026, 9, 12)
_SYLLABLES = ("ба", "во", "гі", "де", "жу", "зо", "ки", "лю", "мя", "ну")

Facts = dict[str, str]
Tell = Callable[[str], object]


def surname(n: int) -> str:
    """The surname of the `n`-th man: no two alike, and each found by search alone."""
    return "Бондар" + "".join(_SYLLABLES[int(digit)] for digit in f"{n:04d}")


def case_draft(n: int) -> CaseDraft:
    """The `n`-th man, missing, and his wife."""
    wife = RelativeDraft(
        PersonDraft(surname(n), "Ганна"), Relation.SPOUSE, "дружина", (PhoneDraft("+380000000017", "000 000 00 17"),)
    )
    return CaseDraft(PersonDraft(surname(n), "Іван"), (FateDraft(Fate.MISSING, SUMMER),), relatives=(wife,))


class Walking:
    """A clock that goes on by a minute whenever it is asked: copies of one moment would be thinned."""

    def __init__(self) -> None:
        self._now = MONDAY.now()

    def now(self) -> datetime:
        """The next minute."""
        self._now += timedelta(minutes=1)
        return self._now

    def today(self) -> date:
        """The day of all of them."""
        return MONDAY.today()


class Told:
    """What a day said so far: what was acknowledged, and what is under way."""

    def __init__(self) -> None:
        self.known: Facts = {}
        self.coming: Facts = {}

    def __call__(self, text: str) -> None:
        facts = json.loads(text[1:])
        if text[0] == "!":
            self.known = {**self.known, **facts}
        self.coming = facts if text[0] == "?" else {}


class Day:
    """One user's work in one vault; every method is a call or two of the program's services."""

    def __init__(self, vault: OpenVault, tell: Tell, *, first: int = 0, clock: Walking | None = None) -> None:
        """`first`: the number of the first man that this day will bring; `clock`: that of the day it goes on with."""
        self.tell = tell
        self.clock = clock or Walking()
        self.vault = vault
        self.services = Services.of(vault, self.clock)
        self.n = first
        self.cases = list(self.services.cases.uids())

    @classmethod
    def founded(cls, path: Path, tell: Tell) -> Self:
        """A new vault at `path`."""
        with call(tell):
            vault = create(path, FOUNDER, PASSPHRASE, params=CHEAP, clock=MONDAY)
        day = cls(vault, tell)
        tell("!" + json.dumps({"cases": "0", f"opens:{FOUNDER}": PASSPHRASE}))
        return day

    def whole(self, book: Path) -> None:
        """Everything once, some of it twice; ends with the vault closed."""
        for _ in range(3):
            self.open_case()
        self.log_contact()
        self.keep_draft()
        self.do_step()
        self.change_fate()
        self.bring_document()
        self.copy()
        self.add_colleague()
        self.bring_book(book)
        self.change_passphrase()
        self.open_case()
        self.keep_draft()
        self.revoke()
        self.open_case()
        self.log_contact()
        self.bring_document()
        self.copy()
        self.open_case()
        with call(self.tell):
            self.vault.close()

    def saves(self) -> Iterator[None]:
        """One small save after another, without end."""
        while True:
            for save in (self.open_case, self.log_contact, self.keep_draft, self.do_step, self.change_fate):
                save()
                yield

    def open_case(self) -> None:
        self.n += 1
        with call(self.tell, cases=str(self._count() + 1)) as facts:
            case, _ = self.services.cases.open(case_draft(self.n))
            facts[f"case:{case}"] = surname(self.n)
        self.cases.append(case)

    def log_contact(self) -> None:
        self.n += 1
        case, said = self.cases[-1], f"розмова {self.n}"
        with call(self.tell, **{f"contact:{case}:{self.n}": said}):
            self.services.contacts.log(ContactDraft(case, date(2026, 11, 23), "phone", said))

    def keep_draft(self) -> None:
        self.n += 1
        with call(self.tell, draft=f"недописане {self.n}"):
            self.services.drafts.keep("contact", None, {"note": f"недописане {self.n}"})

    def do_step(self) -> None:
        case = self.cases[-1]
        step = next(step for step in self.services.plan.steps(case) if step.open)
        with call(self.tell, **{f"step:{case}:{step.uid}": "done"}):
            self.services.plan.done(step.uid, step.version, SUMMER)

    def change_fate(self) -> None:
        case = self.cases[-1]
        with call(self.tell, **{f"fate:{case}": Fate.CAPTIVE_CONFIRMED.value}):
            self.services.fates.record(case, NewFate(Fate.CAPTIVE_CONFIRMED, AUTUMN, ("D-NIB",)))

    def bring_document(self) -> None:
        self.n += 1
        data = saved(picture(60 + self.n, 40))
        with call(self.tell) as facts:
            (document,) = self.services.documents.add(self.cases[0], [Pasted("scan.jpg", data)]).documents
            facts[f"document:{document}"] = sha256(data).hexdigest()

    def bring_book(self, book: Path) -> None:
        plan = self.services.imports.plan(book)
        taken = sum(row.outcome.taken for row in plan.rows)
        with call(self.tell, cases=str(self._count() + taken)):
            self.services.imports.apply(plan)

    def copy(self) -> None:
        with call(self.tell) as facts:
            facts[f"copy:{self.services.backups.create().path.name}"] = "whole"

    def add_colleague(self) -> None:
        with call(self.tell, **{f"opens:{COLLEAGUE}": PHRASES[0]}):
            self.services.users.add(COLLEAGUE, PHRASES[0], params=CHEAP)

    def change_passphrase(self) -> None:
        old = opening(self.vault.path)
        new = PHRASES[(PHRASES.index(old) + 1) % len(PHRASES)]
        with call(self.tell, **{f"opens:{COLLEAGUE}": new}):
            self.services.users.change_passphrase(COLLEAGUE, old, new, params=CHEAP)

    def revoke(self) -> None:
        """Take the vault from the colleague, and go on in the next generation."""
        with call(self.tell, **{f"opens:{COLLEAGUE}": ""}):
            revoke(self.vault, COLLEAGUE, access_of(self.vault.database, FOUNDER), self.clock)
        with call(self.tell):
            self.vault = open_vault(self.vault.path, FOUNDER, PASSPHRASE, clock=self.clock)
        self.services = Services.of(self.vault, self.clock)

    def _count(self) -> int:
        return self.services.cases.count(CaseFilter())


@contextmanager
def call(tell: Tell, **changes: str) -> Iterator[Facts]:
    """Say what is about to change, and when the block ended well that it did, with the facts it added."""
    facts: Facts = {}
    tell("?" + json.dumps(changes))
    yield facts
    tell("!" + json.dumps({**changes, **facts}))


def opening(path: Path) -> str:
    """The phrases with which the colleague opens the vault, which should be one or, after he was revoked, none."""
    file = keyfile.parse((path / "vault.key").read_bytes())
    return " and ".join(phrase for phrase in PHRASES if COLLEAGUE in file.users() and _opens(file, phrase))


@cache
def _opens(file: KeyFile, phrase: str) -> bool:
    try:
        keyfile.unlock(file, COLLEAGUE, phrase)
    except WrongPassphrase:
        return False
    return True


def found(services: Services, key: str) -> str:
    """What stands in an open vault under the key of a fact."""
    kind, _, rest = key.partition(":")
    match kind:
        case "opens":
            return PASSPHRASE if rest == FOUNDER else opening(services.vault.path)
        case "cases":
            return str(services.cases.count(CaseFilter()))
        case "case":
            name = services.cases.view(UUID(rest)).surname
            page = services.cases.page(CaseFilter(text=name))
            return name if [row.uid for row in page.rows] == [UUID(rest)] else "not found by search"
        case "contact":
            case, n = rest.split(":")
            texts = (row.text for row in services.record.timeline.rows(UUID(case)))
            return next((text for text in texts if text.endswith(f" {n}")), "")
        case "draft":
            kept = services.drafts.take("contact", None)
            return kept.values["note"] if kept else ""
        case "step":
            case, step = map(UUID, rest.split(":"))
            return next(row.state.value for row in services.plan.steps(case) if row.uid == step)
        case "fate":
            return services.cases.view(UUID(rest)).fate.value
        case "document":
            services.documents.verify(UUID(rest))
            return sha256(services.documents.original(UUID(rest))).hexdigest()
        case "copy":
            path = services.backups.folder() / rest
            return "whole" if services.backups.verify(path).missing == 0 else "lacks documents"
        case _:
            raise LookupError(key)
