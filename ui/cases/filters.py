"""The filter over the list of cases: chips that are always there, one for each other condition, and the builder."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from app.cases.case_filter import CaseFilter
from app.catalogue.definitions import Catalogue
from app.i18n import Words
from ui.cases.ask_line import AskDays, AskText
from ui.cases.conditions import Choice, ConditionDef, condition_defs, quick_choices
from ui.look import Look
from ui.widgets.button import filter_chip, quiet
from ui.widgets.flow import FlowLayout


class FilterBar(QWidget):
    """`changed` says that another filter stands; what is typed into the search is no part of it."""

    changed = Signal()

    def __init__(self, look: Look, words: Words, catalogue: Catalogue) -> None:
        super().__init__()
        self._look, self._words, self._catalogue = look, words, catalogue
        self._wanted = CaseFilter()
        self._workers: Sequence[str] = ()
        self._flow = FlowLayout(self)
        self._quick = tuple((self._chip(choice), choice) for choice in quick_choices(words))
        self._set: list[QPushButton] = []
        self.builder = quiet(look, words("Filter"), "list-filter")
        self.builder.setToolTip(words("Add a condition"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.builder.setMenu(self._menu)
        self._flow.addWidget(self.builder)

    def filter(self, text: str = "") -> CaseFilter:
        """What the chips and `text` ask for."""
        return replace(self._wanted, text=text)

    def show_filter(self, wanted: CaseFilter) -> None:
        """Let these conditions stand; nobody is told."""
        self._wanted = replace(wanted, text="")
        for chip, choice in self._quick:
            chip.setChecked(choice.holds(self._wanted))
        for chip in self._set:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._set = [self._removable(one) for one in self._conditions() if one.told(self._wanted)]
        self._flow.removeWidget(self.builder)
        self._flow.addWidget(self.builder)
        self.updateGeometry()

    def know_workers(self, workers: Sequence[str]) -> None:
        """Whom the builder offers."""
        self._workers = workers

    def any(self) -> bool:
        """Whether any condition is set."""
        return bool(self._wanted)

    def clear(self) -> None:
        """Take every condition off."""
        self._take(CaseFilter())

    @override
    def setFocus(self) -> None:  # type: ignore[override]  # Qt has another one with a reason
        self.builder.setFocus()

    def _take(self, wanted: CaseFilter) -> None:
        self.show_filter(wanted)
        self.changed.emit()

    def _chip(self, choice: Choice) -> QPushButton:
        chip = filter_chip(choice.words)
        chip.clicked.connect(lambda: self._take(choice.turn(self._wanted)))
        self._flow.addWidget(chip)
        return chip

    def _removable(self, condition: ConditionDef) -> QPushButton:
        told = condition.told(self._wanted)
        chip = filter_chip(f" {told}")
        chip.setChecked(True)
        chip.setIcon(self._look.icon("x", "accent", 14))
        chip.setAccessibleName(self._words("Take the filter away: {filter}", filter=told))
        chip.setToolTip(chip.accessibleName())
        chip.clicked.connect(lambda: self._remove(condition))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _remove(self, condition: ConditionDef) -> None:
        self._take(condition.without(self._wanted))
        self.builder.setFocus()

    def _conditions(self) -> tuple[ConditionDef, ...]:
        return condition_defs(self._words, self._catalogue, self._workers)

    def _fill(self) -> None:
        """Make the menu of what can be asked, as it stands now."""
        self._menu.clear()
        for condition in self._conditions():
            under = self._menu.addMenu(condition.title)
            for choice in condition.choices:
                action = under.addAction(choice.words.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(choice.holds(self._wanted))
                action.triggered.connect(self._turning(choice))
            if condition.days:
                under.addSeparator()
                under.addAction(self._words("Another number of days…")).triggered.connect(self._asking_days(condition))
            if condition.text:
                under.addAction(self._words("Write it…")).triggered.connect(self._asking_text(condition))
        self._menu.addSeparator()
        clear = self._menu.addAction(self._words("Clear the filter"))
        clear.setEnabled(self.any())
        clear.triggered.connect(self.clear)

    def _turning(self, choice: Choice) -> Callable[[], None]:
        return lambda: self._take(choice.turn(self._wanted))

    def _asking_days(self, condition: ConditionDef) -> Callable[[], None]:
        def ask() -> None:
            dialog = AskDays(self, self._look, self._words, condition.title)
            dialog.answered.connect(lambda days: self._take(replace(self._wanted, **{condition.days: days})))
            dialog.open()

        return ask

    def _asking_text(self, condition: ConditionDef) -> Callable[[], None]:
        def ask() -> None:
            dialog = AskText(self, self._look, self._words, condition.title)
            dialog.answered.connect(lambda text: self._take(replace(self._wanted, **{condition.text: text})))
            dialog.open()

        return ask
