"""Each screen in each theme and language looks as it was accepted, on a small laptop at 125 %."""

import pytest
from PIL import Image, ImageDraw

from app.i18n import LANGUAGES
from tests.ui.screens.accepted import FOLDER, STEADY, path_of, pictures
from tests.ui.screens.picture import apart, keep, read
from ui.theme import THEMES

RENEW = "look at the sheets of `python3 dev.py screens`; if all is meant, `python3 dev.py screens --accept`"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_every_screen_looks_as_accepted(stage, theme, language):
    changed = {}
    for name, seen in pictures(stage, theme, language).items():
        path = path_of(theme, language, name)
        found = apart(seen, read(path)) if path.exists() else None
        if found is None or not found.same:
            changed[name] = found
    assert not changed, f"{RENEW}: {changed}"


def test_every_accepted_picture_has_its_screen():
    wanted = {path_of(theme, language, one.name) for theme in THEMES for language in LANGUAGES for one in STEADY}
    assert set(FOLDER.rglob("*.png")) == wanted
    assert sum(path.stat().st_size for path in wanted) < 4_500_000


@pytest.fixture
def page():
    page = Image.new("RGB", (455, 256), "#F5F6F8")
    ImageDraw.Draw(page).text((40, 40), "due tomorrow", fill="#1A2230")
    return page


def test_what_nobody_sees_is_no_difference(page):
    other = page.copy()
    other.putpixel((200, 200), (0, 0, 0))
    assert apart(page, other).same
    assert apart(page, page.point(lambda level: max(0, level - 3))).same


@pytest.mark.parametrize("change", ["word", "colour", "place", "size"])
def test_what_somebody_sees_is_caught(page, change):
    other = page.copy()
    draw = ImageDraw.Draw(other)
    match change:
        case "word":
            draw.rectangle((95, 40, 115, 50), fill="#F5F6F8")
        case "colour":
            other = Image.new("RGB", page.size, "#FFF0C7")
        case "place":
            other = Image.new("RGB", page.size, "#F5F6F8")
            other.paste(page, (0, 4))
        case "size":
            other = page.resize((455, 255))
    assert not apart(page, other).same


def test_a_picture_is_only_written_anew_when_it_changed(page, tmp_path):
    keep(page, tmp_path / "a" / "page.png")
    written = (tmp_path / "a" / "page.png").read_bytes()
    assert apart(read(tmp_path / "a" / "page.png"), page).same
    other = page.copy()
    other.putpixel((200, 200), (0, 0, 0))
    keep(other, tmp_path / "a" / "page.png")
    assert (tmp_path / "a" / "page.png").read_bytes() == written
    keep(page.point(lambda level: 255 - level), tmp_path / "a" / "page.png")
    assert (tmp_path / "a" / "page.png").read_bytes() != written
