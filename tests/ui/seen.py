"""What a test sees of a window: its texts, its buttons, the widgets that take the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.models.lines import Line
from ui.record.section import Section


def texts(widget: QWidget) -> list[str]:
    """Every text on labels, buttons and as accessible name."""
    found = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    found += [button.text() for button in widget.findChildren(QAbstractButton) if button.isVisibleTo(widget)]
    return [text for text in found if text.strip()]


def button(widget: QWidget, text: str) -> QAbstractButton:
    """The button that says `text`."""
    for one in widget.findChildren(QAbstractButton):
        if text in (one.text().strip(), one.accessibleName()):
            return one
    raise LookupError(text)


def focusable(widget: QWidget) -> list[QWidget]:
    """The widgets inside that a keyboard can reach."""
    return [
        one
        for one in widget.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(widget) and one.focusProxy() is None
    ]


def lines(section: Section) -> list[Line]:
    """The lines that stand in a section, from above."""
    model = section.list.lines
    return [model.line(model.index(row)) for row in range(model.rowCount())]
