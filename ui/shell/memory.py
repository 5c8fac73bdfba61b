"""Where somebody was: what another language, another theme or a lock must not take away."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from ui.shell.trail import START, Trail


@dataclass(frozen=True, slots=True)
class Memory:
    """A page, a case and its tab, a search, a dialog by name; `note` and `form` are what is written and not saved.

    `visitor`: a family looks on, and must not see more because the window was built anew.
    """

    page: str = "today"
    case: UUID | None = None
    tab: int = 0
    search: str = ""
    dialog: str = ""
    note: tuple[tuple[str, str], ...] = ()
    form: tuple[tuple[str, str], ...] = ()
    visitor: bool = False
    trail: Trail = START

    def place(self) -> dict[str, str]:
        """The place alone, as a draft keeps it; what is written there is kept as drafts of its own."""
        return {
            "page": self.page,
            "case": self.case.hex if self.case else "",
            "tab": str(self.tab),
            "search": self.search,
            "dialog": self.dialog,
            "visitor": "yes" if self.visitor else "",
        }


def at(place: Mapping[str, str]) -> Memory:
    """The memory of a place that was kept."""
    case = place.get("case", "")
    return Memory(
        place.get("page", "today"),
        UUID(case) if case else None,
        int(place.get("tab", "0")),
        place.get("search", ""),
        place.get("dialog", ""),
        visitor=bool(place.get("visitor")),
    )
