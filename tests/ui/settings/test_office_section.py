"""The office: written by whoever may, shown to the others."""

from app.domain.calendar import CalendarMode
from ui.settings.office import OfficeSection


def test_what_is_written_is_kept_and_the_vault_stays_one_of_training(section, services, lane):
    shown = section("office")
    assert shown._name.text() == "Офіс"
    shown._phones.setText("+380000000001")
    shown._mode.setCurrentIndex(shown._mode.findData(CalendarMode.NORMAL))
    said = []
    shown.said.connect(said.append)
    shown._keep.click()
    lane.flush()
    kept = services.office.read()
    assert (kept.name, kept.phones, kept.calendar_mode) == ("Офіс", "+380000000001", CalendarMode.NORMAL)
    assert kept.training
    assert said


def test_who_may_not_change_it_sees_it(modest, shown, lane):
    section = shown(OfficeSection(modest))
    lane.flush()
    assert section._name.text() == "Офіс"
    assert not section._name.isEnabled()
    assert not section._keep.isVisible()
