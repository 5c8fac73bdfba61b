"""`python3 dev.py screens [--accept]`: a contact sheet for each theme and language; `--accept` takes what they show."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ |= {"QT_SCALE_FACTOR": "1", "QT_FONT_DPI": "96", "QT_QPA_PLATFORM": "offscreen"}
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QApplication

from app.i18n import LANGUAGES
from tests.ui.screens.accepted import FOLDER, STEADY, path_of, pictures
from tests.ui.screens.picture import apart, keep, read
from tests.ui.screens.studio import studio
from tests.ui.vault import make
from ui.theme import THEMES

ACROSS = 4
EDGE, TITLE = 8, 14
STABLE = {one.name for one in STEADY}
PAPER, INK, CHANGED = "#8A8F98", "#000000", "#C00000"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sheets, and renew the accepted pictures if asked; the exit status says whether any had changed."""
    parser = argparse.ArgumentParser(prog="dev.py screens")
    parser.add_argument("--out", type=Path, default=Path("build/screens"), help="folder of the sheets")
    parser.add_argument("--accept", action="store_true", help="from now on every screen shall look as it does")
    asked = parser.parse_args(arguments)
    out: Path = asked.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    changed = 0
    application = QApplication([])
    with TemporaryDirectory(prefix="suprovid-screens-") as folder:
        made = make(Path(folder) / "office")
        (Path(folder) / "stage").mkdir()
        with studio(application, made, Path(folder) / "stage") as stage:
            for theme in THEMES:
                for language in LANGUAGES:
                    seen = pictures(stage, theme, language, steady=False)
                    changed += _sheet(out / f"{theme}_{language}.png", theme, language, seen)
                    if asked.accept:
                        _accept(theme, language, seen)
    print(f"{out}: {len(THEMES) * len(LANGUAGES)} sheets; changed: {changed}")
    return 0 if asked.accept or not changed else 1


def _sheet(path: Path, theme: str, language: str, seen: Mapping[str, Image.Image]) -> int:
    """Write one sheet; returns how many of its screens are not as accepted. Their names are red."""
    wide = max(one.width for one in seen.values()) + EDGE
    high = max(one.height for one in seen.values()) + EDGE + TITLE
    sheet = Image.new("RGB", (ACROSS * wide + EDGE, -(-len(seen) // ACROSS) * high + EDGE), PAPER)
    draw, changed = ImageDraw.Draw(sheet), 0
    for number, (name, picture) in enumerate(seen.items()):
        accepted = path_of(theme, language, name)
        other = name in STABLE and not (accepted.exists() and apart(picture, read(accepted)).same)
        changed += other
        left, top = EDGE + number % ACROSS * wide, EDGE + number // ACROSS * high
        draw.text((left, top), name, fill=CHANGED if other else INK)
        sheet.paste(picture, (left, top + TITLE))
    sheet.save(path)
    return changed


def _accept(theme: str, language: str, seen: Mapping[str, Image.Image]) -> None:
    """Take the pictures as accepted; those of screens that are no more go."""
    kept = FOLDER / theme / language
    for path in kept.glob("*.png") if kept.exists() else ():
        if path.stem not in STABLE:
            path.unlink()
    for name in STABLE:
        keep(seen[name], path_of(theme, language, name))


if __name__ == "__main__":
    sys.exit(main())
