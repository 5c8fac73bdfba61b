"""A press of the right button on a field offers what it said before, under what the field offers itself."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from ui.forms.definition import SectionDef, fields
from ui.forms.form import Form
from ui.history.dialog import Terms
from ui.workplace import Workplace


def terms_of(sections: Iterable[SectionDef]) -> Terms:
    """The words of a form for its fields: labels, and choices by their codes."""
    asked = tuple(fields(sections))
    return Terms({one.key: one.label for one in asked}, {one.key: dict(one.choices) for one in asked})


def offer_history(place: Workplace, form: Form, tell: Callable[[str], None]) -> None:
    """Let every field of `form` offer it; `tell` gets the key of the field."""
    for key, one in form.inputs.items():
        box = one.box
        box.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        box.customContextMenuRequested.connect(partial(_ask, place, box, partial(tell, key)))


def _ask(place: Workplace, box: QWidget, tell: Callable[[], None], at: QPoint) -> None:
    menu = box.createStandardContextMenu() if isinstance(box, QLineEdit | QPlainTextEdit) else QMenu(box)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if menu.actions():
        menu.addSeparator()
    menu.addAction(place.look.icon("history"), place.words("What was written here before…")).triggered.connect(tell)
    menu.popup(box.mapToGlobal(at))
