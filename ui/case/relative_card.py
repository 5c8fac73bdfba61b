"""One relative: who, how to reach safely, what is verified, what was last told."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.cases.relatives import RelativeRow
from ui.case.fate_words import fate_words
from ui.consents.words import consent_standing
from ui.family_words import masked, relation_word, shown
from ui.models.roles import Chip
from ui.widgets.button import link
from ui.widgets.card import Card
from ui.widgets.chip import ChipLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace

class RelativeCard(Card):
    """Phones stay masked until somebody asks. The signals carry the row."""

    told_wanted = Signal(object)
    correction_wanted = Signal(object)
    phone_wanted = Signal(object)
    main_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, place: Workplace, row: RelativeRow, sex: str = "") -> None:
        """`sex` of the man, for the words of his status."""
        super().__init__()
        self._sex = sex
        self._place = place
        self._row = row
        self._open = False
        self._head()
        self._phones()
        self._facts()
        self._actions()

    def _head(self) -> None:
        _, row = self._place.words, self._row
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Label(row.name or _("Name unknown"), "strong"))
        relation = relation_word(_, row.relation, row.patronymic)
        typed = f" ({row.relation_typed})" if row.relation_typed.lower() not in {"", relation} else ""
        line.addWidget(Label(relation + typed, "muted"))
        for wanted, chip in (
            (row.primary, Chip(_("main contact"), "info", "user")),
            (row.do_not_call, Chip(_("do not call"), "captive", "ban")),
            (row.in_conflict, Chip(_("conflict in the family"), "missing", "triangle-alert")),
        ):
            if wanted:
                line.addWidget(ChipLabel(self._place.look, chip))
        line.addStretch(1)
        self.body.addLayout(line)

    def _phones(self) -> None:
        _ = self._place.words
        self._numbers = Label("")
        self._reveal = link(_("Show"))
        self._reveal.clicked.connect(self._toggle)
        line = QHBoxLayout()
        line.setSpacing(6)
        picture = Label()
        picture.setPixmap(self._place.look.pixmap("phone", "text3", 14))
        line.addWidget(picture)
        line.addWidget(self._numbers)
        line.addWidget(self._reveal)
        line.addStretch(1)
        self.body.addLayout(line)
        self._say_phones()

    def _facts(self) -> None:
        _, row = self._place.words, self._row
        consent = consent_standing(_, row.consent, row.consent_until)
        verified = [
            _("identity verified") if row.identity_verified else _("identity not verified"),
            _("kinship verified") if row.kinship_verified else _("kinship not verified"),
            _("consent to data use: {consent}", consent=consent),
        ]
        self.add(Label(" · ".join(verified), "muted", wrap=True))
        if row.safe_hours:
            self.add(Label(_("Safe to call: {hours}", hours=row.safe_hours), wrap=True))
        if row.code_phrase:
            self.add(Label(_("Agreed phrase: {phrase}", phrase=row.code_phrase), wrap=True))
        if row.last_told:
            name = fate_words(_, self._place.services.catalogue, row.last_told, self._sex)
            day = _.date(row.last_told_on) if row.last_told_on else ""
            self.add(Label(_("Was last told: {status}, {date}", status=name, date=day), "muted", wrap=True))

    def _actions(self) -> None:
        _, row = self._place.words, self._row
        line = QWidget()
        flow = FlowLayout(line, 12)
        offered = [
            (_("The family was told…"), self.told_wanted),
            (_("Put the data right…"), self.correction_wanted),
            (_("Add a phone…"), self.phone_wanted),
            *([] if row.primary else [(_("Make the main contact"), self.main_wanted)]),
            (_("Remove from the case"), self.removal_wanted),
        ]
        for text, wanted in offered:
            button = link(text)
            button.setAccessibleName(_("{action} {name}", action=text, name=row.name or _("Name unknown")))
            button.clicked.connect(lambda _checked=False, signal=wanted: signal.emit(row))
            flow.addWidget(button)
        self.add(line)

    def _toggle(self) -> None:
        self._open = not self._open
        self._say_phones()

    def _say_phones(self) -> None:
        _ = self._place.words
        say = shown if self._open else masked
        self._numbers.setText(", ".join(say(phone) for phone in self._row.phones) or _("no phone"))
        self._reveal.setVisible(bool(self._row.phones))
        self._reveal.setText(_("Hide") if self._open else _("Show"))
        self._reveal.setAccessibleName(_("Phone of {name}", name=self._row.name) + ": " + self._reveal.text())
