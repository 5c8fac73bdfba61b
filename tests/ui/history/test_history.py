"""What was written before: values in words, never codes; from a form by a key, and every column has a name."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.cases.queries import CaseFilter
from app.domain.partial_date import PartialDate
from app.i18n import Words
from app.journal.field_history import FieldChange
from app.people.marks import MarkDraft, MarkKind
from tests.ui.seen import button
from ui.case.page import CasePage
from ui.history.dialog import HistoryDialog
from ui.history.field_words import change_words, field_word
from ui.record.entry_form import EntryDialog

UK = Words("uk")


def change(table: str, column: str, old: object, new: object) -> FieldChange:
    return FieldChange(table, UUID(int=1), column, datetime(2026, 11, 1, tzinfo=UTC), "Олена", old, new)


@pytest.mark.parametrize(
    ("of", "field", "said"),
    [
        (change("relative", "relation", "spouse", "friend"), "Ким доводиться", "дружина / чоловік → друг / подруга"),
        (change("person", "born", None, PartialDate(1990, 5)), "Дата народження", "— → 05.1990"),
        (change("case_file", "restricted", False, True), "Записується, хто читав", "ні → так"),
        (change("case_file", "closed_on", None, date(2026, 11, 1)), "Закрито", "— → 01.11.2026"),
        (change("step", "state", "open", "done"), "Стан", "зробити → виконано"),
        (change("person", "surname", "Гудзь", "Ґудзь"), "Прізвище", "Гудзь → Ґудзь"),
        (change("mark", "kind", "tattoo", "scar"), "Вид", "змінено"),
        (change("note", "deleted_at", None, datetime(2026, 11, 1, tzinfo=UTC)), "Вилучено", ""),
        (change("x", "nobody_named_it", "a", "Б"), "Інше поле", "— → Б"),
    ],
    ids=lambda one: one.column if isinstance(one, FieldChange) else None,
)
def test_a_change_is_said_in_words(of, field, said):
    assert field_word(UK, of) == field
    assert change_words(UK, of) == said


@pytest.fixture
def case(services):
    return services.cases.view(services.cases.page(CaseFilter(), None, 60).rows[-1].uid)


def test_a_form_and_a_section_tell_the_history_in_the_forms_own_words(place, shown, lane, case, services):
    page = shown(CasePage(place))
    page.show_case(case.uid)
    lane.flush()
    services.record.marks.add(case.person, MarkDraft(MarkKind.TATTOO, "рука", "якір"))
    (row,) = services.record.marks.rows(case.person)
    services.record.marks.edit(row, MarkDraft(MarkKind.SCAR, "рука", "якір"))
    tab = page.tab("tab_person")
    lane.flush()
    button(tab.marks, "Історія…").click()
    lane.flush()
    told = page.findChildren(HistoryDialog)[-1].list.lines
    assert told.line(told.index(0)).details == ("татуювання → шрам",)
    button(tab.marks, "Виправити…").click()
    form = page.findChildren(EntryDialog)[-1]
    form.tell_history("text")
    lane.flush()
    of_text = form.findChildren(HistoryDialog)[-1]
    assert of_text.list.lines.rowCount() == 0
    button(of_text, "Показати всі поля").click()
    assert of_text.list.lines.rowCount() == 2


def test_the_history_of_a_case_says_of_each_line_what_it_is_about(place, shown, lane, case, services):
    services.record.marks.add(case.person, MarkDraft(MarkKind.TATTOO, "рука", "якір"))
    dialog = HistoryDialog.of_case(place, shown(CasePage(place)), case.uid, case.number)
    lane.flush()
    said = [dialog.list.lines.line(dialog.list.lines.index(at)).sentence() for at in range(2)]
    assert any("Люди й рідні" in line for line in said), said
