"""The first window of all, while no vault is known: four steps, back and forward, by keyboard alone if one likes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.clock import Clock
from app.domain.errors import UserError
from app.founding import found
from app.i18n import Words
from app.office.service import OfficeRow
from app.services import Services
from app.vault.vault import OpenVault
from ui.first_run.answers import Answers
from ui.first_run.begin import BeginStep, Wish
from ui.first_run.founder import FounderStep
from ui.first_run.language import LanguageStep
from ui.first_run.step import Step
from ui.first_run.way_back import WayBackStep
from ui.first_run.where import WhereStep
from ui.look import Look
from ui.operations import Operations
from ui.settings.sheet_dialog import SheetDialog
from ui.widgets.button import link, primary, quiet
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

STEPS = 4
CARD_WIDTH = 600
CREATING = 3
"""At which page the vault is made: behind it there is no way back."""


class FirstRunWindow(QWidget):
    """`made` carries the new vault, `begun` then a `Wish`; `training_wanted`, `existing_wanted` another way in."""

    made = Signal(object)
    begun = Signal(object)
    language_chosen = Signal(str)
    training_wanted = Signal()
    existing_wanted = Signal()

    def __init__(
        self, look: Look, words: Words, operations: Operations, clock: Clock, answers: Answers | None = None
    ) -> None:
        super().__init__()
        answers = answers or Answers()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(words("Suprovid"))
        self.setMinimumSize(620, 520)
        self.resize(860, 640)
        self._look, self._words, self._operations, self._clock = look, words, operations, clock
        self._vault: OpenVault | None = None
        self.language = LanguageStep(look, words)
        self.where = WhereStep(look, words, answers)
        self.founder = FounderStep(look, words, operations, answers)
        self.way_back = WayBackStep(look, words, operations, answers)
        self.begin = BeginStep(look, words)
        self._steps: tuple[Step, ...] = (self.language, self.where, self.founder, self.way_back, self.begin)
        self._at = 0
        self._counted = Label("", "small")
        self._bar = QProgressBar()
        self._bar.setRange(0, STEPS)
        self._bar.setAccessibleName(words("Steps"))
        self.back = quiet(look, words("Back"), "arrow-left")
        self.next = primary(look, words("Go on"))
        self._told = Label("", "error", wrap=True)
        self._existing = link(words("I have a vault already…"))
        self._training = link(words("Only look around: training data"))
        self._arrange()
        self._connect()
        self.go(0)

    @property
    def at(self) -> int:
        """The page in view, from 0."""
        return self._at

    @property
    def over(self) -> bool:
        """Whether the vault is made."""
        return self._vault is not None

    def answers(self) -> Answers:
        """Everything that was answered so far."""
        return Answers(
            self.where.parent_folder, self.where.name.text(), self.founder.office.text(), self.founder.user.text(),
            self.founder.phrase.first.text(), self.founder.phrase.again.text(), self.way_back.recipient,
            self.way_back.digits, self.way_back.same.isChecked(),
        )  # fmt: skip

    def go(self, number: int) -> None:
        """Show a page."""
        self._at, step = number, self._steps[number]
        _ = self._words
        for one in self._steps:
            one.setVisible(one is step)
        self._counted.setText(_("Step {number} of {total}", number=step.number, total=STEPS))
        self._bar.setValue(step.number)
        self.back.setVisible(0 < number <= CREATING)
        for other in (self._existing, self._training):
            other.setVisible(number <= 1)
        following = {CREATING: _("Create the vault"), CREATING + 1: _("Go straight to work")}
        self.next.setText(following.get(number, _("Go on")))
        self.next.setAccessibleName(self.next.text())
        self._told.setText("")
        self.setWindowTitle(_("Suprovid"))
        step.setFocus()

    def forward(self) -> None:
        """Go on, if what is asked here is answered."""
        if not self.next.isEnabled() or not self._steps[self._at].ready():
            return
        if self._at == CREATING:
            self._create()
        elif self._at > CREATING:
            self.begun.emit(Wish.WORK)
        else:
            self.go(self._at + 1)

    def backward(self) -> None:
        """Go back; what was typed stays."""
        if self.back.isVisible() and self.back.isEnabled():
            self.go(self._at - 1)

    def wait_for(self, text: str) -> None:
        """Say what is being prepared; nothing can be pressed meanwhile."""
        self._able(able=False)
        self._told.setText(text)

    def tell(self, error: UserError) -> None:
        """Say why something could not be done."""
        self._able(able=True)
        self._told.setText(self._words.explain(error))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.founder.phrase.clear()
        super().closeEvent(event)

    def _create(self) -> None:
        asked, clock, path = self.answers(), self._clock, self.where.path
        office = OfficeRow(name=asked.office.strip())
        self.wait_for(self._words("Creating… this takes a few seconds."))
        self._operations.read(
            self,
            lambda _: found(path, asked.user.strip(), asked.phrase, office, clock=clock, recipient=asked.recipient),
            self._made, refused=self.tell,
        )  # fmt: skip

    def _made(self, vault: OpenVault) -> None:
        self._vault = vault
        self._able(able=True)
        self.begin.tell(recoverable=self.way_back.recipient is not None)
        self.founder.phrase.clear()
        self.made.emit(vault)
        self.go(CREATING + 1)

    def _print_sheet(self) -> None:
        if self._vault is not None:
            services = Services.of(self._vault, self._clock)
            SheetDialog(Workplace(self._look, self._words, self._clock, self._operations, services), self).open()

    def _able(self, *, able: bool) -> None:
        for button in (self.back, self.next, self._existing, self._training, *self.begin.choices.values()):
            button.setEnabled(able)

    def _press(self) -> None:
        """Enter presses the button in use, and else, or if that is pressed already, goes on."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and focus is not self.next and not focus.isChecked():
            focus.click()
        else:
            self.forward()

    def _arrange(self) -> None:
        card = Card()
        card.setFixedWidth(self._look.theme.length(CARD_WIDTH))
        card.body.setContentsMargins(28, 22, 28, 22)
        for step in self._steps:
            card.add(step)
        inside = QWidget()
        inside.setObjectName("inside")
        whole, middle = QVBoxLayout(inside), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(1)
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        head = QHBoxLayout()
        mark = Label()
        mark.setPixmap(self._look.pixmap("shield-check", "accent", 24))
        head.addWidget(mark)
        head.addWidget(Label(self._words("Suprovid"), "brand"))
        head.addStretch(1)
        head.addWidget(self._counted)
        others = QWidget()
        flow = FlowLayout(others)
        for other in (self._existing, self._training):
            flow.addWidget(other)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._told, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(Scroll(inside), 1)
        column.addWidget(others)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self.backward)
        self.next.clicked.connect(self.forward)
        self._existing.clicked.connect(self.existing_wanted)
        self._training.clicked.connect(self.training_wanted)
        self.language.chosen.connect(self.language_chosen)
        self.begin.chosen.connect(self.begun)
        self.begin.sheet_wanted.connect(self._print_sheet)
        for keys, act in (("Return", self._press), ("Enter", self._press), ("Alt+Left", self.backward)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
