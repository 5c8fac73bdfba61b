"""Where a timeline comes from: one small function for each kind of thing that happens in a case.

A new kind is a function that yields rows, and its place in `SOURCES`. What has no function of its own is told by
`app/timeline/entries.py`: that something was written down, never what.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.catalogue.definitions import Catalogue
from app.domain.fate import Fate
from app.domain.hlc import milliseconds
from app.domain.paper_state import AWAITED
from app.domain.partial_date import of_day
from app.domain.readers import closed_to
from app.domain.step import StepState
from app.domain.text import Text
from app.kin.standing import branches
from app.promises.service import PROMISE, PromiseState, promises
from app.timeline import money as money_moments
from app.timeline.ledger import moments
from app.timeline.row import Moment, TimelineRow
from db.models.case_file import CaseFile, FateEvent
from db.models.change import Change
from db.models.family import Contact, Relative, Told
from db.models.information import Custody, InformationItem, InformationPass
from db.models.note import Closing, Note
from db.models.office import Disclosure
from db.models.person import Person
from db.models.step import Document, Step


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for which case, in whose words."""

    session: Session
    case: UUID
    catalogue: Catalogue
    access: Access


_OF_ONE_ACT = 60_000
"""Milliseconds within which a row came with the opening of its case."""
Source = Callable[[Asking], Iterator[TimelineRow]]


def opened(asking: Asking) -> Iterator[TimelineRow]:
    """The day on which the case was opened."""
    case = asking.session.get_one(CaseFile, asking.case)
    yield TimelineRow(Moment.OPENED, of_day(case.opened), None, None, case.number, "", case.worker)


def fates(asking: Asking) -> Iterator[TimelineRow]:
    """What was believed to have happened; a source that must not be named stays unnamed."""
    events = select(FateEvent).where(FateEvent.case_uid == asking.case).order_by(FateEvent.uid)
    for event in asking.session.scalars(events):
        name = asking.catalogue.statuses[Fate(event.fate)].name
        yield TimelineRow(
            Moment.FATE, event.effective, event.recorded_at, name, event.source, event.comment, event.recorded_by,
            Fate(event.fate),
        )


def contacts(asking: Asking) -> Iterator[TimelineRow]:
    """Talks with the family, written for whoever asks; `detail` is the channel."""
    live = select(Contact).where(
        Contact.case_uid == asking.case, Contact.deleted_at.is_(None),
        Contact.audience.not_in(closed_to(asking.access.rights)),
    )
    parted = branches(asking.session, asking.case)
    for row in asking.session.scalars(live):
        yield TimelineRow(
            Moment.CONTACT, of_day(row.on), row.written_at, None, row.channel, row.summary, row.written_by,
            branch=parted.get(row.relative_uid, ""),
        )


def notes(asking: Asking) -> Iterator[TimelineRow]:
    """Notes written for whoever asks; `detail` is for whom."""
    live = select(Note).where(
        Note.case_uid == asking.case, Note.deleted_at.is_(None), Note.audience.not_in(closed_to(asking.access.rights))
    )
    parted = branches(asking.session, asking.case)
    for row in asking.session.scalars(live):
        yield TimelineRow(
            Moment.NOTE, of_day(row.on), row.written_at, None, row.audience, row.text, row.written_by,
            branch=parted.get(row.relative_uid, ""),
        )


def promised(asking: Asking) -> Iterator[TimelineRow]:
    """What was promised, on the day it was; and that it was kept. `detail` is what became of it."""
    for row in promises(asking.session, asking.case):
        made = of_day(row.made) if row.made else None
        yield TimelineRow(Moment.PROMISE, made, None, Text(row.what, row.what), row.state.value, row.why, row.by)
        if row.state is PromiseState.KEPT:
            yield TimelineRow(Moment.PROMISE_KEPT, row.on, None, Text(row.what, row.what), "", "", row.by)


def steps(asking: Asking) -> Iterator[TimelineRow]:
    """Steps that were done; a promise is told as one."""
    done = select(Step).where(
        Step.case_uid == asking.case, Step.state == StepState.DONE.value, Step.done_on.is_not(None),
        Step.origin != PROMISE,
    )
    for step in asking.session.scalars(done):
        known = asking.catalogue.steps.get(step.step_id)
        title = known.name if known else Text(step.title, step.title)
        yield TimelineRow(Moment.STEP, step.done_on, None, title, step.outcome, step.note, step.worker)


def documents(asking: Asking) -> Iterator[TimelineRow]:
    """Papers, by the day they came, or were issued."""
    there = Document.state.not_in([state.value for state in AWAITED])
    live = select(Document).where(Document.case_uid == asking.case, Document.deleted_at.is_(None), there)
    for paper in asking.session.scalars(live):
        known = asking.catalogue.documents.get(paper.kind)
        on = of_day(paper.received) if paper.received else paper.issued
        yield TimelineRow(Moment.DOCUMENT, on, None, known.name if known else None, paper.title, paper.note, "")


def told(asking: Asking) -> Iterator[TimelineRow]:
    """What relatives were told: `detail` is how, `text` is who."""
    statement = (
        select(Told, Person.surname, Person.given)
        .join(Relative, Relative.uid == Told.relative_uid)
        .join(Person, Person.uid == Relative.person_uid)
        .where(Told.case_uid == asking.case)
    )
    for row, surname, given in asking.session.execute(statement):
        name = asking.catalogue.statuses[Fate(row.fate)].name
        yield TimelineRow(
            Moment.TOLD, of_day(row.on), None, name, row.how, f"{surname} {given}".strip(), row.by, Fate(row.fate)
        )


def family(asking: Asking) -> Iterator[TimelineRow]:
    """Who joined the family of the case after it was opened, and who was let go: `detail` says which."""
    opening = select(Change.time).where(Change.row == asking.case, Change.column.is_(None)).limit(1).scalar_subquery()
    statement = (
        select(Relative.deleted_at, Person.surname, Person.given, Change.time, Change.actor, opening)
        .join(Person, Person.uid == Relative.person_uid)
        .join(Change, and_(Change.row == Relative.uid, Change.column.is_(None), Change.old.is_(None)))
        .where(Relative.case_uid == asking.case)
    )
    for gone, surname, given, time, actor, opened_at in asking.session.execute(statement):
        name = f"{surname} {given}".strip()
        if milliseconds(time) - milliseconds(opened_at or 0) > _OF_ONE_ACT:
            at = datetime.fromtimestamp(milliseconds(time) / 1000, UTC)
            yield TimelineRow(Moment.FAMILY, None, at, None, "joined", name, actor)
        if gone is not None:
            yield TimelineRow(Moment.FAMILY, None, gone, None, "left", name, "")


def handed(asking: Asking) -> Iterator[TimelineRow]:
    """What left the vault in clear: `detail` is what, `text` is to whom."""
    statement = (
        select(Disclosure, Person.surname, Person.given)
        .outerjoin(Relative, Relative.uid == Disclosure.relative_uid)
        .outerjoin(Person, Person.uid == Relative.person_uid)
        .where(Disclosure.case_uid == asking.case)
    )
    for row, surname, given in asking.session.execute(statement):
        to_whom = " ".join(filter(None, (surname, given)))
        yield TimelineRow(Moment.HANDED, None, row.at, None, row.kind, to_whom, row.by)


def closings(asking: Asking) -> Iterator[TimelineRow]:
    """The case closed, and opened again: `detail` is the reason it was closed for."""
    live = select(Closing).where(Closing.case_uid == asking.case, Closing.deleted_at.is_(None)).order_by(Closing.uid)
    for row in asking.session.scalars(live):
        yield TimelineRow(
            Moment.CLOSED, of_day(row.on), row.written_at, None, row.reason, row.note, row.written_by
        )
        if row.reopened_on is not None:
            yield TimelineRow(
                Moment.REOPENED, of_day(row.reopened_on), None, None, "", row.reopened_why, row.reopened_by
            )


def ledger(asking: Asking) -> Iterator[TimelineRow]:
    """What the ledger of information tells: `detail` is the kind of event, or that it went on to others."""
    return moments(asking.session, asking.case, asking.catalogue)


def money(asking: Asking) -> Iterator[TimelineRow]:
    """What became of payments, without a sum: `detail` is the kind of line."""
    return money_moments.moments(asking.session, asking.case, asking.catalogue)


TOLD_HERE = frozenset(
    model.__tablename__
    for model in (
        CaseFile, FateEvent, Contact, Note, Document, Told, Closing, Disclosure, InformationItem, InformationPass,
        Custody, *money_moments.TABLES,
    )
)  # fmt: skip
"""The tables whose rows have functions of their own here."""
SOURCES: tuple[Source, ...] = (
    told, fates, contacts, notes, promised, steps, documents, family, handed, closings, ledger, money,
    opened,
)
