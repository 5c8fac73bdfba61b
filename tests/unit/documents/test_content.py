import pytest

from app.documents.content import JPEG, PDF, PNG, recognise
from app.documents.refusals import (
    Archive,
    NotTaken,
    OfficeFile,
    OtherPicture,
    PhonePicture,
    ProgramFile,
    UnknownFile,
)
from app.i18n import Words
from tests.unit.documents.made import pdf, picture, saved


@pytest.mark.parametrize(
    ("data", "kind"),
    [(saved(picture()), JPEG), (saved(picture(), "PNG"), PNG), (pdf(1), PDF)],
)
def test_what_is_taken_is_known_by_its_content(data: bytes, kind: str) -> None:
    assert recognise("будь-що.exe", data) == kind


@pytest.mark.parametrize(
    ("data", "refusal", "told"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", OtherPicture, "SVG"),
        (b"<?xml version='1.0'?>\n<!-- a --><svg/>", OtherPicture, "SVG"),
        (saved(picture(), "GIF"), OtherPicture, "GIF"),
        (saved(picture(), "TIFF"), OtherPicture, "TIFF"),
        (saved(picture(), "BMP"), OtherPicture, "BMP"),
        (saved(picture(), "WEBP"), OtherPicture, "WebP"),
        (saved(picture(), "AVIF"), OtherPicture, "AVIF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", PhonePicture, "HEIC"),
        (b"\0\0\0\x18ftypisom\0\0\0\0", OtherPicture, "відео"),
        (b"MZ\x90\0", ProgramFile, "програма"),
        (b"\x7fELF\2\1\1", ProgramFile, "програма"),
        (b"#!/bin/sh\nrm -rf /\n", ProgramFile, "сценарій"),
        (b"PK\3\4" + bytes(40), Archive, "ZIP"),
        (b"PK\3\4" + bytes(26) + b"[Content_Types].xml", OfficeFile, "Word"),
        (b"PK\3\4" + bytes(26) + b"mimetypeapplication/vnd.oasis", OfficeFile, "LibreOffice"),
        (b"Rar!\x1a\7\1\0", Archive, "RAR"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OfficeFile, "Word"),
        (b"{\\rtf1", OfficeFile, "RTF"),
        (b"<!DOCTYPE html><html>", OfficeFile, "вебсторінка"),
        (b"MZ" + pdf(1), ProgramFile, "програма"),
        (b"GIF89a" + pdf(1), OtherPicture, "GIF"),
        (b"\n" + saved(picture()), UnknownFile, "JPEG"),
        (b"\xff\xd8", UnknownFile, "JPEG"),
        (b"Hello", UnknownFile, "JPEG"),
    ],
)  # fmt: skip
def test_everything_else_is_called_by_its_name_whatever_its_file_is_called(
    data: bytes, refusal: type[NotTaken], told: str
) -> None:
    with pytest.raises(refusal) as caught:
        recognise("фото.jpg", data)
    assert told in Words("uk").explain(caught.value)
    assert "фото.jpg" in Words("en").explain(caught.value)
