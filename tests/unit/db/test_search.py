import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from app.names.index import terms_of, words_of
from db import search
from db.session import Database

HOSTILE = (
    '"', "'", "*", "a*", "NOT", "AND OR", "NEAR(", "words:olena", "(", "^a", "a+b", "a-b", "\0", "{a b}", "--",
    "; DROP TABLE case_search", "O'Brien", "%", "_", "\\", "a\"b", "ї", "’", "C:\\x", "col : x", "а" * 5000, "🙂",
)


def entries(database: Database, typed: str) -> list[int]:
    fts = search.query(terms_of(typed))
    if fts is None:
        return []
    sql = text("SELECT rowid FROM case_search WHERE case_search MATCH :fts ORDER BY rowid")
    with database.read() as session:
        return list(session.scalars(sql, {"fts": fts}))


@pytest.fixture
def indexed(database: Database) -> Database:
    with database.write("Олена") as session:
        search.put(
            session,
            [
                (1, words_of([("Дем’яненко", "Олексій", "")], number="К-2026-000001", phones=["+380501234567"])),
                (2, words_of([("Нечуй-Левицький", "Ґордій", "")], latin=("Nechui-Levytskyi", "Gordii"),
                             units=("А0012",))),
            ],
        )
    return database


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("дем'ян", [1]), ("ДЕМ`ЯН олекс", [1]), ("демян", [1]), ("Demian", [1]), ("Алексей", [1]), ("левицьк", [2]),
        ("нечуй-лев", [2]), ("гордій", [2]), ("Gordii", [2]), ("0501234567", [1]), ("+38 (050) 123-45-67", [1]),
        ("050123", [1]), ("к-2026-000001", [1]), ("000001", [1]), ("А0012", [2]), ("A0012", [2]), ("а0012", [2]),
        ("шевченко", []), ("дем лев", []), ("", []), ("  ", []),
    ],
)
def test_a_case_is_found_by_name_spelling_number_phone_and_unit(
    indexed: Database, typed: str, found: list[int]
) -> None:
    assert entries(indexed, typed) == found


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_is_an_operator(indexed: Database, typed: str) -> None:
    assert set(entries(indexed, typed)) <= {1, 2}


@given(st.text(max_size=40))
def test_any_text_makes_a_query_or_none(typed: str) -> None:
    fts = search.query(terms_of(typed))
    assert fts is None or fts.count('"') % 2 == 0


def test_indexing_again_replaces_and_dropping_forgets(indexed: Database) -> None:
    with indexed.write("Олена") as session:
        search.put(session, [(1, words_of([("Бондар", "Іван", "")]))])
        search.drop(session, 2)
    assert entries(indexed, "дем") == []
    assert entries(indexed, "бондар") == [1]
    assert entries(indexed, "левицьк") == []


def test_few_and_many_are_told_apart(indexed: Database) -> None:
    fts = search.query(["о"])
    with indexed.read() as session:
        assert entries(indexed, "о") == [1]
        assert [search.few(session, "а* OR г*", most) for most in (2, 1)] == [True, False]
        assert fts is not None
        assert [search.few(session, fts, most) for most in (1, 0)] == [True, False]


def test_the_index_keeps_no_text_of_its_own(indexed: Database) -> None:
    with indexed.read() as session:
        assert session.execute(text("SELECT words FROM case_search")).scalars().all() == [None, None]
