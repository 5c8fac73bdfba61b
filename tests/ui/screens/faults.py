"""What keeps somebody from reading or reaching a screen: no name, too small to hit, cut off, larger than the laptop."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QCheckBox, QLabel, QWidget

from tests.ui.seen import focusable
from ui.widgets.label import ElidedLabel

SMALLEST = 24
"""Logical pixels either way (WCAG 2.2, 2.5.8)."""
LAPTOP = QSize(1040, 560)
SLACK = 1


def nameless(screen: QWidget) -> list[str]:
    """The widgets a keyboard reaches that a screen reader cannot name."""
    return [told(one) for one in focusable(screen) if not one.accessibleName().strip()]


def cramped(screen: QWidget) -> list[str]:
    """The widgets to be hit that are smaller than a finger of a mouse wants them."""
    targets = [one for one in focusable(screen) if not isinstance(one, QAbstractScrollArea)]
    return [
        f"{told(one)} {_size(one.size())}"
        for one in targets
        if one.width() < SMALLEST or one.height() < SMALLEST
    ]


def cut(screen: QWidget) -> list[str]:
    """The labels and buttons whose words do not fit; what shortens itself and says the rest in a tip is no fault."""
    labels = [one for one in screen.findChildren(QLabel) if not isinstance(one, ElidedLabel) and one.text().strip()]
    found: list[QWidget] = [one for one in labels if one.isVisibleTo(screen) and _label_is_cut(one)]
    buttons = [one for one in screen.findChildren(QAbstractButton) if one.text().strip() and one.isVisibleTo(screen)]
    found += [one for one in buttons if _button_is_cut(one)]
    return [f"{told(one)} {_size(one.size())}, wants {_size(one.sizeHint())}" for one in found]


def oversized(screen: QWidget) -> list[str]:
    """The screen, if it does not fit a small laptop however it is resized."""
    least = screen.minimumSizeHint().expandedTo(screen.minimumSize())
    fits = least.width() <= LAPTOP.width() and least.height() <= LAPTOP.height()
    return [] if fits else [_size(least)]


def told(widget: QWidget) -> str:
    """A widget in words, for the message of a test."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    owner = next((type(one).__name__ for one in _owners(widget) if type(one).__module__.startswith("ui.")), "")
    return f"{owner}/{type(widget).__name__}#{widget.objectName()} «{text.strip() or widget.accessibleName()}»"


def _size(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


def _owners(widget: QWidget) -> list[QWidget]:
    found, one = [], widget.parentWidget()
    while one is not None:
        found.append(one)
        one = one.parentWidget()
    return found


def _label_is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        longest = max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split())
        return longest > label.width() + SLACK or label.height() + SLACK < label.heightForWidth(label.width())
    wanted = label.sizeHint()
    return label.width() + SLACK < wanted.width() or label.height() + SLACK < wanted.height()


def _button_is_cut(button: QAbstractButton) -> bool:
    if isinstance(button.parentWidget(), QAbstractItemView) and not isinstance(button, QCheckBox):
        return False
    wanted = button.minimumSizeHint() if isinstance(button, QCheckBox) else button.sizeHint()
    return button.width() + SLACK < wanted.width() or button.height() + SLACK < wanted.height()
