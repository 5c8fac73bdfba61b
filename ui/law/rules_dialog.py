"""Every rule of the pack in force: its term, its act, how sure it is and where it was read; found by a word."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.catalogue.definitions import StepDef
from ui.due_words import kind_chip
from ui.law import words as said
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.widgets.button import plain
from ui.widgets.label import Label
from ui.widgets.line_list import LineList
from ui.workplace import Workplace

WIDTH, HEIGHT = 760, 560


class RulesDialog(QDialog):
    """The list follows what is typed."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        _ = place.words
        self._place = place
        self.setWindowTitle(_("All rules"))
        self.resize(WIDTH, HEIGHT)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find by a word, an act or a code"))
        self.search.setAccessibleName(_("Find a rule"))
        self.search.textChanged.connect(self._fill)
        self.found = Label("", "small")
        self.list = LineList(place.look, _("All rules"))
        close = plain(place.look, _("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.found, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(said.pack_title(_, place.services.catalogue.law), "h2"))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        rules = sorted(place.services.catalogue.steps.values(), key=lambda step: step.id)
        self._lines = [self._line(step) for step in rules if step.law and not step.retired]
        self._fill("")
        self.search.setFocus()

    def _fill(self, typed: str) -> None:
        wanted = typed.casefold().split()
        shown = [line for line in self._lines if all(word in line.sentence().casefold() for word in wanted)]
        self.list.show_lines(shown)
        self.found.setText(self._place.words.count("{n} rule", "{n} rules", len(shown)))

    def _line(self, step: StepDef) -> Line:
        _, pack = self._place.words, self._place.services.catalogue.law
        told = [said.term_of_rule(_, step)]
        if step.basis:
            told.append("; ".join(step.basis))
        sure = _(said.CONFIDENCE[step.confidence])
        read = "; ".join(pack.sources.get(key, key) for key in step.sources)
        told.append(_("Source: {source} ({sure})", source=read, sure=sure) if read else sure)
        told += [f"{_(said.CHECK)}: {one.text.in_(_.language)}" for one in pack.questions if one.code in step.questions]
        chips = [kind_chip(_, step.due.term.kind)]
        if said.unsure(step):
            chips.append(Chip(_(said.CHECK), "missing", "gavel"))
        return Line(step.name.in_(_.language), tuple(told), tuple(chips), "scale", step.id)
