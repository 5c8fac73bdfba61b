"""Read one case as the rules of the family's paper see it. Everything is read; what may print is decided there."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.cases.relatives import not_to_contact
from app.catalogue.definitions import Catalogue, Print, StepDef
from app.consents.queries import consents, told_topics
from app.documents.tracking import proves
from app.domain.consent import Purpose
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.safety import MayLeave
from app.domain.sex import Sex, of_patronymic
from app.domain.step import StepState
from app.domain.text import Text
from app.domain.translit import transliterate
from app.kin.standing import sides
from app.office import service as offices
from app.paper.family_record import (
    Bring,
    Confirmation,
    FamilyRecord,
    FateEvent,
    Office,
    Relative,
    Servicemember,
    StepRow,
    Told,
)
from app.plan.queries import OPEN
from app.promises.service import PROMISE
from db.models import case_file, family
from db.models.person import Person
from db.models.step import Document, Step

_CONFIRMS = {"D-NOTICE": Fate.MISSING, "D-REG": Fate.MISSING, "D-CAPT-CERT": Fate.CAPTIVE_CONFIRMED}


def family_record(session: Session, uid: UUID, catalogue: Catalogue, today: date) -> FamilyRecord:
    """The case `uid` with its office, family, fates, steps and told ledger."""
    case = session.get_one(case_file.CaseFile, uid)
    person = session.get_one(Person, case.person_uid)
    office = offices.read(session)
    references = case_file.CaseReference
    erdr = session.scalar(
        select(references.number).where(references.case_uid == uid, references.kind == "ERDR").limit(1)
    )
    return FamilyRecord(
        number=case.number,
        person=Servicemember(
            given=person.given, surname=person.surname, given_lat=person.given_latin,
            surname_lat=person.surname_latin, sex=Sex(person.sex) if person.sex else of_patronymic(person.patronymic),
            civilian=person.category == "civilian",
        ),
        fates=tuple(_fates(session, uid)),
        office=Office(
            Text(office.name, transliterate(office.name)), Text(office.address, transliterate(office.address)),
            tuple(filter(None, (phone.strip() for phone in office.phones.split(",")))),
        ),
        relatives=tuple(_relatives(session, uid, today)),
        sides=sides(session, uid, today),
        confirmations=tuple(_confirmations(session, uid, catalogue)),
        steps=tuple(_steps(session, uid, catalogue)),
        columns={"erdr_number": erdr} if erdr else {},
        caseworker=case.worker,
        training=office.training,
    )


def _fates(session: Session, case: UUID) -> Iterator[FateEvent]:
    """The statuses of the present episode; the notice that the case keeps is of its first one."""
    events = case_file.CaseEvent
    notice = session.scalar(
        select(events.on).where(events.case_uid == case, events.event == "NOTICE_RECEIVED").limit(1)
    )
    history = select(case_file.FateEvent).where(case_file.FateEvent.case_uid == case)
    rows = session.scalars(history.order_by(case_file.FateEvent.uid)).all()
    if any(row.episode_uid != rows[-1].episode_uid for row in rows):
        notice = None
    for event in (row for row in rows if row.episode_uid == rows[-1].episode_uid):
        fate = Fate(event.fate)
        paper = next((code for code in event.evidence.split("; ") if code.startswith("D-") and " " not in code), "")
        if fate is Fate.MISSING and paper in ("", "D-NOTICE"):
            yield FateEvent(fate, "D-NOTICE", notice.exact) if notice and notice.exact else FateEvent(fate)
        else:
            yield FateEvent(fate, paper, event.effective.exact if event.effective and paper else None)


def _relatives(session: Session, case: UUID, today: date) -> Iterator[Relative]:
    told: dict[UUID, list[Told]] = {}
    for row in session.scalars(select(family.Told).where(family.Told.case_uid == case).order_by(family.Told.uid)):
        told.setdefault(row.relative_uid, []).append(Told(Fate(row.fate), row.on))
    promised = _promises(session, case, today)
    agreed = consents(session, case, Purpose.FAMILY_INFORMATION)
    forbidden = not_to_contact(session, case, today)
    statement = (
        select(family.Relative, Person)
        .join(Person, Person.uid == family.Relative.person_uid)
        .where(family.Relative.case_uid == case, family.Relative.deleted_at.is_(None))
        .order_by(family.Relative.position)
    )
    for relative, person in session.execute(statement):
        yield Relative(
            uid=str(relative.uid), given=person.given, surname=person.surname, given_lat=person.given_latin,
            surname_lat=person.surname_latin, vocative=relative.vocative, relation=relative.relation,
            authorised=relative.primary or (relative.identity_verified and relative.kinship_verified),
            primary=relative.primary,
            paper_safe=relative.may_leave_message != MayLeave.NO and relative.uid not in forbidden,
            consents=told_topics(agreed, relative.uid, today), told=tuple(told.get(relative.uid, ())),
            call_by=promised.get(relative.uid) or (promised.get(None) if relative.primary else None),
        )


def _promises(session: Session, case: UUID, today: date) -> dict[UUID | None, date]:
    """Until when each relative (None: the family) was told that we speak again, if that still stands."""
    promised: dict[UUID | None, date] = {}
    said = exists().where(
        family.Contact.case_uid == case, family.Contact.next_on == Step.due, family.Contact.deleted_at.is_(None),
        family.Contact.relative_uid.is_not_distinct_from(Step.relative_uid),
    )
    stands = select(Step.relative_uid, Step.due).where(
        Step.case_uid == case, Step.origin == PROMISE, Step.state.in_(OPEN), Step.due >= today, said
    )
    for relative, on in session.execute(stands):
        if on is not None:
            promised[relative] = min(on, promised.get(relative, on))
    return promised


def _confirmations(session: Session, case: UUID, catalogue: Catalogue) -> Iterator[Confirmation]:
    papers = select(Document).where(Document.case_uid == case, Document.deleted_at.is_(None))
    episodes = session.scalars(select(case_file.Episode.uid).where(case_file.Episode.case_uid == case)).all()
    if len(episodes) > 1:
        papers = papers.where(Document.uid > max(episodes))
    for paper in session.scalars(papers):
        if (known := catalogue.documents.get(paper.kind)) and proves(paper):
            yield Confirmation(
                _CONFIRMS.get(paper.kind), paper.kind, known.family or known.name, None, _exact(paper.issued),
                str(paper.relative_uid) if paper.relative_uid else None,
            )


def _steps(session: Session, case: UUID, catalogue: Catalogue) -> Iterator[StepRow]:
    for step in session.scalars(select(Step).where(Step.case_uid == case).order_by(Step.uid)):
        definition = catalogue.steps.get(step.step_id)
        if definition is not None and definition.print is not Print.NEVER:
            yield _step(step, definition, catalogue)


def _step(step: Step, definition: StepDef, catalogue: Catalogue) -> StepRow:
    body = catalogue.bodies[definition.body]
    return StepRow(
        id=definition.id, track=definition.track, title=definition.family or definition.name,
        prints=definition.print.value, sensitivity=definition.sensitivity, applies_to=definition.applies_to,
        state=StepState(step.state), kind=definition.due.term.kind, due=step.due, since=_exact(step.done_on),
        body=body.family or body.name, body_code=definition.body,
        documents=tuple(
            Bring(code, catalogue.documents[code].family or catalogue.documents[code].name)
            for code in definition.documents
        ),
        concerns=str(step.relative_uid) if step.relative_uid else None,
        opened_by=Fate(step.origin) if step.origin in Fate.__members__ else None,
    )


def _exact(on: PartialDate | None) -> date | None:
    return on.exact if on else None
