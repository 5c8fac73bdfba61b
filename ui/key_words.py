"""Keys as people say them: «Ctrl+K», «Пробіл», «Alt+←»."""

from app.i18n import Words
from ui.actions import ActionDef

ENGRAVED = {"Alt+Left": "Alt+←", "Alt+Right": "Alt+→", "Return": "Enter", "Ctrl+Return": "Ctrl+Enter"}


def key_words(words: Words, key: str) -> str:
    """One key; the names on the keyboard itself stay as they are engraved."""
    return words("Space bar") if key == "Space" else ENGRAVED.get(key, key)


def with_keys(words: Words, one: ActionDef) -> str:
    """A command with its first key, for a tip: «Заблокувати (Ctrl+L)»."""
    text = words(one.text)
    return f"{text} ({key_words(words, one.keys[0])})" if one.keys else text
