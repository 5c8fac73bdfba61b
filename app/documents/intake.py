"""Take a foreign file in: read it within bounds, see what it is, and make of it what is shown and the thumbnail.

The original is kept byte for byte, as evidence. What is shown and shared is drawn anew from nothing but its pixels,
so that place, time, camera and author stay behind.
"""

import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFilter, ImageOps

from app.documents import content, decoder
from app.documents.decoding import Leaf, decode
from app.documents.refusals import DocumentUnreadable, EmptyFile, FileTooLarge, NoSuchFile
from app.documents.store import MOST_BYTES
from app.domain.legible import legible

LONGEST = 2500
THUMBNAIL = 256
MOST_SHOWN = 2_000_000
_QUALITIES = (85, 75, 65)
_SMALLER = 0.8
_VEIL = 12
_SECONDS = {decoder.PDF: 10, decoder.PICTURE: 30}


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture or PDF from the clipboard or a drop, under a name for the title."""

    name: str
    data: bytes


Source = Path | Pasted


@dataclass(frozen=True, slots=True)
class Brought:
    """The bytes of a source, before anybody looked inside."""

    name: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was opened: what it is, and its two copies, both JPEG. `width` and `height`: 0 for a PDF."""

    media_type: str
    pages: int
    width: int
    height: int
    shown: "Drawn"
    thumbnail: "Drawn"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A JPEG of our own making."""

    jpeg: bytes
    width: int
    height: int


def bring(source: Source) -> Brought:
    """Read a source whole; raises `NoSuchFile`, `EmptyFile`, `FileTooLarge`."""
    name = legible(source.name)
    data = source.data if isinstance(source, Pasted) else _contents(source, name)
    if not data:
        raise EmptyFile(name=name)
    if len(data) > MOST_BYTES:
        raise FileTooLarge(name=name, most=MOST_BYTES // 1_000_000)
    return Brought(name, data, sha256(data).hexdigest())


def take(brought: Brought) -> Taken:
    """Open what was brought, in a process of its own; raises a `NotTaken` that says why not."""
    name, data = brought.name, brought.data
    media_type = content.recognise(name, data)
    kind = decoder.PDF if media_type == content.PDF else decoder.PICTURE
    opened = decode(name, data, decoder.Request(kind, longest=LONGEST, seconds=_SECONDS[kind]))
    if not opened.leaves:
        raise DocumentUnreadable(name=name)
    first = picture(opened.leaves[0])
    return Taken(media_type, opened.pages, opened.width, opened.height, shown(first), thumbnail(first))


def picture(leaf: Leaf) -> Image.Image:
    """A page's pixels as a picture, with nothing else to it."""
    return Image.frombytes("RGB", (leaf.width, leaf.height), leaf.rgb)


def shown(drawn: Image.Image) -> Drawn:
    """The copy to show and share: at most 2 MB, coarser or smaller where it must be."""
    while True:
        for quality in _QUALITIES:
            made = _jpeg(drawn, quality)
            if len(made.jpeg) <= MOST_SHOWN:
                return made
        drawn = drawn.resize((max(1, int(drawn.width * _SMALLER)), max(1, int(drawn.height * _SMALLER))))


def thumbnail(drawn: Image.Image) -> Drawn:
    """The copy for lists: at most 256 dots a side."""
    small = drawn.copy()
    small.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
    return _jpeg(small, _QUALITIES[0])


def veiled(jpeg: bytes) -> bytes:
    """A thumbnail of ours, grey and blurred: what it is may be guessed, what it shows need not be seen."""
    with Image.open(BytesIO(jpeg), formats=("JPEG",)) as clear:
        grey = ImageOps.grayscale(clear).filter(ImageFilter.GaussianBlur(_VEIL))
    return _jpeg(grey, _QUALITIES[0]).jpeg


def leaf_of(jpeg: bytes) -> Leaf:
    """A JPEG of ours as pixels."""
    with Image.open(BytesIO(jpeg), formats=("JPEG",)) as opened:
        drawn = opened.convert("RGB")
    return Leaf(drawn.width, drawn.height, drawn.tobytes())


def _jpeg(drawn: Image.Image, quality: int) -> Drawn:
    made = BytesIO()
    drawn.save(made, "JPEG", quality=quality)
    return Drawn(made.getvalue(), drawn.width, drawn.height)


def _contents(path: Path, name: str) -> bytes:
    """At most one byte more than is allowed, and of nothing but a file: a pipe would wait for ever."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise NoSuchFile(name=name)
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise NoSuchFile(name=name) from error
