"""What every page of the window has at hand: its look, its words, the clock, and the way to the services."""

from dataclasses import dataclass, field

from app.clock import Clock
from app.i18n import Words
from app.services import Services
from app.settings import Settings
from ui.look import Look
from ui.operations import Operations


@dataclass(frozen=True, slots=True)
class Workplace:
    """Handed to each page as it is built; another language or theme means another workplace.

    `settings`: this laptop's, as they were then.
    """

    look: Look
    words: Words
    clock: Clock
    operations: Operations
    services: Services
    settings: Settings = field(default_factory=Settings)
