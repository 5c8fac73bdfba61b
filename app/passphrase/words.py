"""The word lists from which passphrases are drawn: 1,296 plain words (6 to the 4th power) in each language.

They were written for this program: everyday words of three to nine letters, told apart by their first four letters,
two typing errors or more away from each other and from another word's sound; none of war, captivity, death, body,
faith or politics (nor a weapon's or remembrance day's name: no poppy, crane, sunflower, hyacinth), and none that
attackers try first. Ukrainian words are nominative, without apostrophe and ґ; English ones have one spelling.
"""

from functools import cache

from app.paths import resource

LANGUAGES = ("uk", "en")
SIZE = 1_296


@cache
def words(language: str) -> tuple[str, ...]:
    """The list of `language`, "uk" or "en", in alphabetical order; `KeyError` for any other language."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return tuple(resource(f"words/{language}.txt").read_text(encoding="utf-8").split())
