"""Of whom something is written: one person of one case."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Whom:
    """A person of a case; `about` is how dialogs name both below their title."""

    case: UUID
    person: UUID
    about: str
