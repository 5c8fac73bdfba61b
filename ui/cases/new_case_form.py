"""The fields of a new case: one column, label over field, judged on leaving, never refused while typing."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.cases.draft import CaseDraft, FateDraft, PersonDraft, PhoneDraft, RelativeDraft
from app.domain.errors import UserError
from app.domain.fate import Fate
from app.domain.name import canonical, look_alikes, proper, straighten
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.domain.unit_code import parse as parse_unit
from app.people.phones import read_phones
from ui.family_words import relation_word, shown
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.workplace import Workplace


class NewCaseForm(QWidget):
    """`named` carries surname and given name once both are written, to look for likely duplicates."""

    named = Signal(str, str)
    touched = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._person()
        self._event()
        self._applicant()
        self._column.addStretch(1)
        self.setFocusProxy(self._fields["surname"].box)

    def draft(self) -> CaseDraft | None:
        """The case as written; None if a field must be put right first, which then says so and has the focus."""
        wrong = [field for name, field in self._fields.items() if not self._judge(name)]
        if wrong:
            wrong[0].box.setFocus()
            return None
        relative = self._relative()
        return CaseDraft(
            person=PersonDraft(
                surname=self._name("surname"),
                given=self._name("given"),
                patronymic=self._name("patronymic"),
                born=self._date("born"),
            ),
            fates=(FateDraft(Fate(self._chosen("fate")), self._date("event")),),
            unit_code=self._unit(),
            relatives=(relative,) if relative else (),
        )

    def values(self) -> dict[str, str]:
        """What is written, by field, to be put back; empty if no word is."""
        lines = [name for name in self._fields if name not in _CHOICES]
        texts = {name: self._line(name).text() for name in lines if self._text(name)}
        if not texts:
            return {}
        consent = "given" if self._consent.isChecked() else ""
        return {**texts, **{name: self._chosen(name) for name in sorted(_CHOICES)}, "consent": consent}

    def fill(self, values: Mapping[str, str]) -> None:
        """Put `values` in place of what is written."""
        for name, field in self._fields.items():
            if name in _CHOICES:
                self._choose(name, values.get(name, ""))
            else:
                self._line(name).setText(values.get(name, ""))
                field.complain("")
        self._consent.setChecked(values.get("consent") == "given")

    def clear(self) -> None:
        """Empty every field."""
        self.fill({})

    def _person(self) -> None:
        _ = self._place.words
        self._column.addWidget(Label(_("The person"), "h2"))
        for name, title in (
            ("surname", _("Surname (required)")),
            ("given", _("Given name (required)")),
            ("patronymic", _("Patronymic")),
        ):
            self._add(name, title, QLineEdit())
        self._dated("born", _("Birth date"), _("dd.mm.yyyy; the year alone will do"))
        self._add("unit", _("Military unit"), QLineEdit(), _("for example А1234"))

    def _event(self) -> None:
        _ = self._place.words
        fates = QComboBox()
        statuses = self._place.services.catalogue.statuses
        initial = [fate for fate in statuses if fate in self._place.services.catalogue.initial]
        for fate in initial:
            fates.addItem(statuses[fate].name.in_(_.language), fate.value)
        self._column.addWidget(Label(_("What is known"), "h2"))
        self._add("fate", _("Status"), fates)
        self._dated("event", _("Since when"), _("the day contact was lost, or of the notification"))

    def _applicant(self) -> None:
        _ = self._place.words
        self._column.addWidget(Label(_("Who turned to us"), "h2"))
        self._add("applicant", _("Surname, given name, patronymic"), QLineEdit())
        relation = QComboBox()
        for one in Relation:
            relation.addItem(relation_word(_, one), one.value)
        self._add("relation", _("Relation"), relation)
        self._add("phone", _("Phone"), QLineEdit(), _("in any form: 050 123 45 67"))
        self._consent = QCheckBox(_("Consent to the use of personal data is signed"))
        self._consent.setAccessibleName(self._consent.text())
        self._consent.toggled.connect(self.touched)
        self._column.addWidget(self._consent)

    def _add(self, name: str, title: str, box: QWidget, hint: str = "") -> None:
        field = Field(self._place.look, title, box, hint)
        field.setMaximumWidth(self._place.look.theme.length(440))
        self._fields[name] = field
        self._column.addWidget(field)
        if isinstance(box, QLineEdit):
            box.textChanged.connect(self.touched)
        if isinstance(box, QComboBox):
            box.activated.connect(self.touched)
        if isinstance(box, QLineEdit) and not isinstance(box, DateField):
            box.editingFinished.connect(lambda: self._left(name))

    def _dated(self, name: str, title: str, hint: str) -> None:
        box = DateField(self._place.look, self._place.words, self._place.clock.today(), partial=True)
        self._add(name, title, box, hint)
        box.judged.connect(lambda _wrong: self._judge(name))

    def _left(self, name: str) -> None:
        if self._text(name):
            self._judge(name)
        if name in {"surname", "given"} and self._text("surname") and self._text("given"):
            self.named.emit(self._name("surname"), self._name("given"))

    def _judge(self, name: str) -> bool:
        judges: dict[str, Callable[[], bool]] = {
            "surname": lambda: self._judge_name("surname", required=True),
            "given": lambda: self._judge_name("given", required=True),
            "patronymic": lambda: self._judge_name("patronymic", required=False),
            "applicant": lambda: self._judge_name("applicant", required=False),
            "born": lambda: self._judge_date("born"),
            "event": lambda: self._judge_date("event"),
            "phone": self._judge_phone,
        }
        return judges[name]() if name in judges else True

    def _judge_name(self, name: str, *, required: bool) -> bool:
        _, field, text = self._place.words, self._fields[name], self._text(name)
        if required and not text:
            field.complain(_("This field is required."))
            return False
        odd = look_alikes(text)
        self._line(name).setText(proper(canonical(straighten(text))))
        if odd:
            field.warn(_("Latin letters were replaced by Ukrainian ones: {letters}.", letters=", ".join(odd)))
        else:
            field.complain("")
        return True

    def _judge_date(self, name: str) -> bool:
        _, field = self._place.words, self._fields[name]
        try:
            day = self._date(name)
        except UserError as error:
            field.complain(_.explain(error))
            return False
        late = day is not None and day.first > self._place.clock.today()
        field.complain(_("This day has not come yet.") if late else "")
        return not late

    def _judge_phone(self) -> bool:
        _, field, text = self._place.words, self._fields["phone"], self._text("phone")
        phones = read_phones(text)
        if text and not any(phone.e164 for phone in phones):
            field.warn(_("This does not look like a whole phone number; it will be kept as written."))
        elif any(phone.doubtful for phone in phones):
            field.warn(_("No operator has such a number. Ask again."))
        else:
            field.complain("")
            if len(phones) == 1 and phones[0].e164 and not phones[0].note:
                self._line("phone").setText(shown(phones[0].e164))
        return True

    def _relative(self) -> RelativeDraft | None:
        surname, _, rest = self._name("applicant").partition(" ")
        given, _, patronymic = rest.partition(" ")
        phones = tuple(PhoneDraft(one.e164 or one.text, one.text) for one in read_phones(self._text("phone")))
        if not surname and not phones:
            return None
        person = PersonDraft(surname=surname, given=given, patronymic=patronymic)
        consent = "given" if self._consent.isChecked() else "unknown"
        return RelativeDraft(person, Relation(self._chosen("relation")), phones=phones, consent=consent)

    def _unit(self) -> str:
        text = self._text("unit")
        code = parse_unit(text)
        return code.code if code else canonical(text)

    def _text(self, name: str) -> str:
        return self._line(name).text().strip()

    def _name(self, name: str) -> str:
        return proper(canonical(straighten(self._text(name))))

    def _line(self, name: str) -> QLineEdit:
        box = self._fields[name].box
        if not isinstance(box, QLineEdit):
            raise TypeError(name)
        return box

    def _chosen(self, name: str) -> str:
        box = self._fields[name].box
        if not isinstance(box, QComboBox):
            raise TypeError(name)
        return str(box.currentData())

    def _choose(self, name: str, code: str) -> None:
        box = self._fields[name].box
        if not isinstance(box, QComboBox):
            raise TypeError(name)
        box.setCurrentIndex(max(0, box.findData(code)))

    def _date(self, name: str) -> PartialDate | None:
        box = self._fields[name].box
        if not isinstance(box, DateField):
            raise TypeError(name)
        return box.value()


_CHOICES = frozenset({"fate", "relation"})
