"""The ledger: items are written, weighed, passed on and kept from whom they do not concern."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.access.access import Access, NotYourCase
from app.cases.draft import CaseDraft
from app.documents.intake import Pasted
from app.domain.contradiction import Reason
from app.domain.day_to_come import DayToCome
from app.domain.information import EventKind, Precision
from app.domain.katottg import NotKatottg
from app.domain.partial_date import PartialDate
from app.domain.pseudonym import ReturneeNamed
from app.domain.role import Role, rights
from app.information.custody import HandDraft, NoHand, Proof, ProofOfAnotherCase
from app.information.items import (
    AnotherOblast,
    Credibility,
    EndsBeforeItStarts,
    ItemDraft,
    NoSuchOblast,
    NoSuchSource,
    NothingTold,
    ReceivedTooEarly,
    Reliability,
)
from app.information.passing import ItemOfAnotherCase, NoSuchBody, PassDraft, PassedTooEarly
from app.information.service import Information
from app.records.shape import TextTooLong
from app.services import Services
from db.models.base import new_uid
from db.models.case_file import Episode
from db.models.document_file import DocumentFile
from db.refusals import StaleEdit
from tests.unit.documents.made import picture, saved

DONETSK = "UA14000000000091971"
SEEN = ItemDraft(
    EventKind.SEEN, "бачив у червні, був поранений у руку", "RETURNEE", Reliability.B, Credibility.POSSIBLE,
    starts=PartialDate(2026, 6), received=date(2026, 9, 1), place="Горлівка", oblast=DONETSK,
    precision=Precision.SETTLEMENT, source="R-2026-0007", protected=True, obtained_by="Коваль О.",
)  # fmt: skip


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


@pytest.fixture
def ledger(services: Services) -> Information:
    return services.record.information


def test_an_item_is_read_as_it_was_written(ledger: Information, case: UUID) -> None:
    ledger.add(case, SEEN)
    (row,) = ledger.ledger(case)
    assert row.says == SEEN
    assert (row.life, row.against, row.passed, row.hands) == (True, (), (), ())


def test_a_code_and_a_pseudonym_are_kept_as_they_are_written(ledger: Information, case: UUID) -> None:
    ledger.add(case, replace(SEEN, katottg=" ua14 00000000 0091971", source="р-2026-0007 "))
    (row,) = ledger.ledger(case)
    assert (row.says.katottg, row.says.source) == (DONETSK, "R-2026-0007")
    ledger.edit(row.kept, replace(row.says, source=" r-2026-0008"))
    assert ledger.ledger(case)[0].says.source == "R-2026-0008"


def test_the_newest_event_stands_on_top(ledger: Information, case: UUID) -> None:
    days = (PartialDate(2026, 6, 10), None, PartialDate(2026, 7), PartialDate(2025))
    for day in days:
        ledger.add(case, replace(SEEN, starts=day, received=date(2026, 11, 1)))
    assert [row.says.starts for row in ledger.ledger(case)] == [days[1], days[2], days[0], days[3]]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"text": "  "}, NothingTold),
        ({"starts": PartialDate(2027)}, DayToCome),
        ({"starts": None, "ends": PartialDate(2026, 12)}, DayToCome),
        ({"received": date(2026, 11, 24)}, DayToCome),
        ({"ends": PartialDate(2026, 5, 31)}, EndsBeforeItStarts),
        ({"received": date(2026, 5, 31)}, ReceivedTooEarly),
        ({"source_type": "RUMOUR"}, NoSuchSource),
        ({"oblast": "UA99000000000000000"}, NoSuchOblast),
        ({"katottg": "UA14"}, NotKatottg),
        ({"katottg": "UA44000000000018893"}, AnotherOblast),
        ({"source": "Іваненко Іван"}, ReturneeNamed),
        ({"source": ""}, ReturneeNamed),
        ({"text": "ї" * 5_000_000}, TextTooLong),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(ledger: Information, case: UUID, wrong, refusal) -> None:
    with pytest.raises(refusal):
        ledger.add(case, replace(SEEN, **wrong))
    assert ledger.ledger(case) == ()
    ledger.add(case, SEEN)
    (row,) = ledger.ledger(case)
    with pytest.raises(refusal):
        ledger.edit(row.kept, replace(SEEN, **wrong))
    assert ledger.ledger(case)[0].says == SEEN


def test_about_a_day_may_lie_beside_the_receipt(ledger: Information, case: UUID) -> None:
    ledger.add(case, replace(SEEN, starts=PartialDate(2026, 9, 2, about=True)))
    assert len(ledger.ledger(case)) == 1


def test_a_refused_name_comes_with_the_pseudonym_that_is_free(
    services: Services, ledger: Information, case: UUID, missing: CaseDraft
) -> None:
    other, _ = services.cases.open(replace(missing, person=replace(missing.person, rnokpp="")))
    ledger.add(other, replace(SEEN, source="R-2026-0412"))
    with pytest.raises(ReturneeNamed) as refused:
        ledger.add(case, replace(SEEN, source="Іваненко"))
    assert refused.value.facts == {"next": "R-2026-0413"}
    assert ledger.next_pseudonym() == "R-2026-0413"
    ledger.remove(ledger.ledger(other)[0].uid)
    assert ledger.next_pseudonym() == "R-2026-0413", "a pseudonym once given is nobody else's"


def test_another_source_may_have_a_name(ledger: Information, case: UUID) -> None:
    ledger.add(case, replace(SEEN, source_type="COMRADE", source="сусід по позиції"))
    assert ledger.ledger(case)[0].says.source == "сусід по позиції"


def test_items_that_disagree_are_found_from_both_sides(ledger: Information, case: UUID) -> None:
    ledger.add(case, SEEN)
    body = replace(SEEN, kind=EventKind.BODY, starts=PartialDate(2026, 5, 2), source_type="DNA", source="")
    ledger.add(case, body)
    seen, dead = ledger.ledger(case)
    assert seen.against == dead.against
    assert seen.against[0].reasons == (Reason.ALIVE_AND_DEAD,)
    ledger.remove(dead.uid)
    assert ledger.ledger(case)[0].against == ()


def test_evidence_is_what_stands_in_the_ledger(ledger: Information, case: UUID) -> None:
    assert ledger.evidence(case) == ()
    ledger.add(case, SEEN)
    ledger.add(case, replace(SEEN, source="R-2026-0008"))
    assert ledger.evidence(case) == ("info_item", "info_item grade B3")
    ledger.remove(ledger.ledger(case)[0].uid)
    assert ledger.evidence(case) == ("info_item",)
    ledger.add(case, replace(SEEN, kind=EventKind.LETTER, source_type="POW_LETTER", source=""))
    assert "D-LETTER" in ledger.evidence(case)


def test_an_item_is_passed_on_to_a_body(services: Services, ledger: Information, case: UUID) -> None:
    ledger.add(case, SEEN)
    (row,) = ledger.ledger(case)
    passed = PassDraft(row.uid, "KSHPPV", date(2026, 9, 2), "вих. 12")
    ledger.passes.add(case, passed)
    assert [one.says for one in ledger.ledger(case)[0].passed] == [passed]
    for wrong, refusal in (
        ({"body": "KGB"}, NoSuchBody),
        ({"on": date(2026, 8, 31)}, PassedTooEarly),
        ({"on": services.clock.today() + timedelta(days=1)}, DayToCome),
        ({"item_uid": uuid4()}, ItemOfAnotherCase),
    ):
        with pytest.raises(refusal):
            ledger.passes.add(case, replace(passed, **wrong))
    ledger.remove(row.uid)
    with pytest.raises(ItemOfAnotherCase):
        ledger.passes.add(case, passed)


def test_what_belongs_to_an_item_comes_back_with_it(services: Services, ledger: Information, case: UUID) -> None:
    ledger.add(case, SEEN)
    ledger.passes.add(case, PassDraft(ledger.ledger(case)[0].uid, "NIB", date(2026, 9, 2)))
    before, mark = ledger.ledger(case), services.undo.mark()
    ledger.remove(before[0].uid)
    with pytest.raises(StaleEdit):
        ledger.remove(before[0].uid)
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)
    assert ledger.ledger(case) == before


def test_a_colleague_whose_case_it_is_not_reads_nothing(services: Services, ledger: Information, case: UUID) -> None:
    ledger.add(case, SEEN)
    (row,) = ledger.ledger(case)
    nobody = Access("Ірина", rights([Role.CASEWORKER]))
    stranger = replace(
        ledger, items=replace(ledger.items, access=nobody), passes=replace(ledger.passes, access=nobody),
        hands=replace(ledger.hands, access=nobody),
    )  # fmt: skip
    hand = HandDraft(row.uid, None, date(2026, 9, 1), "родина", "офіс")
    for deed in (
        lambda: stranger.ledger(case),
        lambda: stranger.evidence(case),
        lambda: stranger.check(case),
        lambda: stranger.add(case, SEEN),
        lambda: stranger.edit(row.kept, SEEN),
        lambda: stranger.remove(row.uid),
        lambda: stranger.hands.add(case, hand),
        lambda: stranger.passes.add(case, PassDraft(row.uid, "NIB", date(2026, 9, 2))),
    ):
        with pytest.raises(NotYourCase):
            deed()
    assert ledger.ledger(case) == (row,)


@pytest.fixture
def proof(services: Services, case: UUID) -> UUID:
    source = Pasted("letter.jpg", saved(picture()))
    return services.documents.add(case, [source]).documents[0]


def test_every_hand_keeps_the_hash_and_the_check_reads_the_original(
    ledger: Information, case: UUID, proof: UUID, services: Services
) -> None:
    ledger.add(case, SEEN)
    (row,) = ledger.ledger(case)
    first = HandDraft(row.uid, proof, date(2026, 9, 1), "дружина", "Коваль О.", "сейф офісу")
    ledger.hands.add(case, first)
    ledger.hands.add(case, replace(first, on=date(2026, 9, 3), from_whom="коваль о.", to_whom="НІБ"))
    (found,) = ledger.check(case)
    assert (found.found, found.gaps, len(found.sha256)) == (Proof.WHOLE, (), 64)
    hands = ledger.ledger(case)[0].hands
    assert [hand.says.sha256 for hand in hands] == [found.sha256] * 2
    ledger.hands.add(case, replace(first, on=date(2026, 9, 5), from_whom="слідчий", to_whom="суд"))
    (found,) = ledger.check(case)
    assert [hand.from_whom for hand in found.gaps] == ["слідчий"]


def test_a_proof_that_is_not_what_it_was_is_found(ledger, case, proof, services) -> None:
    ledger.add(case, SEEN)
    (row,) = ledger.ledger(case)
    ledger.hands.add(case, HandDraft(row.uid, proof, date(2026, 9, 1), "дружина", "офіс"))
    with services.vault.database.write("Олена") as session:
        files = {file.kind: file for file in session.query(DocumentFile)}
        other = {name: getattr(files["shown"], name) for name in ("file_id", "file_key", "size", "sha256")}
        session.delete(files["shown"])
        session.flush()
        for name, value in other.items():
            setattr(files["original"], name, value)
    assert [one.found for one in ledger.check(case)] == [Proof.ALTERED]
    for file in Path(services.vault.path / "documents").rglob("*"):
        if file.is_file():
            file.write_bytes(b"\0" * 200)
    assert [one.found for one in ledger.check(case)] == [Proof.DAMAGED]


def test_the_hash_of_a_hand_is_never_typed(ledger, case, proof) -> None:
    ledger.add(case, SEEN)
    (row,) = ledger.ledger(case)
    typed = HandDraft(row.uid, proof, date(2026, 9, 1), "дружина", "офіс", sha256="0" * 64)
    ledger.hands.add(case, typed)
    (hand,) = ledger.ledger(case)[0].hands
    assert hand.says.sha256 not in ("", typed.sha256)
    ledger.hands.edit(hand, replace(hand.says, to_whom="НІБ", sha256="0" * 64, document_uid=None))
    (after,) = ledger.ledger(case)[0].hands
    assert after.says == replace(hand.says, to_whom="НІБ")


def test_a_proof_without_its_file_says_so(ledger, case, proof, services) -> None:
    ledger.add(case, SEEN)
    (row,) = ledger.ledger(case)
    ledger.hands.add(case, HandDraft(row.uid, proof, date(2026, 9, 1), "дружина", "офіс"))
    with services.vault.database.write("Олена") as session:
        for file in session.query(DocumentFile):
            session.delete(file)
    assert [one.found for one in ledger.check(case)] == [Proof.NO_FILE]


def test_a_hand_says_who_has_it_and_what_it_is_of(ledger, case, proof, services, missing) -> None:
    ledger.add(case, SEEN)
    (row,) = ledger.ledger(case)
    thing = HandDraft(row.uid, None, date(2026, 9, 1), "дружина", "офіс")
    ledger.hands.add(case, thing)
    assert ledger.ledger(case)[0].hands[0].says == thing
    assert ledger.check(case) == ()
    other, _ = services.cases.open(replace(missing, person=replace(missing.person, rnokpp="")))
    ledger.add(other, SEEN)
    (foreign,) = ledger.ledger(other)
    for wrong, refusal in (
        ({"to_whom": " "}, NoHand),
        ({"on": date(2027, 1, 1)}, DayToCome),
        ({"item_uid": foreign.uid}, ItemOfAnotherCase),
        ({"document_uid": uuid4()}, ProofOfAnotherCase),
    ):
        with pytest.raises(refusal):
            ledger.hands.add(case, replace(thing, **wrong))
    with pytest.raises(ProofOfAnotherCase):
        ledger.hands.add(other, replace(thing, item_uid=foreign.uid, document_uid=proof))


def test_what_began_in_a_month_may_end_within_it(ledger: Information, case: UUID) -> None:
    ledger.add(case, replace(SEEN, ends=PartialDate(2026, 6, 10)))
    assert ledger.ledger(case)[0].says.ends == PartialDate(2026, 6, 10)


def test_what_belongs_to_an_earlier_episode_disagrees_with_nothing_of_a_later_one(services, ledger, case) -> None:
    capture = replace(SEEN, kind=EventKind.CAPTURE, starts=PartialDate(2026, 6, 1))
    ledger.add(case, capture)
    with services.vault.database.write("Олена") as session:
        session.add(Episode(uid=new_uid(), case_uid=case))
    assert ledger.evidence(case) == ()
    ledger.add(case, replace(capture, starts=PartialDate(2026, 8, 1)))
    assert ledger.evidence(case) == ("info_item",)
    assert [row.against for row in ledger.ledger(case)] == [(), ()]
    ledger.add(case, replace(capture, starts=PartialDate(2026, 8, 9)))
    assert [len(row.against) for row in ledger.ledger(case)] == [1, 1, 0]
