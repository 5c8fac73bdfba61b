import os
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from app.documents import intake
from app.documents.intake import Pasted, bring, take
from app.documents.refusals import DocumentUnreadable, EmptyFile, FileTooLarge, NoSuchFile, NotTaken
from app.i18n import Words
from tests.unit.documents.made import noise, pdf, picture, saved


def test_a_path_and_a_paste_bring_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"abc")
    assert bring(tmp_path / "a.jpg") == bring(Pasted("a.jpg", b"abc"))


def test_twenty_megabytes_are_taken_and_one_byte_more_is_not() -> None:
    assert len(bring(Pasted("а", bytes(20_000_000))).data) == 20_000_000
    with pytest.raises(FileTooLarge) as caught:
        bring(Pasted("а.pdf", bytes(20_000_001)))
    assert "20 МБ" in Words("uk").explain(caught.value)


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as sparse:
        sparse.truncate(1 << 40)
    with pytest.raises(FileTooLarge):
        bring(tmp_path / "a.pdf")


def test_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").touch()
    with pytest.raises(EmptyFile):
        bring(tmp_path / "a.jpg")


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "endless"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.jpg"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "endless":
        path.symlink_to("/dev/zero")
    with pytest.raises(NoSuchFile):
        bring(path)


def test_what_is_shown_is_small_and_the_thumbnail_smaller() -> None:
    taken = take(bring(Pasted("а.png", saved(picture(3000, 1500), "PNG"))))
    assert (taken.media_type, taken.pages, taken.width, taken.height) == ("image/png", 1, 3000, 1500)
    for drawn, size in ((taken.shown, (2500, 1250)), (taken.thumbnail, (256, 128))):
        with Image.open(BytesIO(drawn.jpeg)) as opened:
            assert (opened.format, opened.size) == ("JPEG", size)
            assert (drawn.width, drawn.height) == size


def test_a_picture_that_does_not_compress_is_still_shown_in_two_megabytes() -> None:
    drawn = intake.shown(noise(2500, 2500))
    assert len(drawn.jpeg) <= intake.MOST_SHOWN
    assert drawn.width < 2500


def test_a_pdf_is_shown_by_its_first_page() -> None:
    taken = take(bring(Pasted("а.pdf", pdf(3))))
    assert (taken.media_type, taken.pages, taken.width) == ("application/pdf", 3, 0)
    assert (taken.shown.width, taken.shown.height) == (1751, 2480)


def test_a_pdf_without_pages_is_refused() -> None:
    with pytest.raises(DocumentUnreadable):
        take(bring(Pasted("а.pdf", pdf(0))))


def test_a_veil_hides_what_is_there() -> None:
    clear = Image.new("RGB", (256, 256), "white")
    clear.paste((255, 0, 0), (96, 96, 160, 160))
    with Image.open(BytesIO(intake.veiled(saved(clear)))) as veiled:
        drawn = veiled.convert("RGB")
    assert all(max(color) - min(color) <= 2 for _, color in drawn.getcolors(1 << 16))  # type: ignore[arg-type,union-attr]
    beside = [drawn.getpixel((128, y))[0] for y in range(80, 112)]  # type: ignore[index]
    assert max(abs(a - b) for a, b in pairwise(beside)) < 20, "no edge is left"


def test_a_refusal_names_the_file_and_says_what_to_do() -> None:
    with pytest.raises(NotTaken) as caught:
        take(bring(Pasted("фото.jpg", saved(picture())[:200])))
    told = Words("uk").explain(caught.value)
    assert "фото.jpg" in told
    assert "скануйте" in told
