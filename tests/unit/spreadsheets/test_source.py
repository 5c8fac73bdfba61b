"""Opening files of strangers: what is read, and how clearly the rest is refused."""

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from threading import Thread

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from app.domain.errors import UserError
from app.i18n import Words
from app.progress import Cancelled, Progress
from app.spreadsheets import archive, faults
from app.spreadsheets.cell import EMPTY, Cell
from app.spreadsheets.source import read_table

DAY = datetime.combine(date(2024, 5, 17), time.min)


def saved(tmp_path: Path, *rows: list[object], name: str = "a.xlsx") -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    path = tmp_path / name
    book.save(path)
    return path


def repacked(path: Path, changes: dict[str, bytes]) -> Path:
    """The archive at `path` with some members replaced or added."""
    with zipfile.ZipFile(path) as old:
        members = {info.filename: old.read(info) for info in old.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for member, content in (members | changes).items():
            new.writestr(member, content)
    return path


def test_types_days_and_whole_numbers(tmp_path: Path) -> None:
    path = saved(tmp_path, ["слово", 7, 1.5, DAY, True, None, " "])
    (row,) = read_table(path).sheets[0].rows
    assert [cell.value for cell in row] == ["слово", 7, 1.5, DAY, True]
    assert [cell.text for cell in row] == ["слово", "7", "1.5", "17.05.2024", "так"]


def test_blank_rows_keep_their_place(tmp_path: Path) -> None:
    path = saved(tmp_path, ["a"], [], [None], ["b"])
    assert read_table(path).sheets[0].rows == ((Cell("a", "a"),), (), (), (Cell("b", "b"),))


def test_formula_and_last_result_stand_together(tmp_path: Path) -> None:
    path = saved(tmp_path, ["=1+1", "x"])
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
    (row,) = read_table(path).sheets[0].rows
    assert row[0] == Cell("", None, "=1+1")
    repacked(path, {"xl/worksheets/sheet1.xml": sheet.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")})
    (row,) = read_table(path).sheets[0].rows
    assert row[0] == Cell("2", 2, "=1+1")
    assert row[0].original == "=1+1 → 2"


def test_shared_and_rich_strings_without_reading_aids(tmp_path: Path) -> None:
    path = saved(tmp_path, ["x"])
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Шев</t></r><r><t>ченко</t></r>'
        "<rPh sb='0' eb='1'><t>aid</t></rPh></si></sst>"
    )
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        '<c r="B1" t="s"><v>0</v></c><c r="C1" t="e"><v>#REF!</v></c></row></sheetData></worksheet>'
    )
    repacked(path, {"xl/sharedStrings.xml": strings.encode(), "xl/worksheets/sheet1.xml": sheet.encode()})
    (row,) = read_table(path).sheets[0].rows
    assert row == (EMPTY, Cell("Шевченко", "Шевченко"), Cell("#REF!", "#REF!"))


def test_a_lone_cell_far_to_the_right_costs_nothing(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["XFD1"] = "far"
    book.worksheets[0]["A2"] = "near"
    book.save(tmp_path / "a.xlsx")
    assert read_table(tmp_path / "a.xlsx").sheets[0].rows == ((), (Cell("near", "near"),))


def test_mac_calendar(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0].append([DAY])
    book.save(tmp_path / "a.xlsx")
    assert read_table(tmp_path / "a.xlsx").sheets[0].rows[0][0].value == DAY


def test_a_workbook_without_its_main_part_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(faults.DamagedWorkbook):
        read_table(repacked(saved(tmp_path, ["x"]), {"_rels/.rels": b"<Relationships/>"}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_in_every_encoding_and_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    lines = [["ПІБ", "Телефон"], ["Шевченко Іван", "0001234567"], ["Її, «Ґ»", ""]]
    text = "\r\n".join(delimiter.join(f'"{field}"' for field in line) for line in lines)
    path.write_bytes(text.encode(encoding))
    rows = read_table(path).sheets[0].rows
    assert [[cell.text for cell in row] for row in rows] == [lines[0], lines[1], ["Її, «Ґ»"]]


def test_csv_names_its_delimiter(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("sep=;\nПІБ;Місце\nКоваль;с. Приклад, область\n", encoding="utf-8")
    assert [cell.text for cell in read_table(tmp_path / "a.csv").sheets[0].rows[1]] == ["Коваль", "с. Приклад, область"]


OLE2 = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", faults.EmptyFile),
        (b" \r\n ", faults.EmptyFile),
        (OLE2 + bytes(600), faults.OldWorkbook),
        (OLE2 + bytes(600) + "EncryptedPackage".encode("utf-16-le"), faults.EncryptedWorkbook),
        (b"PK\x03\x04 but no zip", faults.DamagedWorkbook),
        (b"%PDF-1.7", faults.NotAWorkbook),
        (b"<html><table></table></html>", faults.NotAWorkbook),
        (b"a;b\n\x00\x01\x02;c", faults.NotAWorkbook),
        (b'a;b\n"' + b"x" * 200_000, faults.UnreadableLines),
    ],
)
def test_what_is_no_register_is_refused_by_name(tmp_path: Path, content: bytes, fault: type[UserError]) -> None:
    path = tmp_path / "облік.xlsx"
    path.write_bytes(content)
    with pytest.raises(fault) as refused:
        read_table(path)
    for language in ("uk", "en"):
        assert "облік.xlsx" in Words(language).explain(refused.value)


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in members.items():
            book.writestr(name, content)
    return path


def test_kinds_of_zip(tmp_path: Path) -> None:
    with pytest.raises(faults.OpenDocumentSheet):
        read_table(zipped(tmp_path / "a.ods", {"mimetype": b"x", "content.xml": b"<x/>"}))
    with pytest.raises(faults.OldWorkbook):
        read_table(zipped(tmp_path / "a.xlsb", {"xl/workbook.bin": b"x"}))
    with pytest.raises(faults.NotAWorkbook):
        read_table(zipped(tmp_path / "a.docx.zip", {"word.txt": b"x"}))
    with pytest.raises(faults.FileUnreadable):
        read_table(tmp_path / "nowhere.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("member", ["xl/workbook.xml", "docProps/core.xml", "xl/worksheets/sheet1.xml"])
def test_a_document_type_is_refused_in_any_member(tmp_path: Path, member: str, encoding: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    path = repacked(saved(tmp_path, ["x"]), {member: bomb.encode(encoding)})
    with pytest.raises(faults.UnsafeWorkbook):
        read_table(path)


def test_a_document_type_across_two_chunks_is_seen(tmp_path: Path) -> None:
    padding = b" " * (256 * 1024 - 5)
    path = repacked(saved(tmp_path, ["x"]), {"x.xml": padding + b"<!DOCTYPE x><x/>"})
    with pytest.raises(faults.UnsafeWorkbook):
        read_table(path)


def test_a_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    path = repacked(saved(tmp_path, ["x"]), {"xl/media/zeros": bytes(8 * 1024 * 1024)})
    with pytest.raises(faults.OversizedWorkbook):
        read_table(path)


def test_a_bomb_is_refused_by_its_total(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, ["x"])
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    with pytest.raises(faults.OversizedWorkbook), zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book:
        archive.vet(book, "a.xlsx")


def test_too_many_members(tmp_path: Path) -> None:
    with pytest.raises(faults.OversizedWorkbook):
        read_table(repacked(saved(tmp_path, ["x"]), {f"m{i}": b"" for i in range(2_001)}))


def test_a_flipped_byte_is_damage_not_a_crash(tmp_path: Path) -> None:
    path = saved(tmp_path, *[["рядок", number] for number in range(200)])
    content = bytearray(path.read_bytes())
    refusals: list[str] = []
    for at in range(60, len(content), 97):
        broken = bytearray(content)
        broken[at] ^= 0xFF
        path.write_bytes(broken)
        try:
            read_table(path)
        except UserError as fault:
            refusals.append(Words("uk").explain(fault))
    assert len(refusals) > 10
    assert all("a.xlsx" in said for said in refusals)


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    path = saved(tmp_path, *[["рядок", number] for number in range(2_000)])
    progress = Progress()
    stopper = Thread(target=progress.cancel)
    stopper.start()
    stopper.join()
    with pytest.raises(Cancelled):
        read_table(path, progress)
