"""Pictures of the screens: every one is written, at the size of the glass, and none is empty."""

import pytest
from PySide6.QtGui import QImage

from tests.ui.vault import CLOCK
from ui.grab import grab
from ui.screens import SCREENS
from ui.stage import COMPACT, FULL


@pytest.mark.parametrize("glass", [FULL, COMPACT], ids=["full", "125 %"])
def test_every_screen_is_taken(qapp, services, tmp_path, glass):
    paths = grab(services, CLOCK, tmp_path / "shots", themes=["light"], languages=["uk"], glasses=[glass])
    assert {path.stem.removeprefix("light_uk_").removesuffix("_125") for path in paths} == {one.name for one in SCREENS}
    for path in paths:
        picture = QImage(str(path))
        colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
        assert len(colours) > 8, path.name
    today = QImage(str(next(path for path in paths if "today" in path.stem)))
    assert (today.width(), today.height()) == (1366, 768)
