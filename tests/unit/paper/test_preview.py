from app.paper.kit import Sheet, Styles, render
from app.paper.preview import pages


def test_every_page_becomes_a_picture_of_its_true_colours():
    style = Styles()
    stories = [(style.title("Синій заголовок"),), (style.paragraph("друга"),)]
    pdf = render([Sheet("", "", "{page}/{pages}", story) for story in stories], language="uk")
    first, second = pages(pdf, 1.5)
    assert (first.width, first.height) == (second.width, second.height) == (893, 1263)
    assert len(first.rgb) == first.width * first.height * 3
    assert first.rgb[:3] == b"\xff\xff\xff"
    pixels = {first.rgb[place : place + 3] for place in range(0, len(first.rgb), 3)}
    assert b"\x17\x49\x8f" in pixels
