"""The history: who did what when, in which case; whether its chain is whole stands above it."""

from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from app.domain.errors import UserError
from app.i18n import Words
from app.journal.service import JournalFilter, JournalRow
from app.subject import Subject
from app.vault.audit import Audit
from ui.journal_words import act_word, subject_word
from ui.models.paged import Column, PagedModel
from ui.operations import Latest
from ui.settings.section import Section
from ui.settings.state_line import StateLine
from ui.settings.table import SettingsTable
from ui.widgets.button import quiet
from ui.widgets.date_field import DateField
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace

WHEN, WHO, WHAT, CASE = range(4)
ROW = 36
DATE_WIDTH = 130


class JournalSection(Section):
    """Read page by page, by key; it holds no word of what was written."""

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(
            place, _("Who did what when. A change behind the program shows here; it is not prevented."), fills=True
        )
        self._chain, self._everybody = Latest(place.operations, self), Latest(place.operations, self)
        self._state = StateLine(place.look)
        self._user, self._subject = QComboBox(), QComboBox()
        today = place.clock.today()
        self.first, self.last = DateField(place.look, _, today), DateField(place.look, _, today)
        self._clear = quiet(place.look, _("Clear"), "x")
        self._model: PagedModel[JournalRow] = PagedModel(journal_columns(_), place.operations, self)
        self.table = SettingsTable(place.look, _("History"), {WHEN: 140, WHO: 150, CASE: 150}, ROW)
        self.table.setModel(self._model)
        self._nothing = Label(_("Nothing was written that fits."), "muted")
        self._nothing.hide()
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        journal = self.place.services.journal
        self._chain.ask(lambda _: journal.state(), self._show_state)
        self._everybody.ask(lambda _: journal.users(), self._show_users)
        self.seek()

    def seek(self) -> None:
        """Ask for what the filter says."""
        journal, wanted = self.place.services.journal, self._wanted()
        self._clear.setVisible(wanted != JournalFilter())
        self._model.load(lambda after, _progress: journal.page(wanted, after))

    def _arrange(self) -> None:
        _ = self.place.words
        self._user.setAccessibleName(_("User"))
        self._user.addItem(_("Everybody"), "")
        self._subject.setAccessibleName(_("What it is about"))
        self._subject.addItem(_("Everything"), None)
        for subject in Subject:
            self._subject.addItem(subject_word(_, subject), subject)
        for box in (self._user, self._subject):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(13)
        for field, name in ((self.first, _("From the day")), (self.last, _("To the day"))):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
            field.setFixedWidth(self.place.look.theme.length(DATE_WIDTH))
        row = QWidget()
        flow = FlowLayout(row)
        for widget in (self._user, self._subject, self.first, self.last, self._clear):
            flow.addWidget(widget)
        self.body.addWidget(self._state)
        self.body.addWidget(row)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.table, 1)

    def _connect(self) -> None:
        for box in (self._user, self._subject):
            box.activated.connect(lambda _number: self.seek())
        for field in (self.first, self.last):
            field.judged.connect(self._judged)
            field.returnPressed.connect(field.judge)
        self._clear.clicked.connect(self._clear_filter)
        self._model.loaded.connect(lambda: self._nothing.setVisible(not self._model.rowCount()))

    def _wanted(self) -> JournalFilter:
        try:
            first, last = self.first.day(), self.last.day()
        except UserError:
            first = last = None
        about = self._subject.currentData()
        return JournalFilter(self._user.currentData() or "", Subject(about) if about else None, first, last)

    def _judged(self, wrong: str) -> None:
        if wrong:
            self.said.emit(wrong)
        else:
            self.seek()

    def _clear_filter(self) -> None:
        for box in (self._user, self._subject):
            box.setCurrentIndex(0)
        for field in (self.first, self.last):
            field.clear()
        self.seek()

    def _show_state(self, found: Audit) -> None:
        _ = self.place.words
        if found.broken_at is not None:
            told = _("Entry {n} of the history does not match what came before it.", n=found.broken_at)
            self._state.show_state(good=False, bad=True, text=told)
        else:
            told = _("The history holds {n} entries, and every one follows from the one before.", n=found.entries)
            self._state.show_state(good=True, text=told)

    def _show_users(self, users: tuple[str, ...]) -> None:
        chosen = self._user.currentData()
        while self._user.count() > 1:
            self._user.removeItem(1)
        for user in users:
            self._user.addItem(user, user)
        self._user.setCurrentIndex(max(self._user.findData(chosen), 0))


def journal_columns(words: Words) -> list[Column[JournalRow]]:
    """When, who, what, in which case."""
    return [
        Column(words("When"), lambda row: words.instant(row.at)),
        Column(words("Who"), lambda row: row.user),
        Column(
            words("What"), lambda row: f"{subject_word(words, row.subject)}: {act_word(words, row)}",
            tone=lambda _row: "text",
        ),
        Column(words("Case"), lambda row: row.case),
    ]
