"""A number whose rule is that of the kind chosen beside it, a rank, a whole number."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter
from typing_extensions import override

from app.domain.errors import UserError
from app.domain.identifier import IdentifierKind, Owner, read
from app.domain.name import canonical
from ui.forms.definition import FieldDef
from ui.forms.input import Input, LineInput, Verdict
from ui.forms.plain import ChoiceInput
from ui.person_words import DOUBTS
from ui.workplace import Workplace


class IdentifierInput(LineInput):
    """Judged anew when another kind is chosen; `source` names the field of the kind."""

    def __init__(self, place: Workplace, definition: FieldDef) -> None:
        super().__init__(place, definition)
        self._kind: ChoiceInput | None = None

    @override
    def relate(self, others: Mapping[str, Input]) -> None:
        kind = others.get(self.definition.source)
        if isinstance(kind, ChoiceInput):
            self._kind = kind
            kind.edited.connect(self._again)

    @override
    def _verdict(self) -> Verdict:
        _ = self._place.words
        chosen = self._kind.text() if self._kind else ""
        kind = IdentifierKind(chosen or IdentifierKind.OTHER)
        try:
            found = read(kind, self.text(), Owner(self._place.clock.today()))
        except UserError as error:
            return Verdict(_.explain(error))
        if found.value != self.line.text():
            self.line.setText(found.value)
        return Verdict(odd=" ".join(_(DOUBTS[doubt]) for doubt in found.doubts))

    def _again(self) -> None:
        if self.text():
            self.judge()


class RankInput(LineInput):
    """Any part of a rank offers it; the text is Ukrainian, as papers have it, and shown in the window's language."""

    def __init__(self, place: Workplace, definition: FieldDef) -> None:
        super().__init__(place, definition)
        self._ranks, language = place.services.catalogue.ranks, place.words.language
        offered = QCompleter(list(dict.fromkeys(rank.name.in_(language) for rank in self._ranks.known)), self.line)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(offered)

    @override
    def text(self) -> str:
        return self._ranks.named(canonical(super().text())).uk

    @override
    def put(self, text: str) -> None:
        super().put(self.read(text))

    @override
    def read(self, text: str) -> str:
        return self._ranks.named(text).in_(self._place.words.language)


class WholeInput(LineInput):
    """A whole number: digits, and perhaps its unit behind them."""

    @override
    def _verdict(self) -> Verdict:
        digits = self.text().removesuffix(".").split(" ")[0]
        for unit in ("см", "cm"):
            digits = digits.removesuffix(unit)
        if not (digits.isascii() and digits.isdigit() and len(digits) < 7):
            return Verdict(self._place.words("Write a whole number in digits."))
        self.line.setText(digits)
        return Verdict()
