"""What a relative was told: only what the record says, hard news only in person."""

from datetime import date

import pytest

from app.cases.queries import CaseFilter
from app.domain.fate import Fate
from app.fates.change import FateDraft
from app.timeline.row import Moment
from tests.ui.seen import button, focusable, texts
from ui.case.page import FAMILY, CasePage
from ui.case.told_dialog import ToldDialog
from ui.draft_line import DraftLine

PROTOCOL = "Таку звістку кажуть особисто, найкраще вдвох, ніколи телефоном чи на папері. Записуйте після розмови."


@pytest.fixture
def uid(services):
    rows = services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 20).rows
    return next(row.uid for row in rows if services.cases.relatives(row.uid))


@pytest.fixture
def open_dialog(place, host, lane, services, uid):
    def open_():
        view = services.cases.view(uid)
        dialog = ToldDialog(place, host, view, view.relatives[0])
        dialog.open()
        lane.flush()
        return dialog

    return open_


def say(dialog, how) -> None:
    dialog._how.setCurrentIndex(dialog._how.findData(how))
    dialog._how.activated.emit(dialog._how.currentIndex())


def talks(services, uid) -> int:
    return sum(row.kind is Moment.TOLD for row in services.record.timeline.rows(uid))


def test_only_statuses_of_the_record_are_offered(open_dialog, services, uid):
    dialog = open_dialog()
    offered = [dialog._fate.itemData(row) for row in range(dialog._fate.count())]
    assert offered == [fate.value for fate in services.fates.known(uid)]
    assert PROTOCOL not in texts(dialog)


def test_what_was_told_stands_on_the_card_with_its_day(open_dialog, services, uid, lane, place, shown):
    dialog = open_dialog()
    dialog._day.setText("12.09.2026")
    say(dialog, "phone")
    button(dialog, "Зберегти").click()
    lane.flush()
    relative = services.cases.relatives(uid)[0]
    assert (relative.last_told, relative.last_told_on) == (Fate.MISSING, date(2026, 9, 12))
    page = shown(CasePage(place))
    page.show_case(uid)
    lane.flush()
    page.tabs.setCurrentIndex(FAMILY)
    lane.flush()
    assert any("Востаннє сказано: Зник" in text and text.endswith("12.09.2026") for text in texts(page))


def test_the_way_must_be_said(open_dialog, services, uid, lane):
    before, dialog = talks(services, uid), open_dialog()
    dialog.save()
    lane.flush()
    assert "Це поле обов’язкове." in texts(dialog)
    assert talks(services, uid) == before


@pytest.mark.parametrize("how", ["phone", "paper"])
def test_hard_news_is_refused_from_afar_and_the_rule_is_said_before(open_dialog, services, uid, lane, how):
    services.fates.record(uid, FateDraft(Fate.BODY_UNIDENTIFIED, None, ("body_number",)))
    before, dialog = talks(services, uid), open_dialog()
    assert PROTOCOL in texts(dialog)
    say(dialog, how)
    dialog.save()
    lane.flush()
    assert any("ніколи телефоном" in text for text in texts(dialog) if text != PROTOCOL)
    assert talks(services, uid) == before


def test_a_pair_names_its_second(open_dialog, services, uid, lane, typed):
    services.fates.record(uid, FateDraft(Fate.BODY_UNIDENTIFIED, None, ("body_number",)))
    dialog = open_dialog()
    say(dialog, "in_pair")
    dialog.save()
    lane.flush()
    assert "Напишіть, хто був разом із вами." in texts(dialog)
    typed(dialog._second, "Мельник І.")
    dialog.save()
    lane.flush()
    assert services.cases.relatives(uid)[0].last_told is Fate.BODY_UNIDENTIFIED


def test_what_was_not_saved_comes_back(open_dialog, services, lane):
    dialog = open_dialog()
    assert dialog._values() == {}, "as it opened it is no draft"
    dialog._how.setFocus()
    say(dialog, "in_pair")
    dialog._day.setText("12.09.2026")
    dialog.findChild(DraftLine).keep_now()
    dialog.hide()
    again = open_dialog()
    assert (again._how.currentData(), again._day.text()) == ("in_pair", "12.09.2026")
    assert again._second_field.isVisibleTo(again)
    button(again, "Почати заново").click()
    assert (again._how.currentIndex(), again._day.text()) == (-1, "28.11.2026")


def test_every_field_has_a_name(open_dialog):
    dialog = open_dialog()
    say(dialog, "in_pair")
    assert all(widget.accessibleName() for widget in focusable(dialog))


def test_the_card_opens_it_for_its_relative(place, shown, lane, services, uid):
    page = shown(CasePage(place))
    page.show_case(uid)
    lane.flush()
    page.tabs.setCurrentIndex(FAMILY)
    lane.flush()
    relative = services.cases.relatives(uid)[0]
    button(page, f"Родині сказано… {relative.name}").click()
    lane.flush()
    (opened,) = page.findChildren(ToldDialog)
    assert relative.name in " ".join(texts(opened))
