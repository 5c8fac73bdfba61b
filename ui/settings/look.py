"""Look and language: theme, language, size of type, minutes until the vault locks itself."""

from PySide6.QtCore import Signal

from ui.settings.section import Section
from ui.workplace import Workplace


class LookSection(Section):
    """`chosen` carries the settings of this laptop as they shall be."""

    chosen = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, place.words("Kept on this laptop, outside the vault."))
