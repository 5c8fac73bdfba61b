"""The one table from the kind of a field to the widget that serves it."""

from collections.abc import Callable, Mapping

from ui.forms.days import DateInput
from ui.forms.definition import FieldDef, Kind
from ui.forms.identifiers import IdentifierInput, RankInput, WholeInput
from ui.forms.input import Input, LineInput
from ui.forms.names import LatinInput, NameInput
from ui.forms.numbers import MoneyInput, PhonesInput, TaxNumberInput, UnitInput
from ui.forms.places import PlaceInput
from ui.forms.plain import ChoiceInput, LongInput, YesNoInput
from ui.forms.ticks import TicksInput
from ui.workplace import Workplace

KINDS: Mapping[Kind, Callable[[Workplace, FieldDef], Input]] = {
    Kind.TEXT: LineInput,
    Kind.LONG_TEXT: LongInput,
    Kind.NAME: NameInput,
    Kind.LATIN: LatinInput,
    Kind.DATE: DateInput,
    Kind.DAY: DateInput,
    Kind.PHONES: PhonesInput,
    Kind.TAX_NUMBER: TaxNumberInput,
    Kind.UNIT: UnitInput,
    Kind.IDENTIFIER: IdentifierInput,
    Kind.RANK: RankInput,
    Kind.WHOLE: WholeInput,
    Kind.PLACE: PlaceInput,
    Kind.CHOICE: ChoiceInput,
    Kind.MONEY: MoneyInput,
    Kind.YES_NO: YesNoInput,
    Kind.TICKS: TicksInput,
}
