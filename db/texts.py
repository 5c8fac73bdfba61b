"""What every text must be before a table keeps it, whichever form or command it came from."""

from sqlalchemy import inspect

from app.domain.legible import TextTooLong, legible
from db.models.base import Row

LONGEST = 100_000
"""Characters: more than anybody types, less than what a file pasted by mistake brings."""


def make_legible(row: Row) -> None:
    """Let the texts that were set in `row` since it was read be such as UTF-8 can hold. Raises `TextTooLong`."""
    for name, text in [(name, value) for name, value in _set(row) if isinstance(value, str)]:
        if len(text) > LONGEST:
            raise TextTooLong(most=LONGEST)
        if not text.isascii() and (kept := legible(text)) != text:
            setattr(row, name, kept)


def _set(row: Row) -> list[tuple[str, object]]:
    state = inspect(row)
    names = state.dict if state.transient or state.pending else state.committed_state
    return [(name, state.dict.get(name)) for name in names]
