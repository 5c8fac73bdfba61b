"""Count a sum before somebody asks for it: his pay by the shares of a day, a one-off payment by its instalments."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.cases.view import CaseView
from app.domain import money
from app.domain.benefit import ONE_OFF, PAY
from app.domain.errors import N_
from app.domain.fate import ALL_DEAD
from app.domain.money import say
from app.domain.shares import Counted
from app.domain.split import instalment_rule_on
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.money.words import instalment_words, kind_word, short_names, sum_words
from ui.search.choices import day
from ui.widgets.button import quiet
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

WIDTH, HEIGHT = 620, 520


class CountDialog(QDialog):
    """It keeps nothing: what it says is read aloud and checked with the body that decides."""

    def __init__(self, place: Workplace, parent: QWidget, case: CaseView, about: str) -> None:
        super().__init__(parent)
        _ = place.words
        self._place, self._case, self._names = place, case.uid, short_names(_, case.relatives)
        self.setWindowTitle(_("Count a sum"))
        self.resize(place.look.theme.length(WIDTH), place.look.theme.length(HEIGHT))
        offered = (PAY, ONE_OFF) if case.fate in ALL_DEAD else (PAY,)
        kinds = tuple((code, kind_word(_, place.services.catalogue, code)) for code in offered)
        self.form = Form(
            place,
            (
                SectionDef(
                    "",
                    (
                        FieldDef("kind", Kind.CHOICE, N_("Which payment"), choices=kinds),
                        FieldDef("total", Kind.MONEY, N_("Sum"), N_("of a month, or of the whole one-off payment")),
                        FieldDef("on", Kind.DAY, N_("Day"),
                                 N_("of which the rule counts; for a one-off payment when the death was certified"),
                                 future=True),
                    ),
                ),
            ),
        )  # fmt: skip
        self.told = Label("", wrap=True)
        count = quiet(place.look, _("Count"), "calculator")
        count.clicked.connect(self.count)
        close = quiet(place.look, _("Close"))
        close.clicked.connect(self.accept)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.form)
        column.addWidget(self.told)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(count)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 12)
        whole.addWidget(Label(_("Count a sum"), "h2"))
        whole.addWidget(Label(about, "muted", wrap=True))
        whole.addWidget(Scroll(inside), 1)
        whole.addLayout(foot)
        self.form.fill({"kind": offered[-1], "on": _.date(place.clock.today())})
        self.form.setFocus()

    def count(self) -> None:
        """Say what the sum comes to, or what is missing."""
        _, place = self._place.words, self._place
        if self.form.wrong():
            return
        on, catalogue = day(self.form, "on"), place.services.catalogue
        if on is None:
            self.told.setText(_("Write the day: the rule depends on it."))
            return
        if self.form.text("kind") == ONE_OFF:
            rule = instalment_rule_on(catalogue.money.instalments, on)
            total = self._total() or (rule.total if rule else 0)
            self.form.put("total", say(total))
            self.told.setText("\n".join(instalment_words(_, catalogue, total, rule)))
            return
        money_of, case = place.services.record.money, self._case
        place.operations.read(self, lambda _: money_of.counted_on(case, on), self._show)

    def _show(self, counted: Counted) -> None:
        _, total = self._place.words, self._total()
        if total is None:
            self.told.setText(_("Write the sum of a month as the unit’s paper says it."))
            return
        self.told.setText("\n".join(sum_words(_, self._place.services.catalogue, total, counted, self._names)))

    def _total(self) -> int | None:
        return money.parse(self.form.text("total")) if self.form.text("total") else None
