"""The child process that opens foreign pictures and PDFs: their bytes on stdin, nothing but pixels on stdout.

`python -m app.documents.decoder`; in a frozen build a program of its own. It may hang, crash or be taken over by
what it reads: it holds no key and no other file, writes to no disk, has limits of memory, time and size, and its
parent (`app.documents.decoding`) believes nothing but sizes and raw RGB.

In: one line of JSON (`Request`), then the file. Out: one line (`refused`, or pages, width, height), then for each
page asked for a line (width, height) and its RGB. A file that nobody can read ends the child without an answer.
"""

import json
import sys
import warnings
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
MOST_PAGES = 500
MOST_MEMORY = 1 << 30
PDF = "pdf"
PICTURE = "picture"
_PASSWORD_NEEDED = 4
_FINEST = 300 / 72
"""Pixels per point: a small page is drawn at 300 dots per inch, not larger."""

Part = tuple[dict[str, int], bytes]
"""A line of the answer and the bytes after it."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to open the file as, and which pages to send: `many` from `first` (0 is the first), `longest` side."""

    kind: str
    first: int = 0
    many: int = 1
    longest: int = 2500
    seconds: int = 10

    def line(self) -> bytes:
        """As the child reads it."""
        return json.dumps(asdict(self)).encode() + b"\n"


class Refused(Exception):
    """The file is not opened; the argument says why in one word."""


def main() -> int:
    """Answer one request; the exit status tells nothing, the answer does."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    request = Request(**json.loads(source.readline()))
    _limit(request.seconds)
    data = source.read()
    try:
        for told, pixels in (_pdf if request.kind == PDF else _picture)(data, request):
            target.write(json.dumps(told).encode() + b"\n" + pixels)
    except Refused as refusal:
        target.write(json.dumps({"refused": str(refusal)}).encode() + b"\n")
    target.flush()
    return 0


def _limit(seconds: int) -> None:
    """Bound this process. Windows has no such call: there only the parent's clock stops it."""
    if sys.platform == "win32":
        return
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def _picture(data: bytes, request: Request) -> Iterator[Part]:
    """Warnings are errors, but for those on EXIF and MPO: what they warn of is thrown away here."""
    from PIL import Image, ImageOps

    warnings.simplefilter("error")
    warnings.filterwarnings("ignore", module=r"PIL\.TiffImagePlugin")
    warnings.filterwarnings("ignore", message="Image appears to be a malformed MPO")
    side = request.longest
    try:
        opened = Image.open(BytesIO(data), formats=("JPEG", "PNG"))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise Refused("pixels") from error
    if opened.width * opened.height > MOST_PIXELS:
        raise Refused("pixels")
    yield {"pages": 1, "width": opened.width, "height": opened.height}, b""
    opened.draft("RGB", (side, side))
    picture = _plain(ImageOps.exif_transpose(opened))
    picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    yield _leaf(picture)


def _plain(picture: "Image") -> "Image":
    """The picture in eight bits a channel, with transparency where it has some."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _leaf(picture: "Image") -> Part:
    """One page as it crosses to the parent; what is transparent lies on white."""
    from PIL import Image

    if picture.mode == "RGBA":
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    return {"width": picture.width, "height": picture.height}, picture.convert("RGB").tobytes()


def _pdf(data: bytes, request: Request) -> Iterator[Part]:
    import pypdfium2  # type: ignore[import-untyped]  # it brings no types

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refused("locked" if error.err_code == _PASSWORD_NEEDED else "unreadable") from error
    document.init_forms()
    if len(document) > MOST_PAGES:
        raise Refused("pages")
    yield {"pages": len(document), "width": 0, "height": 0}, b""
    for number in range(request.first, min(request.first + request.many, len(document))):
        page = document[number]
        scale = min(request.longest / max(page.get_size()), _FINEST)
        yield _leaf(page.render(scale=scale, rev_byteorder=True).to_pil())


if __name__ == "__main__":
    sys.exit(main())
