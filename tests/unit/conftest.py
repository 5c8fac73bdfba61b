"""A small open vault with its services, on a clock that stands still."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.cases.draft import CaseDraft, FateDraft, PersonDraft, RelativeDraft
from app.clock import FixedClock
from app.crypto.kdf import FLOOR
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.people.phones import PhoneDraft
from app.services import Services
from app.vault.vault import OpenVault, create
from db.session import Database
from db.upgrade import upgrade

PASSPHRASE = "джміль клямка оберіг вітряк"
MONDAY = FixedClock(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "records.db", "ab" * 32, b"k" * 32)
    upgrade(made, fresh=True)
    yield made
    made.close()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[OpenVault]:
    held = create(tmp_path / "office", "Олена", PASSPHRASE, params=FLOOR)
    yield held
    held.close()


@pytest.fixture
def services(vault: OpenVault) -> Services:
    return Services.of(vault, MONDAY)


@pytest.fixture
def missing() -> CaseDraft:
    """A man missing since June, his wife with a phone."""
    return CaseDraft(
        person=PersonDraft("Ґудзь", "Ілля", "Тарасович", PartialDate(1990, 5, 17), "M", rnokpp="6000000116"),
        fates=(FateDraft(Fate.MISSING, PartialDate(2026, 6, 15)),),
        unit_code="А0012",
        place="с. Приклад, Донецька область",
        relatives=(
            RelativeDraft(
                PersonDraft("Ґудзь", "Олена", "Іванівна"),
                Relation.SPOUSE,
                "дружина",
                (PhoneDraft("+380000000017", "000 000 00 17"),),
            ),
        ),
        events={"NOTICE_RECEIVED": PartialDate(2026, 7, 1)},
        references={"ERDR": "12026000000000001"},
        worker="Коваль О.",
    )
