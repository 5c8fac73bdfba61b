"""How one user likes the list: its columns, how dense its rows are, whether a preview stands beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ui.cases.columns import USUAL, Part

KEY = "cases.list"
NARROWEST, WIDEST = 60, 900


@dataclass(frozen=True, slots=True)
class ListLook:
    """`shown`: columns from left to right; `widths`: those that somebody drew; the preview's width in pixels."""

    shown: tuple[Part, ...] = USUAL
    widths: tuple[tuple[Part, int], ...] = ()
    compact: bool = False
    preview: bool = False
    preview_width: int = 320

    @property
    def usual(self) -> bool:
        """Whether the columns are those of a new user, so that a narrow window may leave some out."""
        return self.shown == USUAL and not self.widths

    def width(self, part: Part) -> int | None:
        """The width that somebody drew."""
        return dict(self.widths).get(part)

    def drawn(self, part: Part, width: int) -> "ListLook":
        """With the column `width` wide."""
        width = min(max(width, NARROWEST), WIDEST)
        return replace(self, widths=tuple({**dict(self.widths), part: width}.items()))

    def with_shown(self, shown: tuple[Part, ...]) -> "ListLook":
        """With these columns, in this order."""
        return replace(self, shown=shown)

    def with_density(self, *, compact: bool) -> "ListLook":
        """With rows of one line, or of two."""
        return replace(self, compact=compact)

    def with_preview(self, *, shown: bool, width: int | None = None) -> "ListLook":
        """With the preview or without, `width` pixels wide if that was drawn."""
        return replace(self, preview=shown, preview_width=width or self.preview_width)

    def reset(self) -> "ListLook":
        """With the columns of a new user."""
        return replace(self, shown=USUAL, widths=())


def as_json(look: ListLook) -> dict[str, Any]:
    """As preferences keep it."""
    return {
        "shown": [part.value for part in look.shown],
        "widths": {part.value: width for part, width in look.widths},
        "compact": look.compact,
        "preview": look.preview,
        "preview_width": look.preview_width,
    }


def from_json(told: Mapping[str, Any] | None) -> ListLook:
    """What `as_json` wrote; what is not understood is as for a new user."""
    usual, told = ListLook(), told or {}
    known = {part.value: part for part in Part}
    shown = tuple(dict.fromkeys(known[one] for one in _list(told.get("shown")) if one in known))
    widths = told.get("widths")
    drawn = widths.items() if isinstance(widths, Mapping) else ()
    beside = told.get("preview_width")
    return ListLook(
        shown=shown if Part.PERSON in shown else usual.shown,
        widths=tuple(
            (known[part], min(max(width, NARROWEST), WIDEST))
            for part, width in drawn if part in known and isinstance(width, int)
        ),
        compact=told.get("compact") is True,
        preview=told.get("preview") is True,
        preview_width=beside if isinstance(beside, int) and NARROWEST <= beside <= WIDEST else usual.preview_width,
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
