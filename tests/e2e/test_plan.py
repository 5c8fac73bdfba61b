"""The way back at a terminal: a goal, a day, the paper for himself; and who is on duty."""

import pytest

from app.cases.draft import CaseDraft, FateDraft, PersonDraft
from app.crypto.kdf import FLOOR
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.founding import found
from app.office.service import OfficeRow
from app.services import Services
from tests.e2e.terminal import PHRASE, Terminal


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> tuple[Terminal, str]:
    tmp_path = tmp_path_factory.mktemp("home")
    held = found(tmp_path / "office", "Олена", PHRASE, OfficeRow(name="Офіс", training=True), params=FLOOR)
    services = Services.of(held)
    fates = tuple(
        FateDraft(fate, PartialDate(2025, month, 15))
        for fate, month in ((Fate.CAPTIVE_CONFIRMED, 2), (Fate.RETURNED, 6))
    )
    uid, _ = services.cases.open(CaseDraft(PersonDraft("Ґудзь", "Ілля", "Тарасович"), fates))
    number = services.cases.view(uid).number
    held.close()
    return Terminal(tmp_path), number


def test_a_plan_is_written_shown_and_printed(terminal: tuple[Terminal, str]) -> None:
    typist, number = terminal
    where = ("--case", number, *typist.vault)
    assert "немає жодної погодженої мети" in typist.refused("plan", "print", "--out", "plan.pdf", *where)
    typist.ok("plan", "goal", "--words", "Жити біля моря", "--agreed", "20.06.2025", *where)
    typist.ok("plan", "day", "--day", "LEAVE_STARTED", "--on", "02.07.2025", *where)
    told = typist.ok("plan", "show", *where)
    for line in ("Почалася відпустка: 02.07.2025", "[ ] «Жити біля моря» (інше)", "Місяць 1, 15.07.2025"):
        assert line in told
    typist.ok("plan", "print", "--out", "plan.pdf", "--language", "both", *where)
    assert (typist.home / "plan.pdf").read_bytes().startswith(b"%PDF")


def test_who_is_on_duty_is_named_and_told(terminal: tuple[Terminal, str]) -> None:
    typist, _ = terminal
    assert typist.ok("office", "duty", *typist.vault) == "Чергового не записано.\n"
    told = typist.ok("office", "duty", "--name", "Оксана Коваль", "--phone", "+380000000009", *typist.vault)
    assert told == "Сьогодні чергує: Оксана Коваль, +380000000009\n"
    assert typist.ok("groups", *typist.vault) == ""
