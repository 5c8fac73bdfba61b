"""Each kind of field: what it makes of a text when somebody goes on, what it warns of, what it refuses."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget

from app.domain.money import UnreadableMoney, parse
from tests.ui.seen import focusable, texts
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.forms.kinds import KINDS
from ui.forms.numbers import NONE

CHOICES = (("", "—"), ("spouse", "дружина"), ("parent", "мати"))
OTHERS = [kind for kind in Kind if kind is not Kind.TAX_NUMBER]
EVERY = SectionDef(
    "The person",
    (
        FieldDef("born", Kind.DATE, "Birth date"),
        *(FieldDef(kind.value, kind, kind.value, choices=CHOICES, source="name") for kind in OTHERS),
        FieldDef("tax_number", Kind.TAX_NUMBER, "Tax number", source="born"),
        FieldDef("must", Kind.TEXT, "Rank", required=True),
        FieldDef("call", Kind.DAY, "Phones", future=True),
    ),
)  # fmt: skip


@pytest.fixture
def form(place, shown):
    return shown(Form(place, [EVERY]))


def write(form, key, text) -> str:
    """Write and go on; what stands there then."""
    form.line(key).setText(text)
    form.line(key).editingFinished.emit()
    return form.text(key)


def test_every_kind_has_its_widget():
    assert set(KINDS) == set(Kind)


@pytest.mark.parametrize(
    ("key", "typed", "stands"),
    [
        ("name", "iваненко  IВАН", "Іваненко Іван"),
        ("name", "дем'яненко", "Дем’яненко"),
        ("latin", "YIZHAK", "Yizhak"),
        ("date", "5 лист 2026", "05.11.2026"),
        ("date", "2026", "2026"),
        ("day", "051126", "05.11.2026"),
        ("call", "+7", "05.12.2026"),
        ("phones", "0500000017", "+380 50 000 00 17"),
        ("phones", "000 000 00 17 мама, 8(000)0000018", "+380 00 000 00 17 мама, +380 00 000 00 18"),
        ("unit", "в/ч A1234", "А1234"),
        ("unit", "третій батальйон", "третій батальйон"),
        ("tax_number", "6000 000 116", "6000000116"),
        ("money", "12500,5 грн", "12\u00a0500,50\u00a0₴"),
        ("money", "15 000", "15\u00a0000\u00a0₴"),
        ("place", "с. Приклад", "с. Приклад"),
    ],
)
def test_a_text_is_put_right_when_one_goes_on(form, key, typed, stands):
    assert write(form, key, typed) == stands
    assert form.inputs[key].judge()


@pytest.mark.parametrize(
    ("key", "typed"),
    [("date", "коли-небудь"), ("date", "29.11.2027"), ("day", "2026"), ("money", "багато"), ("latin", "Їжак")],
)
def test_what_may_not_stay_so_is_told_beside_the_field(form, key, typed):
    write(form, key, typed)
    field = form.inputs[key]
    assert field.box.property("err") is True
    assert field.box.accessibleDescription()
    assert field in form.wrong()


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("phones", "12345", "Це не схоже на повний номер"),
        ("unit", "батальйон", "Це не схоже на номер частини"),
        ("tax_number", "6000000117", "Контрольна цифра"),
        ("tax_number", "123", "не десять"),
        ("name", "Iваненко", "Латинські літери замінено"),
    ],
)
def test_what_looks_odd_is_warned_of_and_may_stay(form, key, typed, said):
    write(form, key, typed)
    assert any(said in text for text in texts(form.inputs[key]))
    assert form.inputs[key] not in form.wrong()


def test_a_tax_number_of_another_birthday_is_doubted(form):
    write(form, "born", "17.05.1990")
    write(form, "tax_number", "6000000116")
    assert any("а дата народження інша" in text for text in texts(form.inputs["tax_number"]))


def test_lawfully_no_tax_number(form):
    field = form.inputs["tax_number"]
    field._none.click()
    assert form.text("tax_number") == NONE
    assert not field.line.isEnabled()
    assert field.judge()
    form.fill({"tax_number": "6000000116"})
    assert (form.text("tax_number"), field.line.isEnabled()) == ("6000000116", True)


def test_only_what_is_required_may_not_be_empty(form):
    assert [field.definition.key for field in form.wrong()] == ["must"]
    assert "Це поле обов’язкове." in texts(form.inputs["must"])


def test_a_choice_is_found_by_a_part_of_its_words_and_its_draft_disturbs_nobody(form, qtbot, typed):
    field = form.inputs["choice"]
    field.box.setEditText("ма")
    assert form.text("choice") == ""
    assert field.box.currentText() == "ма", "who reads the form for a draft leaves the typing alone"
    field.box.setEditText("МАТИ")
    field.judge()
    assert form.text("choice") == "parent"
    assert field.read("spouse") == "дружина"


def test_an_oblast_is_offered_behind_a_comma(form):
    completer = form.line("place").completer()
    completer.setCompletionPrefix("с. Приклад, дон")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "с. Приклад, Донецька область"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_f4_opens_a_calendar_and_a_day_of_it_counts_as_written(form, qtbot):
    told = []
    form.touched.connect(lambda: told.append(True))
    qtbot.keyClick(form.line("day"), Qt.Key.Key_F4)
    calendar = form.findChild(QCalendarWidget)
    calendar.clicked.emit(QDate(2026, 11, 5))
    assert form.text("day") == "05.11.2026"
    assert told


def test_filling_is_no_touch_and_what_was_filled_is_read_back(form):
    told = []
    form.touched.connect(lambda: told.append(True))
    written = {"text": "капітан", "long_text": "довга\nнотатка", "yes_no": "yes", "choice": "parent", "date": "2026"}
    form.fill(written)
    assert told == []
    assert {key: text for key, text in form.texts().items() if text} == written


def test_every_field_has_a_name(form):
    assert all(widget.accessibleName() for widget in focusable(form))


@pytest.mark.parametrize("text", ["", "-5", "1,234", "12 50", "1.5.5"])
def test_no_sum_is_guessed(text):
    with pytest.raises(UnreadableMoney):
        parse(text)
