"""The help: the same pages in both languages, no link that leads nowhere, found by their words, nothing fetched."""

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from app.i18n import LANGUAGES
from app.paths import resource
from tests.ui.seen import focusable, texts
from ui.actions import ACTIONS, CASE, PAGES, SETTINGS, TODAY
from ui.help.about import AboutDialog
from ui.help.dialog import HelpDialog
from ui.help.keys import KeysDialog
from ui.help.library import PAGES as TOPICS
from ui.help.library import found, pages
from ui.help.topics import _TOPICS, topic_of
from ui.shell.shell import Shell

LINK = re.compile(r"\]\(([^)]*)\)")
MARKUP = re.compile(r"<[a-zA-Z/!]|!\[|https?:")
KEY = re.compile(r"\b(?:Ctrl\+(?:Shift\+)?(?:[A-Z]\b|Enter)|F\d+)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_and_no_other(language):
    assert {file.stem for file in resource(f"help/{language}").iterdir()} == set(TOPICS)
    for page in pages(language):
        assert page.title
        assert len(page.text) > 300, page.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_pages_and_nothing_is_fetched(language):
    for page in pages(language):
        assert set(LINK.findall(page.text)) <= set(TOPICS), page.key
        assert not MARKUP.search(page.text), page.key


def test_both_languages_say_the_same_keys():
    for ours, theirs in zip(pages("uk"), pages("en"), strict=True):
        assert sorted(set(KEY.findall(ours.text))) == sorted(set(KEY.findall(theirs.text))), ours.key
        assert len(LINK.findall(ours.text)) == len(LINK.findall(theirs.text)), ours.key


def test_the_help_tells_of_no_key_that_does_not_work():
    known = {key.replace("Return", "Enter") for one in ACTIONS for key in one.keys}
    told = {key for page in pages("uk") for key in KEY.findall(page.text)}
    assert told <= known


def test_every_view_has_its_page():
    assert set(PAGES) <= set(_TOPICS)
    assert set(_TOPICS.values()) <= set(TOPICS)
    assert topic_of("NoSuchDialog") in TOPICS


def test_it_speaks_of_the_section_of_the_settings_in_view(place, shown, lane):
    shell = shown(Shell(place, training=False))
    shell.go(SETTINGS)
    shell.settings.choose("users")
    shell.help()
    (helping,) = shell.findChildren(HelpDialog)
    assert helping.topic == "users"
    helping.reject()


def test_the_search_finds_words_and_puts_titles_first():
    keys = [page.key for page in found(pages("uk"), "копії")]
    assert keys[0] == "copies"
    assert len(keys) > 1
    assert found(pages("uk"), "апострофф") == ()
    assert found(pages("uk"), " ") == pages("uk")


@pytest.fixture
def dialog(place, host, lane):
    made = HelpDialog(place, host, "paper")
    made.open()
    return made


def test_it_opens_where_it_was_asked(dialog):
    assert dialog.topic == "paper"
    assert "Пам’ятка" in dialog._reader.toPlainText()


def test_a_link_leads_to_another_page(dialog):
    dialog._reader.anchorClicked.emit(QUrl("copies"))
    assert dialog.topic == "copies"
    dialog._reader.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert dialog.topic == "copies"


def test_searching_narrows_the_list_and_a_link_widens_it(dialog):
    dialog._search.setText("excel")
    dialog._search.ask()
    assert dialog.topic == "import"
    dialog.show_page("today")
    assert dialog.topic == "today"
    dialog._search.setText("щщщ")
    dialog._search.ask()
    assert "Нічого не знайдено" in texts(dialog)
    assert dialog.topic == ""


def test_nothing_is_loaded_from_anywhere(dialog):
    image = QTextDocument.ResourceType.ImageResource.value
    assert dialog._reader.loadResource(image, QUrl.fromLocalFile("/etc/passwd")) is None


@pytest.mark.parametrize("make", [
    lambda place, host: HelpDialog(place, host, "today"),
    lambda place, host: KeysDialog(place, host, CASE),
    AboutDialog,
])  # fmt: skip
def test_every_part_fits_and_has_a_name(place, host, make):
    made = make(place, host)
    made.open()
    assert made.width() <= 1040
    assert made.height() <= 560
    assert [one for one in focusable(made) if not one.accessibleName() and not getattr(one, "text", str)()] == []


def test_the_sheet_shows_the_keys_of_the_page(place, host):
    here, elsewhere = (set(texts(KeysDialog(place, host, page))) for page in (CASE, TODAY))
    assert "Ctrl+Shift+S" in here - elsewhere
    assert {"Ctrl+K", "F7"} <= here
    assert "F7" not in elsewhere


def test_every_licence_can_be_read(place, host):
    about = AboutDialog(place, host)
    for number in range(about._choice.count()):
        about._choice.setCurrentIndex(number)
        assert len(about._text.toPlainText()) > 2000
