"""Text that can be kept: what old sticks and broken clipboards bring is not always letters, nor always a text."""

from app.domain.errors import N_, UserError


class TextTooLong(UserError):
    what = N_("A text is longer than {most} characters.")
    todo = N_("Keep what matters; add a long text as a document.")


def legible(text: str) -> str:
    """The text with “?” for each lone surrogate, which no UTF-8 can hold: cp1251 bytes in a file's name."""
    return text.encode("utf-8", "replace").decode()
