import json
import random
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import text

from app.cases.queries import CaseFilter
from app.clock import FixedClock
from app.crypto.kdf import FLOOR
from app.office.service import OfficeRow
from app.services import Services
from app.training.service import fill
from app.vault.audit import audit
from app.vault.proof import standing
from app.vault.salvage import NothingToSalvage, Salvaged, salvage
from app.vault.vault import OpenVault, VaultExists, VaultInUse, create, open_vault
from db.cipher import Access, connect
from db.refusals import VaultDamaged
from tests.unit.conftest import PASSPHRASE

CLOCK = FixedClock(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))
PAGE = 4096


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[OpenVault, dict[str, int]]:
    """A closed vault of about 800 pages, and how many rows each table has."""
    held = create(tmp_path_factory.mktemp("filled") / "office", "Олена", PASSPHRASE, params=FLOOR)
    services = Services.of(held, CLOCK)
    services.office.write(OfficeRow(training=True))
    fill(services, 160, 1)
    counts = dict(standing(held.database).counts)
    held.close()
    return held, counts


@pytest.fixture
def vault(filled: tuple[OpenVault, dict[str, int]], tmp_path: Path) -> Path:
    path = tmp_path / "office.suprovid"
    shutil.copytree(filled[0].path, path)
    return path


def spoil(path: Path, pages: list[int]) -> bytes:
    records = path / "gen-0001" / "records.db"
    data = bytearray(records.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE + 1000] ^= 1
    records.write_bytes(data)
    return bytes(data)


def leaves(path: Path, seed: int, count: int) -> list[int]:
    """Random pages but those that lead to others: the first, and the roots and branches of the trees."""
    pages = (path / "gen-0001" / "records.db").stat().st_size // PAGE
    branches = {1}
    held = open_vault(path, None, PASSPHRASE)
    with held.database.outside() as connection:
        branches |= {row[0] for row in connection.exec_driver_sql("SELECT rootpage FROM sqlite_master")}
    held.close()
    return random.Random(seed).sample([page for page in range(2, pages + 1) if page not in branches], count)


def test_five_bad_pages_cost_less_than_a_hundredth(
    filled: tuple[OpenVault, dict[str, int]], tmp_path: Path
) -> None:
    everything = sum(filled[1].values())
    lost = [lost_with_five_bad_pages(filled, tmp_path / str(seed), seed) for seed in range(3)]
    assert min(lost) > 0
    assert sum(lost) <= len(lost) * everything / 100


def lost_with_five_bad_pages(filled: tuple[OpenVault, dict[str, int]], folder: Path, seed: int) -> int:
    """How many rows and entries are gone; what is left is whole, and every case can be shown."""
    held, counts = filled
    vault = folder / "office.suprovid"
    shutil.copytree(held.path, vault)
    before = spoil(vault, leaves(vault, seed, 5))
    found = salvage(vault, folder / "new", held.keys)
    assert (vault / "gen-0001" / "records.db").read_bytes() == before
    again = open_vault(found.path, None, PASSPHRASE)
    again.check()
    assert audit(again.database, deep=True).whole
    services = Services.of(again, CLOCK)
    assert services.cases.count(CaseFilter()) == len(list(services.cases.dump())) == counts["case_file"]
    now = standing(again.database).counts
    assert {table.table: table.kept + table.stand_ins for table in found.tables}.items() <= now.items()
    assert all(counts[table.table] - table.kept <= len(table.lost) for table in found.tables)
    again.close()
    return found.rows_lost + found.entries_lost


def salvaged(filled: tuple[OpenVault, dict[str, int]], vault: Path, tmp_path: Path, table: str) -> Salvaged:
    """Salvage after one page of a table went bad: the one of its middle row."""
    keys = filled[0].keys
    held = open_vault(vault, None, PASSPHRASE)
    with held.database.outside() as connection:
        root = connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).scalar()
    held.close()
    page = leaf_of(vault, keys.database_key_hex(), table, int(root or 0))
    spoil(vault, [page])
    return salvage(vault, tmp_path / "new", keys)


def leaf_of(vault: Path, key_hex: str, table: str, root: int) -> int:
    """The first page behind the root without which a scan of the table fails, and nothing that opening needs."""
    records = vault / "gen-0001" / "records.db"
    whole = records.read_bytes()
    for page in range(root + 1, len(whole) // PAGE + 1):
        spoil(vault, [page])
        found = scan(records, key_hex, table)
        records.write_bytes(whole)
        if found is False:
            return page
    raise AssertionError(table)


def scan(records: Path, key_hex: str, table: str) -> bool | None:
    """Whether every row of the table can be read; None where the file does not even open."""
    try:
        connection = connect(records, key_hex, Access.FROZEN)
    except VaultDamaged:
        return None
    with closing(connection):
        try:
            connection.execute("SELECT name FROM sqlite_master").fetchall()
        except sqlcipher.Error:
            return None
        try:
            connection.execute(f'SELECT sum(version) FROM "{table}" NOT INDEXED').fetchall()
        except sqlcipher.Error:
            return False
    return True


def test_people_that_were_lost_leave_their_cases_standing(
    filled: tuple[OpenVault, dict[str, int]], vault: Path, tmp_path: Path
) -> None:
    found = salvaged(filled, vault, tmp_path, "person")
    people = next(table for table in found.tables if table.table == "person")
    assert len(people.lost) > 3
    assert people.stand_ins == len(people.lost)
    again = open_vault(found.path, None, PASSPHRASE)
    services = Services.of(again, CLOCK)
    assert services.cases.count(CaseFilter()) == filled[1]["case_file"]
    names = [case["surname"] for case in services.cases.dump()]
    assert len(names) == filled[1]["case_file"]
    with again.database.read() as session:
        marked = session.scalar(text("SELECT count(*) FROM person WHERE surname = '?'"))
        told = session.execute(text("SELECT actor, new FROM change WHERE col = '@salvaged'")).one()
    assert marked == people.stand_ins
    assert told[0] == "Олена"
    assert f'"person": {len(people.lost)}' in told[1]
    again.close()


def test_a_row_changed_behind_the_program_is_told_and_not_passed_as_genuine(
    filled: tuple[OpenVault, dict[str, int]], vault: Path, tmp_path: Path
) -> None:
    held = open_vault(vault, None, PASSPHRASE)
    with held.database.outside() as connection:
        uid = UUID(bytes=connection.exec_driver_sql("SELECT uid FROM person LIMIT 1").scalar())
        connection.exec_driver_sql("UPDATE person SET surname = 'Чужий' WHERE uid = ?", (uid.bytes,))
        if connection.in_transaction():
            connection.commit()
    held.close()
    found = salvage(vault, tmp_path / "new", filled[0].keys)
    changed = {table.table: table.changed for table in found.tables if table.changed}
    assert changed["person"] == (uid,)
    assert (found.rows_lost, found.rows_changed) == (0, sum(map(len, changed.values())))
    again = open_vault(found.path, None, PASSPHRASE)
    with again.database.read() as session:
        told = str(session.scalar(text("SELECT new FROM change WHERE col = '@salvaged'")))
    again.close()
    assert json.loads(told)["changed"]["person"] == 1


def test_a_whole_vault_is_copied_without_loss(
    filled: tuple[OpenVault, dict[str, int]], vault: Path, tmp_path: Path
) -> None:
    found = salvage(vault, tmp_path / "new", filled[0].keys)
    assert (found.rows_lost, found.rows_changed, found.entries_lost, found.documents_lost) == (0, 0, 0, 0)
    again = open_vault(found.path, None, PASSPHRASE)
    surname = next(iter(Services.of(again, CLOCK).cases.dump()))["surname"]
    assert Services.of(again, CLOCK).cases.count(CaseFilter(text=str(surname))) > 0
    again.close()


def test_without_its_first_page_nothing_can_be_salvaged(
    filled: tuple[OpenVault, dict[str, int]], vault: Path, tmp_path: Path
) -> None:
    spoil(vault, [1])
    with pytest.raises(NothingToSalvage):
        salvage(vault, tmp_path / "new", filled[0].keys)
    assert [path.name for path in tmp_path.iterdir()] == ["office.suprovid"]


def test_nothing_is_written_over(filled: tuple[OpenVault, dict[str, int]], vault: Path, tmp_path: Path) -> None:
    with pytest.raises(VaultExists):
        salvage(vault, vault, filled[0].keys)
    held = open_vault(vault, None, PASSPHRASE)
    with pytest.raises(VaultInUse):
        salvage(vault, tmp_path / "new", filled[0].keys)
    held.close()
    assert [path.name for path in tmp_path.iterdir()] == ["office.suprovid"]
