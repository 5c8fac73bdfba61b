"""The family tab: relatives come, get another phone, lead, go, and come back with Ctrl+Z; nothing typed is lost."""

from dataclasses import replace

import pytest

from app.cases.queries import CaseFilter
from app.domain.relation import Relation
from tests.ui.seen import button, focusable, texts
from ui.case.main_contact_dialog import MainContactDialog
from ui.case.page import FAMILY, CasePage
from ui.case.relative_dialog import RelativeDialog
from ui.draft_line import DraftLine


@pytest.fixture
def case(services):
    rows = services.cases.page(CaseFilter(), None, 20).rows
    return next(view for row in rows if len((view := services.cases.view(row.uid)).relatives) == 1)


@pytest.fixture
def page(place, shown, lane, case, services, operations):
    operations.keep_deeds(services.undo)
    page = shown(CasePage(place))
    page.show_case(case.uid)
    lane.flush()
    page.tabs.setCurrentIndex(FAMILY)
    lane.flush()
    return page


def opened(page, lane) -> RelativeDialog:
    lane.flush()
    return page.findChildren(RelativeDialog)[-1]


def write(dialog, **written: str) -> None:
    for key, text in written.items():
        dialog.form.line(key).setText(text)
        dialog.form.line(key).editingFinished.emit()


def act(page, relative, text: str) -> None:
    """Choose from what is done more rarely on the card of a relative."""
    menu = button(page, f"Ще {relative.name}").menu()
    next(one for one in menu.actions() if one.text() == text).trigger()


def test_a_relative_is_added_as_written(page, services, case, lane):
    button(page, "Додати родича").click()
    dialog = opened(page, lane)
    write(dialog, surname="їжак", given="Марiя", relation_typed="мама Ілька", phones="000 000 00 31 мама",
          safe_hours="після 18", code_phrase="яблуня")  # fmt: skip
    dialog.form.inputs["relation"].put(Relation.PARENT.value)
    dialog.form.inputs["do_not_call"].put("yes")
    dialog.form.inputs["main"].put("yes")
    dialog.form.line("main_reason").setText("мати просить сама")
    dialog.save()
    lane.flush()
    first, _ = services.cases.relatives(case.uid)
    assert (first.name, first.relation, first.relation_typed) == ("Їжак Марія", Relation.PARENT, "мама Ілька")
    assert first.phones == ("+380000000031",)
    assert (first.safety.hours, first.safety.phrase, first.safety.no_call) == ("після 18", "яблуня", True)
    assert first.to_ring == ()
    assert first.primary
    assert "Їжак Марія" in texts(page)


def test_another_phone_is_added_at_its_field(page, services, case, lane):
    (wife,) = case.relatives
    act(page, wife, "Додати телефон…")
    dialog = opened(page, lane)
    before = dialog.form.text("phones")
    write(dialog, phones=f"{before}, 000 000 00 32")
    dialog.save()
    lane.flush()
    assert services.cases.relatives(case.uid)[0].phones == (*wife.phones, "+380000000032")


def test_who_is_removed_comes_back_with_undo(page, services, case, lane, operations):
    (wife,) = case.relatives
    act(page, wife, "Прибрати зі справи")
    lane.flush()
    assert services.cases.relatives(case.uid) == ()
    assert operations.to_undo() == f"Прибрано зі справи: {wife.name}"
    operations.undo()
    lane.flush()
    assert [one.name for one in services.cases.relatives(case.uid)] == [wife.name]


def test_another_main_contact(page, services, case, lane):
    wife = services.family.read(case.relatives[0].uid)
    services.family.add(case.uid, replace(wife.details, phones=(), names=replace(wife.details.names, given="Соломія")))
    page.again()
    lane.flush()
    other = services.cases.relatives(case.uid)[1]
    act(page, other, "Зробити основним контактом")
    dialog = page.findChildren(MainContactDialog)[-1]
    dialog.form.inputs["reason"].put("письмова заява родини")
    dialog.save()
    lane.flush()
    assert [one.uid for one in services.cases.relatives(case.uid) if one.primary] == [other.uid]


def test_who_was_changed_meanwhile_is_asked_about(page, services, case, lane):
    (wife,) = case.relatives
    button(page, f"Виправити дані… {wife.name}").click()
    dialog = opened(page, lane)
    was = services.family.read(wife.uid)
    services.family.edit(was, replace(was.details, safe_hours="зранку", language="en"))
    write(dialog, safe_hours="після 18")
    dialog.save()
    lane.flush()
    assert services.family.read(wife.uid).details.safe_hours == "зранку"
    assert [text for text in texts(dialog) if text.startswith("Зараз у записі: зранку (")]
    assert dialog.form.text("language") == "en"
    dialog.save()
    lane.flush()
    now = services.family.read(wife.uid).details
    assert (now.safe_hours, now.language) == ("після 18", "en")


def test_what_was_written_of_somebody_new_comes_back(page, place, host, case, lane):
    page.add_relative()
    dialog = opened(page, lane)
    write(dialog, given="Соломія")
    dialog.findChild(DraftLine).keep_now()
    again = RelativeDialog(place, host, case.uid, "")
    again.open()
    lane.flush()
    assert again.form.text("given") == "Соломія"


def test_a_relative_without_name_and_phone_is_refused_in_words(page, services, case, lane):
    page.add_relative()
    dialog = opened(page, lane)
    dialog.save()
    lane.flush()
    assert [text for text in texts(dialog) if text.startswith("Родичеві потрібне ім’я або телефон.")]
    assert len(services.cases.relatives(case.uid)) == 1


def test_every_field_has_a_name(page, lane):
    page.add_relative()
    assert all(widget.accessibleName() for widget in focusable(opened(page, lane)))
