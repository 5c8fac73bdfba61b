"""A consent says who agreed to what; it can be withdrawn, proven unchanged, and what ended stops the package."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from app.access.access import Access, NotYourCase
from app.belonging import OfAnotherCase
from app.cases.draft import CaseDraft, FateDraft
from app.clock import FixedClock
from app.consents.draft import (
    ConsentChannel,
    ConsentDraft,
    ConsentRecord,
    GivenBy,
    RecipientKind,
    digest_of,
)
from app.consents.law import ukrainian_law
from app.consents.queries import consents, told_topics
from app.consents.refusals import (
    AlreadyEnded,
    EndsBeforeItBegins,
    GiverMissing,
    OnlyHimself,
    RecipientMissing,
    TopicsMissing,
)
from app.consents.stopping import DESPITE, ConsentStops
from app.domain.consent import Purpose, Standing, Topic
from app.domain.day_to_come import DayToCome
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.role import Role, rights
from app.exchange.office import keygen
from app.paper.consent_texts import consent_text, text_version
from app.paper.family_facts import NoConsent
from app.services import Services
from db.models.office import Disclosure
from tests.unit.conftest import MONDAY

TODAY = MONDAY.today()


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


@pytest.fixture
def wife(services: Services, case: UUID) -> UUID:
    return services.cases.relatives(case)[0].uid


@pytest.fixture
def to_office(wife: UUID) -> ConsentDraft:
    """Her yes to the package, for a month."""
    return ConsentDraft(
        Purpose.TRANSFER, GivenBy.RELATIVE, RecipientKind.COORDINATOR, ConsentChannel.PAPER,
        TODAY - timedelta(days=20), TODAY + timedelta(days=10), giver_uid=wife,
        topics=(Topic.NAME, Topic.STATUS), text_version="1", text="Ми передаємо справу…",
    )  # fmt: skip


def at(services: Services, day: date) -> Services:
    return Services.of(services.vault, FixedClock(MONDAY.now() + (day - TODAY)))


def test_a_consent_is_read_as_given_with_its_clock(services: Services, case: UUID, to_office: ConsentDraft) -> None:
    services.record.consents.add(case, to_office)
    (row,) = services.record.consents.rows(case)
    assert (row.says.topics, row.says.text) == (to_office.topics, to_office.text)
    assert (row.standing, row.left, row.warns) == (Standing.EXPIRING, 10, 30)
    (later,) = at(services, TODAY + timedelta(days=11)).record.consents.rows(case)
    assert later.standing is Standing.EXPIRED


CHANGED = {
    "text": "Ми передаємо справу…!", "recipient": "Координаційний штаб ", "topics": "full_name", "since": "2026-11-04",
    "channel": "email", "purpose": "photo", "withdrawn_how": "подзвонила сестра",
}  # fmt: skip


@pytest.mark.parametrize(("column", "new"), CHANGED.items())
def test_one_changed_character_shows(
    services: Services, case: UUID, to_office: ConsentDraft, column: str, new: str
) -> None:
    service = services.record.consents
    service.add(case, replace(to_office, recipient="Координаційний штаб"))
    (row,) = service.rows(case)
    service.withdraw(row.uid, TODAY, "подзвонила")
    assert service.verify(row.uid)
    with services.vault.database.write("хтось") as session:
        session.execute(text(f'UPDATE consent SET "{column}" = :new'), {"new": new})
    assert not service.verify(row.uid)


@given(st.text(max_size=40), st.text(max_size=40))
def test_other_words_have_another_digest(one: str, other: str) -> None:
    base = ConsentDraft(
        Purpose.MEDIA, GivenBy.HIMSELF, RecipientKind.MEDIA, ConsentChannel.SPOKEN, TODAY, recipient="Газета", text=one
    )
    case = UUID(int=7)
    assert (digest_of(case, base) == digest_of(case, replace(base, text=other))) == (one == other)
    assert digest_of(case, base) != digest_of(UUID(int=8), base)


def test_a_withdrawal_ends_it_once_and_keeps_what_was_agreed(
    services: Services, case: UUID, to_office: ConsentDraft
) -> None:
    service = services.record.consents
    service.add(case, to_office)
    (was,) = service.rows(case)
    with pytest.raises(DayToCome):
        service.withdraw(was.uid, TODAY + timedelta(days=1), "")
    service.withdraw(was.uid, TODAY, "сказала по телефону")
    (now,) = service.rows(case)
    assert (now.standing, now.says.digest, now.says.text) == (Standing.WITHDRAWN, was.says.digest, was.says.text)
    assert now.says.end_digest
    with pytest.raises(AlreadyEnded):
        service.withdraw(was.uid, TODAY, "ще раз")


def test_what_is_wrong_is_said_and_nothing_kept(
    services: Services, case: UUID, to_office: ConsentDraft, wife: UUID
) -> None:
    family = replace(
        to_office, purpose=Purpose.FAMILY_INFORMATION, given_by=GivenBy.HIMSELF, giver_uid=None,
        recipient_kind=RecipientKind.RELATIVE, relative_uid=wife,
    )  # fmt: skip
    wrong = {
        DayToCome: replace(to_office, since=TODAY + timedelta(days=1)),
        EndsBeforeItBegins: replace(to_office, until=to_office.since - timedelta(days=1)),
        GiverMissing: replace(to_office, giver_uid=None),
        OfAnotherCase: replace(to_office, giver_uid=uuid4()),
        RecipientMissing: replace(to_office, recipient_kind=RecipientKind.NGO),
        OnlyHimself: replace(family, given_by=GivenBy.RELATIVE, giver_uid=wife),
        TopicsMissing: replace(family, topics=()),
    }
    for refusal, draft in wrong.items():
        with pytest.raises(refusal):
            services.record.consents.add(case, draft)
    with pytest.raises(GiverMissing):
        services.record.consents.add(case, replace(to_office, basis="legal_task"))
    assert services.record.consents.rows(case) == ()


def test_he_who_is_back_opens_topics_to_one_relative_and_closes_them(
    services: Services, case: UUID, wife: UUID
) -> None:
    his = ConsentDraft(
        Purpose.FAMILY_INFORMATION, GivenBy.HIMSELF, RecipientKind.RELATIVE, ConsentChannel.SPOKEN,
        TODAY - timedelta(days=5), relative_uid=wife, topics=(Topic.NAME, Topic.STATUS),
    )  # fmt: skip
    services.record.consents.add(case, his)
    services.record.consents.add(case, replace(his, since=TODAY, refused=True, topics=(Topic.STATUS,)))
    with services.vault.database.read() as session:
        said = consents(session, case, Purpose.FAMILY_INFORMATION)
        assert told_topics(said, wife, TODAY - timedelta(days=1)) == {"full_name", "fate_status"}
        assert told_topics(said, wife, TODAY) == {"full_name"}
        assert told_topics(said, uuid4(), TODAY) == frozenset()


def test_consent_signed_when_the_case_was_opened_stands_on_the_relative(services: Services, missing: CaseDraft) -> None:
    draft = replace(missing, relatives=(replace(missing.relatives[0], consented=True),))
    case = services.cases.open(draft)[0]
    (row,) = services.record.consents.rows(case)
    assert (row.says.purpose, row.standing) == (Purpose.CASEWORK, Standing.GIVEN)
    assert services.record.consents.verify(row.uid)
    assert services.cases.relatives(case)[0].consent is Standing.GIVEN
    services.record.consents.withdraw(row.uid, TODAY, "")
    assert services.cases.relatives(case)[0].consent is Standing.WITHDRAWN


def test_what_ended_stops_the_package_and_an_override_is_kept(
    services: Services, case: UUID, to_office: ConsentDraft, tmp_path: Path
) -> None:
    services.record.consents.add(case, to_office)
    keys = keygen(tmp_path / "keys")
    services.exchange.export(keys.recipient, tmp_path)
    later = at(services, TODAY + timedelta(days=11))
    with pytest.raises(ConsentStops) as refused:
        later.exchange.export(keys.recipient, tmp_path)
    assert refused.value.facts["numbers"] == services.cases.view(case).number
    with pytest.raises(ConsentStops):
        later.exchange.export(keys.recipient, tmp_path, None, [case], despite="  ")
    later.exchange.export(keys.recipient, tmp_path, despite="загроза життю")
    with services.vault.database.read() as session:
        (kept,) = session.query(Disclosure).filter_by(kind=DESPITE)
        assert (kept.case_uid, kept.reason, kept.by) == (case, "загроза життю", "Олена")
        noticed = session.execute(text("SELECT count(*) FROM change WHERE col = :event"), {"event": f"@{DESPITE}"})
        assert noticed.scalar() == 1


def test_another_case_leaves_though_one_is_stopped(
    services: Services, case: UUID, to_office: ConsentDraft, missing: CaseDraft, tmp_path: Path
) -> None:
    services.record.consents.add(case, replace(to_office, refused=True, until=None))
    other = services.cases.open(replace(missing, relatives=()))[0]
    keys = keygen(tmp_path / "keys")
    assert services.exchange.export(keys.recipient, tmp_path, None, [other]).manifest.records == 1
    with pytest.raises(ConsentStops):
        services.exchange.export(keys.recipient, tmp_path)


def test_a_legal_basis_carries_what_a_consent_does_not(
    services: Services, case: UUID, to_office: ConsentDraft, tmp_path: Path
) -> None:
    services.record.consents.add(case, replace(to_office, refused=True, until=None))
    by_law = replace(to_office, given_by=GivenBy.LAW, giver_uid=None, basis="vital_interest", until=None)
    services.record.consents.add(case, by_law)
    keys = keygen(tmp_path / "keys")
    assert services.exchange.export(keys.recipient, tmp_path).manifest.records == 1


def test_a_colleague_whose_case_it_is_not_learns_nothing(
    services: Services, case: UUID, to_office: ConsentDraft
) -> None:
    services.record.consents.add(case, to_office)
    (row,) = services.record.consents.rows(case)
    keeping = replace(services.record.consents.keeping, access=Access("Ірина", rights([Role.CASEWORKER])))
    stranger = replace(services.record.consents, keeping=keeping)
    for deed in (
        lambda: stranger.rows(case),
        lambda: stranger.add(case, to_office),
        lambda: stranger.withdraw(row.uid, TODAY, ""),
        lambda: stranger.verify(row.uid),
    ):
        with pytest.raises(NotYourCase):
            deed()


def test_every_purpose_has_its_words_in_both_languages_and_a_version() -> None:
    for purpose in Purpose:
        told = {consent_text(purpose, language, recipient="X-9", topics="T-9") for language in ("uk", "en")}
        assert len(told) == 2
        assert not any("{" in words for words in told)
    assert text_version("uk")


def test_every_basis_names_its_law_and_how_sure_we_are() -> None:
    law = ukrainian_law()
    assert "consent" in law.bases
    assert all(one.law.uk and one.law.en and one.confidence for one in (*law.bases.values(), *law.terms.values()))
    assert all(one.unsure for one in law.terms.values() if one.confidence != "high")


def test_a_record_that_lost_its_digest_is_not_unchanged(case: UUID, to_office: ConsentDraft) -> None:
    bare = ConsentRecord(to_office.purpose, to_office.given_by, to_office.recipient_kind, to_office.channel, TODAY)
    assert not bare.unchanged(case)
    assert bare.sealed(case).unchanged(case)


def test_a_family_paper_after_return_needs_a_consent_that_still_holds(services: Services, missing: CaseDraft) -> None:
    back = replace(missing, fates=(*missing.fates, FateDraft(Fate.RETURNED, PartialDate(2026, 10, 1))))
    case = services.cases.open(back)[0]
    wife = services.cases.relatives(case)[0].uid
    with pytest.raises(NoConsent):
        services.papers.facts(case, str(wife))
    his = ConsentDraft(
        Purpose.FAMILY_INFORMATION, GivenBy.HIMSELF, RecipientKind.RELATIVE, ConsentChannel.SPOKEN,
        TODAY - timedelta(days=5), TODAY + timedelta(days=5), relative_uid=wife, topics=(Topic.NAME, Topic.STATUS),
    )  # fmt: skip
    services.record.consents.add(case, his)
    assert services.papers.facts(case, str(wife)).about is not None
    with pytest.raises(NoConsent):
        at(services, TODAY + timedelta(days=6)).papers.facts(case, str(wife))
    services.record.consents.withdraw(services.record.consents.rows(case)[0].uid, TODAY, "передумав")
    with pytest.raises(NoConsent):
        services.papers.facts(case, str(wife))


def test_the_office_sees_what_ends_within_thirty_days(services: Services, case: UUID, to_office: ConsentDraft) -> None:
    service = services.record.consents
    service.add(case, to_office)
    service.add(case, replace(to_office, until=TODAY + timedelta(days=31)))
    assert [(one.case, one.left) for one in service.ending()] == [(case, 10)]
    keeping = replace(service.keeping, access=Access("Ірина", rights([Role.CASEWORKER])))
    assert replace(service, keeping=keeping).ending() == ()
