"""A package opens whole for the office it was made for, and otherwise not at all."""

import hashlib
import io
import random
import tarfile
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from app.crypto import age, canonical, signing
from app.crypto.age_keys import HybridIdentity
from app.exchange import package, refusals
from app.exchange.office import Sender, SenderCard
from app.exchange.package import Cover, Opened, open_package, seal, seal_into
from app.exchange.tarball import END, member
from app.progress import Cancelled, Progress

OFFICE = HybridIdentity(bytes(range(32)))
OTHER_OFFICE = HybridIdentity(bytes(32))
SENDER = Sender("laptop-7", bytes(range(32, 64)))
FORGER = Sender("laptop-7", bytes(32))
COVER = Cover(
    recipient=OFFICE.recipient(),
    sender=SENDER,
    vault_id=UUID("0f3a9c21-0000-4000-8000-000000000001"),
    seq=7,
    created=datetime(2026, 12, 5, 12, 22, 1, 999, tzinfo=UTC),
    training=False,
)
RECORDS = [
    {"number": f"К-2026-{n:06d}", "surname": "Шевченко", "born": None, "steps": [{"id": "LEG-01"}]} for n in range(410)
]
Members = list[tuple[str, bytes]]


def sealed(records: list[dict] | None = None, cover: Cover = COVER) -> bytes:
    out = io.BytesIO()
    seal(out, RECORDS if records is None else records, cover)
    return out.getvalue()


def inner(file: bytes, identity: HybridIdentity = OFFICE) -> bytes:
    """The tar inside a package."""
    plain = age.open_age(io.BytesIO(file), [identity])
    return plain.read(0, plain.size)


def wrapped(tar: bytes, identity: HybridIdentity = OFFICE) -> bytes:
    """Any bytes, sealed for an office as an attacker could."""
    out = io.BytesIO()
    with age.writing(out, [identity.recipient()]) as plain:
        plain.write(tar)
    return out.getvalue()


def rebuilt(change: Callable[[Members], Members]) -> bytes:
    """A package whose members were changed, in an otherwise perfect tar."""
    with tarfile.open(fileobj=io.BytesIO(inner(sealed()))) as tar:
        members = [(info.name, tar.extractfile(info).read()) for info in tar.getmembers()]
    return wrapped(b"".join(member(name, data) for name, data in change(members)) + END)


def resigned(records: bytes, count: int, by: Sender = SENDER, **changes: object) -> bytes:
    """A package whose sender signs anything: what a hostile or broken laptop could send."""

    def change(members: Members) -> Members:
        told = canonical.read(members[3][1], 10**6)
        digest = hashlib.sha256(records).hexdigest()
        told["members"] = [{"name": "records.jsonl", "size": len(records), "sha256": digest}]
        told["counts"] = {"records": count}
        manifest = canonical.write(told | changes)
        pad = package._pad([len(manifest), 64, len(records)])
        signature = signing.sign(by.signing_key, signing.Domain.PACKAGE, manifest)
        names = ("records.jsonl", "pad", "manifest.sig", "manifest.json")
        return list(zip(names, (records, bytes(pad), signature, manifest), strict=True))

    return rebuilt(change)


def test_the_office_reads_what_was_sealed():
    opened = open_package(sealed(), OFFICE)
    assert list(opened.records) == RECORDS
    assert list(opened.records) == RECORDS
    assert len(opened.records) == opened.manifest.records == 410
    assert opened.manifest.seq == 7
    assert opened.manifest.vault_id == COVER.vault_id
    assert opened.manifest.created == datetime(2026, 12, 5, 12, 22, 1, tzinfo=UTC)
    assert opened.manifest.sender_id == "laptop-7"


def test_verified_only_with_the_sender_expected():
    assert not open_package(sealed(), OFFICE).verified
    assert open_package(sealed(), OFFICE, SENDER.card()).verified


@pytest.mark.parametrize("training", [True, False])
def test_the_training_mark_travels(training: bool):
    assert open_package(sealed(cover=replace(COVER, training=training)), OFFICE).manifest.training is training


def test_no_records_is_a_package_too():
    assert list(open_package(sealed([]), OFFICE).records) == []


def test_the_same_records_give_the_same_tar_in_another_wrapping():
    one, other = sealed(), sealed()
    assert one != other
    assert inner(one) == inner(other)


def test_the_order_of_keys_in_a_record_does_not_matter():
    assert inner(sealed([dict(reversed(record.items())) for record in RECORDS])) == inner(sealed())


def test_the_tar_is_what_the_format_says():
    with tarfile.open(fileobj=io.BytesIO(inner(sealed()))) as tar:
        infos = tar.getmembers()
        assert [info.name for info in infos] == ["records.jsonl", "pad", "manifest.sig", "manifest.json"]
        assert {(info.mtime, info.mode, info.uid) for info in infos} == {(0, 0o600, 0)}
        lines = tar.extractfile("records.jsonl").read().splitlines()
        assert [canonical.read(line, 10_000) for line in lines] == RECORDS
        signature, told = tar.extractfile("manifest.sig").read(), tar.extractfile("manifest.json").read()
        public = signing.public_key(SENDER.signing_key)
        assert signing.verify(public, signing.Domain.PACKAGE, told, signature)


@pytest.mark.parametrize("size", [0, 1, 60_000, 64_000, 65_000, 65_024, 65_536, 300_000])
def test_records_around_the_first_chunk(size: int):
    assert list(open_package(sealed([{"note": "x" * size}]), OFFICE).records) == [{"note": "x" * size}]


def test_lengths_are_padded():
    sizes = {len(sealed([{"note": "x" * size}])) for size in range(100_000, 102_000, 100)}
    assert len(sizes) <= 2
    assert max(sizes) < 102_000 * 1.13


def test_no_name_outside_the_encryption(tmp_path: Path):
    path = seal_into(tmp_path, RECORDS, COVER).path
    assert path.name == "PKG-0f3a9c21-000007.age"
    assert "Шевченко".encode() not in path.read_bytes()
    assert b"laptop" not in path.read_bytes()


def test_a_file_opens_like_bytes_and_its_records_while_it_is_open(tmp_path: Path):
    path = seal_into(tmp_path, iter(RECORDS), COVER).path
    with path.open("rb") as file:
        assert list(open_package(file, OFFICE, SENDER.card()).records) == RECORDS


def refused(file: bytes, error: type[refusals.PackageRefused], sender: SenderCard | None = None) -> None:
    with pytest.raises(refusals.PackageRefused) as raised:
        open_package(file, OFFICE, sender)
    assert type(raised.value) is error


def test_a_flipped_byte_anywhere_is_refused():
    file = sealed()
    dice = random.Random(5)
    for at in [0, *dice.sample(range(len(file)), 300), len(file) - 1]:
        changed = bytearray(file)
        changed[at] ^= 1 << dice.randrange(8)
        with pytest.raises((refusals.PackageDamaged, refusals.PackageForAnother)):
            open_package(bytes(changed), OFFICE)


def test_a_cut_package_is_refused():
    file = sealed()
    for keep in (0, 10, 100, len(file) // 2, len(file) - 16, len(file) - 1):
        refused(file[:keep], refusals.PackageDamaged)
    refused(file + b"\0", refusals.PackageDamaged)


def test_another_office_cannot_open_it():
    with pytest.raises(refusals.PackageForAnother):
        open_package(sealed(), OTHER_OFFICE)


def test_signed_by_another_key_while_a_sender_is_expected():
    refused(sealed(cover=replace(COVER, sender=FORGER)), refusals.SenderDiffers, SENDER.card())


def test_readdressed_by_an_office_that_received_it():
    for_other = sealed(cover=replace(COVER, recipient=OTHER_OFFICE.recipient()))
    refused(wrapped(inner(for_other, OTHER_OFFICE)), refusals.PackageReaddressed)


def test_the_sender_key_exchanged_under_the_old_signature():
    def change(members: Members) -> Members:
        told = canonical.read(members[3][1], 10**6)
        public = signing.public_key(FORGER.signing_key)
        told["sender_key"] = canonical.encode(public)
        told["sender_fingerprint"] = signing.sender_fingerprint(public)
        return [*members[:3], ("manifest.json", canonical.write(told))]

    refused(rebuilt(change), refusals.SignatureWrong)


def test_the_manifest_changed_under_the_old_signature():
    def change(members: Members) -> Members:
        told = canonical.read(members[3][1], 10**6)
        return [*members[:3], ("manifest.json", canonical.write(told | {"seq": 8}))]

    refused(rebuilt(change), refusals.SignatureWrong)


@pytest.mark.parametrize("signature", [b"", bytes(64), bytes(63), bytes(65), bytes(100_000)])
def test_the_signature_stripped_or_foreign(signature: bytes):
    def change(members: Members) -> Members:
        return [*members[:2], ("manifest.sig", signature), members[3]]

    refused(rebuilt(change), refusals.SignatureWrong)


def test_rebuilt_without_a_change_it_opens():
    with tarfile.open(fileobj=io.BytesIO(inner(sealed()))) as tar:
        assert tar.getmember("pad").size > 512
    assert open_package(rebuilt(lambda members: members), OFFICE, SENDER.card()).verified


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m[1:],
        lambda m: m[:1] + m[2:],
        lambda m: m[:2] + m[3:],
        lambda m: m[:-1],
        lambda m: [*m, ("extra", b"x")],
        lambda m: [*m, ("records.jsonl", b"{}\n")],
        lambda m: [("../records.jsonl", m[0][1]), *m[1:]],
        lambda m: [("/records.jsonl", m[0][1]), *m[1:]],
        lambda m: [("Records.jsonl", m[0][1]), *m[1:]],
        lambda m: [m[1], m[0], *m[2:]],
        lambda m: m[::-1],
        lambda m: [m[0], ("pad", m[1][1] + bytes(512)), *m[2:]],
        lambda m: [m[0], ("pad", m[1][1][:-512]), *m[2:]],
        lambda m: [m[0], ("pad", b"x" + m[1][1][1:]), *m[2:]],
        lambda m: [("records.jsonl", m[0][1] + b"{}\n"), *m[1:]],
        lambda m: [("records.jsonl", m[0][1].replace("Шевченко".encode(), "Шевченки".encode(), 1)), *m[1:]],
        lambda m: [],
        lambda m: [*m[:3], ("manifest.json", b"x" * 200_000)],
        lambda m: [*m[:3], ("manifest.json", b"{}")],
    ],
)
def test_members_missing_extra_renamed_moved_or_changed(change: Callable[[Members], Members]):
    refused(rebuilt(change), refusals.PackageDamaged)


@pytest.mark.parametrize(
    ("records", "count"),
    [
        (b"{}\n", 2),
        (b"{}\n{}\n", 1),
        (b"{}", 1),
        (b"{}", 0),
        (b"{}\n{}", 1),
        (b"[]\n", 1),
        (b"\n", 1),
        (b'{"a":1,"a":2}\n', 1),
        (b'{"a":NaN}\n', 1),
        (b'{"a":1e999}\n', 1),
        (b'{"a":"\\ud800"}\n', 1),
        (b'{"a":1}{}\n', 1),
        (b"{" + b'"a":{' * 100_000 + b"\n", 1),
        (b"\xff\n", 1),
        (b"x" * 5_000_000 + b"\n", 1),
    ],
)
def test_records_that_a_true_sender_signed_but_that_are_none(records: bytes, count: int):
    refused(resigned(records, count), refusals.PackageDamaged, SENDER.card())


def test_what_a_true_sender_signs_opens():
    assert list(open_package(resigned(b'{"a":1.5}\n', 1), OFFICE, SENDER.card()).records) == [{"a": 1.5}]


def test_records_may_be_spelled_in_other_ways():
    opened = open_package(resigned(b'{"b": "\\u0456", "a": -0.5}\n', 1), OFFICE)
    assert list(opened.records) == [{"b": "і", "a": -0.5}]


def test_a_newer_package_says_so():
    refused(resigned(b"", 0, v=2), refusals.NewerPackage)


def test_something_else_inside_the_encryption():
    for inside in (b"", b"text", b"SQLite format 3\0" * 1000, bytes(10_240)):
        refused(wrapped(inside), refusals.PackageDamaged)


def test_opening_can_be_cancelled_and_tells_how_far_it_is():
    told: list[tuple[int, int]] = []
    open_package(sealed(), OFFICE, progress=Progress(lambda done, total, label: told.append((done, total))))
    assert told[-1] == (410, 410)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        open_package(sealed(), OFFICE, progress=progress)


def test_a_file_that_cannot_be_read(tmp_path: Path):
    path = seal_into(tmp_path, RECORDS, COVER).path
    with path.open("wb") as unreadable, pytest.raises(refusals.PackageUnreadable):
        open_package(unreadable, OFFICE)


def test_a_file_that_changes_after_it_was_proven(tmp_path: Path):
    path = seal_into(tmp_path, RECORDS, COVER).path
    with path.open("r+b", buffering=0) as file:
        opened: Opened = open_package(file, OFFICE)
        file.seek(-20, io.SEEK_END)
        file.write(b"x")
        with pytest.raises(refusals.PackageDamaged):
            list(opened.records)


def test_memory_stays_flat_however_many_records(tmp_path: Path):
    def many() -> Iterator[dict]:
        return ({"number": n, "note": "x" * 4000} for n in range(20_000))

    tracemalloc.start()
    path = seal_into(tmp_path, many(), COVER).path
    with path.open("rb") as file:
        assert len(open_package(file, OFFICE).records) == 20_000
        peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert path.stat().st_size > 80_000_000
    assert peak < 10_000_000


def test_a_package_of_the_first_release_still_opens():
    folder = Path(__file__).parents[2] / "vectors" / "package_own"
    card = SenderCard.read(folder / "sender.json")
    opened = open_package((folder / "PKG-0f3a9c21-000007.age").read_bytes(), OFFICE, card)
    assert opened.verified
    assert list(opened.records) == RECORDS
