"""What the world refused, in words: the base of every error a user may see."""

from typing import ClassVar


def N_(text: str) -> str:
    """Mark `text` as a message to be translated later, where it is shown."""
    return text


class UserError(Exception):
    """The world refused, not our bug. A subclass says what happened and what to do, in English message ids.

    Facts for the placeholders are keyword arguments: ``WrongFile(name="a.xlsx")`` fills ``{name}``. They are
    shown to the user who met the error and never logged.
    """

    what: ClassVar[str]
    todo: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__)
        self.facts = facts
