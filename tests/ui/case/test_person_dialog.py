"""Names put right: look-alike letters said, the passport's spelling, two who correct at once."""

import pytest

from app.cases.queries import CaseFilter
from app.domain.partial_date import PartialDate
from app.people.service import Correction
from tests.ui.seen import button, focusable, texts
from ui.case.page import FAMILY, CasePage
from ui.case.person_dialog import PersonDialog
from ui.draft_line import DraftLine


@pytest.fixture
def case(services):
    rows = services.cases.page(CaseFilter(), None, 20).rows
    return next(view for row in rows if (view := services.cases.view(row.uid)).relatives)


@pytest.fixture
def dialog(place, host, lane, case):
    dialog = PersonDialog(place, host, case.person, case.name)
    dialog.open()
    lane.flush()
    return dialog


def write(dialog, name, text) -> None:
    dialog._names[name].line.setText(text)
    dialog._names[name].line.editingFinished.emit()


def test_what_is_recorded_stands_in_the_fields(dialog, case):
    assert [dialog._names[name].value() for name in ("surname", "given", "patronymic")] == [
        case.surname, case.given, case.patronymic,
    ]  # fmt: skip
    assert dialog._names["surname_latin"].line.text() == "", "made by rule, it is only shown in grey"
    assert dialog._names["surname_latin"].line.placeholderText()


def test_a_correction_is_kept(dialog, services, case, lane):
    write(dialog, "surname", "їжак")
    dialog._born.setText("1985")
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
    assert dialog._names["surname"].line.text() == "Іваненко"
    assert "Латинські літери замінено українськими: I, o." in texts(dialog)
    write(dialog, "surname", "Іваnенко")
    assert "В українському слові є латинські літери: n." in texts(dialog)
    write(dialog, "surname_latin", "Коvalenko")
    assert dialog._names["surname_latin"].line.text() == "Kovalenko"
    assert "Українські літери замінено на латинські: К, о." in texts(dialog)


@pytest.mark.parametrize(("name", "text"), [("surname", "  "), ("given", ""), ("surname_latin", "Їжак")])
def test_what_may_not_stay_so_is_not_saved(dialog, services, case, lane, name, text):
    write(dialog, name, text)
    dialog.save()
    lane.flush()
    assert services.people.read(case.person).version == case.person_version
    assert {"Це поле обов’язкове.", "Напишіть латиницею, як у паспорті."} & set(texts(dialog))


def test_a_birth_to_come_is_not_saved(dialog, services, case, lane):
    dialog._born.setText("29.11.2026")
    dialog.save()
    lane.flush()
    assert "Цей день ще не настав." in texts(dialog)
    assert services.people.read(case.person).version == case.person_version


def overtake(services, case) -> None:
    services.people.correct(case.person, case.person_version, Correction("Бондар", case.given, "", case.born))


def test_a_stale_form_shows_both_values_and_keeps_mine_if_i_say_so(dialog, services, case, lane):
    overtake(services, case)
    write(dialog, "surname", "Їжак")
    dialog.save()
    lane.flush()
    assert services.people.read(case.person).surname == "Бондар"
    assert dialog._names["surname"].line.text() == "Їжак"
    assert "Зараз у записі: Бондар" in texts(dialog)
    write(dialog, "surname", "Їжак")
    assert "Зараз у записі: Бондар" in texts(dialog), "it stays while one compares"
    dialog.save()
    lane.flush()
    assert services.people.read(case.person).surname == "Їжак"


def test_a_stale_form_takes_the_record_if_i_say_so(dialog, services, case, lane):
    overtake(services, case)
    write(dialog, "surname", "Їжак")
    dialog.save()
    lane.flush()
    button(dialog, "Узяти те, що в записі").click()
    assert dialog._names["surname"].line.text() == "Бондар"
    assert not [text for text in texts(dialog) if text.startswith("Зараз у записі")]


def test_what_was_not_saved_comes_back(dialog, place, host, lane, case, typed):
    assert dialog._values() == {}, "what is recorded is no draft"
    typed(dialog._names["surname"].line, "ова")
    written = dialog._names["surname"].line.text()
    dialog.findChild(DraftLine).keep_now()
    dialog.hide()
    again = PersonDialog(place, host, case.person, case.name)
    again.open()
    lane.flush()
    assert again._names["surname"].line.text() == written
    assert again._names["given"].line.text() == case.given
    button(again, "Почати заново").click()
    assert again._names["surname"].line.text() == case.surname


def test_every_field_has_a_name(dialog):
    assert all(widget.accessibleName() for widget in focusable(dialog))


def test_a_relative_is_put_right_from_the_card(place, shown, lane, services, case):
    page = shown(CasePage(place))
    page.show_case(case.uid)
    lane.flush()
    page.tabs.setCurrentIndex(FAMILY)
    relative = case.relatives[0]
    button(page, f"Виправити дані… {relative.name}").click()
    lane.flush()
    (opened,) = page.findChildren(PersonDialog)
    write(opened, "given", "Соломія")
    opened.save()
    lane.flush()
    assert services.cases.relatives(case.uid)[0].given == "Соломія"
    assert "Соломія" in " ".join(texts(page)), "the page reads anew"
