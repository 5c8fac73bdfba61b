"""What an import says about a row: coded, frozen, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.domain.text import Text


class RemarkCode(StrEnum):
    """Why a row was refused or held, or what in it needs a person's eye. Codes are stable, words are not."""

    NAME_MISSING = "name_missing"
    HEADING_REPEATED = "heading_repeated"
    DUPLICATE = "duplicate"
    NAME_LOOK_ALIKES = "name_look_alikes"
    NAME_IN_LATIN = "name_in_latin"
    NAME_INITIALS = "name_initials"
    NAME_ORDER = "name_order"
    NAME_UNUSUAL = "name_unusual"
    DATE_UNREADABLE = "date_unreadable"
    DATE_TAKEN_FROM_WORDS = "date_taken_from_words"
    DATE_SWAPPED = "date_swapped"
    DATE_FUTURE = "date_future"
    BORN_IMPROBABLE = "born_improbable"
    EVENT_IMPROBABLE = "event_improbable"
    RNOKPP_INVALID = "rnokpp_invalid"
    RNOKPP_ZERO_RESTORED = "rnokpp_zero_restored"
    RNOKPP_NOT_OF_BIRTH = "rnokpp_not_of_birth"
    RNOKPP_IMPROBABLE = "rnokpp_improbable"
    RNOKPP_OF_ANOTHER = "rnokpp_of_another"
    RECORD_NUMBER_DOUBTFUL = "record_number_doubtful"
    UNIT_UNUSUAL = "unit_unusual"
    STATUS_EMPTY = "status_empty"
    STATUS_UNCLEAR = "status_unclear"
    STATUS_UNCERTAIN = "status_uncertain"
    RELATION_UNCLEAR = "relation_unclear"
    PHONE_DOUBTFUL = "phone_doubtful"
    ANSWER_UNCLEAR = "answer_unclear"
    PAY_UNCLEAR = "pay_unclear"
    ERDR_UNUSUAL = "erdr_unusual"
    ERDR_ROUNDED = "erdr_rounded"
    FORMULA_WITHOUT_RESULT = "formula_without_result"
    CELL_IN_ERROR = "cell_in_error"


REFUSALS = frozenset((RemarkCode.NAME_MISSING, RemarkCode.HEADING_REPEATED))
"""A row with one of these is not taken."""

_WORDS: Mapping[RemarkCode, Text] = MappingProxyType(
    {
        RemarkCode.NAME_MISSING: Text(
            "Немає прізвища або імені, тому рядок не взято.",
            "There is no surname or given name, so the row was not taken.",
        ),
        RemarkCode.HEADING_REPEATED: Text(
            "Це повторений рядок заголовків.", "This is the heading row once more."
        ),
        RemarkCode.DUPLICATE: Text(
            "Імовірно, це та сама людина, що й {where}: {why}.",
            "This is probably the same person as {where}: {why}.",
        ),
        RemarkCode.NAME_LOOK_ALIKES: Text(
            "{heading}: у слові «{cell}» були латинські літери; їх замінено українськими.",
            "{heading}: “{cell}” had Latin letters; they were replaced by Ukrainian ones.",
        ),
        RemarkCode.NAME_IN_LATIN: Text(
            "{heading}: «{cell}» записано латиницею. Впишіть ім’я українською.",
            "{heading}: “{cell}” is in Latin letters. Enter the name in Ukrainian.",
        ),
        RemarkCode.NAME_INITIALS: Text(
            "{heading}: у «{cell}» замість імені стоять ініціали.",
            "{heading}: “{cell}” has initials instead of the given name.",
        ),
        RemarkCode.NAME_ORDER: Text(
            "{heading}: у «{cell}» прізвище стоїть не першим. Перевірте, чи правильно прочитано.",
            "{heading}: in “{cell}” the surname does not come first. Check that it was read right.",
        ),
        RemarkCode.NAME_UNUSUAL: Text(
            "{heading}: «{cell}» не схоже на звичайне ім’я. Перевірте.",
            "{heading}: “{cell}” does not look like an ordinary name. Check it.",
        ),
        RemarkCode.DATE_UNREADABLE: Text(
            "{heading}: «{cell}» не вдалося прочитати як дату; поле порожнє.",
            "{heading}: “{cell}” could not be read as a date; the field is empty.",
        ),
        RemarkCode.DATE_TAKEN_FROM_WORDS: Text(
            "{heading}: із «{cell}» взято дату {taken}.", "{heading}: the date {taken} was taken from “{cell}”."
        ),
        RemarkCode.DATE_SWAPPED: Text(
            "{heading}: у «{cell}» місяць стоїть перед днем; прочитано як {taken}.",
            "{heading}: in “{cell}” the month stands before the day; read as {taken}.",
        ),
        RemarkCode.DATE_FUTURE: Text("{heading}: дата {cell} ще не настала.", "{heading}: {cell} has not come yet."),
        RemarkCode.BORN_IMPROBABLE: Text(
            "{heading}: за датою {cell} вік військовослужбовця неймовірний.",
            "{heading}: by the date {cell} the servicemember’s age is improbable.",
        ),
        RemarkCode.EVENT_IMPROBABLE: Text(
            "{heading}: дата {cell} неймовірна для цієї війни.", "{heading}: {cell} is improbable for this war."
        ),
        RemarkCode.RNOKPP_INVALID: Text(
            "РНОКПП «{cell}» не проходить перевірки; поле порожнє, запис збережено.",
            "The tax number “{cell}” fails its check; the field is empty, the original is kept.",
        ),
        RemarkCode.RNOKPP_ZERO_RESTORED: Text(
            "РНОКПП «{cell}»: повернуто нуль, який загубила таблиця.",
            "Tax number “{cell}”: the zero that the sheet had lost was put back.",
        ),
        RemarkCode.RNOKPP_NOT_OF_BIRTH: Text(
            "За РНОКПП дата народження {coded}, а в таблиці {cell}. Перевірте.",
            "By the tax number he was born on {coded}, in the sheet on {cell}. Check it.",
        ),
        RemarkCode.RNOKPP_IMPROBABLE: Text(
            "За РНОКПП дата народження {coded}, що неймовірно. Перевірте.",
            "By the tax number he was born on {coded}, which is improbable. Check it.",
        ),
        RemarkCode.RNOKPP_OF_ANOTHER: Text(
            "Такий самий РНОКПП {where}, але ім’я і дата народження інші. Перевірте.",
            "The same tax number stands {where}, but the name and date of birth differ. Check it.",
        ),
        RemarkCode.RECORD_NUMBER_DOUBTFUL: Text(
            "УНЗР «{cell}» не проходить перевірки. Перевірте.", "The record number “{cell}” fails its check. Check it."
        ),
        RemarkCode.UNIT_UNUSUAL: Text(
            "{heading}: «{cell}» не схоже на номер частини; взято як є.",
            "{heading}: “{cell}” does not look like a unit number; taken as it stands.",
        ),
        RemarkCode.STATUS_EMPTY: Text(
            "Статусу немає; записано «Втрачено зв’язок». Уточніть.",
            "There is no status; “Contact lost” was entered. Make sure.",
        ),
        RemarkCode.STATUS_UNCLEAR: Text(
            "Статус «{cell}» незрозумілий; записано «Втрачено зв’язок». Уточніть.",
            "The status “{cell}” was not understood; “Contact lost” was entered. Make sure.",
        ),
        RemarkCode.STATUS_UNCERTAIN: Text(
            "Статус «{cell}» прочитано обережно. Уточніть.",
            "The status “{cell}” was read with caution. Make sure.",
        ),
        RemarkCode.RELATION_UNCLEAR: Text(
            "{heading}: «{cell}» не є відомим родинним зв’язком. Уточніть.",
            "{heading}: “{cell}” is not a known relation. Make sure.",
        ),
        RemarkCode.PHONE_DOUBTFUL: Text(
            "{heading}: такого номера, як «{cell}», здається, не буває. Перевірте.",
            "{heading}: a number such as “{cell}” does not seem to exist. Check it.",
        ),
        RemarkCode.ANSWER_UNCLEAR: Text(
            "{heading}: «{cell}» не означає ні так, ні ні; крок лишено відкритим.",
            "{heading}: “{cell}” means neither yes nor no; the step is left open.",
        ),
        RemarkCode.PAY_UNCLEAR: Text(
            "{heading}: «{cell}» незрозуміло; кроки щодо виплат лишено відкритими.",
            "{heading}: “{cell}” was not understood; the steps about pay are left open.",
        ),
        RemarkCode.ERDR_UNUSUAL: Text(
            "{heading}: у номері «{cell}» не 17 цифр. Перевірте.",
            "{heading}: the number “{cell}” does not have 17 digits. Check it.",
        ),
        RemarkCode.ERDR_ROUNDED: Text(
            "{heading}: номер «{cell}» округлила таблиця. Впишіть його з витягу.",
            "{heading}: the sheet has rounded the number “{cell}”. Enter it from the extract.",
        ),
        RemarkCode.FORMULA_WITHOUT_RESULT: Text(
            "{heading}: формулу «{cell}» не обчислено; поле порожнє.",
            "{heading}: the formula “{cell}” has no result; the field is empty.",
        ),
        RemarkCode.CELL_IN_ERROR: Text(
            "{heading}: у комірці помилка таблиці {cell}; поле порожнє.",
            "{heading}: the cell holds the sheet’s error {cell}; the field is empty.",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing said about a row. `facts` fill its wording; a fact that is a `Text` follows the language."""

    code: RemarkCode
    heading: str = ""
    cell: str = ""
    facts: tuple[tuple[str, str | Text], ...] = ()

    @property
    def refuses(self) -> bool:
        """Whether a row that bears this remark is not taken."""
        return self.code in REFUSALS

    @property
    def text(self) -> Text:
        """The remark in both languages."""
        return Text(self._said("uk"), self._said("en"))

    def _said(self, language: str) -> str:
        facts = {key: fact.in_(language) if isinstance(fact, Text) else fact for key, fact in self.facts}
        return _WORDS[self.code].in_(language).format(heading=self.heading, cell=self.cell, **facts)
