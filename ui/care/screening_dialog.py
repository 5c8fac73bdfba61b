"""A scale entered from its paper form: which one, on which day, the answers by number, a note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget
from typing_extensions import override

from app.changes import Changes
from app.domain.errors import UserError
from app.domain.scales.scale import Result, Tool
from app.domain.scales.scoring import FORMS
from app.office.duty import OnDuty
from app.wellbeing.care import Care
from ui.care.answer_grid import AnswerGrid
from ui.care.scale_words import NO_DIAGNOSIS, TOOLS
from ui.care.whom import Whom
from ui.widgets.date_field import DateField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import Label
from ui.workplace import Workplace

HEIGHT = 560
NOTE_HEIGHT = 56


class ScreeningDialog(FormDialog):
    """Nothing of it is kept as a draft: drafts lie outside the seal. `scored` carries the result and who is on duty."""

    scored = Signal(object, object)

    def __init__(self, place: Workplace, parent: QWidget, whom: Whom) -> None:
        _ = place.words
        super().__init__(place, parent, _("A screening"), whom.about, HEIGHT)
        self._whom = whom
        self.tool = QComboBox()
        for tool in FORMS:
            self.tool.addItem(_(TOOLS[tool]), tool.value)
        self.tool.activated.connect(lambda _row: self._turn_to())
        self._add(self.tool, _("Scale"))
        self._day = DateField(place.look, _, place.clock.today())
        self._day.show_day(place.clock.today())
        self._day_field = self._add(self._day, _("On which day"))
        self._day.judged.connect(self._day_field.warn)
        self._allowed = Label("", wrap=True)
        self.grid = AnswerGrid(place.look, _)
        self._count = Label("", "small", wrap=True)
        self.grid.edited.connect(self._count_up)
        self.grid.edited.connect(self._touch)
        for widget in (self._allowed, self.grid, self._count):
            self._column.addWidget(widget)
        self._note = QPlainTextEdit()
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(place.look.theme.length(NOTE_HEIGHT))
        self._add(self._note, _("Note"))
        self._column.addWidget(Label(_(NO_DIAGNOSIS), "small", wrap=True))
        self._column.addStretch(1)
        self._turn_to()
        self.tool.setFocus()

    @override
    def save(self) -> None:
        if not self._save.isEnabled():
            return
        _ = self._place.words
        day_wrong = self._day.judge() or ("" if self._day.text().strip() else _("This field is required."))
        self._day_field.warn(day_wrong)
        day = None if day_wrong else self._day.day()
        if day is None:
            self._go_to(self._day)
            return
        if (box := self.grid.wrong()) is not None:
            self._say(_("This answer is not on the form. {item}.", item=box.accessibleName()))
            self._go_to(box)
            return
        care, duty, whom = self._care(), self._place.services.duty, self._whom
        tool = Tool(self.tool.currentData())
        answers, note = self.grid.answers(), self._note.toPlainText()
        self._save.setEnabled(False)
        self._place.operations.write(
            self, lambda _: (care.screen(whom.case, whom.person, tool, day, answers, note), duty.now()), self._kept,
            touched=Changes.NOTES | Changes.STEPS, refused=self._refuse,
        )  # fmt: skip

    def _kept(self, kept: tuple[Result, OnDuty | None]) -> None:
        self._leave()
        self.scored.emit(*kept)

    def _refuse(self, error: UserError) -> None:
        self._save.setEnabled(True)
        self._say(self._place.words.explain(error))

    def _care(self) -> Care:
        return self._place.services.care

    def _turn_to(self) -> None:
        _, scale = self._place.words, FORMS[Tool(self.tool.currentData())]
        self.grid.show_scale(scale)
        self._allowed.setText(self._hint(scale.tool))
        self._say("")
        self._count_up()

    def _hint(self, tool: Tool) -> str:
        _ = self._place.words
        match tool:
            case Tool.CSSRS:
                return _("From the official form: 0 no, 1 yes. Question 6: 0 never, 1 longer than three months ago, "
                         "2 within three months. Questions 3 to 5 stay blank after a no to the second. "
                         "What was done about a risk stands in the note.")  # fmt: skip
            case Tool.CRIES8:
                return _("From the child’s paper form: 0 not at all, 1 rarely, 3 sometimes, 5 often.")
            case Tool.PCPTSD5:
                return _("0 no, 1 yes. The first is whether such an event ever happened; after a no the rest is blank.")
            case _:
                first = FORMS[tool].items[0]
                return _("From the paper form, {least} to {most}; what was left blank stays blank.",
                         least=first[0], most=first[-1])  # fmt: skip

    def _count_up(self) -> None:
        done = sum(answer is not None for answer in self.grid.answers())
        self._count.setText(self._place.words("Entered: {done} of {all}.", done=done, all=self.grid.many))
