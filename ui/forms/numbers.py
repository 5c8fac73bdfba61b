"""Numbers that the state and the network give: phones, tax numbers, units; and sums of money."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from app.domain import money, tax_number, unit_code
from app.domain.errors import N_, UserError
from app.domain.name import canonical
from app.domain.tax_number import TaxWarning
from app.people.phones import PhoneDraft, read_phones
from ui.family_words import shown
from ui.forms.days import DateInput
from ui.forms.definition import FieldDef
from ui.forms.input import Input, LineInput, Verdict
from ui.workplace import Workplace

NONE = "none"
"""The text of a tax number that is lawfully absent."""

_DOUBTS: Mapping[TaxWarning, str] = {
    TaxWarning.BORN_DIFFERS: N_("This number belongs to somebody born on {day}: the birth date says otherwise."),
    TaxWarning.FUTURE: N_("This number belongs to somebody not born yet ({day})."),
    TaxWarning.TOO_YOUNG: N_("This number belongs to somebody born on {day}: too young to serve."),
    TaxWarning.TOO_OLD: N_("This number belongs to somebody born on {day}: too old to serve."),
}


class PhonesInput(LineInput):
    """One phone or several with commas between them, each perhaps with a word: «мама», «вайбер»."""

    def phones(self) -> tuple[PhoneDraft, ...]:
        """What is written, ready to be kept."""
        return tuple(PhoneDraft.of(one) for one in read_phones(self.text()))

    @override
    def _verdict(self) -> Verdict:
        _, phones = self._place.words, read_phones(self.text())
        if not phones or not all(phone.e164 for phone in phones):
            return Verdict(odd=_("This does not look like a whole phone number; it will be kept as written."))
        if not any(phone.extension for phone in phones):
            self.line.setText(phones_text(self.phones()))
        doubtful = any(phone.doubtful for phone in phones)
        return Verdict(odd=_("No operator has such a number. Ask again.") if doubtful else "")


def phones_text(phones: tuple[PhoneDraft, ...]) -> str:
    """Phones as they stand in a field: +380 50 123 45 67 мама, +380 …"""
    return ", ".join(f"{shown(phone.number)} {phone.note}".strip() for phone in phones)


class UnitInput(LineInput):
    """«в/ч A1234» becomes А1234; what is no code stays as written."""

    @override
    def _verdict(self) -> Verdict:
        _, text = self._place.words, canonical(self.text())
        code = unit_code.parse(text)
        self.line.setText(" ".join(filter(None, (code.code, code.rest))) if code else text)
        if code is None:
            return Verdict(odd=_("This is no unit’s code such as А1234; it will be kept as written."))
        return Verdict(odd="" if code.known else _("No unit’s code begins so. Compare it with the paper."))


class TaxNumberInput(LineInput):
    """Ten digits with their check digit, or a tick: lawfully none. A doubt is said and stops nobody."""

    def __init__(self, place: Workplace, definition: FieldDef) -> None:
        super().__init__(place, definition)
        self._born: DateInput | None = None
        self._none = QCheckBox(place.words("none, for religious reasons"))
        self._none.setAccessibleName(self._none.text())
        self._none.toggled.connect(self.line.setDisabled)
        self._none.clicked.connect(lambda _on: self.edited.emit())
        self.put_below(self._none)

    @override
    def relate(self, others: Mapping[str, Input]) -> None:
        born = others.get(self.definition.source)
        self._born = born if isinstance(born, DateInput) else None

    @override
    def text(self) -> str:
        return NONE if self._none.isChecked() else "".join(super().text().split())

    @override
    def put(self, text: str) -> None:
        self._none.setChecked(text == NONE)
        super().put("" if text == NONE else text)

    @override
    def read(self, text: str) -> str:
        return self._none.text() if text == NONE else text

    @override
    def _verdict(self) -> Verdict:
        _, text = self._place.words, self.text()
        if text == NONE:
            return Verdict()
        try:
            number = tax_number.check(text)
            born = self._born.day() if self._born else None
        except UserError as error:
            return Verdict(odd=_.explain(error))
        doubts = tax_number.warnings(number, self._place.clock.today(), born=born)
        told = [_(_DOUBTS[doubt], day=_.date(number.born)) for doubt in doubts if doubt in _DOUBTS]
        return Verdict(odd=told[0] if told else "")


class MoneyInput(LineInput):
    """A sum in hryvnias: «12500,5» becomes «12 500,50 ₴»."""

    def kopecks(self) -> int | None:
        """What is written, in kopecks; None if nothing is. Raises `UnreadableMoney`: judge it first."""
        return money.parse(self.text()) if self.text() else None

    @override
    def _verdict(self) -> Verdict:
        try:
            self.line.setText(money.say(money.parse(self.text())))
        except UserError as error:
            return Verdict(self._place.words.explain(error))
        return Verdict()
