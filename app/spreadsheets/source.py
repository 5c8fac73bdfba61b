"""Opens whatever file the office chose, and tells by its content, not its name, what it is."""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from app.progress import Progress
from app.spreadsheets.archive import MOST_BYTES, vet
from app.spreadsheets.cell import Table
from app.spreadsheets.delimited import guess_encoding, read_csv
from app.spreadsheets.faults import (
    DamagedWorkbook,
    EmptyFile,
    EncryptedWorkbook,
    FileUnreadable,
    NotAWorkbook,
    OldWorkbook,
    OpenDocumentSheet,
    OversizedWorkbook,
)
from app.spreadsheets.xlsx import read_sheets

_ZIP = b"PK\x03\x04"
_OLE2 = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NO_TABLE = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"MZ", b"\x7fELF")
_MARKUP = (b"<html", b"<!doctype", b"<?xml")


def read_table(path: Path, progress: Progress | None = None, encoding: str | None = None) -> Table:
    """Read an .xlsx or .csv file whole. Nothing in it is run, nothing is written, the file is not kept open.

    `encoding`: of a .csv, one of `delimited.ENCODINGS`; guessed unless said.

    Raises a `UserError` of `faults` that says what the file is and what to do.
    """
    progress = progress or Progress()
    name = path.name
    try:
        if path.stat().st_size > MOST_BYTES:
            raise OversizedWorkbook(name=name)
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(name=name) from error
    if not data.strip():
        raise EmptyFile(name=name)
    if data.startswith(_ZIP):
        return _read_archive(data, name, progress)
    if data.startswith(_OLE2):
        raise EncryptedWorkbook(name=name) if _ENCRYPTED in data else OldWorkbook(name=name)
    if data.startswith(_NO_TABLE) or data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_MARKUP):
        raise NotAWorkbook(name=name)
    encoding = encoding or guess_encoding(data, name)
    return Table(name, (read_csv(data, name, progress, encoding),), encoding)


def _read_archive(data: bytes, name: str, progress: Progress) -> Table:
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError) as error:
        raise DamagedWorkbook(name=name) from error
    with archive:
        parts = archive.NameToInfo
        if "xl/workbook.bin" in parts:
            raise OldWorkbook(name=name)
        if "mimetype" in parts and "content.xml" in parts:
            raise OpenDocumentSheet(name=name)
        if "[Content_Types].xml" not in parts or "_rels/.rels" not in parts:
            raise NotAWorkbook(name=name)
        vet(archive, name)
        sheets = read_sheets(archive, name, progress)
    if not sheets:
        raise NotAWorkbook(name=name)
    return Table(name, sheets)
