"""The manifest: every field, one spelling, nothing that means nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from app.crypto import canonical, signing
from app.crypto.age_keys import HybridIdentity
from app.crypto.canonical import NotCanonical
from app.exchange.manifest import Content, Manifest
from app.exchange.refusals import NewerPackage

MANIFEST = Manifest(
    sender_id="laptop-7",
    sender_key=signing.public_key(bytes(32)),
    recipient_fingerprint=HybridIdentity(bytes(32)).fingerprint(),
    vault_id=UUID(int=7),
    seq=3,
    created=datetime(2026, 12, 5, 12, 22, 1, tzinfo=UTC),
    training=False,
    records=2,
    members=(Content("records.jsonl", 10, "0" * 64),),
)
FULL = replace(
    MANIFEST,
    purpose="дозвіл родини",
    previous="a" * 64,
    audit_n=12,
    audit_head="b" * 64,
    use_until=date(2027, 1, 31),
    training=True,
)


@pytest.mark.parametrize("manifest", [MANIFEST, FULL])
def test_there_and_back(manifest: Manifest):
    assert Manifest.parse(manifest.to_bytes()) == manifest


def test_every_field_of_the_design_is_there_and_null_where_it_waits():
    told = canonical.read(MANIFEST.to_bytes(), 10_000)
    assert {key for key, value in told.items() if value is None} == {
        "purpose",
        "previous",
        "audit_n",
        "audit_head",
        "use_until",
    }
    assert told["sender_fingerprint"] == signing.sender_fingerprint(MANIFEST.sender_key)
    assert told["created"] == "2026-12-05T12:22:01Z"
    assert told["members"] == [{"name": "records.jsonl", "size": 10, "sha256": "0" * 64}]
    assert (told["format"], told["v"], told["profile"]) == ("suprovid-package", 1, "full")


@pytest.mark.parametrize(
    "change",
    [
        {"seq": 0},
        {"seq": 1_000_000},
        {"seq": True},
        {"seq": 1.0},
        {"v": 0},
        {"v": True},
        {"format": "other"},
        {"profile": "other"},
        {"training": 0},
        {"training": None},
        {"sender_id": ""},
        {"sender_id": "a\u202eb"},
        {"sender_id": "x" * 101},
        {"sender_key": "AAAA"},
        {"sender_key": "!"},
        {"sender_fingerprint": "0" * 40},
        {"recipient_fingerprint": "1234"},
        {"vault_id": "7"},
        {"vault_id": "{00000000-0000-0000-0000-000000000007}"},
        {"previous": "A" * 64},
        {"previous": ""},
        {"audit_n": -1},
        {"audit_head": "b" * 63},
        {"created": "2026-12-05"},
        {"created": "2026-12-05T12:22:01+00:00"},
        {"created": "2026-12-05T12:22:01"},
        {"created": "yesterday"},
        {"use_until": "31.01.2027"},
        {"use_until": "2027-01-31T00:00:00"},
        {"counts": {}},
        {"counts": {"records": -1}},
        {"counts": {"records": 1, "more": 1}},
        {"members": [1]},
        {"members": [{"name": "records.jsonl", "size": -1, "sha256": "0" * 64}]},
        {"members": [{"name": "records.jsonl", "size": 1, "sha256": "0"}]},
        {"members": [{"name": "records.jsonl", "size": 1}]},
        {"extra": None},
    ],
)
def test_what_no_manifest_says_is_refused(change: dict[str, object]):
    told = canonical.read(MANIFEST.to_bytes(), 10_000)
    with pytest.raises(NotCanonical):
        Manifest.parse(canonical.write(told | change))


@pytest.mark.parametrize("key", sorted(canonical.read(MANIFEST.to_bytes(), 10_000)))
def test_a_missing_field_is_refused(key: str):
    told = canonical.read(MANIFEST.to_bytes(), 10_000)
    del told[key]
    with pytest.raises(NotCanonical):
        Manifest.parse(canonical.write(told))


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"[" * 60_000, MANIFEST.to_bytes() + b"\n", b" " * 70_000])
def test_other_bytes_are_refused(data: bytes):
    with pytest.raises(NotCanonical):
        Manifest.parse(data)


def test_a_newer_manifest_says_so():
    with pytest.raises(NewerPackage):
        Manifest.parse(canonical.write({"v": 2, "other": []}))


@pytest.mark.parametrize(
    "created",
    [
        datetime(2026, 12, 5),  # noqa: DTZ001
        datetime(2026, 12, 5, tzinfo=timezone(timedelta(hours=2))),
        datetime(2026, 12, 5, 0, 0, 0, 1, tzinfo=UTC),
    ],
)
def test_an_instant_is_aware_utc_in_whole_seconds(created: datetime):
    with pytest.raises(ValueError, match="manifest"):
        replace(MANIFEST, created=created)
