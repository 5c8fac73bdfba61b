"""What one named person may read on paper: the record narrowed by audience, ledger, consent and kin."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from app.domain.deadline import Kind
from app.domain.errors import N_, UserError
from app.domain.fate import ALL_DEAD, ALL_RETURNED, HARD_NEWS, Fate
from app.domain.redaction import Audience, RedactionMatrix, Visibility
from app.domain.step import StepState, Track
from app.domain.text import Text
from app.domain.translit import transliterate
from app.paper.family_paper import Actor, FamilyPaper, Hotline, OfficialPaper, PaperStep, Reader
from app.paper.family_record import Confirmation, FamilyRecord, Relative, Servicemember, StepRow
from app.paper.hotlines import HotlineDef

HIMSELF = "himself"
"""The recipient who is the servicemember, after return."""

CONSENT_OF_OLD_FORM = frozenset({"full_name", "fate_status", "confirmations_official", "steps_own"})
"""What a general written consent «можна говорити з цією людиною про мене» names."""

_HOME = ALL_RETURNED | {Fate.FOUND_ALIVE}
_EVERY_FATE = frozenset(Fate)
_DONOR_STEPS = frozenset({"LEG-04", "LEG-06"})
_DEATH_PAPERS = frozenset({"D-DEATH-MED", "D-DEATH-CERT", "D-FALLEN-FAMILY", "D-DNA", "D-DNA-PRELIM"})
_OFFICE_FORMS = frozenset({"D-CONSENT"})
_OUR_BODIES = frozenset({"OFFICE", "CASEWORKER", "PSYCHOLOGIST", "LAWYER", "NGO"})
_UNDONE = frozenset({StepState.NOT_NEEDED, StepState.NOT_EXECUTABLE, StepState.OBSOLETE})
_BEFORE_ALL = date.min
_AFTER_ALL = date.max


class NoRecipient(UserError):
    """Nobody in the case can be given a paper."""

    what = N_("Case {number} has no such person to print for.")
    todo = N_("Enter a relative, or choose another recipient.")


class NoConsent(UserError):
    """After return the servicemember alone decides who hears anything."""

    what = N_("The servicemember is back, and no consent to tell this relative is recorded.")
    todo = N_("Record the consent, or print the servicemember's own paper.")


class NewsNotTold(UserError):
    """What this person was last told is no longer true, and paper must not be the one to say so."""

    what = N_("This person was last told something that is no longer so.")
    todo = N_("Speak with this person first and record it, then print.")


class PaperUnsafe(UserError):
    """A paper at this person's home could do harm."""

    what = N_("For this person a paper is marked as unsafe.")
    todo = N_("Speak in person, or change the contact rules of this relative.")


@dataclass(frozen=True, slots=True)
class _View:
    """How one recipient looks at the record."""

    record: FamilyRecord
    matrix: RedactionMatrix
    recipient: str
    relative: Relative | None
    audience: Audience
    fate: Fate | None
    told_on: date | None
    needs_consent: bool

    def shows(self, field: str) -> bool:
        """Whether redaction.yaml, and a consent where one is needed, give this recipient the whole field."""
        consented = self.relative is not None and field in self.relative.consents
        if self.audience is Audience.FAMILY_OTHER and consented:
            return self.matrix.visibility(field, Audience.FAMILY_AUTHORISED) is Visibility.FULL
        whole = self.matrix.visibility(field, self.audience) is Visibility.FULL
        return whole and (consented or not self.needs_consent)


def default_recipient(record: FamilyRecord) -> str:
    """The servicemember after return, otherwise the primary contact, otherwise the first relative; NoRecipient."""
    if _current(record) in ALL_RETURNED:
        return HIMSELF
    ranked = sorted(record.relatives, key=lambda relative: not relative.primary)
    if not ranked:
        raise NoRecipient(number=record.number)
    return ranked[0].uid


def family_facts(
    record: FamilyRecord, recipient: str, matrix: RedactionMatrix, hotlines: tuple[HotlineDef, ...], today: date
) -> FamilyPaper:
    """Everything that may stand on the paper of `recipient` (a relative's uid, or HIMSELF) and nothing else.

    The paper follows the ledger of what this person was told, never the newest row: while a death or an
    identification is untold, the last told fate stands, or the last fate before that news. Raises NoRecipient,
    NoConsent, NewsNotTold or PaperUnsafe.
    """
    view = _view(record if recipient == HIMSELF else record.known_to(recipient), recipient, matrix)
    person, steps = record.person, _steps(view, today)
    named = view.shows("full_name")
    known = view.fate if view.shows("fate_status") else None
    source = _source(view, known)
    untold = Fate.MISSING if view.shows("fate_status") else None
    return FamilyPaper(
        number=record.number,
        day=today,
        training=record.training,
        reader=_reader(view),
        to=_name(view.relative or person),
        to_first=_first(view.relative or person),
        vocative=(view.relative or person).vocative,
        about=_name(person) if named else None,
        about_first=_first(person) if named else None,
        sex=person.sex,
        civilian=person.civilian,
        fate=known,
        told_on=view.told_on if known else None,
        source=source[0],
        source_on=source[1],
        papers=_papers(view, known, source),
        police_case=record.columns.get("erdr_number", "") if known and view.shows("erdr_number") else "",
        done=_latest(step for step in steps if step.state is StepState.DONE),
        ahead=tuple(step for step in steps if step.state is not StepState.DONE),
        lists_steps=view.shows("steps_own") and (view.relative is None or view.relative.primary or bool(steps)),
        office=record.office,
        caseworker=Text(record.caseworker, transliterate(record.caseworker)),
        call_by=_promise((view.relative or person).call_by, today),
        hotlines=tuple(
            Hotline(line.name, line.number)
            for line in hotlines
            if (known or untold) in line.fates or line.fates == _EVERY_FATE
        ),
    )


def _view(record: FamilyRecord, recipient: str, matrix: RedactionMatrix) -> _View:
    current = _current(record)
    if recipient == HIMSELF:
        if current not in _HOME:
            raise NoRecipient(number=record.number)
        return _View(record, matrix, HIMSELF, None, Audience.RETURNEE_SELF, current, None, needs_consent=False)
    relative = next((one for one in record.relatives if one.uid == recipient), None)
    if relative is None:
        raise NoRecipient(number=record.number)
    if not relative.paper_safe:
        raise PaperUnsafe
    fate, told_on = _last_told(record, relative)
    back = current in ALL_RETURNED or fate in ALL_RETURNED
    if back and "fate_status" not in relative.consents:
        raise NoConsent
    if relative.told and not _still_true(fate, current):
        raise NewsNotTold
    audience = Audience.FAMILY_AUTHORISED if relative.authorised else Audience.FAMILY_OTHER
    return _View(record, matrix, recipient, relative, audience, fate, told_on, needs_consent=back)


def _reader(view: _View) -> Reader:
    if view.relative is None:
        return Reader.HIMSELF
    return Reader.OTHER if not view.shows("fate_status") else Reader.FAMILY


def _current(record: FamilyRecord) -> Fate | None:
    """The newest fate; CLOSED is the office's word and changes nothing about the person."""
    return next((event.fate for event in reversed(record.fates) if event.fate is not Fate.CLOSED), None)


def _last_told(record: FamilyRecord, relative: Relative) -> tuple[Fate | None, date | None]:
    told = sorted(
        (row for row in relative.told if row.fate is not Fate.CLOSED), key=lambda row: row.on or _BEFORE_ALL
    )
    if told:
        return told[-1].fate, told[-1].on
    soft = [event.fate for event in record.fates if event.fate not in HARD_NEWS | {Fate.CLOSED}]
    return (soft[-1] if soft else None), None


def _still_true(told: Fate | None, current: Fate | None) -> bool:
    """Whether the last told fate may stand: away stays away, home home, dead dead; untold hard news never shows."""
    if told is None or current is None:
        return True
    if told in ALL_DEAD:
        return current in ALL_DEAD
    if current in HARD_NEWS:
        return True
    return (told in _HOME) == (current in _HOME) and told not in HARD_NEWS


def _source(view: _View, known: Fate | None) -> tuple[str, date | None]:
    """The document that first says what this person was told, and its day."""
    if known is None or not view.shows("confirmations_official"):
        return "", None
    events = [(event.document, event.on) for event in view.record.fates if event.fate is known]
    papers = [(paper.document, paper.on) for paper in view.record.confirmations if paper.fate is known]
    dated = [(document, on) for document, on in chain(reversed(events), papers) if document and on]
    return dated[0] if dated else ("", None)


def _papers(view: _View, known: Fate | None, source: tuple[str, date | None]) -> tuple[OfficialPaper, ...]:
    """Official papers that confirm only what this person was told."""
    if known is None or not view.shows("confirmations_official"):
        return ()
    heard = {known} | ({row.fate for row in view.relative.told} if view.relative else _EVERY_FATE)
    if known not in HARD_NEWS:
        heard -= HARD_NEWS

    def fits(paper: Confirmation) -> bool:
        hard = paper.document in _DEATH_PAPERS and known not in HARD_NEWS
        return paper.fate in heard and not hard and (paper.document, paper.on) != source

    found = [paper for paper in view.record.confirmations if fits(paper)]
    found.sort(key=lambda paper: paper.on or _AFTER_ALL)
    return tuple(OfficialPaper(paper.title, paper.issuer, paper.on) for paper in found)


def _steps(view: _View, today: date) -> tuple[PaperStep, ...]:
    if not (view.shows("steps_own") and view.shows("fate_status")):
        return ()
    untold = {event.fate for event in view.record.fates if event.fate in HARD_NEWS}
    untold -= {row.fate for row in view.relative.told} if view.relative else set()
    stands = (replace(step, state=StepState.OPEN) if _hints(step, untold) else step for step in view.record.steps)
    seen = [step for step in stands if step.opened_by not in untold and _reaches(view, step)]
    seen.sort(key=lambda step: (step.kind is not Kind.STATUTORY, step.due or step.since or _AFTER_ALL))
    return tuple(_paper_step(view, step, today) for step in seen)


def _hints(step: StepRow, untold: set[Fate]) -> bool:
    """Whether leaving a step out would tell of news that nobody told yet: it went only because of them."""
    return bool(untold) and step.state is StepState.OBSOLETE


def _reaches(view: _View, step: StepRow) -> bool:
    if step.track is Track.OFFICE or step.prints not in {"family", "summary"} or step.state in _UNDONE:
        return False
    if view.needs_consent and step.sensitivity > 2:
        return False
    fates = {view.fate} if view.fate else _EVERY_FATE
    return fates <= step.applies_to and _concerns(view, step)


def _concerns(view: _View, step: StepRow) -> bool:
    """A step of a named person is that person's alone; the others are the primary contact's, or his own."""
    if step.concerns is not None:
        return step.concerns == view.recipient
    if view.relative is None:
        return True
    sample_of_another = step.id in _DONOR_STEPS and step.state is StepState.DONE
    return view.relative.primary and not sample_of_another


def _paper_step(view: _View, step: StepRow, today: date) -> PaperStep:
    full = step.prints == "family"
    ours = step.body_code in _OUR_BODIES
    waits = step.state is StepState.WAITING or (step.kind is Kind.BODY_TERM and step.due is not None)
    theirs = waits or (step.kind is Kind.USUAL and not step.documents and not ours)
    return PaperStep(
        title=step.title,
        state=step.state,
        since=step.since,
        kind=step.kind if full and step.due else Kind.NONE,
        due=step.due if full else None,
        past=step.due is not None and step.due < today,
        actor=Actor.BODY if theirs else Actor.WE if ours or not step.documents else Actor.YOU,
        body=step.body if full and not ours else None,
        bring=tuple(paper.name for paper in step.documents if full and _carries(view, paper.code)),
        full=full,
    )


def _latest(done: Iterable[PaperStep]) -> tuple[PaperStep, ...]:
    """Each done step once, with its latest day: a monthly check does not fill a page."""
    last = {step.title: step for step in sorted(done, key=lambda step: step.since or _BEFORE_ALL)}
    return tuple(sorted(last.values(), key=lambda step: step.since or _AFTER_ALL))


def _carries(view: _View, code: str) -> bool:
    """Whether this person brings such a document: only a spouse the marriage certificate, only family proof of kin."""
    if code in _DEATH_PAPERS and view.fate not in ALL_DEAD:
        return False
    if code == "D-KIN":
        return view.relative is not None
    if code == "D-MARRIAGE":
        return view.relative is not None and view.relative.relation == "spouse"
    return code not in _OFFICE_FORMS


def _promise(call_by: date | None, today: date) -> date | None:
    return call_by if call_by and call_by >= today else None


def _name(who: Servicemember | Relative) -> Text:
    given, surname = _latin(who)
    return Text(f"{who.given} {who.surname}".strip(), f"{given} {surname}".strip())


def _first(who: Servicemember | Relative) -> Text:
    given, surname = _latin(who)
    return Text(who.given or who.surname, given or surname)


def _latin(who: Servicemember | Relative) -> tuple[str, str]:
    return who.given_lat or transliterate(who.given), who.surname_lat or transliterate(who.surname)
