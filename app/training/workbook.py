"""Writes a messy workbook as offices keep it, together with what every row of it truly means."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from random import Random

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.fate import Fate
from app.domain.relation import Relation
from app.domain.tax_number import check_digit
from app.training.generator import synthetic_cases
from app.training.synthetic import SyntheticCase, SyntheticRelative

CellWritten = str | int | datetime | None

TITLE = "Облік родин зниклих безвісти, полонених та звільнених (синтетичні дані)"
HEADINGS = (
    "№ з/п", "ПІБ військовослужбовця", "Дата нар.", "РНОКПП", "Звання", "В/ч", "Статус", "Дата події",
    "Місце (нас. пункт, область)", "Заявник (ПІБ)", "Ким доводиться", "Тел. заявника", "Сповіщення ТЦК (дата)",
    "ЄРДР №", "ДНК здано", "НІБ", "МКЧХ", "Коорд. штаб", "Виплати 884", "Психолог", "Останній контакт",
    "Відповідальний", "Примітки",
)  # fmt: skip
_ANSWER_STEPS = ("LEG-04", "LEG-09", "LEG-11", "LEG-13")

_STATUSES: dict[Fate, tuple[str, ...]] = {
    Fate.MISSING: ("зниклий безвісти", "Безвісти зниклий", "БЗ", "зниклий безвісти ", "вважається зниклим безвісти"),
    Fate.NO_CONTACT: ("немає зв'язку", "зв'язок втрачено"),
    Fate.CAPTIVE_UNCONFIRMED: ("у полоні", "полон непідтверджений", "Полон (не підтв.)"),
    Fate.CAPTIVE_CONFIRMED: ("полон (підтв.)", "Полон підтверджений МКЧХ"),
    Fate.CIVIL_DETAINEE: ("цивільний полонений",),
    Fate.RETURNED: ("звільнений (обмін)", "повернувся", "Повернувся з полону"),
    Fate.IN_SERVICE_AFTER: ("повернувся, продовжує службу",),
    Fate.DISCHARGED_AFTER: ("звільнений зі служби після полону",),
    Fate.BODY_UNIDENTIFIED: ("триває ідентифікація", "тіло, очікуємо ДНК"),
    Fate.DECEASED_IDENTIFIED: ("загиблий (ДНК)", "Загиблий"),
    Fate.DIED_IN_CAPTIVITY: ("загинув у полоні",),
    Fate.DECLARED_DEAD_COURT: ("оголошений померлим (суд)",),
    Fate.FOUND_ALIVE: ("знайдений живим",),
}
_RELATIONS: dict[Relation, tuple[tuple[str, str], ...]] = {
    Relation.SPOUSE: (("дружина", "чоловік"),),
    Relation.PARTNER: (("цив. дружина", "цив. чоловік"), ("співмешканка", "співмешканець")),
    Relation.PARENT: (("мати", "батько"), ("мама", "тато")),
    Relation.SIBLING: (("сестра", "брат"),),
    Relation.CHILD: (("дочка", "син"),),
}
_YES = ("так", "+", "є", "здано", "подано")
_NO = ("ні", "-", "не подавали", None, None)
_PAY = ("отримує", "50%", "подала заяву", "депоновано", "відмова", None)
_WORKERS = ("Коваль О.", "Ткач Н.", "Мельник І.")
_NOTES = (
    None, None, "дзвонити після 18:00", "не дзвонити мамі!", "потрібен юрист", "родина в конфлікті", "=1+1",
    "@звернення", "позивний Зразок", "фото у ТГ-каналі, джерело сумнівне",
)  # fmt: skip
_SHORT_RANKS = {"старший солдат": "ст. солдат", "молодший сержант": "мол. сержант"}
_TYPED_APOSTROPHES = "'’ʼ`"
_TO_LATIN = str.maketrans("іоасе", "ioace")


@dataclass(frozen=True, slots=True)
class TruthRow:
    """What a row means. `row` is «№ з/п»; `born_shown` is False where the cell tells only a year or nothing."""

    row: int
    surname: str
    given: str
    patronymic: str
    born: date
    born_shown: bool
    rnokpp: str
    rnokpp_valid: bool
    fate: Fate
    event: date
    unit: str
    relation: Relation
    phone: str
    duplicate_of_previous: bool


def write_messy_workbook(path: Path, cases: int = 400, seed: int = 1, *, today: date) -> tuple[TruthRow, ...]:
    """Write `cases` synthetic cases, and a few of them twice, to `path`; the truth of every row, in order.

    Tax numbers agree with birth dates, so the file is for run time only and never to be committed.
    """
    random = Random(seed)  # noqa: S311 - a repeatable sample, not a secret
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Облік"
    sheet.append([TITLE])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(HEADINGS))
    sheet.append([])
    sheet.append(HEADINGS)
    truth = tuple(_rows(sheet, cases, seed, today, _Clerk(random.random, today)))
    reference = book.create_sheet("Довідник")
    reference.append(["БЗ", "безвісти зниклий"])
    book.save(path)
    return truth


def _rows(sheet: Worksheet, cases: int, seed: int, today: date, clerk: "_Clerk") -> Iterator[TruthRow]:
    number = 0
    for case in synthetic_cases(cases, seed, today, born_numbers=True):
        times = 2 if clerk.seldom(0.01) else 1
        for again in range(times):
            number += 1
            if clerk.seldom(0.01):
                sheet.append([None])
            cells, truth = clerk.row(number, case, again > 0)
            sheet.append(cells)
            yield truth


class _Clerk:
    """Types cases into a sheet the way people do."""

    def __init__(self, chance: Callable[[], float], today: date) -> None:
        self._chance = chance
        self._today = today

    def seldom(self, share: float) -> bool:
        """True in that share of cases."""
        return self._chance() < share

    def row(self, number: int, case: SyntheticCase, again: bool) -> tuple[list[CellWritten], TruthRow]:
        """The cells of one row and their truth; a man written down `again` may have another unit and applicant."""
        applicant = case.relatives[-1 if again and case.relatives[-1].phone else 0]
        unit = case.unit if not again else f"А00{int(self._chance() * 100):02}"
        valid = again or not self.seldom(0.025)
        rnokpp = case.rnokpp if valid else _misprinted(case.rnokpp)
        born, shown = (case.born, True) if again or not self.seldom(0.03) else (case.born, False)
        event = case.history[-1].day
        cells: list[CellWritten] = [
            number,
            self._name(f"{case.surname} {case.given} {case.patronymic}"),
            self._date(born) if shown else self._one((f"нар. {born.year}", None)),
            int(rnokpp) if self.seldom(0.3) and rnokpp[0] != "0" else rnokpp,
            _SHORT_RANKS.get(case.rank, case.rank),
            self._unit(unit),
            self._status(case),
            self._date(event),
            case.place,
            self._apostrophes(f"{applicant.surname} {applicant.given}"),
            self._relation(applicant),
            self._phone(applicant.phone or ""),
            self._date(case.notice_date) if case.notice_date else None,
            case.erdr,
            *(self._one(_YES if step in case.done_steps else _NO) for step in _ANSWER_STEPS),
            self._one(_PAY),
            self._one(_YES if "PSY-01" in case.done_steps else _NO),
            self._date(case.contacts[-1].day) if case.contacts else None,
            self._one(_WORKERS),
            self._one(_NOTES),
        ]
        truth = TruthRow(
            row=number,
            surname=case.surname,
            given=case.given,
            patronymic=case.patronymic,
            born=born,
            born_shown=shown,
            rnokpp=rnokpp,
            rnokpp_valid=valid,
            fate=case.fate,
            event=event,
            unit=unit,
            relation=applicant.relation,
            phone=applicant.phone or "",
            duplicate_of_previous=again,
        )
        return cells, truth

    def _one(self, stock: tuple[str | None, ...]) -> str | None:
        return stock[int(self._chance() * len(stock))]

    def _name(self, name: str) -> str:
        name = self._apostrophes(name)
        share = self._chance()
        if share < 0.1:
            return name.upper()
        if share < 0.15:
            return name.replace(" ", "  ", 1) + " "
        if share < 0.17:
            return name[:1] + name[1:].translate(_TO_LATIN)
        return name

    def _apostrophes(self, name: str) -> str:
        return name.replace("’", _TYPED_APOSTROPHES[int(self._chance() * 4)])

    def _unit(self, unit: str) -> str:
        return str(self._one((unit, unit.lower(), unit.replace("А", "A"), f"в/ч {unit}")))

    def _status(self, case: SyntheticCase) -> str:
        said = str(self._one(_STATUSES[case.fate]))
        return said.capitalize() if self.seldom(0.1) and not said.isupper() else said

    def _relation(self, applicant: SyntheticRelative) -> str:
        forms = _RELATIONS[applicant.relation]
        woman, man = forms[int(self._chance() * len(forms))]
        return man if applicant.patronymic.endswith("ч") else woman

    def _phone(self, phone: str) -> str:
        national = phone.removeprefix("+38")
        bracketed = f"({'8' + national[:2]}) {national[2:5]}-{national[5:7]}-{national[7:]}"
        return str(self._one((phone, national, f"8{national}", bracketed)))

    def _date(self, day: date) -> CellWritten:
        """A third are real dates; the rest are typed in every shape."""
        if self.seldom(0.35):
            return datetime.combine(day, time.min)
        share = self._chance()
        if share < 0.45:
            return day.strftime("%d.%m.%Y")
        if share < 0.6:
            return day.strftime("%Y-%m-%d")
        if share < 0.75:
            return day.strftime("%d/%m/%Y")
        if share < 0.85:
            return day.strftime("%d.%m.%y")
        if share < 0.93:
            return f"{day:%d.%m.%Y} р."
        return f" {day.day}.{day.month}.{day.year}"


def _misprinted(rnokpp: str) -> str:
    """The same number with a wrong last digit."""
    wrong = (int(check_digit(rnokpp[:-1])) + 1) % 10
    return f"{rnokpp[:-1]}{wrong}"
