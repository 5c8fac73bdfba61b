import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from app.cases.draft import CaseDraft
from app.domain.partial_date import PartialDate
from app.people.person import Correction
from app.plan.queries import StepRow
from app.services import Services
from app.vault.anchor import RecordsBehind
from app.vault.audit import audit
from app.vault.vault import OpenVault, open_vault
from db.session import Database
from tests.unit.conftest import PASSPHRASE


@pytest.fixture
def lived(services: Services, missing: CaseDraft) -> Database:
    """Records with births in bulk and one by one, edits, and an edit taken back."""
    uid, _ = services.cases.open(missing)
    case = services.cases.view(uid)
    services.people.correct(case.person, case.person_version, Correction("Ґудзенко", "Ілля", born=PartialDate(1991)))
    step: StepRow = services.plan.steps(uid)[0]
    services.plan.done(step.uid, step.version, PartialDate(2026, 11, 20))
    again = next(row for row in services.plan.steps(uid) if row.uid == step.uid)
    services.plan.reopen(again.uid, again.version)
    return services.vault.database


def by_hand(database: Database, sql: str) -> None:
    """What somebody with the key does behind the program's back."""
    with database.outside() as connection:
        connection.exec_driver_sql(sql)


def test_an_honest_history_is_whole(lived: Database) -> None:
    found = audit(lived, deep=True)
    assert found.whole
    assert found.entries > 40


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE change SET actor = 'Інша' WHERE n = 7",
        "UPDATE change SET new = '\"x\"' WHERE col = 'surname'",
        "UPDATE change SET time = time + 1 WHERE n = 7",
        "DELETE FROM change WHERE n = 7",
        "UPDATE change SET n = 100000 WHERE n = 7",
        "UPDATE change SET n = CASE n WHEN 7 THEN -1 WHEN 8 THEN 7 ELSE n END WHERE n IN (7, 8)",
        "INSERT INTO change SELECT 100000, time, actor, tbl, uid, col, old, new, code FROM change WHERE n = 7",
        "UPDATE change SET code = zeroblob(32) WHERE n = 7",
    ],
)
def test_an_entry_edited_dropped_moved_or_repeated_is_found(lived: Database, sql: str) -> None:
    assert audit(lived).broken_at is None
    by_hand(lived, sql)
    assert audit(lived).broken_at is not None


def test_the_first_entry_that_does_not_match_is_named(lived: Database) -> None:
    by_hand(lived, "UPDATE change SET actor = 'Інша' WHERE n IN (9, 20)")
    assert audit(lived).broken_at == 9


@pytest.mark.parametrize(
    ("sql", "table", "column", "problem"),
    [
        ("UPDATE person SET surname = 'Інший' WHERE surname = 'Ґудзенко'", "person", "surname", "changed"),
        ("UPDATE fate_event SET fate = 'RETURNED'", "fate_event", "", "changed"),
        ("UPDATE case_file SET fate = 'RETURNED'", "case_file", "fate", "changed"),
        ("UPDATE case_file SET next_due = '2036-01-01'", "case_file", "next_due", "changed"),
        ("UPDATE case_file SET last_contact = '2026-11-22'", "case_file", "last_contact", "changed"),
        ("UPDATE person SET patronymic = 'Х' WHERE patronymic = 'Іванівна'", "person", "", "changed"),
        ("DELETE FROM money_claim; DELETE FROM case_reference", "case_reference", "", "missing"),
        (
            (
                "INSERT INTO told SELECT randomblob(16), c.uid, r.uid, 'RETURNED', NULL, '2026-01-01', 'x', 'x', ''"
                " FROM case_file c JOIN relative r"
            ),
            "told", "", "unknown",
        ),
    ],
)
def test_a_row_changed_behind_the_journal_is_named(
    lived: Database, sql: str, table: str, column: str, problem: str
) -> None:
    for statement in sql.split("; "):
        by_hand(lived, statement)
    assert audit(lived).whole
    found = audit(lived, deep=True).findings
    assert (table, column, problem) in {(one.table, one.column, one.problem) for one in found}


def test_a_tail_cut_off_is_found_by_the_anchor(services: Services, lived: Database) -> None:
    by_hand(lived, "DELETE FROM change WHERE n > (SELECT max(n) - 3 FROM change)")
    assert audit(lived).broken_at is None
    vault = services.vault
    vault.close()
    with pytest.raises(RecordsBehind) as caught:
        open_vault(vault.path, None, PASSPHRASE)
    assert caught.value.facts == {"count": 3}


def test_records_ahead_of_the_anchor_are_a_crash_and_open(services: Services, missing: CaseDraft) -> None:
    folder = services.vault.path / "gen-0001"
    before = (folder / "anchor").read_bytes()
    services.cases.open(missing)
    services.vault.close()
    (folder / "anchor").write_bytes(before)
    open_vault(services.vault.path, None, PASSPHRASE).close()


def missing_file(anchor: Path) -> None:
    anchor.unlink()


def wrong_code(anchor: Path) -> None:
    anchor.write_text(anchor.read_text().replace('"head": "', '"head": "00')[:-1])


def empty(anchor: Path) -> None:
    anchor.write_text("")


@pytest.mark.parametrize("harm", [missing_file, wrong_code, empty])
def test_without_a_genuine_anchor_nothing_is_taken_for_whole(
    vault: OpenVault, harm: Callable[[Path], None]
) -> None:
    vault.close()
    harm(vault.path / "gen-0001" / "anchor")
    with pytest.raises(RecordsBehind):
        open_vault(vault.path, None, PASSPHRASE)


def test_every_commit_moves_the_anchor(services: Services, missing: CaseDraft) -> None:
    anchor = services.vault.path / "gen-0001" / "anchor"
    seen = {anchor.read_bytes()}
    for _ in range(3):
        services.cases.open(missing)
        seen.add(anchor.read_bytes())
    assert len(seen) == 4
    with services.vault.database.read() as session:
        newest = session.scalar(text("SELECT max(n) FROM change"))
    assert json.loads(anchor.read_bytes())["n"] == newest
