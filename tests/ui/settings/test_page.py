"""Settings: each sees the sections of his rights; all of them fit, have names and speak one language."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from app.i18n import LANGUAGES, Words
from tests.ui.seen import focusable, texts
from ui.look import Look
from ui.settings.page import SettingsPage
from ui.theme import apply, load

ROOM = QSize(1040 - 60, 560 - 50)
LATIN = re.compile(r"[A-Za-z]{3,}")
KNOWN = re.compile(r"English|USB|LUKS|SQLCipher|SQLite|OpenSSL|office\.identity\.txt")


@pytest.fixture(params=LANGUAGES)
def spoken(request, place) -> object:
    return replace(place, words=Words(request.param))


def test_every_section_has_names_for_whatever_takes_the_keyboard(spoken, shown, lane):
    page = shown(SettingsPage(spoken))
    for key in page.keys:
        page.choose(key)
        lane.flush()
        nameless = [one for one in focusable(page) if not (one.accessibleName() or getattr(one, "text", str)())]
        assert nameless == [], key


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_section_fits_a_small_laptop(spoken, shown, lane, qapp, icons, scale):
    theme = load("light", scale)
    apply(qapp, theme, icons)
    page = shown(SettingsPage(replace(spoken, look=Look(theme, icons))))
    for key in page.keys:
        page.choose(key)
        lane.flush()
        hint = page.minimumSizeHint()
        assert hint.width() <= ROOM.width(), (key, hint)
        assert hint.height() <= ROOM.height(), (key, hint)


def test_the_ukrainian_page_holds_no_english(page, lane):
    for key in page.keys:
        page.choose(key)
        lane.flush()
        english = [text for text in texts(page) if LATIN.search(KNOWN.sub("", text))]
        assert english == [], key


def test_history_and_approvals_are_for_those_with_the_right(page, modest, shown):
    assert {"journal", "approvals", "users", "copies", "recovery", "check"} <= set(page.keys)
    assert {"journal", "approvals"} & set(shown(SettingsPage(modest)).keys) == set()


def test_a_section_nobody_offers_changes_nothing(page):
    page.choose("office")
    page.choose("nothing")
    assert page.current == "office"
