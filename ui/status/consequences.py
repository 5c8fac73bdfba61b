"""What a change of status would bring: steps opened and closed, what stops that day, and whether money goes on."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.fates.paying import Paying
from app.fates.steps import Consequences
from ui.step_words import paying_words
from ui.widgets.field import Field
from ui.widgets.form_dialog import FIELD_WIDTH
from ui.widgets.label import Label
from ui.workplace import Workplace

BETWEEN = "; "


class ConsequencesBox(QWidget):
    """Every payment is asked about unless somebody says otherwise; nothing is chosen that stops money by itself."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.choices: dict[str, QComboBox] = {}
        self._wanted: Mapping[str, str] = {}
        self.steps = Label("", "muted", wrap=True)
        self.stops = Label("", wrap=True)
        self._asked = QVBoxLayout()
        self._asked.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.steps, self.stops):
            widget.setMaximumWidth(FIELD_WIDTH)
            column.addWidget(widget)
        column.addLayout(self._asked)
        self.hide()

    def show_consequences(self, told: Consequences) -> None:
        """Say what would happen, and ask about each payment."""
        _, catalogue = self._place.words, self._place.services.catalogue
        opens = _.count("{n} step opens", "{n} steps open", told.opens)
        closes = _.count("{n} closes, kept in the record", "{n} close, kept in the record", told.closes)
        waves = _(" ({n} at once, the rest in waves)", n=told.at_once) if told.at_once < told.opens else ""
        self.steps.setText(f"{opens}{waves}, {closes}.")
        bodies = {stop.code: catalogue.bodies[stop.ask].name.in_(_.language) for stop in told.stops}
        lines = [
            _("• {what} (decides: {body})", what=stop.name.in_(_.language), body=bodies[stop.code])
            for stop in told.stops
        ]
        self.stops.setText("\n".join((_("May stop from that day on, check with whoever decides:"), *lines)))
        self.stops.setVisible(bool(lines))
        self._ask(told.paid)
        self.show()

    def answers(self) -> tuple[tuple[str, Paying], ...]:
        """What is decided about each payment, by its step."""
        return tuple((step, Paying(box.currentData())) for step, box in self.choices.items())

    def text(self) -> str:
        """The answers as a draft keeps them."""
        return BETWEEN.join(f"{step}={answer.value}" for step, answer in self.answers() if answer is not Paying.ASK)

    def want(self, text: str) -> None:
        """Bring back the answers of a draft once the payments are asked about."""
        self._wanted = dict(pair.split("=", 1) for pair in text.split(BETWEEN) if "=" in pair)
        for step, box in self.choices.items():
            self._choose(step, box)

    def _ask(self, paid: tuple[str, ...]) -> None:
        _, catalogue = self._place.words, self._place.services.catalogue
        while item := self._asked.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        self.choices = {}
        for step in paid:
            box = QComboBox()
            for answer in (Paying.ASK, Paying.GO_ON, Paying.STOP):
                box.addItem(paying_words(_, answer.value), answer.value)
            field = Field(self._place.look, catalogue.steps[step].name.in_(_.language), box)
            field.setMaximumWidth(FIELD_WIDTH)
            self._asked.addWidget(field)
            self.choices[step] = box
            self._choose(step, box)

    def _choose(self, step: str, box: QComboBox) -> None:
        box.setCurrentIndex(max(0, box.findData(self._wanted.get(step, Paying.ASK.value))))
