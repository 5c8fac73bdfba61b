"""Pages of yesterday in short; `dev.py faults old_pages` tries pairs of them, and a hundred swaps."""

import pytest

from tests.faults import old_pages
from tests.faults.target import Target


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> tuple[Target, bytes]:
    return old_pages.two_days(tmp_path_factory.mktemp("days"))


def test_a_single_page_put_back_is_found(days: tuple[Target, bytes]):
    target, before = days
    changed = old_pages.differing(target, before)
    assert len(changed) > 15
    told = list(old_pages.put_back(target, before, [(number,) for number in changed[::3]]))
    assert [one for one in told if one.endswith(": ")] == []
    assert sum(one.endswith(old_pages.UNSEEN) for one in told) < 3


@pytest.mark.parametrize(
    ("table", "named"),
    [("case_file", "case_file.fate changed"), ("fate_event", "fate_event. missing")],
)
def test_a_table_put_back_with_its_indexes_is_named(days: tuple[Target, bytes], table: str, named: str):
    target, before = days
    [told] = old_pages.put_back(target, before, [old_pages.tables(target, before)[table]])
    assert told.endswith(f": {named}")


def test_pages_that_changed_places_are_found(days: tuple[Target, bytes]):
    assert [one for one in old_pages.swap(days[0], [(3, 4), (20, 60), (1, 2)]) if one.endswith(": ")] == []


def test_an_untouched_vault_is_found_whole(days: tuple[Target, bytes]):
    days[0].restore()
    assert old_pages.found(days[0].path) == ""
