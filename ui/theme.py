"""The look: a theme's colour roles become a palette and one style sheet; fonts and sizes live here."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import font_roboto
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app.paths import resource
from ui.icons import Icons

THEMES = ("light", "dark", "hc")
FAMILY = "Roboto"
BODY_POINTS = 10.0
SMALL_POINTS = 9.0
FACES = ("Regular", "Medium", "Bold", "Italic")
PLACEHOLDER = re.compile(r"\{(?P<key>[a-z]+[A-Za-z0-9:._-]*)\}")


@dataclass(frozen=True, slots=True)
class ChipColours:
    """The ground and the text of one kind of chip."""

    bg: str
    fg: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colour roles, and how large type stands on this desk."""

    name: str
    dark: bool
    roles: Mapping[str, str]
    chips: Mapping[str, ChipColours]
    scale: float = 1.0

    def colour(self, role: str) -> QColor:
        """The colour of a role (`text`) or of a chip's side (`chip.missing.fg`)."""
        if not role.startswith("chip."):
            return QColor(self.roles[role])
        _, chip, side = role.split(".")
        return QColor(self.chips[chip].bg if side == "bg" else self.chips[chip].fg)

    def type_face(self, points: float = BODY_POINTS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The program's type at `points`, scaled."""
        font = QFont(FAMILY)
        font.setPointSizeF(points * self.scale)
        font.setWeight(weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def length(self, pixels: int) -> int:
        """Logical pixels that grow with the type: of rows, icons, fields. Smaller type leaves them as they are."""
        return round(pixels * max(1.0, self.scale))

    def small(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The smallest type that is ever used."""
        return self.type_face(SMALL_POINTS, weight)


def load(name: str, scale: float = 1.0) -> Theme:
    """The theme `name` of `resources/themes`; any other name, `system` say, follows the desktop."""
    hints = QApplication.styleHints()
    chosen = name if name in THEMES else like(hints.colorScheme(), hints.accessibility().contrastPreference())
    raw = tomllib.loads(resource(f"themes/{chosen}.toml").read_text("utf-8"))
    chips = {chip: ChipColours(**sides) for chip, sides in raw["chips"].items()}
    return Theme(chosen, raw["dark"], raw["roles"], chips, scale)


def apply(application: QApplication, theme: Theme, icons: Icons) -> None:
    """Dress the whole application: Fusion, the palette, the type and the style sheet."""
    application.setStyle("Fusion")
    application.setPalette(palette(theme))
    application.setFont(theme.type_face())
    application.setStyleSheet(style_sheet(theme, icons))


def install_fonts() -> None:
    """Make Roboto known to Qt, so that nothing depends on the fonts of the machine."""
    if FAMILY in QFontDatabase.families():
        return
    for face in FACES:
        QFontDatabase.addApplicationFont(str(Path(font_roboto.font_directory) / f"Roboto-{face}.ttf"))


def palette(theme: Theme) -> QPalette:
    """The roles as Qt's palette; the inactive group equals the active one."""
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("text3"))
    return made


def style_sheet(theme: Theme, icons: Icons) -> str:
    """The style sheet with every placeholder filled."""

    def fill(match: re.Match[str]) -> str:
        kind, _, rest = match["key"].partition(":")
        if kind == "pt":
            return f"{float(rest) * theme.scale:g}pt"
        if kind == "px":
            return f"{theme.length(int(rest))}px"
        if kind == "icon":
            name, _, role = rest.partition(":")
            return f'"{icons.file(name, theme.colour(role))}"'
        return theme.colour(kind).name(QColor.NameFormat.HexArgb)

    return PLACEHOLDER.sub(fill, resource("themes/look.qss").read_text("utf-8"))


def like(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> str:
    """The theme for a desktop of these colours; who asked it for high contrast gets it whatever the colours."""
    if contrast is Qt.ContrastPreference.HighContrast:
        return "hc"
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


_PALETTE = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "row",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "surface2",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "borderStrong",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onAccent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accentHover",
    QPalette.ColorRole.Accent: "accent",
}
