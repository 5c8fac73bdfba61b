"""Look and language: a press changes one setting and leaves the others."""

from dataclasses import replace

from app.settings import Settings
from tests.ui.seen import button
from ui.settings.page import SettingsPage


def test_each_press_changes_one_setting(place, shown):
    before = Settings(language="uk", theme="dark", font_scale=110, idle_minutes=10, last_user="Коваль О.")
    page = shown(SettingsPage(replace(place, settings=before)))
    found = []
    page.chosen.connect(found.append)
    button(page, "Розмір шрифту: 150 %").click()
    button(page, "Замикатися само: 1 хвилина").click()
    button(page, "Тема: Високий контраст").click()
    assert found[0] == replace(before, font_scale=150)
    assert found[-1] == replace(before, font_scale=150, idle_minutes=1, theme="hc")


def test_what_holds_is_marked(place, shown):
    page = shown(SettingsPage(replace(place, settings=Settings(idle_minutes=15))))
    assert button(page, "Замикатися само: 15 хвилин").isChecked()
    assert not button(page, "Замикатися само: 5 хвилин").isChecked()
