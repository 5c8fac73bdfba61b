"""The proof of the family's paper: a canary sits in everything hidden, and none is ever heard."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from app.domain.deadline import Kind
from app.domain.errors import UserError
from app.domain.fate import HARD_NEWS, Fate
from app.domain.step import StepState, Track
from app.domain.text import Text
from app.paper.family_facts import CONSENT_OF_OLD_FORM, HIMSELF
from app.paper.family_paper import build
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

START = date(2026, 1, 1)
FATES = [fate for fate in Fate if fate is not Fate.CLOSED]
OPEN_COLUMNS = {"erdr_number"}
_PAPERS = st.sampled_from(["D-NIB", "D-DNA"])
_DAYS = st.integers(0, 300).map(lambda days: START + timedelta(days=days))


class Canaries:
    """Hands out unique words of Latin letters and digits, which no rule rewrites, and remembers what each is for."""

    def __init__(self):
        self.born = {}

    def __call__(self, what):
        word = f"Zq{len(self.born)}vX"
        self.born[word] = what
        return word

    def text(self, what):
        return Text(self(what + ".uk"), self(what + ".en"))


def heard(pdf):
    """Every canary that text or metadata of the PDF, or its raw bytes, hold."""
    reader = PdfReader(BytesIO(pdf))
    said = " ".join(page.extract_text() for page in reader.pages)
    said += str(dict(reader.metadata)) + str(reader.xmp_metadata)
    return set(re.findall(r"Zq\d+vX", said)) | {word.decode() for word in re.findall(rb"Zq\d+vX", pdf)}


@st.composite
def relatives(draw, canary, uid):
    told = draw(st.lists(st.builds(Told, st.sampled_from(FATES), _DAYS), max_size=3))
    return Relative(
        uid=uid,
        given=canary(f"{uid}.given"),
        surname=canary(f"{uid}.surname"),
        given_lat=canary(f"{uid}.given_lat"),
        surname_lat=canary(f"{uid}.surname_lat"),
        vocative=canary(f"{uid}.vocative"),
        relation=draw(st.sampled_from(["spouse", "parent", "sibling"])),
        authorised=draw(st.booleans()),
        primary=uid == "primary",
        consents=draw(st.sampled_from([frozenset(), CONSENT_OF_OLD_FORM, frozenset({"fate_status"})])),
        told=tuple(told),
        call_by=date(2026, 12, draw(st.integers(1, 28))),
    )


@st.composite
def steps(draw, canary, place):
    what = f"step{place}"
    return StepRow(
        id=canary(what + ".id"),
        track=draw(st.sampled_from(Track)),
        title=canary.text(what + ".title"),
        prints=draw(st.sampled_from(["family", "family", "summary", "never"])),
        sensitivity=draw(st.integers(1, 3)),
        applies_to=frozenset(draw(st.sets(st.sampled_from(FATES), min_size=1))),
        state=draw(st.sampled_from(StepState)),
        kind=draw(st.sampled_from(Kind)),
        due=draw(st.none() | _DAYS),
        since=draw(st.none() | _DAYS),
        body=canary.text(what + ".body"),
        body_code=draw(st.sampled_from(["POLICE", "OFFICE"])),
        documents=tuple(Bring(code, canary.text(what + code)) for code in ("D-PASSPORT", "D-DEATH-CERT")),
        concerns=draw(st.sampled_from([None, None, "primary", "other", HIMSELF])),
        opened_by=draw(st.none() | st.sampled_from(FATES)),
    )


@st.composite
def records(draw, redaction_fields):
    canary = Canaries()
    events = draw(st.lists(st.sampled_from(FATES), min_size=1, max_size=4))
    names = (canary(f"person.{name}") for name in ("given", "surname", "given_lat", "surname_lat", "vocative"))
    confirmed = draw(st.lists(st.none() | st.sampled_from(FATES), max_size=4))
    record = FamilyRecord(
        number="К-2026-000007",
        person=Servicemember(*names),
        fates=tuple(FateEvent(fate, canary("event.document"), draw(st.none() | _DAYS)) for fate in events),
        office=Office(Text("Офіс", "Office"), None, ("+380 00 000 00 01",)),
        relatives=(draw(relatives(canary, "primary")), draw(relatives(canary, "other"))),
        confirmations=tuple(
            Confirmation(fate, draw(_PAPERS), canary.text(f"paper.{place}"), None, draw(_DAYS))
            for place, fate in enumerate(confirmed)
        ),
        steps=tuple(draw(steps(canary, place)) for place in range(draw(st.integers(0, 6)))),
        columns={field: canary(f"column.{field}") for field in redaction_fields},
        caseworker="Оксана Коваль",
    )  # fmt: skip
    return record, canary


def allowed(record, recipient, told):
    """An oracle of its own: which words may be heard at most, when `told` is what the recipient was last told."""
    relative = next((one for one in record.relatives if one.uid == recipient), None)
    who = relative or record.person
    may = {who.given, who.surname, who.given_lat, who.surname_lat, who.vocative}
    if relative and not relative.authorised and not relative.consents:
        return may
    person = record.person
    may |= {person.given, person.surname, person.given_lat, person.surname_lat}
    may |= {record.columns[field] for field in OPEN_COLUMNS}
    knows = {row.fate for row in relative.told} | {told} if relative else set(Fate)
    for paper in record.confirmations:
        hard = paper.fate in HARD_NEWS or paper.document == "D-DNA"
        if paper.fate in knows and (told in HARD_NEWS or not hard):
            may |= {paper.title.uk, paper.title.en}
    untold = {event.fate for event in record.fates} & HARD_NEWS - knows
    for step in record.steps:
        hidden = step.prints == "never" or step.track is Track.OFFICE or step.opened_by in untold
        others = step.concerns not in {None, recipient} or (step.concerns is None and recipient == "other")
        if hidden or others or told not in step.applies_to:
            continue
        may |= {step.title.uk, step.title.en}
        if step.prints == "family":
            may |= {step.body.uk, step.body.en, step.documents[0].name.uk, step.documents[0].name.en}
            may |= {step.documents[1].name.uk, step.documents[1].name.en} if told in HARD_NEWS else set()
    return may


def last_told(record, recipient):
    real = [event.fate for event in record.fates]
    if recipient == HIMSELF:
        return real[-1]
    relative = next(one for one in record.relatives if one.uid == recipient)
    if relative.told:
        return max(enumerate(relative.told), key=lambda pair: (pair[1].on, pair[0]))[1].fate
    soft = [fate for fate in real if fate not in HARD_NEWS]
    return soft[-1] if soft else None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_no_hidden_word_reaches_a_family_paper(data, matrix, facts):
    record, canary = data.draw(records(sorted(matrix.fields)))
    for recipient in ("primary", "other", HIMSELF):
        try:
            paper = facts(record, recipient)
        except UserError:
            continue
        pdf = build(paper, ("uk", "en"))
        leaked = heard(pdf) - allowed(record, recipient, last_told(record, recipient))
        assert not {word: canary.born[word] for word in leaked}


def test_the_canaries_can_sing(case, facts):
    record = case(Fate.MISSING, columns={"erdr_number": "Zq1vX"})
    wife = replace(record.relatives[0], given="Zq2vX")
    assert heard(build(facts(replace(record, relatives=(wife,))), ("uk",))) == {"Zq1vX", "Zq2vX"}


def strings(value):
    """Every string inside a frozen value."""
    if isinstance(value, str) and type(value) is str:
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from strings(getattr(value, one.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)


@pytest.mark.parametrize("fate", FATES)
def test_the_papers_data_holds_nothing_that_is_not_for_the_recipient(case, facts, matrix, fate):
    canary = Canaries()
    record = case(fate, columns={field: canary(field) for field in matrix.fields - OPEN_COLUMNS})
    mother = Relative(uid=canary("uid"), given=canary("given"), surname=canary("surname"), vocative=canary("vocative"))
    record = replace(record, relatives=(record.relatives[0], mother))
    assert not set(strings(facts(record))) & set(canary.born)
