"""Exchange day: the families that wait in vain, ticked one by one; whom one must not call has no tick and no number."""

from dataclasses import replace

import pytest

from tests.ui.seen import button
from ui.exchange_day.dialog import ExchangeDayDialog


@pytest.fixture
def dialog(place, host, lane, operations, services):
    operations.keep_deeds(services.undo)
    dialog = ExchangeDayDialog(place, host)
    dialog.open()
    lane.flush()
    return dialog


def line(dialog, row=0):
    lines = dialog.families.list.lines
    return lines.line(lines.index(row))


def test_a_tick_is_a_contact_that_can_be_taken_back(dialog, services, lane, operations):
    row = next(row for row in services.exchange_day.families(dialog.day.day()) if row.called is None and row.contact)
    dialog.families.list.choose(row)
    button(dialog, "Зателефоновано: записати").click()
    lane.flush()
    (now,) = [one for one in services.exchange_day.families(dialog.day.day()) if one.case == row.case]
    assert now.called == dialog.day.day()
    operations.undo()
    lane.flush()
    (now,) = [one for one in services.exchange_day.families(dialog.day.day()) if one.case == row.case]
    assert now.called is None


def test_numbers_are_masked_until_asked_and_never_shown_of_whom_one_must_not_call(dialog, services, lane):
    rows = services.exchange_day.families(dialog.day.day())
    row = next(row for row in rows if row.contact and row.contact.to_ring)
    number = row.contact.to_ring[0]
    dialog.families.list.choose(row)
    place = dialog.families.list.currentIndex().row()
    assert "**" in line(dialog, place).details[0]
    button(dialog, "Показати номер").click()
    assert "**" not in line(dialog, place).details[0]
    was = services.family.read(row.contact.relative)
    services.family.edit(was, replace(was.details, do_not_call=True))
    dialog.refresh()
    lane.flush()
    banned = next(one for one in services.exchange_day.families(dialog.day.day()) if one.case == row.case)
    dialog.families.list.choose(banned)
    told = line(dialog, dialog.families.list.currentIndex().row()).details[0]
    assert number[-4:] not in told.replace(" ", "")
    assert not button(dialog, "Зателефоновано: записати").isVisibleTo(dialog)


def test_another_day_is_another_list(dialog, lane):
    before = dialog.families.list.lines.rowCount()
    assert before > 0
    dialog.day.setText("колись")
    dialog.refresh()
    lane.flush()
    assert dialog.families.list.lines.rowCount() == before, "an unreadable day changes nothing"
