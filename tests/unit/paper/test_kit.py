from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from app.paper.kit import Mark, Sheet, Styles, printable, render

STYLE = Styles()


def one_page(*blocks, **edges):
    return render([Sheet("Верх", "Низ", "сторінка {page} з {pages}", blocks, **edges)], language="uk")


def text_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=/etc/passwd>",
        '<img src="file:///etc/hostname" width="100"/>',
        "<b>жирний</b>",
        "Шевченко <Taras>",
        "[[[getattr(pow, Word('__globals__'))]]]",
        "<font color=\"[[[x for x in 'a']]]\">колір",
        "&amp; &lt;тег&gt; & <br/>",
        "<!-- -->",
        "{number} %s \\n",
        "</para>",
    ],
)
def test_user_text_is_printed_letter_by_letter_and_never_becomes_markup(hostile):
    for block in (
        STYLE.paragraph(hostile),
        STYLE.labelled(hostile, "x"),
        STYLE.labelled("x", hostile),
        STYLE.item(Mark.DONE, hostile, tail="x"),
        STYLE.item(Mark.DONE, "x", [hostile]),
        STYLE.item(Mark.DONE, "x", tail=hostile),
        STYLE.pair(hostile, "x"),
        STYLE.pair("x", hostile),
        STYLE.title(hostile),
        STYLE.heading(hostile),
        STYLE.note(hostile),
        STYLE.tear_off(hostile, "x"),
    ):
        pdf = one_page(block)
        assert "".join(hostile.split()) in "".join(text_of(pdf).split())
        assert b"/Subtype /Image" not in pdf


@pytest.mark.parametrize("text", ["а-б: в (г) – «ґ», № 5; її Єва’с", "Zaiets: +380 00 111-22-33 (24/7)"])
def test_text_copied_from_the_page_is_the_text(text):
    assert text in text_of(one_page(STYLE.paragraph(text)))


def test_control_bidirectional_and_broken_characters_are_left_out():
    assert printable("І\u202eв\u2066а\u200fн\x00\x07\ud800\ufeff\u200b") == "Іван"
    assert printable("Іван\nПетренко\u2028син") == "Іван Петренко син"
    assert printable("Ґудзь Їжак Є’я") == "Ґудзь Їжак Є’я"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_text_at_all_breaks_the_paper(text):
    assert one_page(STYLE.paragraph(text), STYLE.item(Mark.OPEN, text, [text], tail=text)).startswith(b"%PDF")


def test_a_word_of_twenty_thousand_letters_wraps_over_pages():
    pdf = one_page(STYLE.paragraph("щ" * 20_000), STYLE.item(Mark.OPEN, "ю" * 20_000), STYLE.tear_off("б" * 9_000, "я"))
    text = text_of(pdf)
    assert text.count("щ") == 20_000
    assert text.count("ю") == 20_000
    assert text.count("б") == 9_000


def fonts(pdf):
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            yield font.get_object()


def test_every_font_is_roboto_and_embedded():
    blocks = [STYLE.title("Т"), STYLE.paragraph("а"), *(STYLE.item(mark, "б", ["в"]) for mark in Mark)]
    blocks += [STYLE.tear_off("г", "ґ"), STYLE.note("є"), STYLE.pair("1", "ж")]
    found = list(fonts(one_page(*blocks, banner="НАВЧАЛЬНІ ДАНІ")))
    assert found
    for font in found:
        assert "Roboto" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]


def test_same_input_same_bytes():
    def story():
        return [STYLE.title("Т"), *(STYLE.item(Mark.DONE, f"Крок {n}", ["деталі"]) for n in range(60))]

    assert one_page(*story()) == one_page(*story())


def test_each_sheet_counts_its_own_pages_and_carries_its_own_edges():
    long = [STYLE.paragraph(f"рядок {n}") for n in range(90)]
    pdf = render(
        [
            Sheet("Верх-1", "Низ-1", "сторінка {page} з {pages}", tuple(long)),
            Sheet("Верх-2", "Низ-2", "page {page} of {pages}", (STYLE.paragraph("end"),), banner="TRAINING"),
        ],
        language="uk",
    )
    texts = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    first = texts[:-1]
    assert len(first) > 1
    for number, text in enumerate(first, 1):
        assert f"сторінка {number} з {len(first)}" in text
        assert "Верх-1" in text
        assert "Низ-1" in text
        assert "TRAINING" not in text
    assert "page 1 of 1" in texts[-1]
    assert "Верх-2" in texts[-1]
    assert "TRAINING" in texts[-1]


def test_metadata_says_only_what_the_program_is_called():
    data = PdfReader(BytesIO(one_page(STYLE.paragraph("Іван Петренко")))).metadata
    said = {str(value) for key, value in data.items() if value and key not in {"/CreationDate", "/ModDate", "/Trapped"}}
    assert said == {"Супровід", data.producer}
    assert data.creation_date.year == 2000


@pytest.mark.parametrize("before", range(0, 60, 3))
def test_a_heading_a_step_and_the_tear_off_are_never_torn(before):
    filler = [STYLE.paragraph(f"рядок {n}") for n in range(before)]
    pdf = one_page(
        *filler,
        STYLE.heading("ЗАГОЛОВОК"),
        STYLE.item(Mark.OPEN, "ПОЧАТОК", ["середина " * 40, "КІНЕЦЬ"], strong=True),
        STYLE.item(Mark.DONE, "ДРУГИЙ", ["знову " * 60, "ДАЛІ " * 60, "ОСТАННІЙ"]),
        STYLE.tear_off("ВІДРІЗАТИ", "тут " * 60 + "КРАЙ"),
    )
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    for group in (("ЗАГОЛОВОК", "ПОЧАТОК", "КІНЕЦЬ"), ("ДРУГИЙ", "ДАЛІ", "ОСТАННІЙ"), ("ВІДРІЗАТИ", "КРАЙ")):
        assert len({number for number, text in enumerate(pages) for word in group if word in text}) == 1


def test_large_print_is_larger():
    def pages(style):
        return len(PdfReader(BytesIO(one_page(*(style.paragraph(f"рядок {n}") for n in range(90))))).pages)

    assert pages(Styles(1.7)) > pages(Styles(1.0))
