import stat
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from app.changes import Changes
from app.disclosure.service import NoReason
from app.documents.intake import Pasted
from app.documents.refusals import (
    CopyNotSaved,
    DocumentDamaged,
    EmptyFile,
    InsideVault,
    NoDocumentFile,
    OtherPicture,
)
from app.documents.service import DocumentDraft, Documents
from app.domain.partial_date import PartialDate
from app.progress import Cancelled, Progress
from app.services import Services
from app.timeline.row import Moment
from app.vault.vault import OpenVault
from db.models.base import new_uid
from db.models.document_file import DocumentFile
from db.models.office import Disclosure
from db.models.step import Document
from db.refusals import StaleEdit
from tests.unit.documents.made import noise, pdf, picture, saved


def colour(shade: int) -> bytes:
    """A picture unlike the others."""
    return saved(Image.new("RGB", (20, 20), (shade, 0, 0)))


def sealed_files(documents: Documents) -> list[Path]:
    return sorted(documents.folder.glob("*/*"))


def test_a_scan_is_kept_byte_for_byte_and_stands_in_the_case(
    services: Services, documents: Documents, case: UUID, scan: Path
) -> None:
    wife = services.cases.relatives(case)[0].uid
    added = documents.add(case, [scan], kind="D-MARRIAGE", relative=wife)
    assert added.changes == Changes.DOCUMENTS | Changes.CASES
    (row,) = documents.rows(case)
    assert (row.uid,) == added.documents
    assert (row.title, row.kind, row.relative, row.received) == (
        "Свідоцтво про шлюб", "D-MARRIAGE", wife, date(2026, 11, 23),
    )  # fmt: skip
    assert (row.media_type, row.pages, row.size, row.has_file) == ("image/jpeg", 1, scan.stat().st_size, True)
    assert documents.original(row.uid) == scan.read_bytes()
    assert len(sealed_files(documents)) == 3
    assert Moment.DOCUMENT in {one.kind for one in services.record.timeline.rows(case)}


def test_three_megabytes_go_in_and_come_out(documents: Documents, case: UUID) -> None:
    data = saved(noise(1100, 1100), "PNG")
    assert len(data) > 2_900_000
    (uid,) = documents.add(case, [Pasted("а.png", data)]).documents
    assert documents.original(uid) == data
    documents.verify(uid)


def test_what_is_shown_is_a_jpeg_of_our_own(documents: Documents, case: UUID) -> None:
    (uid,) = documents.add(case, [Pasted("а.png", saved(picture(600, 400), "PNG"))]).documents
    for jpeg, size in (
        (documents.shown(uid), (600, 400)),
        (documents.thumbnail(uid), (256, 171)),
        (documents.thumbnail(uid, veiled=True), (256, 171)),
    ):
        with Image.open(BytesIO(jpeg)) as opened:
            assert (opened.format, opened.size) == ("JPEG", size)


def test_the_pages_of_a_pdf_are_turned_in_memory(documents: Documents, case: UUID) -> None:
    (uid,) = documents.add(case, [Pasted("витяг.pdf", pdf(12))]).documents
    assert documents.rows(case)[0].pages == 12
    asked = ((0, 1), (10, 5), (12, 1), (0, 99))
    assert [len(documents.pages(uid, first, many)) for first, many in asked] == [1, 2, 0, 10]
    leaf = documents.pages(uid)[0]
    assert (leaf.width, leaf.height, len(leaf.rgb)) == (1751, 2480, 1751 * 2480 * 3)


def test_a_picture_has_one_page(documents: Documents, case: UUID) -> None:
    (uid,) = documents.add(case, [Pasted("а.png", saved(picture(), "PNG"))]).documents
    assert [(leaf.width, leaf.height) for leaf in documents.pages(uid, 0, 5)] == [(60, 40)]
    assert documents.pages(uid, 1) == ()


def test_the_same_bytes_are_kept_once_in_a_case_and_again_in_another(
    services: Services, documents: Documents, case: UUID, scan: Path, missing
) -> None:
    (uid,) = documents.add(case, [scan]).documents
    again = documents.add(case, [Pasted("інша назва.jpg", scan.read_bytes())])
    assert (again.documents, again.known, again.changes) == ((), (uid,), Changes.NOTHING)
    assert len(sealed_files(documents)) == 3
    brother = services.cases.open(replace(missing, person=replace(missing.person, given="Тарас", rnokpp="")))[0]
    assert len(documents.add(brother, [scan]).documents) == 1


def test_the_same_file_twice_in_a_batch_is_kept_once(documents: Documents, case: UUID, scan: Path) -> None:
    assert len(documents.add(case, [scan, scan]).documents) == 1
    assert len(sealed_files(documents)) == 3


def test_one_refused_file_does_not_cost_the_others(documents: Documents, case: UUID, scan: Path) -> None:
    added = documents.add(case, [Pasted("а.gif", saved(picture(), "GIF")), scan, Pasted("б.jpg", b"")])
    assert len(added.documents) == 1
    assert [type(refusal) for refusal in added.refused] == [OtherPicture, EmptyFile]
    assert [refusal.facts["name"] for refusal in added.refused] == ["а.gif", "б.jpg"]


@pytest.mark.parametrize("stopped_at", [0, 1, 2, 3])
def test_a_cancelled_batch_leaves_nothing(documents: Documents, case: UUID, scan: Path, stopped_at: int) -> None:
    documents.add(case, [scan])
    before = sealed_files(documents)
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int, _label: str) -> None:
        seen.append((done, total))
        if done == stopped_at:
            progress.cancel()
            progress.checkpoint(done, total)

    progress = Progress(stop)
    with pytest.raises(Cancelled):
        documents.add(case, [Pasted(f"{n}.jpg", colour(n * 50)) for n in range(3)], progress=progress)
    assert seen == [(n, 3) for n in range(stopped_at + 1)]
    assert sealed_files(documents) == before
    assert len(documents.rows(case)) == 1


def test_a_batch_for_no_case_leaves_nothing(documents: Documents, scan: Path) -> None:
    with pytest.raises(IntegrityError):
        documents.add(new_uid(), [scan])
    assert sealed_files(documents) == []


def test_the_journal_never_holds_a_key(documents: Documents, case: UUID, scan: Path) -> None:
    (uid,) = documents.add(case, [scan]).documents
    keys = [bytes(range(32))]
    with documents.database.write("Олена") as session:
        for row in session.scalars(select(DocumentFile)):
            keys.append(row.file_key)
            row.file_key = keys[0]
    documents.erase(uid, 1)
    with documents.database.read() as session:
        told = session.execute(text("SELECT tbl, hex(uid), col, old, new, hex(code) FROM change")).all()
    assert len([row for row in told if row[0] == "document_file"]) == 6, "three births, three deaths"
    assert len(keys) == 4
    for key in keys:
        assert key.hex() not in repr(told).lower()
        assert repr(key)[2:-1] not in repr(told)


def test_a_description_is_kept_and_a_stale_one_refused(documents: Documents, case: UUID, scan: Path) -> None:
    (uid,) = documents.add(case, [scan]).documents
    draft = DocumentDraft(
        " Шлюб ", "D-MARRIAGE", " І-БК 000000 ", issued=PartialDate(2015, 5), received=date(2026, 11, 20),
        holder="дружина",
    )
    documents.describe(uid, 1, draft)
    (row,) = documents.rows(case)
    assert (row.title, row.kind, row.number, row.issued, row.received, row.holder, row.version) == (
        "Шлюб", "D-MARRIAGE", "І-БК 000000", PartialDate(2015, 5), date(2026, 11, 20), "дружина", 2,
    )  # fmt: skip
    with pytest.raises(StaleEdit):
        documents.describe(uid, 1, draft)


def test_a_copy_outside_needs_a_reason_and_is_logged(
    documents: Documents, case: UUID, scan: Path, tmp_path: Path
) -> None:
    (uid,) = documents.add(case, [scan]).documents
    path = tmp_path / documents.copy_name(uid)
    with pytest.raises(NoReason):
        documents.save_copy_outside(uid, path, "  ")
    assert not path.exists()
    documents.save_copy_outside(uid, path, " адвокатові для суду ")
    assert path.read_bytes() == documents.shown(uid)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with documents.database.read() as session:
        (logged,) = session.scalars(select(Disclosure))
    assert (logged.kind, logged.case_uid, logged.by) == ("document", case, "Олена")
    assert logged.reason == "адвокатові для суду"


def test_a_copy_of_a_pdf_is_pictures_only_and_the_original_what_was_brought(
    documents: Documents, case: UUID, tmp_path: Path
) -> None:
    data = pdf(11)
    (uid,) = documents.add(case, [Pasted("витяг.pdf", data)]).documents
    documents.save_copy_outside(uid, tmp_path / "а.pdf", "суд")
    read = PdfReader(tmp_path / "а.pdf")
    assert (len(read.pages), read.metadata) == (11, None)
    documents.save_copy_outside(uid, tmp_path / "б.pdf", "суд", original=True)
    assert (tmp_path / "б.pdf").read_bytes() == data


def test_a_copy_has_a_name_that_tells_nothing(documents: Documents, case: UUID) -> None:
    (uid,) = documents.add(case, [Pasted("паспорт Ґудзь.png", saved(picture(), "PNG"))]).documents
    (row,) = documents.rows(case)
    assert documents.copy_name(uid) == f"document-{row.fingerprint}.jpg"
    assert documents.copy_name(uid, original=True) == f"document-{row.fingerprint}.png"


def test_no_copy_is_left_in_the_vaults_own_folder(
    documents: Documents, vault: OpenVault, case: UUID, scan: Path, tmp_path: Path
) -> None:
    (uid,) = documents.add(case, [scan]).documents
    (tmp_path / "link").symlink_to(vault.path)
    for path in (vault.path / "a.jpg", tmp_path / "link" / "a.jpg", vault.path / "x" / ".." / "a.jpg"):
        with pytest.raises(InsideVault):
            documents.save_copy_outside(uid, path, "суд")


def test_a_copy_that_cannot_be_written_is_said(documents: Documents, case: UUID, scan: Path, tmp_path: Path) -> None:
    (uid,) = documents.add(case, [scan]).documents
    with pytest.raises(CopyNotSaved):
        documents.save_copy_outside(uid, tmp_path / "no such folder" / "a.jpg", "суд")


def test_an_erased_document_is_gone_with_its_files(documents: Documents, case: UUID, scan: Path) -> None:
    (uid,) = documents.add(case, [scan]).documents
    with pytest.raises(StaleEdit):
        documents.erase(uid, 7)
    documents.erase(uid, 1)
    assert (documents.rows(case), sealed_files(documents)) == ((), [])
    with pytest.raises(NoDocumentFile):
        documents.original(uid)
    with documents.database.read() as session:
        assert session.scalars(select(DocumentFile)).all() == []
        assert session.get_one(Document, uid).deleted_at is not None
    with pytest.raises(StaleEdit):
        documents.erase(uid, 2)
    assert len(documents.add(case, [scan]).documents) == 1, "it may be added again"


def test_a_paper_without_a_file_is_listed_and_says_so(services: Services, documents: Documents, case: UUID) -> None:
    uid = new_uid()
    with services.vault.database.write("Олена") as session:
        session.add(Document(uid=uid, case_uid=case, kind="D-NIB", title="Лист НІБ"))
    (row,) = documents.rows(case)
    assert (row.has_file, row.pages, row.size, row.fingerprint, row.veiled) == (False, 0, 0, "", False)
    with pytest.raises(NoDocumentFile) as caught:
        documents.shown(uid)
    assert caught.value.facts == {"title": "Лист НІБ"}


def test_what_may_be_hard_to_see_is_veiled(documents: Documents, case: UUID) -> None:
    for shade, kind in enumerate(("", "D-EVIDENCE", "D-PASSPORT")):
        documents.add(case, [Pasted(f"{shade}.jpg", colour(shade * 50))], kind=kind)
    assert [(row.kind, row.veiled) for row in documents.rows(case)] == [
        ("D-PASSPORT", False), ("D-EVIDENCE", True), ("", True),
    ]  # fmt: skip


def test_verifying_everything_names_what_is_damaged(documents: Documents, case: UUID) -> None:
    added = documents.add(case, [Pasted(f"{n}.jpg", colour(n * 50)) for n in range(3)])
    assert documents.verify_all() == ()
    with documents.database.read() as session:
        hurt = session.scalars(
            select(DocumentFile).where(DocumentFile.document_uid == added.documents[1], DocumentFile.kind == "shown")
        ).one()
    path = documents.folder / hurt.file_id[:2] / hurt.file_id
    path.write_bytes(path.read_bytes()[:-1])
    (lost,) = documents.verify_all()
    assert (lost.document, lost.title, lost.kind) == (added.documents[1], "1", "shown")
    with pytest.raises(DocumentDamaged):
        documents.verify(added.documents[1])
    documents.verify(added.documents[0])


def test_a_name_only_suggests(documents: Documents, case: UUID, scan: Path) -> None:
    documents.add(case, [scan])
    assert documents.suggest(scan.name) == "D-MARRIAGE"
    assert documents.rows(case)[0].kind == ""


def test_a_name_from_an_old_stick_loses_no_file_of_the_batch(documents: Documents, case: UUID, tmp_path: Path) -> None:
    old, broken = tmp_path / "\udcc4\udcee.jpg", tmp_path / "\udcc4.jpg"
    added = documents.add(case, [Pasted(old.name, colour(10)), broken, Pasted("Довідка.jpg", colour(20))])
    assert {row.title for row in documents.rows(case)} == {"??", "Довідка"}
    assert [refusal.facts["name"] for refusal in added.refused] == ["?.jpg"]
