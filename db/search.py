"""The search index `case_search`: FTS5 over a case's folded words. SQLite only; a server brings its own."""

from sqlalchemy import text
from sqlalchemy.orm import Session

_LONGEST_QUERY = 12


def put(session: Session, entries: list[tuple[int, str]]) -> None:
    """Index or index again the cases of these entry numbers under these folded words."""
    if entries:
        sql = "INSERT OR REPLACE INTO case_search(rowid, words) VALUES (?, ?)"
        session.connection().exec_driver_sql(sql, entries)


def drop(session: Session, entry: int) -> None:
    """Take a case out of the index."""
    session.execute(text("DELETE FROM case_search WHERE rowid = :entry"), {"entry": entry})


def drop_many(session: Session, entries: list[int]) -> None:
    """Take many cases out of the index."""
    if entries:
        session.connection().exec_driver_sql("DELETE FROM case_search WHERE rowid = ?", [(one,) for one in entries])


def optimize(session: Session) -> None:
    """Merge the index's segments, so that words of erased cases are gone from it too."""
    session.execute(text("INSERT INTO case_search(case_search) VALUES ('optimize')"))


def query(terms: list[str]) -> str | None:
    """An FTS5 query where every term must begin a word; None where nothing searchable was typed.

    Terms are quoted, so that nothing typed is an operator or a column filter.
    """
    usable = [term.replace("\0", "") for term in terms]
    usable = [term for term in usable if any(sign.isalnum() for sign in term)][:_LONGEST_QUERY]
    return " AND ".join('"' + term.replace('"', '""') + '"*' for term in usable) or None


def few(session: Session, fts: str, most: int) -> bool:
    """Whether at most `most` cases match."""
    sql = text("SELECT count(*) FROM (SELECT 1 FROM case_search WHERE case_search MATCH :fts LIMIT :most + 1)")
    return (session.scalar(sql, {"fts": fts, "most": most}) or 0) <= most
