"""What a comparison of every row with its history found, in words."""

from app.i18n import Words
from app.journal.tables import subject_of
from app.vault.audit import Audit
from ui.journal_words import subject_word


def deep_told(words: Words, found: Audit) -> str:
    """How it ended; the first row that does not match is named by its kind and id."""
    if found.broken_at is not None:
        told = words("Entry {n} of the history does not match what came before it.", n=found.broken_at)
    else:
        told = words("The history holds {n} entries, and every one follows from the one before.", n=found.entries)
    if not found.findings:
        return f"{told} {words('Every row is as the history says.')}"
    first = found.findings[0]
    problem = {
        "changed": words("was changed behind the program"),
        "unknown": words("never came into being"),
        "missing": words("is gone"),
    }[first.problem]
    row = f"{subject_word(words, subject_of(first.table))}, {first.table} {first.row}: {problem}"
    count = words.count("{n} row does not match.", "{n} rows do not match.", len(found.findings))
    return f"{told} {count} {words('The first:')} {row}"
