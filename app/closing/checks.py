"""What to look at before a case is closed: one small function for each kind, each naming what is still open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue
from app.domain.fate import HARD_NEWS, Fate
from app.domain.paper_state import AWAITED, Original, PaperState
from app.domain.text import Text
from app.plan.queries import OPEN
from app.promises.service import PROMISE
from db.models.case_file import CaseFile
from db.models.consent import Consent
from db.models.family import Relative, Told
from db.models.person import Person
from db.models.step import Document, Step


class CheckKind(StrEnum):
    """What is looked at."""

    STEPS = "steps"
    PROMISES = "promises"
    ORIGINALS = "originals"
    PAPERS = "papers"
    CONSENTS = "consents"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class Asked:
    """The case that is looked at, on which day."""

    session: Session
    case: UUID
    catalogue: Catalogue
    today: date


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One thing that is open: its row, and its words."""

    uid: UUID
    what: Text


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the check list; in order where nothing is open."""

    kind: CheckKind
    open: tuple[OpenItem, ...]


def check_list(asked: Asked) -> tuple[Check, ...]:
    """Every line, in the order it is gone through."""
    return tuple(Check(kind, tuple(look(asked))) for kind, look in _LOOKS)


def _steps(asked: Asked) -> Iterator[OpenItem]:
    """Steps without an answer."""
    for step in asked.session.scalars(_open_steps(asked.case).where(Step.origin != PROMISE)):
        known = asked.catalogue.steps.get(step.step_id)
        yield OpenItem(step.uid, known.name if known else _same(step.title))


def _promises(asked: Asked) -> Iterator[OpenItem]:
    """Promises neither kept nor withdrawn."""
    for step in asked.session.scalars(_open_steps(asked.case).where(Step.origin == PROMISE)):
        yield OpenItem(step.uid, _same(step.title))


def _originals(asked: Asked) -> Iterator[OpenItem]:
    """Originals that the office still holds."""
    yield from _papers(asked, lambda paper: Original(paper.original) is Original.OFFICE)


def _awaited(asked: Asked) -> Iterator[OpenItem]:
    """Papers that were needed or asked for and have not come."""
    yield from _papers(asked, lambda paper: PaperState(paper.state) in AWAITED)


def _consents(asked: Asked) -> Iterator[OpenItem]:
    """Consents that run on: each is to be withdrawn or let stand on purpose."""
    running = select(Consent, Person.surname, Person.given).outerjoin(
        Relative, Relative.uid == Consent.relative_uid
    ).outerjoin(Person, Person.uid == Relative.person_uid).where(
        Consent.case_uid == asked.case, Consent.deleted_at.is_(None), Consent.refused.is_(False),
        Consent.withdrawn_on.is_(None),
    )  # fmt: skip
    for consent, surname, given in asked.session.execute(running):
        if consent.until is None or consent.until >= asked.today:
            yield OpenItem(consent.uid, _same(consent.recipient or " ".join(filter(None, (surname, given)))))


def _news(asked: Asked) -> Iterator[OpenItem]:
    """Relatives who were not told the hard news that the record holds."""
    fate = Fate(asked.session.get_one(CaseFile, asked.case).fate)
    if fate not in HARD_NEWS:
        return
    told = select(Told.relative_uid).where(Told.case_uid == asked.case, Told.fate == fate.value)
    family = (
        select(Relative.uid, Person.surname, Person.given)
        .join(Person, Person.uid == Relative.person_uid)
        .where(Relative.case_uid == asked.case, Relative.deleted_at.is_(None), Relative.uid.not_in(told))
    )
    for uid, surname, given in asked.session.execute(family):
        yield OpenItem(uid, _same(f"{surname} {given}".strip()))


_LOOKS: tuple[tuple[CheckKind, Callable[[Asked], Iterator[OpenItem]]], ...] = (
    (CheckKind.STEPS, _steps),
    (CheckKind.PROMISES, _promises),
    (CheckKind.ORIGINALS, _originals),
    (CheckKind.PAPERS, _awaited),
    (CheckKind.CONSENTS, _consents),
    (CheckKind.NEWS, _news),
)


def _open_steps(case: UUID) -> Select[Step]:
    return select(Step).where(Step.case_uid == case, Step.state.in_(OPEN)).order_by(Step.due, Step.uid)


def _papers(asked: Asked, meant: Callable[[Document], bool]) -> Iterator[OpenItem]:
    live = select(Document).where(Document.case_uid == asked.case, Document.deleted_at.is_(None))
    for paper in filter(meant, asked.session.scalars(live)):
        known = asked.catalogue.documents.get(paper.kind)
        yield OpenItem(paper.uid, known.name if known else _same(paper.title))


def _same(text: str) -> Text:
    """What somebody wrote, as it is in both languages."""
    return Text(text, text)
