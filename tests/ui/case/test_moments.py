"""The timeline words a death gently, and says how and to whom something was told."""

from datetime import date

import pytest

from app.cases.queries import CaseFilter
from app.domain.fate import Fate
from app.fates.change import FateDraft
from app.timeline.row import Moment
from tests.ui.seen import texts
from ui.case.page import CasePage
from ui.timeline.moments import moment


@pytest.fixture
def uid(services):
    rows = services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 20).rows
    uid = next(row.uid for row in rows if services.cases.relatives(row.uid))
    papers = ("D-DNA", "D-DEATH-CERT")
    services.fates.record(uid, FateDraft(Fate.DECEASED_IDENTIFIED, None, papers, comment="звірено"))
    return uid


def test_no_heading_of_the_page_says_it_harshly(place, shown, lane, services, words, uid):
    rows = services.record.timeline.rows(uid)
    headings = [moment(words, row).title for row in rows if row.kind is Moment.FATE]
    assert "Статус: Особу встановлено, смерть зареєстровано" in headings
    page = shown(CasePage(place))
    page.show_case(uid)
    lane.flush()
    assert not [text for text in (*headings, *texts(page)) if "агибл" in text]


def test_what_was_told_names_the_way_and_the_relative(services, words, uid):
    relative = services.cases.relatives(uid)[0]
    services.fates.tell(uid, relative.uid, Fate.DECEASED_IDENTIFIED, date(2026, 11, 28), "in_pair", "Мельник І.")
    row = next(row for row in services.record.timeline.rows(uid) if row.kind is Moment.TOLD)
    told = moment(words, row)
    assert told.title == "Родині повідомлено"
    assert told.body == (
        f"Особу встановлено, смерть зареєстровано · особисто, удвох · {relative.surname} {relative.given}"
    )
