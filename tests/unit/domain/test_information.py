"""Signs of life, contradictions and evidence: what the rules make of graded items."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import katottg, pseudonym
from app.domain.contradiction import Reason, contradictions
from app.domain.evidence import parse_need
from app.domain.grading import Grade, parse
from app.domain.information import LIFE, Claim, EventKind, days_since, last_sign, proves_life
from app.domain.katottg import NotKatottg
from app.domain.ledger_evidence import evidence, unrelated
from app.domain.partial_date import PartialDate, of_day

DONETSK, LUHANSK = "UA14000000000091971", "UA44000000000018893"
CONFIRMING = frozenset({"NIB_OFFICIAL", "ICRC_OFFICIAL", "POW_LETTER"})


def claim(kind: EventKind, grade: str = "C3", starts: str = "", **more: object) -> Claim:
    known = parse(grade)
    assert known is not None
    day = of_day(date.fromisoformat(starts)) if starts else None
    return replace(Claim(uuid4(), kind, known, day), **more)


def reasons(*claims: Claim) -> list[tuple[Reason, ...]]:
    return [found.reasons for found in contradictions(claims, CONFIRMING)]


@pytest.mark.parametrize(
    ("kind", "grade", "proves"),
    [
        (EventKind.LETTER, "A2", True),
        (EventKind.VIDEO, "C3", True),
        (EventKind.VIDEO, "D3", False),
        (EventKind.CALL, "C4", False),
        (EventKind.CALL, "F6", False),
        (EventKind.LISTED, "A1", False),
        (EventKind.BODY, "A1", False),
        (EventKind.NOT_CONFIRMED, "A1", False),
        (EventKind.DISAPPEARANCE, "A1", False),
    ],
)
def test_a_sign_of_life_is_such_an_event_of_c3_or_better(kind, grade, proves):
    known = parse(grade)
    assert known is not None
    assert proves_life(kind, known) is proves


def test_days_run_from_the_latest_day_that_is_sure():
    june, may = PartialDate(2026, 6), of_day(date(2026, 5, 30))
    assert last_sign([may, june]) == june
    assert days_since(june, date(2026, 6, 11)) == 10
    assert last_sign([]) is None
    first = of_day(date(2026, 6, 1))
    assert last_sign([june, first]) == first


DAYS = st.dates(date(2014, 3, 1), date(2030, 1, 1))
PARTIAL = st.one_of(
    DAYS.map(of_day),
    DAYS.map(lambda day: PartialDate(day.year, day.month)),
    DAYS.map(lambda day: PartialDate(day.year)),
    DAYS.map(lambda day: PartialDate(day.year, day.month, day.day, about=True)),
)


@given(st.lists(PARTIAL, min_size=1), DAYS, PARTIAL)
def test_a_further_sign_never_lengthens_the_wait_and_none_is_negative(signs, today, more):
    before, after = last_sign(signs), last_sign([*signs, more])
    assert before is not None
    assert after is not None
    assert 0 <= days_since(after, today) <= days_since(before, today)
    if today >= after.first:
        assert after.first + timedelta(days=days_since(after, today)) == today


CLAIMS = st.builds(
    Claim,
    key=st.uuids(),
    kind=st.sampled_from(EventKind),
    grade=st.builds(Grade, st.sampled_from("ABCDEF"), st.integers(1, 6)),
    starts=st.none() | PARTIAL,
    ends=st.none() | PARTIAL,
    received=st.none() | DAYS,
    oblast=st.sampled_from(("", DONETSK, LUHANSK)),
    katottg=st.sampled_from(("", "UA14120000000012345", "UA14140000000054321")),
    abroad=st.booleans(),
    source_type=st.sampled_from(("NIB_OFFICIAL", "RETURNEE", "FAMILY")),
    source=st.sampled_from(("", "R-2026-0001", "R-2026-0002")),
)


@given(CLAIMS, CLAIMS)
def test_two_items_disagree_whichever_is_named_first(one, other):
    forth, back = contradictions([one, other], CONFIRMING), contradictions([other, one], CONFIRMING)
    assert [set(found.reasons) for found in forth] == [set(found.reasons) for found in back]


@given(CLAIMS)
def test_an_item_never_disagrees_with_its_own_copy(one):
    copy = replace(one, key=UUID(int=1))
    assert contradictions([one, copy], CONFIRMING) == ()


@given(st.lists(CLAIMS, max_size=6, unique_by=lambda one: one.key))
def test_a_further_item_takes_no_contradiction_away(claims):
    for many in range(len(claims)):
        assert set(contradictions(claims[:many], CONFIRMING)) <= set(contradictions(claims, CONFIRMING))


@given(CLAIMS, DAYS, st.integers(-2000, 2000))
def test_alive_and_dead_disagree_just_where_life_is_surely_later(dead, day, later):
    dead = replace(dead, kind=EventKind.BODY, starts=of_day(day), ends=None)
    seen = of_day(day + timedelta(days=later))
    alive = replace(dead, key=uuid4(), kind=EventKind.SEEN, starts=seen)
    assert (Reason.ALIVE_AND_DEAD,) in reasons(dead, alive) or later <= 0
    assert reasons(dead, alive) == [] or later > 0


def test_alive_after_a_body_was_found_cannot_be():
    body = claim(EventKind.BODY, starts="2026-06-01")
    assert reasons(body, claim(EventKind.SEEN, starts="2026-06-02")) == [(Reason.ALIVE_AND_DEAD,)]
    assert reasons(body, claim(EventKind.SEEN, starts="2026-06-01")) == []
    assert reasons(body, claim(EventKind.LISTED, received=date(2026, 7, 1))) == [(Reason.ALIVE_AND_DEAD,)]
    doubtful = replace(body, starts=PartialDate(2026, 6, 1, about=True))
    assert reasons(doubtful, claim(EventKind.SEEN, starts="2026-06-20")) == []


def test_what_happens_once_has_one_day_and_one_place():
    june, july = claim(EventKind.CAPTURE, starts="2026-06-01"), claim(EventKind.CAPTURE, starts="2026-07-01")
    assert reasons(june, july) == [(Reason.DATES,)]
    assert reasons(june, replace(july, starts=PartialDate(2026))) == []
    here, there = replace(june, oblast=DONETSK), replace(june, key=uuid4(), oblast=LUHANSK)
    assert reasons(here, there) == [(Reason.PLACES,)]
    assert reasons(here, replace(there, oblast="", abroad=True)) == [(Reason.PLACES,)]
    assert reasons(here, replace(there, oblast="")) == []
    one, other = replace(june, katottg="UA14120000000012345"), replace(july, katottg="UA14140000000054321")
    assert reasons(one, other) == [(Reason.DATES, Reason.PLACES)]


def test_a_man_may_be_seen_at_two_places_but_not_on_one_day():
    here = claim(EventKind.SEEN, starts="2026-06-01", oblast=DONETSK)
    there = claim(EventKind.SEEN, starts="2026-06-01", oblast=LUHANSK)
    assert reasons(here, there) == [(Reason.PLACES,)]
    assert reasons(here, replace(there, starts=of_day(date(2026, 6, 2)))) == []


def test_a_confirmation_is_doubted_by_a_later_answer_only():
    letter = claim(EventKind.LETTER, "A2", "2026-05-01", source_type="POW_LETTER")
    no = claim(EventKind.NOT_CONFIRMED, "A1", "2026-06-01", source_type="NIB_OFFICIAL")
    assert reasons(letter, no) == [(Reason.CAPTIVITY,)]
    assert reasons(letter, replace(no, starts=of_day(date(2026, 4, 1)))) == []
    assert reasons(replace(letter, source_type="RU_LIST"), no) == []


MISSING_TO_CAPTIVE = parse_need("info_item grade C3 or better")
CONFIRMED = parse_need("D-NIB or D-ICRC")


def test_two_unrelated_items_of_c3_allow_captivity_and_one_does_not():
    seen = claim(EventKind.SEEN, "B3", source_type="RETURNEE", source="R-2026-0001")
    assert not MISSING_TO_CAPTIVE.met_by(evidence([seen], CONFIRMING))
    again = replace(seen, key=uuid4())
    assert not MISSING_TO_CAPTIVE.met_by(evidence([seen, again], CONFIRMING))
    second = replace(again, source="R-2026-0002", grade=Grade("C", 2))
    assert evidence([seen, second], CONFIRMING) == ("info_item", "info_item grade C3")
    assert not MISSING_TO_CAPTIVE.met_by(evidence([seen, replace(second, grade=Grade("C", 4))], CONFIRMING))
    assert not MISSING_TO_CAPTIVE.met_by(evidence([seen, replace(second, kind=EventKind.LAST_CONTACT)], CONFIRMING))


def test_captivity_is_confirmed_by_a_confirming_source_alone():
    order = claim(EventKind.CAPTURE, "B2", source_type="UNIT_ORDER")
    comrade = claim(EventKind.CAPTURE, "C3", source_type="COMRADE")
    assert not CONFIRMED.met_by(evidence([order, comrade], CONFIRMING))
    letter = claim(EventKind.LETTER, "A2", source_type="POW_LETTER")
    assert CONFIRMED.met_by(evidence([letter], CONFIRMING))
    assert not CONFIRMED.met_by(evidence([letter], frozenset()))
    assert not CONFIRMED.met_by(evidence([replace(letter, grade=Grade("E", 5))], CONFIRMING))
    assert not CONFIRMED.met_by(evidence([replace(letter, kind=EventKind.LAST_CONTACT)], CONFIRMING))


def test_an_answer_that_does_not_confirm_is_an_item_and_never_a_confirmation():
    no = claim(EventKind.NOT_CONFIRMED, "A1", source_type="NIB_OFFICIAL")
    assert evidence([no], CONFIRMING) == ("info_item", "D-NIB negative")


def test_unnamed_sources_of_one_type_may_be_the_same_person():
    one = claim(EventKind.SEEN, source_type="COMRADE")
    assert not unrelated(one, replace(one, key=uuid4()))
    assert unrelated(one, replace(one, source_type="OSINT"))
    assert not unrelated(replace(one, source="Сусід"), replace(one, source_type="FAMILY", source="сусід"))


def test_a_code_of_a_place_is_read_and_a_wrong_one_refused():
    assert katottg.read(" ua14000000000091971 ") == DONETSK
    assert katottg.read("UА14000000000091971") == DONETSK
    for wrong in ("", "UA1400000000009197", "14000000000091971", "UA1400000000009197O"):
        with pytest.raises(NotKatottg):
            katottg.read(wrong)
    assert not katottg.apart(DONETSK, "UA14120000000012345")
    assert katottg.apart(DONETSK, LUHANSK)
    assert not katottg.apart("", DONETSK)


def test_pseudonyms_go_on_from_the_highest_of_the_year():
    assert pseudonym.read("р-2026-0412") == "R-2026-0412"
    assert pseudonym.read("Іваненко") is None
    assert pseudonym.following(["R-2025-0900", "R-2026-0412", "Сусід"], 2026) == "R-2026-0413"
    assert pseudonym.following([], 2026) == "R-2026-0001"


def test_only_the_living_have_such_events():
    assert not LIFE & {EventKind.DEATH, EventKind.BODY, EventKind.LISTED, EventKind.NOT_CONFIRMED}
