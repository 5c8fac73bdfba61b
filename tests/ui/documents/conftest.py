"""A case with its page, and pictures to bring into it."""

import pytest
from PySide6.QtWidgets import QWidget

from app.cases.queries import CaseFilter
from app.cases.view import CaseView
from app.documents.intake import Pasted
from app.domain.fate import ALL_CAPTIVE
from tests.unit.documents.made import picture, saved
from ui.case.page import DOCUMENTS, CasePage


@pytest.fixture
def case(services) -> CaseView:
    """A case that is not told in full: no paper stands in it."""
    found = services.cases.page(CaseFilter(fates=frozenset(ALL_CAPTIVE)), None, 60).rows[-1]
    return services.cases.view(found.uid)


@pytest.fixture
def page(place, shown, lane, case) -> QWidget:
    page = shown(CasePage(place))
    page.show_case(case.uid)
    page.tabs.setCurrentIndex(DOCUMENTS)
    lane.flush()
    return page


@pytest.fixture
def tab(page):
    return page.documents


@pytest.fixture
def scan() -> Pasted:
    return Pasted("Свідоцтво_про_шлюб.jpg", saved(picture()))


@pytest.fixture
def document(services, case, scan, page, lane):
    """A document of a kind that nobody said yet, in view."""
    services.documents.add(case.uid, [scan])
    page.again()
    lane.flush()
    return services.documents.rows(case.uid)[0]
