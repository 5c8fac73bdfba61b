"""Today says who of the families comes of age within days, and nothing while nobody does."""

from datetime import date

import pytest

from app.cases.queries import CaseFilter
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate, of_day
from app.domain.relation import Relation
from app.people.family import RelativeDetails
from app.people.person import Correction
from tests.ui.seen import button, texts
from ui.today.ages_line import AgesLine


@pytest.fixture
def case(services):
    return services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 60).rows[-1]


def child(services, case, born: PartialDate) -> None:
    services.family.add(case.uid, RelativeDetails(Correction("Їжак", "Назар", born=born), Relation.CHILD))


def test_nobody_near_is_no_line(place, shown, lane, services, case):
    child(services, case, of_day(date(2009, 2, 1)))
    line = shown(AgesLine(place))
    line.again()
    lane.flush()
    assert not [text for text in texts(line) if "Їжак" in text]


def test_the_nearest_is_named_and_its_case_opens(place, shown, lane, qtbot, services, case):
    child(services, case, of_day(date(2008, 12, 5)))
    line = shown(AgesLine(place))
    line.again()
    lane.flush()
    assert [text for text in texts(line) if "Їжак Назар" in text and "виповниться 18: 05.12.2026, за 7 днів" in text]
    with qtbot.waitSignal(line.opened) as opened:
        button(line, "Відкрити справу").click()
    assert opened.args == [case.uid]
