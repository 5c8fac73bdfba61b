"""Where a request for a second person's yes stands."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.second_person import Request, Standing

ASKED = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
YES = Request("Олена", ASKED, "Ігор", ASKED + timedelta(hours=1))
NO = Request("Олена", ASKED, "Ігор", ASKED + timedelta(hours=1), refused=True)
OPEN = Request("Олена", ASKED)
USED = Request("Олена", ASKED, "Ігор", ASKED, used_at=ASKED)


@pytest.mark.parametrize(
    ("request_", "hours", "alone", "standing"),
    [
        (OPEN, 23.9, True, Standing.WAITING),
        (OPEN, 24, True, Standing.READY),
        (OPEN, 24 + 7 * 24, True, Standing.LAPSED),
        (OPEN, 240, False, Standing.WAITING),
        (YES, 1, False, Standing.READY),
        (YES, 1 + 7 * 24, False, Standing.LAPSED),
        (NO, 48, False, Standing.REFUSED),
        (NO, 48, True, Standing.REFUSED),
        (USED, 48, True, Standing.SPENT),
    ],
)
def test_a_request_waits_is_granted_once_and_lapses(
    request_: Request, hours: float, alone: bool, standing: Standing
) -> None:
    assert request_.standing(ASKED + timedelta(hours=hours), alone=alone) is standing


def test_a_clock_set_back_gains_nothing() -> None:
    assert OPEN.standing(ASKED - timedelta(days=400), alone=True) is Standing.WAITING
