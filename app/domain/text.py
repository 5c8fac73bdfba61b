"""A text that carries both of its languages, as catalogue data does."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Ukrainian and in English."""

    uk: str
    en: str

    def __str__(self) -> str:  # type: ignore[explicit-override]  # typing.override: Python 3.12
        return self.uk

    def in_(self, language: str) -> str:
        """The words in `language`, "uk" or "en"; any other language reads Ukrainian."""
        return self.en if language == "en" else self.uk
