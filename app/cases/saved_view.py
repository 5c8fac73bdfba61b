"""Saved views of the list: a name, a filter and an order; kept for one user, or shared as a file that names nobody."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.cases import case_filter
from app.cases.case_filter import CaseFilter, FilterDamaged, FilterFromNewerVersion
from app.cases.sorting import Order, Sorting

KIND = "suprovid-view"
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedView:
    """What one view shows, and in which order."""

    name: str
    wanted: CaseFilter = field(default_factory=CaseFilter)
    sorting: Sorting = field(default_factory=Sorting)


@dataclass(frozen=True, slots=True)
class SavedViews:
    """The views of one user in their order, the name of the one the list opens with, and the last that was seen.

    `unread`: views that this version cannot read, kept as they are.
    """

    views: tuple[SavedView, ...] = ()
    default: str = ""
    last: SavedView | None = None
    unread: tuple[Any, ...] = ()

    def named(self, name: str) -> SavedView | None:
        """The view of this name."""
        return next((view for view in self.views if view.name == name), None)

    def with_view(self, view: SavedView) -> "SavedViews":
        """With `view` in the place of the one of its name, or at the end."""
        if self.named(view.name) is None:
            return replace(self, views=(*self.views, view))
        return replace(self, views=tuple(view if one.name == view.name else one for one in self.views))

    def without(self, name: str) -> "SavedViews":
        """Without the view of this name."""
        kept = tuple(view for view in self.views if view.name != name)
        return replace(self, views=kept, default="" if self.default == name else self.default)

    def first(self) -> SavedView | None:
        """What the list opens with: the default view, else what was seen last."""
        return self.named(self.default) or self.last


def share(view: SavedView) -> bytes:
    """The view as a file for a colleague: conditions only, nothing typed, no worker, no unit."""
    told = _told(replace(view, wanted=view.wanted.told_to_all()))
    return json.dumps({"kind": KIND, **told}, ensure_ascii=False, indent=1).encode()


def receive(data: bytes) -> SavedView:
    """A view that a colleague shared; raises `FilterFromNewerVersion` or `FilterDamaged`."""
    try:
        told = json.loads(data.decode())
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise FilterDamaged from error
    if not isinstance(told, Mapping) or told.get("kind") != KIND:
        raise FilterDamaged
    view = _view(told)
    return replace(view, wanted=view.wanted.told_to_all())


def as_json(views: SavedViews) -> dict[str, Any]:
    """Everything, as preferences keep it."""
    return {
        "views": [*(_told(view) for view in views.views), *views.unread],
        "default": views.default,
        "last": _told(views.last) if views.last else None,
    }


def from_json(told: Mapping[str, Any] | None) -> SavedViews:
    """What `as_json` wrote; what cannot be read is carried along unread."""
    views, unread = list[SavedView](), list[Any]()
    for one in (told or {}).get("views") or ():
        view = _readable(one)
        if view is None:
            unread.append(one)
        else:
            views.append(view)
    return SavedViews(
        tuple(views), str((told or {}).get("default") or ""), _readable((told or {}).get("last")), tuple(unread)
    )


def _told(view: SavedView) -> dict[str, Any]:
    return {
        "name": view.name,
        "filter": case_filter.as_json(view.wanted),
        "order": view.sorting.order.value,
        "falling": view.sorting.falling,
    }


def _readable(told: object) -> SavedView | None:
    try:
        return _view(told)
    except (FilterDamaged, FilterFromNewerVersion):
        return None


def _view(told: object) -> SavedView:
    if not isinstance(told, Mapping):
        raise FilterDamaged
    wanted = case_filter.from_json(told.get("filter"))
    name, falling = told.get("name"), told.get("falling", False)
    try:
        order = Order(told.get("order", Order.NAME.value))
    except ValueError as error:
        raise FilterDamaged from error
    if not isinstance(name, str) or len(name) > LONGEST_NAME or not isinstance(falling, bool):
        raise FilterDamaged
    return SavedView(" ".join(name.split()), wanted, Sorting(order, falling))
