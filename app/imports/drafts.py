"""From a planned row to the case it opens."""

from app.cases.draft import CaseDraft, ContactDraft, FateDraft, PersonDraft, RelativeDraft
from app.domain.partial_date import PartialDate
from app.domain.step import StepState
from app.people.phones import PhoneDraft
from app.plan.opening import REFUSED, Answer
from app.spreadsheets.planned import Answered, PlannedAnswer, PlannedCase, PlannedPerson, PlannedRelative, PlannedRow

SPREAD_DAYS = 30
"""Over how many days the office's own standards of an imported caseload are spread."""

_DUPLICATE_CHECK = "OFF-03"
_UNIQUE = Answer(StepState.DONE, outcome="unique")
"""The import itself looked for duplicates: nobody needs to do it again four hundred times."""

_ANSWERS = {
    Answered.DONE: (StepState.DONE, ""),
    Answered.REFUSED: (StepState.DONE, REFUSED),
    Answered.TO_BEGIN: (StepState.OPEN, ""),
}


def draft(row: PlannedRow, position: int, *, synthetic: bool) -> CaseDraft:
    """The case that a taken row opens; `position` is its place among them, from 0. ValueError for a row not taken."""
    if row.person is None or row.case is None:
        raise ValueError("only a taken row becomes a case")
    case = row.case
    return CaseDraft(
        person=_person(row.person),
        fates=(FateDraft(case.fate, case.event_date),),
        unit_code=case.unit or "",
        rank=row.person.rank or "",
        place=case.place or "",
        relatives=(_relative(row.relative),) if row.relative else (),
        events={"NOTICE_RECEIVED": case.notice_date} if case.notice_date else {},
        references=_references(case),
        answers=_known(case) | {step: _answer(answer) for step, answer in row.answers.items()},
        contacts=_contacts(case.last_contact),
        money=tuple(filter(None, (case.pay_884, case.death_payment, case.pension, case.other_aid))),
        worker=case.responsible or "",
        note=case.notes or "",
        source_row=row.source_row,
        spread=position % SPREAD_DAYS,
        synthetic=synthetic,
    )


def _person(person: PlannedPerson) -> PersonDraft:
    given, _, surname = (person.latin or "").partition(" ")
    return PersonDraft(
        surname=person.name.surname,
        given=person.name.given,
        patronymic=person.name.patronymic,
        born=person.born,
        surname_latin=surname.title(),
        given_latin=given if surname else "",
        call_sign=person.call_sign or "",
        rnokpp=person.rnokpp or "",
        record_number=person.record_number or "",
        passport=person.passport or "",
        previous_surnames=(person.name.previous,) if person.name.previous else (),
    )


def _relative(relative: PlannedRelative) -> RelativeDraft:
    return RelativeDraft(
        person=PersonDraft(
            relative.name.surname, relative.name.given, relative.name.patronymic, address=relative.address or ""
        ),
        relation=relative.relation,
        relation_typed=relative.relation_text,
        phones=tuple(
            PhoneDraft.of(phone) for phone in relative.phones
        ),
    )


def _known(case: PlannedCase) -> dict[str, Answer]:
    """What the row shows to be done without saying so: a number in the register means that the police were told."""
    told = {"LEG-01": Answer(StepState.DONE), "LEG-02": Answer(StepState.TO_CHECK)} if case.erdr else {}
    return {_DUPLICATE_CHECK: _UNIQUE, **told}


def _references(case: PlannedCase) -> dict[str, str]:
    numbers = {"ERDR": case.erdr, "NOTICE": case.notice_number}
    return {kind: number for kind, number in numbers.items() if number}


def _answer(planned: PlannedAnswer) -> Answer:
    state, outcome = _ANSWERS[planned.state]
    return Answer(state, planned.day, outcome)


def _contacts(last: PartialDate | None) -> tuple[ContactDraft, ...]:
    return (ContactDraft(last.first, "other"),) if last else ()
