"""What one relative was told, on which day and how: the ground of every paper this relative gets."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from app.cases.relatives import RelativeRow
from app.cases.view import CaseView
from app.domain.errors import UserError
from app.domain.fate import HARD_NEWS, Fate
from app.fates.service import HOW, IN_PAIR, HardNewsInPerson
from ui.family_words import relation_word
from ui.fate_words import fate_words
from ui.forms.drafted import keep_drafts
from ui.safety import cautions
from ui.told_words import how_word
from ui.widgets.date_field import DateField
from ui.widgets.form_dialog import FIELD_WIDTH, FormDialog
from ui.widgets.label import Label
from ui.workplace import Workplace

HEIGHT = 500


class ToldDialog(FormDialog):
    """Offers only statuses that stand in the record; the way of telling is never chosen beforehand."""

    def __init__(self, place: Workplace, parent: QWidget, case: CaseView, relative: RelativeRow) -> None:
        _ = place.words
        about = " · ".join((
            relative.name or _("Name unknown"), relation_word(_, relative.relation, relative.patronymic), case.number,
        ))  # fmt: skip
        super().__init__(place, parent, _("What the family was told"), about, HEIGHT)
        self._case, self._relative = case, relative
        if cautioned := " ".join(cautions(_, relative, case.relatives)):
            caution = Label(cautioned, "error", wrap=True)
            caution.setMaximumWidth(FIELD_WIDTH)
            self._column.addWidget(caution)
        self._fate = QComboBox()
        self._fate.activated.connect(lambda _row: self._ask())
        self._add(self._fate, _("What was told"), _("only what stands in the record of the case"))
        self._protocol = Label(
            _("Such news is told in person, best by two of you, never by phone or on paper. Record it after the talk."),
            wrap=True,
        )
        self._protocol.setMaximumWidth(FIELD_WIDTH)
        self._column.addWidget(self._protocol)
        self._day = DateField(place.look, _, place.clock.today())
        self._day.show_day(place.clock.today())
        self._day_field = self._add(self._day, _("On which day"))
        self._day.judged.connect(self._day_field.warn)
        self._how = QComboBox()
        self._how.setPlaceholderText(_("Choose"))
        for how in HOW:
            self._how.addItem(how_word(_, how), how)
        self._how.activated.connect(lambda _row: self._ask())
        self._how_field = self._add(self._how, _("How"))
        self._second = QLineEdit()
        self._second_field = self._add(self._second, _("Who was there with you"))
        self._column.addStretch(1)
        self._protocol.hide()
        self._second_field.hide()
        self._save.setEnabled(False)
        self._fate.setFocus()
        fates = place.services.fates
        place.operations.read(self, lambda _: fates.known(case.uid), self._offer)

    @override
    def save(self) -> None:
        """Keep what was told, if the day and the way are said."""
        _, how, second = self._place.words, self._how.currentData() or "", self._second.text().strip()
        if not self._save.isEnabled():
            return
        day_wrong = self._day.judge() or ("" if self._day.text().strip() else _("This field is required."))
        self._day_field.warn(day_wrong)
        self._how_field.warn("" if how else _("This field is required."))
        alone = how == IN_PAIR and not second
        self._second_field.warn(_("Write who was there with you.") if alone else "")
        wrong = [box for box, bad in ((self._day, day_wrong), (self._how, not how), (self._second, alone)) if bad]
        day = None if day_wrong else self._day.day()
        if wrong or day is None:
            self._go_to(wrong[0])
            return
        fates, case, relative = self._place.services.fates, self._case.uid, self._relative.uid
        fate = Fate(self._fate.currentData())
        self._write(lambda _: fates.tell(case, relative, fate, day, how, second), self._refuse)

    def _offer(self, known: Sequence[Fate]) -> None:
        _, catalogue = self._place.words, self._place.services.catalogue
        for fate in known:
            self._fate.addItem(fate_words(_, catalogue, fate, self._case.sex), fate.value)
        self._save.setEnabled(True)
        self._ask()
        keep_drafts(self, self._place, "told", self._relative.uid, self._values, self._fill)

    def _values(self) -> dict[str, str]:
        if not self._written:
            return {}
        return {
            "fate": str(self._fate.currentData()), "day": self._day.text(), "how": self._how.currentData() or "",
            "second": self._second.text(),
        }  # fmt: skip

    def _fill(self, values: Mapping[str, str]) -> None:
        """Put `values` in place of what is written; without any, the form stands as it opened."""
        today = self._place.words.date(self._place.clock.today())
        self._fate.setCurrentIndex(max(0, self._fate.findData(values.get("fate", ""))))
        self._day.setText(values.get("day", today))
        self._how.setCurrentIndex(self._how.findData(values.get("how", "")))
        self._second.setText(values.get("second", ""))
        self._written = bool(values)
        self._ask()

    def _ask(self) -> None:
        """Turn the form to the news and the way chosen."""
        self._protocol.setVisible(Fate(self._fate.currentData()) in HARD_NEWS)
        self._second_field.setVisible(self._how.currentData() == IN_PAIR)
        self._how_field.warn("")
        self._say("")

    def _refuse(self, error: UserError) -> None:
        told = self._place.words.explain(error)
        if isinstance(error, HardNewsInPerson):
            self._how_field.warn(told)
            self._go_to(self._how)
        else:
            self._say(told)
