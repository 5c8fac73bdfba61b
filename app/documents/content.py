"""What a file is by its first bytes, never by its name: a picture, a PDF, or something that is refused in words."""

from app.documents.refusals import (
    Archive,
    NotTaken,
    OfficeFile,
    OtherPicture,
    PhonePicture,
    ProgramFile,
    UnknownFile,
)
from app.domain.text import Text

JPEG = "image/jpeg"
PNG = "image/png"
PDF = "application/pdf"
SUFFIXES = {JPEG: ".jpg", PNG: ".png", PDF: ".pdf"}

_TAKEN = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"%PDF-", PDF))
_PROGRAM = Text("програма", "a program")
_SCRIPT = Text("сценарій команд", "a script of commands")
_ZIP = Text("архів ZIP", "a ZIP archive")
_OLD_OFFICE = Text("документ старого Word чи Excel", "a document of an old Word or Excel")
_OFFICE = Text("документ Word, Excel чи PowerPoint", "a Word, Excel or PowerPoint document")
_OPEN_OFFICE = Text("документ LibreOffice", "a LibreOffice document")
_RTF = Text("текст RTF", "an RTF text")
_HTML = Text("вебсторінка", "a web page")
_SVG = Text("малюнок SVG", "an SVG drawing")
_TIFF = Text("малюнок TIFF", "a TIFF picture")

_REFUSED: tuple[tuple[bytes, type[NotTaken], Text], ...] = (
    (b"GIF8", OtherPicture, Text("малюнок GIF", "a GIF picture")),
    (b"II*\0", OtherPicture, _TIFF),
    (b"MM\0*", OtherPicture, _TIFF),
    (b"BM", OtherPicture, Text("малюнок BMP", "a BMP picture")),
    (b"\0\0\1\0", OtherPicture, Text("значок Windows", "a Windows icon")),
    (b"MZ", ProgramFile, _PROGRAM),
    (b"\x7fELF", ProgramFile, _PROGRAM),
    (b"\xcf\xfa\xed\xfe", ProgramFile, _PROGRAM),
    (b"\xca\xfe\xba\xbe", ProgramFile, _PROGRAM),
    (b"L\0\0\0\1\x14\2\0", ProgramFile, Text("ярлик Windows", "a Windows shortcut")),
    (b"#!", ProgramFile, _SCRIPT),
    (b"Rar!", Archive, Text("архів RAR", "a RAR archive")),
    (b"7z\xbc\xaf\x27\x1c", Archive, Text("архів 7-Zip", "a 7-Zip archive")),
    (b"\x1f\x8b", Archive, Text("архів GZIP", "a GZIP archive")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OfficeFile, _OLD_OFFICE),
    (b"{\\rtf", OfficeFile, _RTF),
)
_HEIF = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"}
_LOOKED_AT = 4096


def recognise(name: str, data: bytes) -> str:
    """The media type of a JPEG, PNG or PDF; raises a `NotTaken` that says what `data` is instead."""
    for start, media_type in _TAKEN:
        if data.startswith(start):
            return media_type
    raise _refusal(name, data)


def _refusal(name: str, data: bytes) -> NotTaken:
    for start, kind, told in _REFUSED:
        if data.startswith(start):
            return kind(name=name, kind=told)
    if data[4:8] == b"ftyp":
        return _of_phone(name, data[8:12])
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return OtherPicture(name=name, kind=Text("малюнок WebP", "a WebP picture"))
    if data.startswith(b"PK"):
        return _of_zip(name, data)
    return _of_text(name, data[:_LOOKED_AT].lower())


def _of_phone(name: str, brand: bytes) -> NotTaken:
    if brand in _HEIF:
        return PhonePicture(name=name)
    if brand == b"avif":
        return OtherPicture(name=name, kind=Text("малюнок AVIF", "an AVIF picture"))
    return OtherPicture(name=name, kind=Text("відео", "a video"))


def _of_zip(name: str, data: bytes) -> NotTaken:
    if b"[Content_Types].xml" in data:
        return OfficeFile(name=name, kind=_OFFICE)
    if data[30:38] == b"mimetype":
        return OfficeFile(name=name, kind=_OPEN_OFFICE)
    return Archive(name=name, kind=_ZIP)


def _of_text(name: str, start: bytes) -> NotTaken:
    if b"<svg" in start:
        return OtherPicture(name=name, kind=_SVG)
    if b"<html" in start or b"<!doctype html" in start:
        return OfficeFile(name=name, kind=_HTML)
    return UnknownFile(name=name)
