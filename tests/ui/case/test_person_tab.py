"""The tab of the person: what is written in its forms stands in its lists, and can be taken back."""

import pytest
from PySide6.QtCore import Qt

from app.cases.queries import CaseFilter
from app.domain.identifier import IdentifierKind
from app.i18n import Words
from app.people.marks import MarkDraft, MarkKind
from app.people.naming import NameDraft, NameKind
from app.people.numbers import NumberDraft
from app.people.serving import ServiceDraft, ServiceRole
from tests.ui.seen import button, texts
from ui.forms.definition import FieldDef, Kind
from ui.forms.identifiers import RankInput
from ui.people.service import service_line
from ui.record.entry_form import EntryDialog

TAB = "tab_person"


@pytest.fixture
def case(services):
    return services.cases.view(services.cases.page(CaseFilter(), None, 60).rows[-1].uid)


def lines(section) -> list[str]:
    """Every line of a section, as it is said."""
    model = section.list.lines
    return [model.line(model.index(row)).sentence() for row in range(model.rowCount())]


def begun(page, section, words) -> EntryDialog:
    """The dialog that a button of a section opens."""
    button(section, words).click()
    return page.findChildren(EntryDialog)[-1]


def test_a_mark_is_written_put_right_and_taken_out(page, tab, services, case, lane, qtbot, operations):
    button(tab, "Додати прикмету").click()
    dialog = page.findChildren(EntryDialog)[-1]
    dialog.form.line("place").setText("ліве передпліччя")
    dialog.form.inputs["text"].put("якір")
    dialog.save()
    lane.flush()
    (row,) = services.record.marks.rows(case.person)
    assert row.says == MarkDraft(MarkKind.TATTOO, "ліве передпліччя", "якір")
    shown = tab.marks.list
    assert shown.lines.line(shown.currentIndex()).sentence() == "татуювання. ліве передпліччя. якір"
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    again = page.findChildren(EntryDialog)[-1]
    again.form.inputs["text"].put("якір і троянда")
    again.save()
    lane.flush()
    assert services.record.marks.rows(case.person)[0].says.text == "якір і троянда"
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    lane.flush()
    assert services.record.marks.rows(case.person) == ()
    operations.undo()
    lane.flush()
    assert [row.says.text for row in services.record.marks.rows(case.person)] == ["якір і троянда"]


def test_a_tab_is_built_when_it_is_looked_at_and_shows_the_case_in_view(page, place, lane, services, case):
    other = services.cases.view(services.cases.page(CaseFilter(), None, 60).rows[-2].uid)
    services.record.marks.add(other.person, MarkDraft(MarkKind.SCAR, "", "на брові"))
    tab = page.tab("tab_person")
    lane.flush()
    assert tab.marks.list.lines.rowCount() == 0
    page.show_case(other.uid)
    lane.flush()
    assert page.tab("tab_person") is tab
    lane.flush()
    assert tab.marks.list.lines.rowCount() == 1


def test_a_number_is_masked_until_somebody_asks(page, tab, services, case, lane):
    dialog = begun(page, tab.numbers, "Додати номер")
    dialog.form.put("kind", IdentifierKind.PASSPORT.value)
    dialog.form.line("value").setText("BH 000123")
    dialog.form.line("value").editingFinished.emit()
    assert dialog.form.text("value") == "ВН000123"
    assert any("Літери іншої абетки" in text for text in texts(dialog.form.inputs["value"]))
    dialog.save()
    lane.flush()
    assert "Паспорт-книжечка. *****123" in lines(tab.numbers)
    entry = services.record.numbers.rows(case.person)[-1]
    tab.numbers.list.choose(entry)
    button(tab.numbers, "Показати").click()
    assert "Паспорт-книжечка. ВН000123" in lines(tab.numbers)
    tab.numbers.list.choose(entry)
    button(tab.numbers, "Сховати").click()
    assert "Паспорт-книжечка. *****123" in lines(tab.numbers)
    assert not any("000123" in line for line in lines(tab.numbers))


def test_what_is_no_such_number_is_told_on_leaving_the_field_and_not_saved(page, tab, services, case, lane):
    dialog = begun(page, tab.numbers, "Додати номер")
    dialog.form.put("kind", IdentifierKind.ID_CARD.value)
    dialog.form.line("value").setText("12345")
    dialog.form.line("value").editingFinished.emit()
    field = dialog.form.inputs["value"]
    assert any("123456789" in text for text in texts(field))
    before = services.record.numbers.rows(case.person)
    dialog.save()
    lane.flush()
    assert services.record.numbers.rows(case.person) == before
    dialog.form.put("kind", IdentifierKind.OTHER.value)
    dialog.form.inputs["kind"].edited.emit()
    assert field not in dialog.form.wrong()


def test_a_new_name_keeps_the_one_before_and_relatives_are_chosen_above(page, tab, services, case, lane):
    relative = case.relatives[0]
    tab.who.choose(relative.person)
    tab.who.activated.emit(tab.who.currentIndex())
    lane.flush()
    assert lines(tab.names)[0].startswith(relative.name)
    button(tab.names, "Нове ім’я…").click()
    dialog = page.findChildren(EntryDialog)[-1]
    dialog.form.line("surname").setText("Нововесільна")
    dialog.form.line("since").setText("2026")
    dialog.save()
    lane.flush()
    assert [row.says.surname for row in services.record.names.rows(relative.person)] == [relative.surname]
    assert lines(tab.names)[0].startswith("Нововесільна")
    assert "попереднє ім’я" in lines(tab.names)[1]
    assert "до 2026" in lines(tab.names)[1]


def test_another_name_can_be_taken_out_but_not_the_one_that_counts(page, tab, services, case, lane, qtbot):
    services.record.names.add(case.person, NameDraft(NameKind.LIST, "Приклад"))
    page.show_case(case.uid)
    lane.flush()
    shown = tab.names.list
    shown.setCurrentIndex(shown.lines.index(0))
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    lane.flush()
    assert len(lines(tab.names)) == 1 + len(services.record.names.rows(case.person))
    shown.setCurrentIndex(shown.lines.index(shown.lines.rowCount() - 1))
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    lane.flush()
    assert "Приклад" not in [row.says.surname for row in services.record.names.rows(case.person)]


def test_a_relative_card_leads_to_names_and_numbers(page, services, case, lane):
    relative = case.relatives[0]
    services.record.numbers.add(relative.person, NumberDraft(IdentifierKind.OTHER, "7"))
    page.family.names_wanted.emit(relative)
    lane.flush()
    tab = page.tab("tab_person")
    assert tab.who.currentData() == relative.person
    assert lines(tab.numbers)[-1].startswith("Інший номер")


def test_a_service_is_said_in_the_language_of_the_window(services, case):
    draft = ServiceDraft(ServiceRole.EARLIER, "А0099", rank="капітан медичної служби", branch="NGU", terms="contract")
    services.record.service.add(case.person, draft)
    row = services.record.service.rows(case.person)[-1]
    english = service_line(Words("en"), services.catalogue, row).sentence()
    assert "Captain of the Medical Service. National Guard, contract" in english
    assert "капітан медичної служби" in service_line(Words("uk"), services.catalogue, row).sentence()


def test_a_rank_is_typed_in_part_and_kept_in_ukrainian(place, shown):
    field = shown(RankInput(place, FieldDef("rank", Kind.RANK, "Rank")))
    completer = field.line.completer()
    completer.setCompletionPrefix("майстер-с")
    assert {completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())} >= {
        "майстер-сержант", "старший майстер-сержант", "майстер-старшина",
    }  # fmt: skip
    field.put("майор поліції")
    assert field.text() == "майор поліції"
    field.line.setText("Senior Soldier")
    assert field.text() == "старший солдат"
