"""Text that can be kept: what old sticks and broken clipboards bring is not always letters."""


def legible(text: str) -> str:
    """The text with “?” for each lone surrogate, which no UTF-8 can hold: cp1251 bytes in a file's name."""
    return text.encode("utf-8", "replace").decode()
