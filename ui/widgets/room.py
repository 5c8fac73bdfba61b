"""Room for words that came later: a dialog grows by what it needs, and never shrinks under somebody's hands."""

from PySide6.QtWidgets import QDialog, QWidget


def make_room(inside: QWidget) -> None:
    """Let the dialog around `inside` be as tall as its words at the width it has."""
    window = inside.window()
    layout = window.layout()
    if isinstance(window, QDialog) and layout is not None:
        layout.activate()
        tall = layout.totalHeightForWidth(window.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
        window.resize(window.width(), max(window.height(), tall))
