"""What the list remembers of its user: read once when the window opens, written a moment after it changed."""

from dataclasses import dataclass

from app.cases import saved_view
from app.cases.saved_view import SavedViews
from app.services import Services
from ui.cases import list_look, views
from ui.cases.list_look import ListLook


@dataclass(frozen=True, slots=True)
class Remembered:
    """How the list looks, its views, and whom a case may be handed over to."""

    look: ListLook
    views: SavedViews
    workers: tuple[str, ...]


def remembered(services: Services) -> Remembered:
    """Read it; the workers are none where the user may not see cases."""
    preferences = services.preferences
    return Remembered(
        list_look.from_json(preferences.read(list_look.KEY)),
        saved_view.from_json(preferences.read(views.KEY)),
        services.assigning.workers(),
    )
