"""How somebody looked is kept with its day, and what cannot be is asked about."""

import pytest

from app.cases.draft import CaseDraft
from app.domain.day_to_come import DayToCome
from app.domain.partial_date import PartialDate
from app.people.looks import Looks, NoLooks, NoSuchHeight
from app.services import Services

SEEN = Looks(PartialDate(2026, 6), 178, "міцний", "русяве", "сірі", "II (A) Rh+", "43", "без переднього", "піксель")


@pytest.fixture
def person(services: Services, missing: CaseDraft):
    return services.cases.view(services.cases.open(missing)[0]).person


def test_a_description_is_read_as_it_was_told(services: Services, person) -> None:
    services.record.looks.add(person, SEEN)
    services.record.looks.add(person, Looks(worn="куртка"))
    assert [row.says for row in services.record.looks.rows(person)] == [SEEN, Looks(worn="куртка")]


@pytest.mark.parametrize(
    ("looks", "error"),
    [
        (Looks(told_by="мати"), NoLooks),
        (Looks(hair="  "), NoLooks),
        (Looks(height=1780), NoSuchHeight),
        (Looks(height=0), NoSuchHeight),
        (Looks(PartialDate(2027), 178), DayToCome),
    ],
)
def test_what_cannot_be_is_refused(services: Services, person, looks, error) -> None:
    with pytest.raises(error):
        services.record.looks.add(person, looks)
    assert services.record.looks.rows(person) == ()
