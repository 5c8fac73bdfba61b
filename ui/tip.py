"""Tooltips of plain text: Qt renders what looks like markup, and a name may look like it."""

from html import escape


def tip(text: str) -> str:
    """`text` as a tooltip that shows it letter by letter."""
    return f"<span>{escape(text)}</span>" if "<" in text or "&" in text else text
