"""Who is on duty: the newest entry that holds today, with a phone."""

from datetime import timedelta

import pytest

from app.office.duty import DutyEndsBefore, NobodyNamed, OnDuty
from app.services import Services
from tests.unit.conftest import MONDAY

TODAY = MONDAY.today()
PHONE = "+380000000009"


def test_the_newest_that_holds_is_on_duty(services: Services) -> None:
    duty = services.duty
    assert duty.now() is None
    usual = OnDuty(TODAY - timedelta(30), "Оксана Коваль", PHONE)
    today = OnDuty(TODAY, "Марія Бондар", PHONE, TODAY)
    duty.write(usual)
    duty.write(OnDuty(TODAY - timedelta(3), "Той, що вже ні", PHONE, TODAY - timedelta(1)))
    duty.write(OnDuty(TODAY + timedelta(1), "Завтрашня", PHONE))
    assert duty.now() == usual
    duty.write(today)
    assert duty.now() == today
    assert len(duty.rows()) == 4


def test_without_a_name_or_phone_nobody_can_be_called(services: Services) -> None:
    for refused, entry in (
        (NobodyNamed, OnDuty(TODAY, " ", PHONE)), (NobodyNamed, OnDuty(TODAY, "Оксана Коваль", " ")),
        (DutyEndsBefore, OnDuty(TODAY, "Оксана Коваль", PHONE, TODAY - timedelta(1))),
    ):  # fmt: skip
        with pytest.raises(refused):
            services.duty.write(entry)
    assert services.duty.rows() == ()
