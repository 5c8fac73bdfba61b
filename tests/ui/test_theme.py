"""The themes: every role in each of them, readable contrast, no placeholder left in the style sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from ui.theme import THEMES, Theme, like, load, palette, style_sheet


def luminance(colour) -> float:
    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: str, other: str) -> float:
    light, dark = sorted((luminance(theme.colour(one)), luminance(theme.colour(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


GROUNDS = ("bg", "surface", "surface2", "sel", "accentSoft", "row")
"""Everything that plain text stands on: window, cards, hovered, chosen and marked rows."""


@pytest.mark.parametrize("name", THEMES)
def test_text_is_readable_on_every_ground(name):
    theme = load(name)
    pairs = [(text, ground) for text in ("text", "text2") for ground in GROUNDS]
    pairs += [("text3", ground) for ground in ("bg", "surface", "sel", "row")]
    pairs += [("accent", ground) for ground in ("bg", "surface", "surface2", "accentSoft")]
    pairs += [("onAccent", "accent"), ("onAccent", "accentHover"), ("bg", "text")]
    pairs += [("danger", "surface"), ("danger", "bg")]
    pairs += [(f"chip.{chip}.fg", f"chip.{chip}.bg") for chip in theme.chips]
    pairs += [(f"chip.{chip}.fg", "surface") for chip in ("captive", "missing", "info", "returned")]
    assert {pair: round(contrast(theme, *pair), 2) for pair in pairs if contrast(theme, *pair) < 4.5} == {}


@pytest.mark.parametrize("name", THEMES)
def test_control_borders_and_the_focus_are_seen(name):
    theme = load(name)
    edges = [(line, ground) for line in ("borderStrong", "accent") for ground in ("bg", "surface")]
    assert {edge: round(contrast(theme, *edge), 2) for edge in edges if contrast(theme, *edge) < 3} == {}


@pytest.mark.parametrize("name", THEMES)
def test_what_is_disabled_is_still_read(name):
    theme, made = load(name), palette(load(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        assert made.color(QPalette.ColorGroup.Disabled, role) == theme.colour("text3")
    assert contrast(theme, "text3", "surface2") >= 3


def test_high_contrast_is_as_far_apart_as_colours_can_be():
    theme = load("hc")
    texts, grounds = ("text", "text2", "text3"), ("bg", "surface")
    assert min(contrast(theme, text, ground) for text in texts for ground in grounds) >= 20
    assert all(contrast(theme, f"chip.{chip}.fg", f"chip.{chip}.bg") >= 7 for chip in theme.chips)
    assert contrast(theme, "chipLine", "bg") >= 7


@pytest.mark.parametrize(
    ("scheme", "contrast", "name"),
    [
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "hc"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "hc"),
    ],
)
def test_the_system_theme_is_as_the_desktop(scheme, contrast, name):
    assert like(scheme, contrast) == name


def test_the_themes_know_the_same_roles():
    themes = [load(name) for name in THEMES]
    assert len({frozenset(theme.roles) for theme in themes}) == 1
    assert len({frozenset(theme.chips) for theme in themes}) == 1


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_is_filled(name, qapp, icons):
    sheet = style_sheet(load(name), icons)
    assert "{icon" not in sheet
    assert "{pt" not in sheet
    assert "chevron-down" in sheet


def test_type_grows_with_the_scale(qapp, icons):
    assert load("light", 1.5).type_face().pointSizeF() == pytest.approx(15)
    assert "font-size:27pt" in style_sheet(load("light", 1.5), icons)
