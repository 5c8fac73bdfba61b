"""What bodies say of a man: refused with words where it cannot be, and a history of which the newest row holds."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from app.cases.draft import CaseDraft
from app.catalogue.bodies import UnknownBody
from app.domain.confirming import Fact
from app.domain.day_to_come import DayToCome
from app.domain.errors import UserError
from app.domain.fate import Fate
from app.domain.information import Precision
from app.domain.partial_date import PartialDate
from app.domain.transition import TransitionRefused
from app.fates.change import FateDraft
from app.fates.confirmations import (
    ConfirmationDraft,
    DocumentOfAnotherCase,
    NoBodyNamed,
    NoSuchPaper,
    WithdrawnWithoutWord,
    confirming,
)
from app.fates.episodes import EpisodeDraft, NotHomeYet
from app.fates.standing import CivilDraft, CivilState, ServiceDraft, ServiceState, lasting
from app.information.items import NoSuchOblast
from app.meanwhile import CorrectedMeanwhile
from app.services import Services

SEPTEMBER = PartialDate(2026, 9, 12)
WORD = ConfirmationDraft("NIB", Fact.CAPTIVITY, SEPTEMBER, "D-NIB", "лист № 5")


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (replace(WORD, body=""), NoBodyNamed),
        (replace(WORD, body="ЧУТКИ"), UnknownBody),
        (replace(WORD, paper="D-ПАПІР"), NoSuchPaper),
        (replace(WORD, on=PartialDate(2026, 12, 1)), DayToCome),
        (replace(WORD, withdrawn_on=SEPTEMBER), WithdrawnWithoutWord),
        (replace(WORD, document_uid=uuid4()), DocumentOfAnotherCase),
    ],
)
def test_a_wrong_confirmation_is_refused(
    services: Services, case: UUID, wrong: ConfirmationDraft, refusal: type[UserError]
) -> None:
    with pytest.raises(refusal):
        services.record.standing.confirmations.add(case, wrong)
    assert services.record.standing.confirmations.rows(case) == ()


def test_who_confirms_captivity_is_who_can_and_did_not_take_it_back() -> None:
    rows = (
        WORD, replace(WORD, body="UNIT"), replace(WORD, body="ICRC", withdrawn_on=SEPTEMBER, withdrawn_why="помилка"),
        replace(WORD, fact=Fact.RETURN), WORD,
    )  # fmt: skip
    assert confirming(rows) == ("NIB",)


def test_the_newest_by_date_holds_and_nothing_is_overwritten(services: Services, case: UUID) -> None:
    civil = services.record.standing.civil
    civil.add(case, CivilDraft(CivilState.ANNULLED, PartialDate(2026, 10, 1), "COURT"))
    civil.add(case, CivilDraft(CivilState.MISSING_ENTRY, PartialDate(2026, 7, 1), "REG"))
    history = lasting(civil.rows(case))
    assert history.now is not None
    assert [row.says.status for row in history.rows] == [CivilState.ANNULLED, CivilState.MISSING_ENTRY]
    with pytest.raises(UnknownBody):
        services.record.standing.service.add(case, ServiceDraft(ServiceState.EXCLUDED, None, "ЧАСТИНА"))
    with pytest.raises(DayToCome):
        civil.add(case, CivilDraft(CivilState.ABSENT, PartialDate(2027)))


def test_a_disappearance_is_put_right_and_a_late_form_is_told(services: Services, case: UUID) -> None:
    episodes = services.record.episodes
    (was,) = episodes.rows(case)
    assert was.says.started == PartialDate(2026, 6, 15)
    episodes.edit(was, replace(was.says, place="с. Зразок", precision=Precision.SETTLEMENT))
    assert episodes.rows(case)[0].says.precision is Precision.SETTLEMENT
    assert services.cases.view(case).place == "с. Зразок"
    with pytest.raises(CorrectedMeanwhile):
        episodes.edit(was, replace(was.says, place="інше"))
    with pytest.raises(NoSuchOblast):
        episodes.edit(episodes.rows(case)[0], replace(was.says, oblast="UA00"))


def test_he_is_gone_again_only_from_home_and_with_the_papers_of_a_disappearance(services: Services, case: UUID) -> None:
    episodes, again = services.record.episodes, EpisodeDraft(PartialDate(2026, 11, 1), place="м. Приклад")
    with pytest.raises(NotHomeYet):
        episodes.begin(case, again, Fate.MISSING, ("D-NOTICE",), "")
    services.fates.record(case, FateDraft(Fate.RETURNED, SEPTEMBER, ("exchange_list",)))
    assert episodes.rows(case)[0].says.ended == SEPTEMBER
    with pytest.raises(TransitionRefused):
        episodes.begin(case, again, Fate.MISSING, (), "")
    episodes.begin(case, again, Fate.MISSING, ("D-NOTICE",), "сповіщення")
    first, second = episodes.rows(case)
    assert (first.says.ended, second.says.started, second.says.ended) == (SEPTEMBER, PartialDate(2026, 11, 1), None)
    assert services.cases.view(case).place == "м. Приклад"
    assert [(row.fate, row.episode) for row in services.fates.history(case)] == [
        (Fate.MISSING, 2), (Fate.RETURNED, 1), (Fate.MISSING, 1),
    ]  # fmt: skip
