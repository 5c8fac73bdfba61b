"""Pictures and PDFs made for tests, honest and hostile ones."""

import struct
import zlib
from io import BytesIO

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

CANARY = "Канарейка Ґудзь"


def picture(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A smooth picture, red growing to the right and green downwards, with a blue upper left quarter."""
    drawn = Image.merge(
        "RGB",
        (
            Image.linear_gradient("L").rotate(90).resize((width, height)),
            Image.linear_gradient("L").resize((width, height)),
            Image.new("L", (width, height)),
        ),
    )
    drawn.paste((0, 0, 255), (0, 0, width // 2, height // 2))
    return drawn.convert(mode)


def saved(drawn: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    made = BytesIO()
    drawn.save(made, kind, **options)
    return made.getvalue()


def noise(width: int, height: int) -> Image.Image:
    """A picture that no codec makes smaller."""
    return Image.merge("RGB", [Image.effect_noise((width, height), 120) for _ in range(3)])


def located() -> bytes:
    """A phone's picture with place, author and a remark in EXIF, XMP and a comment."""
    exif = Image.Exif()
    exif[0x013B] = "Canary Author"
    exif[0x9286] = b"UNICODE\0" + CANARY.encode("utf-16-le")
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (48.0, 17.0, 31.25)
    gps[3], gps[4] = "E", (37.0, 10.0, 55.5)
    return saved(picture(), exif=exif, comment=CANARY.encode(), xmp=b"<x:xmpmeta>Canary XMP</x:xmpmeta>")


def turned() -> bytes:
    """A picture lying on its side, whose EXIF says that it must be turned to the right."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(picture(60, 40), exif=exif, quality=95)


def png(width: int, height: int, rows: bytes) -> bytes:
    """A PNG of a size whose rows, each after a zero, are not compressed."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")


def png_head(width: int, height: int) -> bytes:
    """A PNG that claims a size and brings one line: a few hundred bytes on disk, gigabytes in memory."""
    return png(width, height, bytes(1000))


def pdf(pages: int = 2, *, password: str = "", words: str = "") -> bytes:
    """A PDF of A5 pages, each with a black square at its lower left."""
    writer = PdfWriter()
    square = b"0 0 0 rg 20 20 100 100 re f"
    content = StreamObject()
    content.set_data(square)
    reference = writer._add_object(content)
    for _ in range(pages):
        page = writer.add_blank_page(420, 595)
        page[NameObject("/Contents")] = reference
    writer.add_metadata({"/Author": words or "Canary Author"})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def endless_pdf() -> bytes:
    """A page that draws a form that draws a form ten times, and so on: ten thousand million squares."""
    writer = PdfWriter()
    page = writer.add_blank_page(420, 595)
    inner = None
    for _level in range(11):
        form = StreamObject()
        form.set_data(b"0 0 0 rg 0 0 400 500 re f" if inner is None else b"/F Do " * 10)
        form.update({
            NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): page.mediabox,
        })
        if inner is not None:
            form[NameObject("/Resources")] = DictionaryObject(
                {NameObject("/XObject"): DictionaryObject({NameObject("/F"): inner})}
            )
        inner = writer._add_object(form)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/F"): inner})}
    )
    content = StreamObject()
    content.set_data(b"/F Do")
    page[NameObject("/Contents")] = writer._add_object(content)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def form(typed: str) -> bytes:
    """A page with one field that somebody filled in, its look left to whoever opens it."""
    writer = PdfWriter()
    page = writer.add_blank_page(420, 595)
    font = DictionaryObject({
        NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject("/Helvetica"),
    })
    fonts = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/Helv"): writer._add_object(font)})})
    field = writer._add_object(
        DictionaryObject({
            NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): TextStringObject("a"),
            NameObject("/V"): TextStringObject(typed), NameObject("/F"): NumberObject(4),
            NameObject("/DA"): TextStringObject("/Helv 40 Tf 0 g"),
            NameObject("/Rect"): ArrayObject(map(NumberObject, (100, 100, 300, 200))),
        })
    )
    page[NameObject("/Annots")] = ArrayObject([field])
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): ArrayObject([field]), NameObject("/DR"): fonts}
    )
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
