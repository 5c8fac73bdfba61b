"""Small pictures of screens, and how far two of them are apart: by tiles, so that a word counts and a dot does not."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPixmap

SHRUNK = 3
COLOURS = (96, 128, 256)
TILE = 8
"""Pixels of a small picture: 24 of the glass."""
FAR = 7
"""The mean difference of a tile, in levels of 255, from which on somebody would see it."""
NEAR = 4
"""As much may be lost in few colours; a picture that loses more is kept in all of them."""


@dataclass(frozen=True, slots=True)
class Apart:
    """How far a picture is from the accepted one: the worst tile, and how many are far."""

    worst: int
    tiles: int

    @property
    def same(self) -> bool:
        """Whether nobody would see a difference."""
        return self.tiles == 0


def small(pixmap: QPixmap) -> Image.Image:
    """The picture in a third of its size."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.toImage().save(buffer, "PPM")
    seen = Image.open(BytesIO(bytes(buffer.data()))).convert("RGB")
    return seen.resize((seen.width // SHRUNK, seen.height // SHRUNK), Image.Resampling.BOX)


def keep(picture: Image.Image, path: Path) -> None:
    """Write a small picture in few colours; nothing at all if it looks as the one that is there."""
    if path.exists() and apart(picture, read(path)).same:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    tries = (picture.quantize(many, kmeans=3, dither=Image.Dither.NONE) for many in COLOURS)
    near = (fewer for fewer in tries if apart(picture, fewer.convert("RGB")).worst <= NEAR)
    next(near, picture).save(path, optimize=True)


def read(path: Path) -> Image.Image:
    """A kept picture."""
    with Image.open(path) as kept:
        return kept.convert("RGB")


def apart(one: Image.Image, other: Image.Image) -> Apart:
    """How far two pictures are apart; those of different sizes are as far as can be."""
    if one.size != other.size:
        return Apart(255, one.width * one.height)
    tiles = (-(-one.width // TILE), -(-one.height // TILE))
    pasted = [Image.new("RGB", (tiles[0] * TILE, tiles[1] * TILE)) for _ in range(2)]
    for ground, picture in zip(pasted, (one, other), strict=True):
        ground.paste(picture)
    means = ImageChops.difference(*(ground.resize(tiles, Image.Resampling.BOX) for ground in pasted))
    worst = [max(pixel) for pixel in zip(*(channel.tobytes() for channel in means.split()), strict=True)]
    return Apart(max(worst), sum(level >= FAR for level in worst))
