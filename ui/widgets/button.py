"""Buttons: the primary one, plain ones, quiet ones, links, filter chips."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from ui.look import Look

ICON = 16


def plain(look: Look, text: str, icon: str = "") -> QPushButton:
    """A button with a border."""
    return _made(look, text, icon, "text")


def primary(look: Look, text: str, icon: str = "") -> QPushButton:
    """The one button that is meant most on this screen."""
    button = _made(look, text, icon, "onAccent")
    button.setProperty("primary", True)
    return button


def quiet(look: Look, text: str, icon: str = "") -> QPushButton:
    """A button without a border, for what is rarely wanted."""
    button = _made(look, text, icon, "text2")
    button.setProperty("quiet", True)
    return button


def link(text: str) -> QPushButton:
    """A word that acts."""
    button = QPushButton(text)
    button.setProperty("link", True)
    button.setAccessibleName(text)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def filter_chip(text: str) -> QPushButton:
    """A pill that is on or off."""
    button = QPushButton(text)
    button.setProperty("filter", True)
    button.setCheckable(True)
    button.setAccessibleName(text)
    return button


def tool(look: Look, icon: str, name: str, role: str = "text2", size: int = 18) -> QToolButton:
    """An icon that acts; `name` is said by screen readers and shown as a tip."""
    button = QToolButton()
    button.setIcon(look.icon(icon, role, size))
    button.setIconSize(QSize(look.theme.length(size), look.theme.length(size)))
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _made(look: Look, text: str, icon: str, role: str) -> QPushButton:
    button = QPushButton(f" {text}" if icon else text)
    button.setAccessibleName(text)
    button.setAutoDefault(False)
    if icon:
        button.setIcon(look.icon(icon, role))
        button.setIconSize(QSize(look.theme.length(ICON), look.theme.length(ICON)))
    return button
