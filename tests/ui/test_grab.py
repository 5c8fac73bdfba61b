"""Pictures of the screens: every one is written, at the size of the glass, and none is empty."""

import pytest
from PySide6.QtGui import QImage

from tests.ui.vault import CLOCK
from ui.grab import COMPACT, FULL, grab

SCREENS = {
    "unlock", "today", "cases", "case", "steps", "family", "documents", "print", "status", "person", "told",
    "new_case", "import", "contact",
}  # fmt: skip


@pytest.mark.parametrize("screen", [FULL, COMPACT], ids=["full", "125 %"])
def test_every_screen_is_taken(qapp, services, tmp_path, screen):
    paths = grab(services, CLOCK, tmp_path / "shots", themes=["light"], languages=["uk"], screens=[screen])
    assert {path.stem.removeprefix("light_uk_").removesuffix("_125") for path in paths} == SCREENS
    for path in paths:
        picture = QImage(str(path))
        colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
        assert len(colours) > 8, path.name
    today = QImage(str(next(path for path in paths if "today" in path.stem)))
    assert (today.width(), today.height()) == (1366, 768)
