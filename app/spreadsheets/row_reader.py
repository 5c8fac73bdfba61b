"""Reads one row of a register by its column map into planned values, gathering what there is to say."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain import record_number, tax_number
from app.domain.partial_date import PartialDate
from app.people.phones import Phone
from app.spreadsheets.cell import EMPTY, Cell, Row
from app.spreadsheets.fields import Field
from app.spreadsheets.headings import ColumnMap
from app.spreadsheets.name_readings import Name, read_full_name, read_name_parts
from app.spreadsheets.planned import Answered, PlannedAnswer, PlannedCase, PlannedPerson, PlannedRelative
from app.spreadsheets.readings import (
    in_error,
    read_answer,
    read_date,
    read_erdr,
    read_notice,
    read_pay,
    read_phone_cell,
    read_rank,
    read_relation,
    read_status,
    read_tax_number,
    read_unit,
)
from app.spreadsheets.remarks import Remark, RemarkCode
from app.spreadsheets.words import Pay, says_nothing

STEPS_ANSWERED: Mapping[Field, str] = {
    Field.DNA: "LEG-04",
    Field.NIB: "LEG-09",
    Field.ICRC: "LEG-11",
    Field.COORDINATION: "LEG-13",
    Field.PSYCHOLOGIST: "PSY-01",
}
"""The yes or no columns and the steps that a yes completes."""

_DONE = PlannedAnswer(Answered.DONE)
_PAY_ANSWERS: Mapping[Pay, Mapping[str, PlannedAnswer]] = {
    Pay.NOTHING: {},
    Pay.APPLIED: {"FIN-02": _DONE},
    Pay.GRANTED: {"FIN-02": _DONE, "FIN-03": _DONE},
    Pay.REFUSED: {
        "FIN-02": _DONE,
        "FIN-03": PlannedAnswer(Answered.REFUSED),
        "LEG-30": PlannedAnswer(Answered.TO_BEGIN),
    },
}

_WAR_BEGAN = PartialDate(2014, 2, 20)
_AGES = range(16, 90)
_YEARS_OF_DAYS = 365.2425


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What a row says, before anybody asks whether the man is known already."""

    person: PlannedPerson
    case: PlannedCase
    relative: PlannedRelative | None
    answers: Mapping[str, PlannedAnswer]
    remarks: tuple[Remark, ...]


class RowReader:
    """Reads the rows of one sheet; holds nothing between two rows but the columns."""

    def __init__(self, columns: ColumnMap, today: date) -> None:
        self._at = {field: column.index for field, column in columns.fields.items()}
        self._heading = {field: column.heading for field, column in columns.fields.items()}
        self._today = today
        self._row: Row = ()
        self._remarks: list[Remark] = []

    def read(self, row: Row) -> ReadRow:
        """The planned values of `row`; its name may be empty, which the plan refuses."""
        self._row, self._remarks = row, []
        person, case = self._person(), self._case()
        relative, answers = self._relative(), self._answers()
        return ReadRow(person, case, relative, answers, tuple(dict.fromkeys(self._remarks)))

    def source_row(self, row: Row, sheet_row: int) -> int:
        """The number the office gave the row, else where it stands in the sheet."""
        at = self._at.get(Field.NUMBER)
        text = row[at].text.strip().rstrip(".") if at is not None and at < len(row) else ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else sheet_row

    def _cell(self, field: Field) -> Cell:
        """The cell of `field`; a broken one, or a formula nobody has computed, counts as empty and is remarked on."""
        at = self._at.get(field)
        if at is None or at >= len(self._row):
            return EMPTY
        cell = self._row[at]
        if cell.formula is not None and not cell.text:
            if field is Field.NOTES:
                return Cell(cell.formula, cell.formula)
            self._remarks.append(Remark(RemarkCode.FORMULA_WITHOUT_RESULT, self._heading[field], cell.formula))
            return EMPTY
        if cell.text[:1] == "#" and in_error(cell):
            self._remarks.append(Remark(RemarkCode.CELL_IN_ERROR, self._heading[field], cell.text))
            return EMPTY
        return cell

    def _text(self, field: Field) -> str | None:
        text = " ".join(self._cell(field).text.split())
        return None if says_nothing(text) else text.removeprefix("'")

    def _date(self, field: Field, *, birth: bool = False, may_be_future: bool = False) -> PartialDate | None:
        cell = self._cell(field)
        if cell is EMPTY:
            return None
        reading = read_date(cell, self._heading[field], self._today, birth)
        self._remarks.extend(reading.remarks)
        if reading.value and reading.value.first > self._today and not may_be_future:
            self._remarks.append(Remark(RemarkCode.DATE_FUTURE, self._heading[field], reading.value.iso()))
        return reading.value

    def _name(self) -> Name:
        parts = {
            part: self._cell(field).text
            for part, field in (("surname", Field.SURNAME), ("given", Field.GIVEN), ("patronymic", Field.PATRONYMIC))
        }
        in_parts = Field.SURNAME in self._at and (Field.GIVEN in self._at or Field.FULL_NAME in self._at)
        if in_parts and parts["surname"] and parts["given"]:
            name, remarks = read_name_parts(parts, self._heading[Field.SURNAME])
        else:
            field = Field.FULL_NAME if Field.FULL_NAME in self._at else Field.SURNAME
            whole = " ".join(filter(None, (self._cell(field).text, parts["given"], parts["patronymic"])))
            name, remarks = read_full_name(whole, self._heading.get(field, ""))
        self._remarks.extend(remarks)
        former = self._text(Field.PREVIOUS_SURNAME)
        return replace(name, previous=former) if former else name

    def _person(self) -> PlannedPerson:
        name = self._name()
        born = self._date(Field.BORN, birth=True)
        if born and born.first <= self._today and not self._plausible_age(born):
            self._remarks.append(Remark(RemarkCode.BORN_IMPROBABLE, self._heading[Field.BORN], born.iso()))
        return PlannedPerson(
            name=name,
            latin=self._text(Field.LATIN_NAME),
            call_sign=self._text(Field.CALL_SIGN),
            born=born,
            rnokpp=self._rnokpp(born),
            record_number=self._record_number(born),
            passport=self._text(Field.PASSPORT),
            rank=read_rank(self._cell(Field.RANK).text),
        )

    def _plausible_age(self, born: PartialDate) -> bool:
        return int((self._today - born.first).days / _YEARS_OF_DAYS) in _AGES

    def _rnokpp(self, born: PartialDate | None) -> str | None:
        reading = read_tax_number(self._cell(Field.RNOKPP))
        self._remarks.extend(reading.remarks)
        if reading.value is None:
            return None
        number = tax_number.check(reading.value)
        doubts = tax_number.warnings(number, self._today, born=born)
        coded = (("coded", number.born.isoformat()),)
        if tax_number.TaxWarning.BORN_DIFFERS in doubts and born:
            self._remarks.append(Remark(RemarkCode.RNOKPP_NOT_OF_BIRTH, "", born.iso(), coded))
        elif doubts:
            self._remarks.append(Remark(RemarkCode.RNOKPP_IMPROBABLE, "", "", coded))
        return reading.value

    def _record_number(self, born: PartialDate | None) -> str | None:
        text = self._text(Field.RECORD_NUMBER)
        record = record_number.parse(text) if text else None
        if text and (record is None or record_number.warnings(record, born=born)):
            self._remarks.append(Remark(RemarkCode.RECORD_NUMBER_DOUBTFUL, "", text))
        return record.number if record else text

    def _case(self) -> PlannedCase:
        status = read_status(self._cell(Field.STATUS).text)
        self._remarks.extend(status.remarks)
        event = self._date(Field.EVENT_DATE)
        if event and event.last < _WAR_BEGAN.first:
            self._remarks.append(Remark(RemarkCode.EVENT_IMPROBABLE, self._heading[Field.EVENT_DATE], event.iso()))
        notice_date, notice_number = self._notice()
        return PlannedCase(
            fate=status.value.fate,
            return_mode=status.value.return_mode,
            event_date=event,
            place=self._text(Field.PLACE),
            unit=self._unit(Field.UNIT),
            previous_unit=self._unit(Field.PREVIOUS_UNIT),
            notice_date=notice_date,
            notice_number=notice_number,
            erdr=self._erdr(),
            last_contact=self._date(Field.LAST_CONTACT),
            responsible=self._text(Field.RESPONSIBLE),
            notes=self._text(Field.NOTES),
            pay_884=self._text(Field.PAY_884),
            death_payment=self._text(Field.DEATH_PAYMENT),
            pension=self._text(Field.PENSION),
            other_aid=self._text(Field.OTHER_AID),
        )

    def _notice(self) -> tuple[PartialDate | None, str | None]:
        cell = self._cell(Field.NOTICE)
        number = self._text(Field.NOTICE_NUMBER)
        if cell is EMPTY:
            return None, number
        heading = self._heading[Field.NOTICE]
        reading = read_notice(cell, heading, self._today)
        self._remarks.extend(reading.remarks)
        day = reading.value.day
        if day and day.first > self._today:
            self._remarks.append(Remark(RemarkCode.DATE_FUTURE, heading, day.iso()))
        return day, reading.value.number or number

    def _unit(self, field: Field) -> str | None:
        cell = self._cell(field)
        if cell is EMPTY:
            return None
        reading = read_unit(cell.text, self._heading[field])
        self._remarks.extend(reading.remarks)
        return reading.value

    def _erdr(self) -> str | None:
        cell = self._cell(Field.ERDR)
        if cell is EMPTY:
            return None
        reading = read_erdr(cell, self._heading[Field.ERDR])
        self._remarks.extend(reading.remarks)
        return reading.value

    def _relative(self) -> PlannedRelative | None:
        said = self._text(Field.APPLICANT)
        phones = (*self._phones(Field.PHONE), *self._phones(Field.SECOND_PHONE))
        relation_text = self._text(Field.RELATION) or ""
        if not said and not phones and not relation_text:
            return None
        name, remarks = read_full_name(said or "", self._heading.get(Field.APPLICANT, ""))
        self._remarks.extend(r for r in remarks if r.code is not RemarkCode.NAME_INITIALS)
        relation = read_relation(relation_text, self._heading.get(Field.RELATION, ""))
        self._remarks.extend(relation.remarks)
        return PlannedRelative(name, relation.value, relation_text, phones, self._text(Field.ADDRESS))

    def _phones(self, field: Field) -> tuple[Phone, ...]:
        cell = self._cell(field)
        if cell is EMPTY:
            return ()
        reading = read_phone_cell(cell.text, self._heading[field])
        self._remarks.extend(reading.remarks)
        return reading.value

    def _answers(self) -> Mapping[str, PlannedAnswer]:
        pay = read_pay(self._cell(Field.PAY_884).text, self._heading.get(Field.PAY_884, ""))
        self._remarks.extend(pay.remarks)
        answers = dict(_PAY_ANSWERS[pay.value])
        for field, step in STEPS_ANSWERED.items():
            cell = self._cell(field)
            if cell is EMPTY:
                continue
            reading = read_answer(cell, self._heading[field], self._today)
            self._remarks.extend(reading.remarks)
            if reading.value.yes:
                answers[step] = PlannedAnswer(Answered.DONE, reading.value.day) if reading.value.day else _DONE
        return answers
