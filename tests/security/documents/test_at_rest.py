"""No byte of a document lies open anywhere, and what was erased has no key left."""

from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from PIL import Image
from sqlalchemy import select

from app.documents.intake import Pasted
from app.documents.refusals import DocumentDamaged
from app.documents.service import Documents
from app.services import Services
from app.vault.vault import OpenVault
from db.models.document_file import DocumentFile
from tests.unit.documents.made import CANARY, noise, pdf, png, saved

STRIPE = bytes(range(0, 240, 3)) * 3
CODES = ("utf-8", "utf-16-le", "cp1251")
PAGE, RESERVED = 4096, 80


def striped() -> bytes:
    """A picture whose rows of dots stand in the file as they are, and that names the canary."""
    return png(80, 80, (b"\0" + STRIPE) * 80) + b"".join(CANARY.encode(code) for code in CODES)


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_no_word_and_no_row_of_dots_lies_open(
    documents: Documents, vault: OpenVault, case: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(temporary))
    brought = striped()
    canaries = [STRIPE[:80], *(CANARY.encode(code) for code in CODES), b"JFIF", b"%PDF"]
    assert all(canary in brought for canary in canaries[:4])
    added = documents.add(case, [Pasted(f"{CANARY}.png", brought), Pasted(f"{CANARY}.pdf", pdf(2, words=CANARY))])
    assert len(added.documents) == 2
    for uid in added.documents:
        documents.shown(uid)
        documents.pages(uid)
        documents.thumbnail(uid, veiled=True)
        documents.verify(uid)
    found = everything(tmp_path)
    assert len(found) > 100_000
    assert [canary for canary in canaries if canary in found] == []
    assert not [path for path in tmp_path.rglob("*") if CANARY[:5] in path.name]
    assert list(temporary.rglob("*")) == []


@pytest.mark.parametrize("part", ["original", "shown", "thumbnail"])
def test_every_region_of_every_sealed_file_is_guarded(documents: Documents, case: UUID, part: str) -> None:
    (uid,) = documents.add(case, [Pasted("Свідоцтво.png", saved(noise(250, 250), "PNG"))]).documents
    with documents.database.read() as session:
        row = session.scalars(select(DocumentFile).where(DocumentFile.kind == part)).one()
    path = documents.folder / row.file_id[:2] / row.file_id
    whole = path.read_bytes()
    for tenth in range(11):
        at = min(tenth * len(whole) // 10, len(whole) - 1)
        flipped = bytearray(whole)
        flipped[at] ^= 1 << tenth % 8
        for hurt in (bytes(flipped), whole[:at]):
            path.write_bytes(hurt)
            with pytest.raises(DocumentDamaged) as caught:
                documents.verify(uid)
            assert caught.value.facts == {"title": "Свідоцтво"}
    path.write_bytes(whole)
    documents.verify(uid)


def test_files_that_changed_places_are_noticed(documents: Documents, case: UUID) -> None:
    one, two = documents.add(
        case, [Pasted(f"{n}.png", saved(Image.new("L", (9, 9), n), "PNG")) for n in (1, 200)]
    ).documents  # fmt: skip
    with documents.database.read() as session:
        rows = session.scalars(select(DocumentFile).where(DocumentFile.kind == "original")).all()
    first, second = (documents.folder / row.file_id[:2] / row.file_id for row in rows)
    held = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(held)
    for uid in (one, two):
        with pytest.raises(DocumentDamaged):
            documents.original(uid)


def decrypted(database: Path, key: bytes) -> bytes:
    """Every page of the records, live or free, as SQLCipher 4 keeps them: AES-256-CBC, IV in the page's reserve."""
    data = database.read_bytes()
    found = []
    for start in range(0, len(data), PAGE):
        page = data[start : start + PAGE]
        salt = 16 if start == 0 else 0
        vector = page[PAGE - RESERVED : PAGE - RESERVED + 16]
        opener = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
        found.append(opener.update(page[salt : PAGE - RESERVED]))
    return b"".join(found)


def test_an_erased_documents_keys_are_in_no_page_of_the_records(
    services: Services, documents: Documents, vault: OpenVault, case: UUID
) -> None:
    documents.add(case, [Pasted(f"{n}.png", saved(Image.new("L", (9, 9), n), "PNG")) for n in range(5)])
    with vault.database.read() as session:
        keys = [row.file_key for row in session.scalars(select(DocumentFile))]
    with vault.database.outside() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    key = bytes.fromhex(vault.keys.database_key_hex())
    assert all(one in decrypted(vault.database.path, key) for one in keys), "the search can find them"
    for row in documents.rows(case):
        documents.erase(row.uid, row.version)
    log = vault.database.path.with_name("records.db-wal")
    assert not log.exists() or log.stat().st_size == 0
    assert not [one for one in keys if one in decrypted(vault.database.path, key)]
    assert list(documents.folder.glob("*/*")) == []
    assert services.cases.view(case).surname == "Ґудзь"
