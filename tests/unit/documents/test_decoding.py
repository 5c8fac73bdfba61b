import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from app.documents import decoder
from app.documents.decoder import PDF, PICTURE, Request
from app.documents.decoding import Opened, decode
from app.documents.intake import picture as drawn
from app.documents.refusals import DocumentUnreadable, LockedPdf, NotTaken, PictureTooLarge, TooManyPages
from tests.unit.documents.made import endless_pdf, form, pdf, picture, png_head, saved, turned

ROOT = Path(__file__).resolve().parents[3]


def opened(data: bytes, kind: str = PICTURE, **request: int) -> Opened:
    return decode("а.jpg", data, Request(kind, **request))


def answered(*parts: bytes, many: int = 1, seconds: int = 10) -> Opened:
    """What the parent makes of a child that swallows its question and says `parts`."""
    script = f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({b''.join(parts)!r})"
    return decode("а.jpg", b"x", Request(PICTURE, many=many, seconds=seconds), [sys.executable, "-c", script])


def test_a_picture_crosses_as_pixels() -> None:
    leaf = opened(saved(picture(), "PNG")).leaves[0]
    assert leaf.rgb == picture().tobytes()


def test_a_large_picture_is_drawn_smaller_but_its_size_is_told() -> None:
    found = opened(saved(picture(3000, 1000)))
    assert (found.width, found.height) == (3000, 1000)
    assert (found.leaves[0].width, found.leaves[0].height) == (2500, 833)


def test_a_picture_on_its_side_is_put_upright() -> None:
    shown = drawn(opened(turned()).leaves[0])
    assert shown.size == (40, 60)
    blue = [shown.getpixel(corner)[2] > 150 for corner in ((5, 5), (34, 5), (5, 54), (34, 54))]  # type: ignore[index]
    assert blue == [False, True, False, False]


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("L", "JPEG"), ("CMYK", "JPEG"), ("1", "PNG"), ("P", "PNG"), ("LA", "PNG"), ("RGBA", "PNG")],
)
def test_every_mode_becomes_rgb(mode: str, kind: str) -> None:
    leaf = opened(saved(picture(mode=mode), kind)).leaves[0]
    assert (leaf.width, leaf.height, len(leaf.rgb)) == (60, 40, 7200)


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    deep = Image.linear_gradient("L").convert("I").point(lambda level: level * 257).convert("I;16")
    shown = drawn(opened(saved(deep, "PNG")).leaves[0]).convert("L")
    difference = max(abs(a - b) for a, b in zip(shown.tobytes(), Image.linear_gradient("L").tobytes(), strict=True))
    assert difference <= 1


def test_what_is_transparent_lies_on_white() -> None:
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    assert opened(saved(clear, "PNG")).leaves[0].rgb == b"\xff" * 48


def test_damaged_exif_does_not_cost_the_picture() -> None:
    broken = bytearray(turned())
    at = broken.index(b"Exif\0\0")
    broken[at + 10 : at + 14] = b"\xff\xff\xff\x7f"
    assert opened(bytes(broken)).leaves[0].width in (40, 60)


def test_the_pages_of_a_pdf_are_drawn_from_any_place() -> None:
    data = pdf(5)
    assert [opened(data, PDF, first=first, many=2).pages for first in (0, 4, 9)] == [5, 5, 5]
    assert [len(opened(data, PDF, first=first, many=2).leaves) for first in (0, 4, 9)] == [2, 1, 0]
    page = drawn(opened(data, PDF, longest=595).leaves[0])
    assert page.size == (420, 595)
    assert (page.getpixel((70, 525)), page.getpixel((300, 100))) == ((0, 0, 0), (255, 255, 255))


def test_what_was_typed_into_a_form_is_drawn() -> None:
    page = drawn(opened(form("VYTIAH"), PDF, longest=595).leaves[0])
    assert page.crop((100, 395, 300, 495)).convert("L").getextrema()[0] < 100


@pytest.mark.parametrize("side", [20_000, 60_000])
def test_a_bomb_of_dots_is_refused_before_it_is_unpacked(side: int) -> None:
    with pytest.raises(PictureTooLarge):
        opened(png_head(side, side))


def test_a_picture_that_brings_less_than_it_says_is_unreadable() -> None:
    with pytest.raises(DocumentUnreadable):
        opened(png_head(7000, 7000))


@pytest.mark.parametrize("kept", [4, 30, 300, 0.5, 0.9])
def test_a_picture_cut_short_is_unreadable(kept: float) -> None:
    data = saved(picture(200, 200), quality=95)
    with pytest.raises(DocumentUnreadable):
        opened(data[: kept if kept > 1 else int(len(data) * kept)])  # type: ignore[misc]


def test_a_picture_is_not_opened_as_what_it_is_not() -> None:
    for data in (saved(picture(), "GIF"), saved(picture(), "TIFF"), b"<svg/>", pdf(1)):
        with pytest.raises(DocumentUnreadable):
            opened(data)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (pdf(1, password="таємниця"), LockedPdf),
        (pdf(501), TooManyPages),
        (b"%PDF-1.7 nothing", DocumentUnreadable),
        (pdf(3)[:200], DocumentUnreadable),
    ],
)
def test_a_pdf_that_cannot_be_shown_says_why(data: bytes, refusal: type[NotTaken]) -> None:
    with pytest.raises(refusal):
        opened(data, PDF)


def test_five_hundred_pages_are_not_too_many() -> None:
    assert opened(pdf(500), PDF).pages == 500


def test_a_pdf_without_end_is_stopped() -> None:
    with pytest.raises(DocumentUnreadable):
        opened(endless_pdf(), PDF, seconds=2)


@pytest.mark.parametrize(
    "script",
    ["import os; os.abort()", "raise SystemExit(1)", "import time; time.monotonic()\nwhile True: pass",
     "import sys\nwhile True: sys.stdout.write('x' * 1000)"],
)  # fmt: skip
def test_a_child_that_crashes_hangs_or_babbles_hurts_nobody(script: str) -> None:
    with pytest.raises(DocumentUnreadable):
        decode("а.jpg", bytes(1_000_000), Request(PICTURE, seconds=1), [sys.executable, "-c", script])


HEAD = json.dumps({"pages": 1, "width": 1, "height": 1}).encode() + b"\n"


def test_an_honest_answer_is_taken() -> None:
    assert answered(HEAD, b'{"width": 1, "height": 1}\n', b"abc").leaves[0].rgb == b"abc"


@pytest.mark.parametrize(
    "parts",
    [
        (b"",),
        (b"[]\n",),
        (b'{"pages": -1, "width": 1, "height": 1}\n',),
        (b'{"pages": "1", "width": 1, "height": 1}\n',),
        (HEAD,),
        (HEAD, b'{"width": 1, "height": 1}\n', b"ab"),
        (HEAD, b'{"width": 0, "height": 9}\n'),
        (HEAD, b'{"width": 2502, "height": 1}\n', bytes(7506)),
        (HEAD, b'{"width": 1.0, "height": 1}\n', b"abc"),
        (b'{"refused": "something new"}\n',),
        (b'{"refused": ["locked"]}\n',),
        (b"{" * 1000,),
    ],
)
def test_an_answer_that_does_not_add_up_is_not_believed(parts: tuple[bytes, ...]) -> None:
    with pytest.raises(DocumentUnreadable):
        answered(*parts)


def test_the_child_knows_neither_the_surroundings_nor_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPROVID_CANARY", "1")
    script = (
        "import json, os, sys; sys.stdin.buffer.read(); n = len([k for k in os.environ if 'CANARY' in k]);"
        "print(json.dumps({'pages': 1, 'width': n, 'height': len(os.listdir('/proc/self/fd'))})); "
        "print(json.dumps({'width': 1, 'height': 1})); print('abc', end='')"
    )
    found = decode("а.jpg", b"x", Request(PICTURE), [sys.executable, "-c", script])
    assert found.width == 0
    assert found.height <= 4, "stdin, stdout, stderr and the list itself"


def test_the_child_gets_no_more_memory_than_it_may_have() -> None:
    limited = (
        "import sys; from app.documents import decoder; decoder._limit(5); x = bytearray(decoder.MOST_MEMORY);"
        "sys.stdin.buffer.read(); sys.stdout.write('{}')"
    )
    with pytest.raises(DocumentUnreadable):
        decode("а.jpg", b"x", Request(PICTURE), [sys.executable, "-c", limited])
    assert decoder.MOST_MEMORY == 1 << 30


@pytest.mark.skipif(sys.platform != "linux", reason="read from /proc; Windows has the parent's clock alone")
def test_the_child_bounds_itself_before_it_reads_the_file() -> None:
    command = [sys.executable, "-m", "app.documents.decoder"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd=ROOT) as child:
        child.stdin.write(Request(PDF, seconds=7).line())
        child.stdin.flush()
        limits = f"/proc/{child.pid}/limits"
        until = time.monotonic() + 20
        while not re.search(r"Max file size +0 ", told := Path(limits).read_text()):
            assert time.monotonic() < until, told
    found = {line[:26].strip(): line[26:].split()[:2] for line in told.splitlines()}
    assert found["Max cpu time"] == ["7", "7"]
    assert found["Max file size"] == ["0", "0"]
    assert found["Max address space"] == [str(1 << 30)] * 2
