"""The themes: every role in each of them, readable contrast, no placeholder left in the style sheet."""

import pytest

from ui.theme import THEMES, Theme, load, style_sheet


def luminance(colour) -> float:
    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: str, other: str) -> float:
    light, dark = sorted((luminance(theme.colour(one)), luminance(theme.colour(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_text_is_readable_on_every_ground(name):
    theme = load(name)
    pairs = [(text, ground) for text in ("text", "text2", "text3") for ground in ("bg", "surface", "sel")]
    pairs += [("accent", "surface"), ("onAccent", "accent"), ("danger", "surface"), ("accent", "accentSoft")]
    pairs += [(f"chip.{chip}.fg", f"chip.{chip}.bg") for chip in theme.chips]
    assert {pair: round(contrast(theme, *pair), 2) for pair in pairs if contrast(theme, *pair) < 4.5} == {}


@pytest.mark.parametrize("name", THEMES)
def test_control_borders_are_seen(name):
    theme = load(name)
    assert contrast(theme, "borderStrong", "surface") >= 3
    assert contrast(theme, "borderStrong", "bg") >= 3


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
