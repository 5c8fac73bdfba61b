"""The office's lists: requests with clocks, consents that end, incidents written down and followed up, erasures."""

from datetime import timedelta

from app.cases.queries import CaseFilter
from app.retention.groups import Group
from tests.ui.seen import button
from ui.record.entry_form import EntryDialog


def said(section):
    lines = section.list.lines
    return [lines.line(lines.index(row)).sentence() for row in range(lines.rowCount())]


def test_what_waits_in_the_cases_is_listed_without_names(section, services):
    shown = section("rights")
    waiting = services.record.requests.waiting()
    assert waiting, "the training cases ask something"
    assert len(said(shown.requests)) == len(waiting)
    assert waiting[0].number in said(shown.requests)[0]
    assert len(said(shown.consents)) == len(services.record.consents.ending()) > 0
    told = " ".join([*said(shown.requests), *said(shown.consents)])
    for row in services.cases.page(CaseFilter(), None, 60).rows:
        assert row.name.split()[0] not in told


def test_an_incident_is_written_down_and_settled(section, services, lane):
    shown = section("rights")
    button(shown, "Записати інцидент").click()
    dialog = shown.findChildren(EntryDialog)[-1]
    dialog.form.inputs["what"].put("Загублено флешку з пакетом")
    dialog.save()
    lane.flush()
    (row,) = services.record.incidents.rows()
    assert row.says.noticed_on == services.clock.today()
    assert "повідомити до" in said(shown.incidents)[0]
    assert "потребує перевірки юриста" in said(shown.incidents)[0]
    shown.incidents.correct(row)
    dialog = shown.findChildren(EntryDialog)[-1]
    dialog.form.inputs["done"].put("Ключ змінено.")
    dialog.form.line("closed_on").setText("+0")
    dialog.save()
    lane.flush()
    assert services.record.incidents.rows()[0].says.closed_on == services.clock.today()
    assert "залагоджено" in said(shown.incidents)[0]


def test_a_hold_a_near_review_and_an_erasure_stand_in_their_lists(section, services, lane):
    first, second, third = (row.uid for row in services.cases.page(CaseFilter(), None, 60).rows[-3:])
    retention = services.record.retention
    retention.hold(first, who="суд", why="ухвала", review_on=None)
    retention.review(second, services.clock.today() + timedelta(days=3))
    _, done = retention.anonymise(third, [Group.CONTACTS], "пора")
    shown = section("rights")
    lane.flush()
    kept = " ".join(said(shown.keeping))
    assert "суд. ухвала" in kept.replace(" · ", ". ")
    assert "3 дні" in kept
    assert f"{done.number} · Стерто: телефони" in " ".join(said(shown.erasures))
