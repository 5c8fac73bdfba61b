"""What is sealed opens again, and what would not open is not sealed; a package is written whole or not at all."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.crypto import canonical
from app.exchange import package, refusals, tally
from app.exchange.package import open_package, seal_into, seal_lines
from app.progress import Cancelled
from tests.unit.exchange.test_package import COVER, OFFICE, RECORDS, refused, sealed


def test_more_records_than_allowed(monkeypatch: pytest.MonkeyPatch):
    file = sealed()
    monkeypatch.setattr(package, "MOST_RECORDS", 409)
    refused(file, refusals.PackageTooLarge)
    monkeypatch.setattr(tally, "MOST_RECORDS", 409)
    with pytest.raises(refusals.PackageTooLarge):
        sealed()


def test_more_bytes_than_allowed(monkeypatch: pytest.MonkeyPatch):
    file = sealed()
    monkeypatch.setattr(package, "MOST_BYTES", len(file) - 1)
    refused(file, refusals.PackageTooLarge)
    monkeypatch.setattr(package, "MOST_BYTES", 3000)
    with pytest.raises(refusals.PackageTooLarge):
        sealed()


def test_what_is_just_allowed_to_be_sealed_also_opens(monkeypatch: pytest.MonkeyPatch):
    lines = [canonical.write({"a": "x" * 1000}) + b"\n" for _ in range(1000)]
    monkeypatch.setattr(package, "MOST_BYTES", sum(map(len, lines)) // 7 * 8 + 8)
    out = io.BytesIO()
    seal_lines(out, lines, COVER)
    assert len(open_package(out.getvalue(), OFFICE).records) == 1000


def test_what_would_not_open_is_not_sealed(monkeypatch: pytest.MonkeyPatch):
    lines = [canonical.write({"a": "x" * 1000}) + b"\n" for _ in range(1000)]
    monkeypatch.setattr(package, "MOST_BYTES", sum(map(len, lines)) + 1000)
    with pytest.raises(refusals.PackageTooLarge):
        seal_lines(io.BytesIO(), lines, COVER)


def test_a_line_longer_than_allowed_is_not_sealed():
    with pytest.raises(refusals.PackageTooLarge):
        sealed([{"a": "x" * package.MOST_LINE}])


def test_a_package_is_never_replaced(tmp_path: Path):
    path = seal_into(tmp_path, RECORDS, COVER).path
    before = path.read_bytes()
    with pytest.raises(refusals.PackageExists):
        seal_into(tmp_path, [], COVER)
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there(tmp_path: Path):
    with pytest.raises(refusals.PackageNotWritten):
        seal_into(tmp_path / "stick", RECORDS, COVER)


def test_records_that_fail_midway_leave_nothing(tmp_path: Path):
    def failing() -> Iterator[dict]:
        yield from RECORDS
        raise Cancelled

    with pytest.raises(Cancelled):
        seal_into(tmp_path, failing(), COVER)
    assert list(tmp_path.iterdir()) == []
