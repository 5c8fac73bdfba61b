"""A section of a record: heading, a button that adds, the entries, and what can be done with the chosen one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from ui.models.lines import Line
from ui.widgets.button import link, quiet
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.widgets.line_list import LineList
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Act:
    button: QPushButton
    offered: Callable[[Any], bool]


def _always(_subject: object) -> bool:
    """Offered for every entry."""
    return True


class Section(Card):
    """`add_wanted` by its button; `opened` and `unwanted` carry the subject of the chosen line."""

    add_wanted = Signal()
    opened = Signal(object)
    unwanted = Signal(object)

    def __init__(
        self, place: Workplace, title: str, empty: str, *, add: str = "", hint: str = "", grows: bool = True
    ) -> None:
        """`empty`: what is said without entries; `add`: the words of the button, none without; `hint` below the title.

        All worded already. `grows`: the list is as tall as its lines, and something around scrolls; else it scrolls.
        """
        super().__init__(title)
        self._place = place
        self._acts: list[_Act] = []
        self.list = LineList(place.look, title)
        self._empty = Label(empty, "muted", wrap=True)
        self._adding = quiet(place.look, add, "plus")
        self._adding.clicked.connect(self.add_wanted)
        self.head.addWidget(self._adding)
        self._adding.setVisible(bool(add))
        if hint:
            self.add(Label(hint, "small", wrap=True))
        self.add(self._empty)
        self.add(self.list, 1)
        self._offered = QWidget()
        self._flow = FlowLayout(self._offered, 12)
        self.add(self._offered)
        self.list.chosen.connect(self._offer)
        self.list.opened.connect(self.opened)
        self.list.unwanted.connect(self.unwanted)
        if grows:
            self.list.grow()
        self.show_lines([])

    def act(self, text: str, do: Callable[[Any], object], offered: Callable[[Any], bool] = _always) -> None:
        """Let `text` be pressed below the list: `do` gets the chosen subject; only where it is `offered`."""
        button = link(text)
        button.clicked.connect(lambda: self._do(do))
        self._acts.append(_Act(button, offered))
        self._flow.addWidget(button)
        button.hide()

    def offer_adding(self, *, offered: bool) -> None:
        """Let the button that adds be there or not."""
        self._adding.setVisible(offered)

    def show_lines(self, lines: list[Line]) -> None:
        """Show other entries."""
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._offer(self.list.subject())

    @override
    def setFocus(self) -> None:  # type: ignore[override]  # the reason of a focus is of no use here
        self.list.setFocus()

    def _do(self, do: Callable[[Any], object]) -> None:
        subject = self.list.subject()
        if subject is not None:
            do(subject)

    def _offer(self, subject: object) -> None:
        line = self.list.lines.line(self.list.currentIndex())
        said = line.headline if line is not None and subject is not None else ""
        for act in self._acts:
            act.button.setVisible(subject is not None and act.offered(subject))
            act.button.setAccessibleName(f"{act.button.text()}: {said}")
        self._offered.setVisible(subject is not None and bool(self._acts))
