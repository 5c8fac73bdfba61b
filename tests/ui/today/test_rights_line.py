"""Today says which requests must be answered and which consents end within a week, and nothing while none does."""

from datetime import timedelta

import pytest

from app.cases.queries import CaseFilter
from app.consents.draft import ConsentChannel, ConsentDraft, GivenBy, RecipientKind
from app.domain.consent import Purpose
from app.rights.requests import RequestDraft, RequestKind
from tests.ui.seen import button, texts
from ui.today.rights_line import RightsLine


@pytest.fixture
def case(services):
    rows = services.cases.page(CaseFilter(), None, 60).rows
    return next(view for row in rows[::-1] if (view := services.cases.view(row.uid)).relatives)


@pytest.fixture
def line(place, shown):
    return shown(RightsLine(place))


def ends_in(services, case, days):
    today = services.clock.today()
    services.record.consents.add(
        case.uid,
        ConsentDraft(
            Purpose.CASEWORK, GivenBy.RELATIVE, RecipientKind.OFFICE, ConsentChannel.PAPER, today - timedelta(days=90),
            today + timedelta(days=days), giver_uid=case.relatives[0].uid,
        ),
    )  # fmt: skip


def test_what_is_further_than_a_week_says_nothing(line, services, case, lane):
    ends_in(services, case, 8)
    ends_in(services, case, -1)
    line.again()
    lane.flush()
    assert not line.isVisible()


def test_what_is_near_is_counted_and_leads_to_the_list(line, services, case, lane, qtbot):
    ends_in(services, case, 7)
    ends_in(services, case, 0)
    on = services.clock.today() - timedelta(days=4)
    asked = RequestDraft(RequestKind.CORRECTION, "мати", on, ConsentChannel.PAPER)
    services.record.requests.add(case.uid, asked)
    line.again()
    lane.flush()
    told = " ".join(texts(line))
    assert "На 1 прохання щодо даних треба відповісти за тиждень." in told
    assert "За тиждень спливуть 2 згоди." in told
    with qtbot.waitSignal(line.wanted) as wanted:
        button(line, "Показати").click()
    assert wanted.args == ["rights"]
