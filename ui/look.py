"""What a widget asks to paint itself: the theme and its icons."""

from dataclasses import dataclass

from PySide6.QtGui import QIcon, QPixmap

from ui.icons import Icons
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """The theme in force and the icons tinted with it."""

    theme: Theme
    icons: Icons

    def icon(self, name: str, role: str = "text2", size: int = 16) -> QIcon:
        """The icon in the colour of `role`; its `size` grows with the type."""
        return self.icons.icon(name, self.theme.colour(role), self.theme.length(size))

    def pixmap(self, name: str, role: str = "text2", size: int = 16) -> QPixmap:
        """The icon as a picture in the colour of `role`; its `size` grows with the type."""
        return self.icons.pixmap(name, self.theme.colour(role), self.theme.length(size))
