"""Branches in conflict are walled: no paper for one of the family holds a word of another branch."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.contacts.service import ContactDraft
from app.domain.errors import UserError
from app.domain.fate import Fate
from app.domain.kin import Fact, KinRole, PayWish
from app.domain.relation import Relation
from app.domain.text import Text
from app.domain.walls import Side
from app.kin.entries import FactDraft, RoleDraft, WishDraft
from app.paper.family_record import Confirmation
from app.people.family import RelativeDetails
from app.people.person import Correction
from app.people.phones import PhoneDraft
from tests.unit.paper.conftest import text_of

CANARY = re.compile(r"Zq\d+vX|\+38000\d{7}|\b38000\d{7}\b")
WIFE, MOTHER = "wife", "mother"


def test_a_paper_that_another_branch_brought_is_not_told(case, facts):
    title = Text("рішення для матері", "the mother’s decision")
    decision = Confirmation(Fate.MISSING, "D-COMM", title, brought_by=MOTHER)
    record = case(Fate.MISSING, confirmations=(decision,))
    assert [paper.title.uk for paper in facts(record, WIFE).papers] == ["рішення для матері"]
    parted = replace(record, sides=(Side(WIFE, "дружина"), Side(MOTHER, "мати")))
    assert facts(parted, WIFE).papers == ()
    assert [paper.title.uk for paper in facts(parted, MOTHER).papers] == ["рішення для матері"]


members = st.lists(
    st.tuples(st.sampled_from(["", "дружини", "матері"]), st.booleans()), min_size=2, max_size=4
)  # fmt: skip
quarrels = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=2)


def written(services, missing, family, fights):
    """A case whose every relative has canaries of her own in everything that can be written of her."""
    case = services.cases.open(replace(missing, relatives=()))[0]
    kin, canaries = services.record.kin, {}
    for place, (branch, cautious) in enumerate(family):
        words = [f"Zq{place}{number}vX" for number in range(9)]
        phone = f"+38000{place}11{place}22{place}"
        services.family.add(
            case,
            RelativeDetails(
                Correction(words[0], words[1], words[2]), Relation.PARENT, words[3], (PhoneDraft(phone),), words[4],
                "uk", words[5], cautious, branch=branch,
            ),
        )  # fmt: skip
        uid = services.cases.relatives(case)[-1].uid
        canaries[uid] = {*words, phone, phone.lstrip("+")}
        kin.roles.add(case, RoleDraft(uid, KinRole.PAY_RECIPIENT, share=2500, text=words[6]))
        kin.facts.add(case, FactDraft(uid, Fact.ALIMONY_FROM_HIM, source=words[7]))
        kin.wishes.add(case, WishDraft(PayWish.NAMES, uid, share=2500, source=words[8]))
        said = f"{words[6]} {words[7]}"
        services.contacts.log(
            ContactDraft(case, services.clock.today(), "phone", said, uid, date(2026, 12, 10 + place), words[8])
        )
        services.fates.tell(case, uid, Fate.MISSING, services.clock.today(), "in_person")
    uids = list(canaries)
    for one, other in fights:
        if one != other and max(one, other) < len(uids):
            kin.roles.add(case, RoleDraft(uids[one], KinRole.IN_CONFLICT_WITH, other_uid=uids[other]))
    return case, canaries


@settings(
    max_examples=8, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(family=members, fights=quarrels)
def test_no_paper_holds_a_word_about_another_of_the_family(services, missing, family, fights):
    case, canaries = written(services, missing, family, fights)
    printed = 0
    for uid, own in canaries.items():
        try:
            pdf = services.papers.family_paper(case, str(uid), ("uk", "en"))
        except UserError:
            continue
        heard = set(CANARY.findall(text_of(pdf))) | {one.decode() for one in re.findall(rb"Zq\d+vX", pdf)}
        assert heard <= own, heard - own
        printed += 1
    assert printed == len(canaries)


def test_a_visitor_of_a_parted_family_sees_her_own_page_alone(services, missing):
    case, canaries = written(services, missing, [("дружини", False), ("матері", False)], [])
    for uid, own in canaries.items():
        for language in ("uk", "en"):
            heard = set(CANARY.findall(text_of(services.papers.shown(case, str(uid), language))))
            assert heard
            assert heard <= own


def test_the_canaries_are_heard_where_they_may_be(services, missing):
    case, canaries = written(services, missing, [("", False)], [])
    (uid,) = canaries
    assert "Zq00vX" in text_of(services.papers.family_paper(case, str(uid), ("uk",)))


@pytest.mark.parametrize("branch", ["", "матері"])
def test_a_step_of_another_branch_is_not_on_the_paper(case, facts, step, branch):
    own, theirs = step("FIN-01", concerns=WIFE), step("FIN-01", concerns=MOTHER)
    record = case(Fate.MISSING, steps=(own, theirs), sides=(Side(WIFE, ""), Side(MOTHER, branch)))
    assert len(facts(record, WIFE).ahead) == 1
