"""A small open vault with its services, on a clock that stands still."""

import shutil
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
from tests.copies import copied

PASSPHRASE = "джміль клямка оберіг вітряк"
MONDAY = FixedClock(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records without a row."""
    path = tmp_path_factory.mktemp("tables") / "records.db"
    made = _records(path)
    upgrade(made, fresh=True)
    made.close()
    return path


@pytest.fixture
def database(tables: Path, tmp_path: Path) -> Iterator[Database]:
    made = _records(Path(shutil.copy(tables, tmp_path)))
    yield made
    made.close()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> OpenVault:
    """A vault without a case, closed."""
    held = create(tmp_path_factory.mktemp("empty") / "office", "Олена", PASSPHRASE, params=FLOOR)
    held.close()
    return held


@pytest.fixture
def vault(empty: OpenVault, tmp_path: Path) -> Iterator[OpenVault]:
    held = copied(empty, tmp_path)
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


def _records(path: Path) -> Database:
    return Database(path, "ab" * 32, b"k" * 32)
