import sqlite3
import threading
from pathlib import Path
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from app.domain.errors import UserError
from app.domain.legible import TextTooLong
from app.domain.partial_date import PartialDate
from db import cipher
from db.chain import Head
from db.cipher import CipherMissing, connect, is_encrypted
from db.models.all import metadata
from db.models.change import Change
from db.models.person import Person, Phone
from db.refusals import DiskFull, StaleEdit, VaultDamaged
from db.session import Database
from db.texts import LONGEST
from db.upgrade import NewerVault, upgrade


def person(given: str = "Тарас") -> Person:
    return Person(surname="Шевченко", given=given, name_key="ш")


def changes(database: Database) -> list[tuple[str, str | None, str | None, str | None]]:
    with database.read() as session:
        rows = session.scalars(select(Change).order_by(Change.n)).all()
    return [(row.table, row.column, row.old, row.new) for row in rows]


def test_a_write_is_kept_and_a_read_is_thrown_away(database: Database) -> None:
    with database.write("Олена") as session:
        session.add(person())
    with database.read() as session:
        session.add(person("Іван"))
        session.flush()
    with database.read() as session:
        assert [one.given for one in session.scalars(select(Person))] == ["Тарас"]


def test_an_exception_rolls_the_whole_unit_back(database: Database) -> None:
    def fails() -> None:
        with database.write("Олена") as session:
            session.add(person())
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert changes(database) == []
    with database.read() as session:
        assert session.scalars(select(Person)).all() == []


def test_every_changed_field_leaves_one_row_with_old_and_new(database: Database) -> None:
    with database.write("Олена") as session:
        one = person()
        session.add(one)
    with database.write("Ігор") as session:
        same = session.get_one(Person, one.uid)
        same.given, same.born = "Петро", PartialDate(1990, 5)
    assert changes(database)[1:] == [
        ("person", "given", '"Тарас"', '"Петро"'),
        ("person", "born", None, '"1990-05"'),
    ]


def test_derived_columns_and_untouched_values_are_not_journaled(database: Database) -> None:
    with database.write("Олена") as session:
        one = person()
        session.add(one)
    with database.write("Олена") as session:
        session.get_one(Person, one.uid).given = "Тарас"
    assert len(changes(database)) == 1


def test_times_of_changes_only_grow_and_carry_the_actor(database: Database) -> None:
    for given in ("А", "Б", "В"):
        with database.write(given) as session:
            session.add(person(given))
    with database.read() as session:
        rows = session.scalars(select(Change).order_by(Change.n)).all()
    assert [row.actor for row in rows] == ["А", "Б", "В"]
    assert len({row.time for row in rows}) == 3
    assert [row.time for row in rows] == sorted(row.time for row in rows)


def test_a_clock_put_back_does_not_put_times_back(database: Database) -> None:
    with database.write("А") as session:
        session.add(person())
        session.flush()
        session.execute(text("UPDATE change SET time = :ahead"), {"ahead": 1 << 60})
    reopened = Database(database.path, "ab" * 32, b"k" * 32)
    with reopened.write("Б") as session:
        session.add(person())
    with reopened.read() as session:
        newest = session.scalars(select(Change.time).order_by(Change.n.desc())).first()
    assert newest == (1 << 60) + 1
    reopened.close()


def test_a_stale_edit_is_refused(database: Database) -> None:
    with database.write("Олена") as session:
        one = person()
        session.add(one)

    def edits_what_another_changed() -> None:
        with database.write("Ігор") as session:
            stale = session.get_one(Person, one.uid)
            session.execute(text("UPDATE person SET version = version + 1"))
            stale.given = "Петро"

    with pytest.raises(StaleEdit):
        edits_what_another_changed()


def test_two_writers_take_turns_and_nothing_is_lost(database: Database) -> None:
    with database.write("Олена") as session:
        one = person("0")
        session.add(one)
    failed: list[Exception] = []

    def add_one() -> None:
        try:
            for _ in range(10):
                with database.write("Олена") as session:
                    row = session.get_one(Person, one.uid)
                    row.given = str(int(row.given) + 1)
        except UserError as error:
            failed.append(error)

    threads = [threading.Thread(target=add_one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as session:
        assert (failed, session.get_one(Person, one.uid).given) == ([], "40")


def test_an_error_never_quotes_a_value(database: Database) -> None:
    with database.write("Олена") as session:
        one = person()
        session.add(one)
    with pytest.raises(IntegrityError) as caught, database.write("Олена") as session:
        session.add(Person(uid=one.uid, surname="Канарейка", given="", name_key=""))
    assert "Канарейка" not in str(caught.value)


def test_a_phone_of_nobody_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write("Олена") as session:
        session.add(Phone(person_uid=uuid4(), number="+380000000001"))


def test_the_migrations_build_exactly_the_models(database: Database) -> None:
    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return not (kind == "table" and name is not None and name.startswith("case_search"))

    with database.outside() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours})
        assert compare_metadata(context, metadata) == []


def test_a_file_of_a_newer_program_is_refused_and_left_alone(database: Database) -> None:
    with database.write("Олена") as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerVault):
        upgrade(database)
    with database.read() as session:
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == "9999"


def test_an_old_file_without_a_revision_is_damaged_not_new(tmp_path: Path) -> None:
    bare = Database(tmp_path / "bare.db", "cd" * 32, b"k" * 32)
    with bare.outside() as connection:
        connection.exec_driver_sql("CREATE TABLE x (y)")
    with pytest.raises(VaultDamaged):
        upgrade(bare)
    bare.close()


def test_the_file_is_encrypted_and_another_key_does_not_open_it(database: Database) -> None:
    with database.write("Олена") as session:
        session.add(Person(surname="Канарейка", given="Ж", name_key="к"))
    assert is_encrypted(database.path)
    everything = b"".join(file.read_bytes() for file in database.path.parent.iterdir())
    assert "Канарейка".encode() not in everything
    with pytest.raises(VaultDamaged):
        connect(database.path, "cd" * 32)


@pytest.mark.parametrize("key", ["", "ab", "AB" * 32, "zz" * 32, "ab" * 31 + "a", "ab" * 33])
def test_a_malformed_key_never_reaches_the_library(tmp_path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="64"):
        connect(tmp_path / "records.db", key)
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_does_not_encrypt_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cipher, "sqlcipher", sqlite3)
    with pytest.raises(CipherMissing):
        connect(tmp_path / "records.db", "ab" * 32)
    assert not (tmp_path / "records.db").exists() or (tmp_path / "records.db").stat().st_size == 0


def test_what_is_saved_stays_saved_when_nobody_can_be_told_and_nothing_more_is_until_then(tmp_path: Path) -> None:
    told, deaf = [], [True]

    def tell(head: Head) -> None:
        if deaf[0]:
            raise DiskFull
        told.append(head.n)

    database = Database(tmp_path / "records.db", "ab" * 32, b"k" * 32, tell)
    upgrade(database, fresh=True)
    with database.write("Олена") as session:
        session.add(person("Іван"))
    with pytest.raises(DiskFull), database.write("Олена") as session:
        session.add(person("Петро"))
    deaf[0] = False
    with database.write("Олена") as session:
        session.add(person("Ілля"))
    with database.read() as session:
        assert set(session.scalars(select(Person.given))) == {"Іван", "Ілля"}
    assert told == [1, 2]
    database.close()


def test_a_text_that_utf8_cannot_hold_is_kept_with_a_mark_in_its_place(database: Database) -> None:
    with database.write("Олена") as session:
        one = person("Та\ud83d")
        session.add(one)
    with database.write("Олена") as session:
        session.get_one(Person, one.uid).surname = "Ше\udc00"
    with database.read() as session:
        row = session.get_one(Person, one.uid)
        assert (row.given, row.surname) == ("Та?", "Ше?")


def test_a_file_pasted_for_a_text_is_refused_in_words(database: Database) -> None:
    with database.write("Олена") as session:
        session.add(one := person())
    with pytest.raises(TextTooLong) as refused, database.write("Олена") as session:
        session.get_one(Person, one.uid).address = "ї" * (LONGEST + 1)
    assert refused.value.facts == {"most": LONGEST}
    with database.write("Олена") as session:
        session.get_one(Person, one.uid).address = "ї" * LONGEST
