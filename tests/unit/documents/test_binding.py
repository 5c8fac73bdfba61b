from io import BytesIO

from pypdf import PdfReader

from app.documents import decoder, intake
from app.documents.binding import bind
from app.documents.decoding import decode
from tests.unit.documents.made import picture


def test_pictures_become_pages_and_nothing_else() -> None:
    one, two = intake.shown(picture(342, 171)), intake.shown(picture(171, 342))
    made = bind([one, two])
    read = PdfReader(BytesIO(made), strict=True)
    assert [tuple(map(float, page.mediabox[2:])) for page in read.pages] == [(144, 72), (72, 144)]
    assert read.metadata is None
    assert [page["/Resources"]["/XObject"]["/P"]._data for page in read.pages] == [one.jpeg, two.jpeg]
    assert made == bind([one, two])


def test_a_reader_draws_the_pages_as_they_were() -> None:
    opened = decode("a.pdf", bind([intake.shown(picture(342, 171))]), decoder.Request(decoder.PDF))
    drawn = intake.picture(opened.leaves[0])
    assert (drawn.width, drawn.height) == (600, 300)
    red, green, blue = drawn.getpixel((150, 75))  # type: ignore[misc]  # RGB has three
    assert blue > 200 > 60 > max(red, green)
