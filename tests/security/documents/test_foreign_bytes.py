"""Tests 45 and 46 of the design: nothing of a hostile or talkative file survives but the sealed original."""

from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image

from app.documents.intake import Pasted
from app.documents.refusals import DocumentUnreadable, NotTaken, OtherPicture, PictureTooLarge, ProgramFile
from app.documents.service import Documents
from tests.unit.documents.made import CANARY, located, noise, pdf, picture, png_head, saved

TALE = [b"Canary Author", b"Canary XMP", CANARY.encode(), CANARY.encode("utf-16-le"), b"Exif", b"x:xmpmeta"]


def test_place_and_author_stay_in_the_original_and_nowhere_else(
    documents: Documents, case: UUID, tmp_path: Path
) -> None:
    data = located()
    with Image.open(BytesIO(data)) as brought:
        assert brought.getexif().get_ifd(0x8825)[2] == (48.0, 17.0, 31.25)
    assert all(part in data for part in TALE)
    (uid,) = documents.add(case, [Pasted("IMG_0001.jpg", data)]).documents
    assert documents.original(uid) == data
    documents.save_copy_outside(uid, tmp_path / "a.jpg", "суд")
    copies = [documents.shown(uid), documents.thumbnail(uid), documents.thumbnail(uid, veiled=True)]
    for jpeg in (*copies, (tmp_path / "a.jpg").read_bytes()):
        assert not [part for part in TALE if part in jpeg]
        with Image.open(BytesIO(jpeg)) as shown:
            assert not shown.getexif()
            assert set(shown.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_shared_pdf_tells_neither_author_nor_what_its_pictures_told(
    documents: Documents, case: UUID, tmp_path: Path
) -> None:
    bound = BytesIO()
    with Image.open(BytesIO(located())) as photo:
        photo.save(bound, "PDF", author="Canary Author", title="Canary XMP")
    data = bound.getvalue() + b"\n% " + CANARY.encode()
    (uid,) = documents.add(case, [Pasted("витяг.pdf", data)]).documents
    documents.save_copy_outside(uid, tmp_path / "a.pdf", "суд")
    told = (tmp_path / "a.pdf").read_bytes()
    hidden = [CANARY.encode(), b"/Author", b"/Info", b"/Title", b"/CreationDate", b"/ID", b"Canary"]
    assert any(part in data for part in hidden)
    assert not [part for part in hidden if part in told]


@pytest.mark.parametrize(
    ("name", "data", "refusal"),
    [
        ("знімок.png", png_head(20_000, 20_000), PictureTooLarge),
        ("знімок.png", png_head(60_000, 60_000), PictureTooLarge),
        ("знімок.png", png_head(7_072, 7_072), PictureTooLarge),
        ("знімок.png", png_head(0, 0), DocumentUnreadable),
        ("знімок.png", png_head(1, 2**31 - 1), NotTaken),
        ("знімок.jpg", saved(picture(300, 300))[:-400], DocumentUnreadable),
        ("знімок.jpg", b"<svg><image href='file:///etc/passwd'/></svg>", OtherPicture),
        ("знімок.jpg", b"\xff\xd8\xff" + b"<svg/>" * 99, DocumentUnreadable),
        ("знімок.jpg", b"MZ" + saved(picture()), ProgramFile),
        ("витяг.pdf", b"%PDF-1.7\n" + b"\0" * 99_999, DocumentUnreadable),
        ("витяг.pdf", b"%PDF-1.7\n" + saved(picture()), DocumentUnreadable),
        ("витяг.pdf", b"GIF89a%PDF-1.7\n" + pdf(1), OtherPicture),
    ],
)
def test_a_hostile_file_is_refused_and_leaves_nothing(
    documents: Documents, case: UUID, name: str, data: bytes, refusal: type[NotTaken]
) -> None:
    added = documents.add(case, [Pasted(name, data)])
    assert [isinstance(one, refusal) for one in added.refused] == [True]
    assert added.documents == ()
    assert list(documents.folder.rglob("*")) == []


def test_what_hangs_behind_a_picture_stays_behind(documents: Documents, case: UUID, tmp_path: Path) -> None:
    rider = b"PK\3\4 archive behind the picture <script>alert(1)</script> MZ"
    data = saved(picture()) + rider
    (uid,) = documents.add(case, [Pasted("а.jpg", data)]).documents
    assert rider in documents.original(uid)
    for jpeg in (documents.shown(uid), documents.thumbnail(uid)):
        assert rider[:8] not in jpeg
        assert b"script" not in jpeg


def test_many_random_changes_of_a_picture_and_a_pdf_never_hurt(documents: Documents, case: UUID) -> None:
    sources = []
    for number, data in enumerate((saved(noise(40, 40)), saved(noise(40, 40), "PNG"), pdf(1))):
        for at in range(0, len(data), max(1, len(data) // 8)):
            changed = bytearray(data)
            changed[at] ^= 0xFF
            sources.append(Pasted(f"{number}-{at}", bytes(changed)))
    added = documents.add(case, sources)
    assert len(added.documents) + len(added.refused) == len(sources)
    assert added.refused
    for uid in added.documents:
        documents.verify(uid)
