"""A man put right: look-alike letters said, the passport's spelling, two who correct at once."""

import pytest
from PySide6.QtWidgets import QPushButton

from app.cases.queries import CaseFilter
from app.domain.partial_date import PartialDate
from app.people.person import Correction
from tests.ui.seen import button, focusable, texts
from ui.case.page import FAMILY, CasePage
from ui.case.person_dialog import PersonDialog
from ui.case.relative_dialog import RelativeDialog
from ui.draft_line import DraftLine


@pytest.fixture
def case(services):
    rows = services.cases.page(CaseFilter(), None, 20).rows
    return next(view for row in rows if (view := services.cases.view(row.uid)).relatives)


@pytest.fixture
def dialog(place, host, lane, case):
    dialog = PersonDialog(place, host, case.uid, case.name)
    dialog.open()
    lane.flush()
    return dialog


def write(dialog, name, text) -> None:
    dialog.form.line(name).setText(text)
    dialog.form.line(name).editingFinished.emit()


def test_what_is_recorded_stands_in_the_fields(dialog, case):
    assert [dialog.form.text(name) for name in ("surname", "given", "patronymic")] == [
        case.surname, case.given, case.patronymic,
    ]  # fmt: skip
    assert dialog.form.line("surname_latin").text() == "", "made by rule, it is only shown in grey"
    assert dialog.form.line("surname_latin").placeholderText()


def test_a_correction_is_kept(dialog, services, case, lane):
    write(dialog, "surname", "їжак")
    dialog.form.line("born").setText("1985")
    write(dialog, "surname_latin", "YIZHAK")
    button(dialog, "Зберегти").click()
    lane.flush()
    row = services.people.read(case.person)
    assert (row.surname, row.surname_latin, row.born) == ("Їжак", "Yizhak", PartialDate(1985))


def test_saving_without_a_change_changes_nothing(dialog, services, case, lane):
    before = services.people.read(case.person)
    dialog.save()
    lane.flush()
    after = services.people.read(case.person)
    assert [getattr(after, name) for name in ("surname", "given", "patronymic", "born", "surname_latin")] == [
        getattr(before, name) for name in ("surname", "given", "patronymic", "born", "surname_latin")
    ]


def test_look_alikes_are_put_right_and_said(dialog):
    write(dialog, "surname", "Iваненкo")
    assert dialog.form.line("surname").text() == "Іваненко"
    assert "Латинські літери замінено українськими: I, o." in texts(dialog)
    write(dialog, "surname", "Іваnенко")
    assert "В українському слові є латинські літери: n." in texts(dialog)
    write(dialog, "surname_latin", "Коvalenko")
    assert dialog.form.line("surname_latin").text() == "Kovalenko"
    assert "Українські літери замінено на латинські: К, о." in texts(dialog)


@pytest.mark.parametrize(("name", "text"), [("surname", "  "), ("given", ""), ("surname_latin", "Їжак")])
def test_what_may_not_stay_so_is_not_saved(dialog, services, case, lane, name, text):
    write(dialog, name, text)
    dialog.save()
    lane.flush()
    assert services.people.read(case.person).version == case.person_version
    assert {"Це поле обов’язкове.", "Напишіть латиницею, як у паспорті."} & set(texts(dialog))


def test_a_birth_to_come_is_not_saved(dialog, services, case, lane):
    dialog.form.line("born").setText("29.11.2026")
    dialog.save()
    lane.flush()
    assert "Цей день ще не настав." in texts(dialog)
    assert services.people.read(case.person).version == case.person_version


def overtake(services, case) -> None:
    services.people.correct(case.person, case.person_version, Correction("Гончар", case.given, "", case.born))


def test_a_stale_form_shows_both_values_and_keeps_mine_if_i_say_so(dialog, services, case, lane):
    overtake(services, case)
    write(dialog, "surname", "Їжак")
    dialog.save()
    lane.flush()
    assert services.people.read(case.person).surname == "Гончар"
    assert dialog.form.line("surname").text() == "Їжак"
    told = f"Зараз у записі: Гончар ({services.access.user}, "
    assert [text for text in texts(dialog) if text.startswith(told)], "what, who and when"
    write(dialog, "surname", "Їжак")
    assert [text for text in texts(dialog) if text.startswith(told)], "it stays while one compares"
    dialog.save()
    lane.flush()
    assert services.people.read(case.person).surname == "Їжак"


def test_a_stale_form_takes_the_record_if_i_say_so(dialog, services, case, lane):
    overtake(services, case)
    write(dialog, "surname", "Їжак")
    dialog.save()
    lane.flush()
    button(dialog, "Узяти те, що в записі").click()
    assert dialog.form.line("surname").text() == "Гончар"
    assert not [text for text in texts(dialog) if text.startswith("Зараз у записі")]


def test_what_was_not_saved_comes_back(dialog, place, host, lane, case, typed):
    assert dialog._values() == {}, "what is recorded is no draft"
    typed(dialog.form.line("surname"), "ова")
    written = dialog.form.line("surname").text()
    dialog.findChild(DraftLine).keep_now()
    dialog.hide()
    again = PersonDialog(place, host, case.uid, case.name)
    again.open()
    lane.flush()
    assert again.form.line("surname").text() == written
    assert again.form.line("given").text() == case.given
    button(again, "Почати заново").click()
    assert again.form.line("surname").text() == case.surname


def test_one_field_takes_the_records_and_turns_back(dialog, services, case, lane):
    overtake(services, case)
    write(dialog, "surname", "Їжак")
    write(dialog, "rank", "сержант")
    dialog.save()
    lane.flush()
    line = dialog.form.line("surname")
    button(dialog, "Узяти цей варіант: Прізвище (обов’язково)").click()
    assert line.text() == "Гончар"
    button(dialog, "Повернути моє: Прізвище (обов’язково)").click()
    assert line.text() == "Їжак"
    assert dialog.form.text("patronymic") == "", "what only the other one changed is taken over"
    dialog.save()
    lane.flush()
    man = services.people.man(case.uid)
    assert (man.person.surname, man.person.patronymic, man.facts.rank) == ("Їжак", "", "сержант")


def test_a_draft_brings_back_only_what_was_written_in_it(place, host, lane, services, case):
    services.drafts.keep("person", case.person, {"rank": "сержант", "was:rank": "капітан", "surname": "Їжак",
                                                 "was:surname": case.surname})  # fmt: skip
    overtake(services, case)
    dialog = PersonDialog(place, host, case.uid, case.name)
    dialog.open()
    lane.flush()
    assert dialog.form.text("patronymic") == "", "not the one of the day the draft was written"
    assert dialog.form.text("surname") == "Їжак"
    assert "Зараз у записі: Гончар" in texts(dialog)
    assert button(dialog, "Почати заново")


def test_what_is_wrong_is_named_above_and_one_press_away(dialog, services, case, lane):
    write(dialog, "surname", "")
    write(dialog, "born", "коли-небудь")
    dialog.save()
    assert "Ще не збережено: погляньте на 2 поля." in texts(dialog)
    gone = []
    dialog._summary.wanted.connect(lambda field: gone.append(field.definition.key))
    next(one for one in dialog._summary.findChildren(QPushButton) if one.text() == "Дата народження").click()
    assert gone == ["born"]
    write(dialog, "surname", "Їжак")
    write(dialog, "born", "")
    dialog.save()
    lane.flush()
    assert services.people.man(case.uid).person.surname == "Їжак"


def test_the_facts_of_the_case_are_kept(dialog, services, case, lane):
    write(dialog, "unit", "в/ч A0099")
    write(dialog, "place", "с. Приклад, Донецька область")
    write(dialog, "tax_number", "6000000117")
    assert [text for text in texts(dialog) if "контрольна цифра" in text.lower()], "a warning, not a wall"
    dialog.form.put("note", "дзвонити ввечері")
    dialog.save()
    lane.flush()
    facts = services.people.man(case.uid).facts
    assert (facts.unit, facts.place, facts.tax_number, facts.note) == (
        "А0099", "с. Приклад, Донецька область", "6000000117", "дзвонити ввечері",
    )  # fmt: skip


def test_every_field_has_a_name(dialog):
    assert all(widget.accessibleName() for widget in focusable(dialog))


def test_a_relative_is_put_right_from_the_card(place, shown, lane, services, case):
    page = shown(CasePage(place))
    page.show_case(case.uid)
    lane.flush()
    page.tabs.setCurrentIndex(FAMILY)
    lane.flush()
    relative = case.relatives[0]
    button(page, f"Виправити дані… {relative.name}").click()
    lane.flush()
    (opened,) = page.findChildren(RelativeDialog)
    write(opened, "given", "Соломія")
    opened.save()
    lane.flush()
    assert services.cases.relatives(case.uid)[0].given == "Соломія"
    assert "Соломія" in " ".join(texts(page)), "the page reads anew"
