"""The age reader against known answers: our own, always, and the C2SP CCTV collection where it lies beside us."""

import hashlib
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from app.crypto.age import open_age
from app.crypto.age_header import HeaderFailure, HmacFailure, NoMatch
from app.crypto.age_keys import parse_identity
from app.crypto.stream import PayloadFailure

OWN = Path(__file__).parents[2] / "vectors" / "age_own"
SHARED = Path(__file__).parents[4] / "shared" / "vectors" / "age"
FAILURES = {
    "no match": NoMatch,
    "header failure": HeaderFailure,
    "HMAC failure": HmacFailure,
    "payload failure": PayloadFailure,
}
NOT_CLAIMED = ("armor", "scrypt")


def check(path: Path) -> None:
    head, _, file = path.read_bytes().partition(b"\n\n")
    said = dict(line.split(": ", 1) for line in head.decode().splitlines())
    if said.get("compressed") == "zlib":
        file = zlib.decompress(file)
    identities = [parse_identity(line[10:]) for line in head.decode().splitlines() if line.startswith("identity: ")]
    if said["expect"] != "success":
        with pytest.raises(FAILURES[said["expect"]]):
            open_age(BytesIO(file), identities)
        return
    plain = open_age(BytesIO(file), identities)
    assert hashlib.sha256(plain.read(0, plain.size)).hexdigest() == said["payload"]


def claimed(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if not path.name.startswith(NOT_CLAIMED))


@pytest.mark.parametrize("name", [path.name for path in sorted(OWN.glob("*")) if not path.suffix])
def test_own_known_answers(name: str):
    check(OWN / name)


def test_own_known_answers_cover_every_class():
    said = {path.read_bytes().split(b"\n")[0].decode()[8:] for path in OWN.glob("*") if not path.suffix}
    assert said == {"success", *FAILURES}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the C2SP vectors do not lie in ../shared/vectors/age")
@pytest.mark.parametrize("name", [path.name for path in claimed(SHARED)] or ["none"])
def test_c2sp_vectors(name: str):
    check(SHARED / name)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the C2SP vectors do not lie in ../shared/vectors/age")
def test_no_claimed_vector_is_left_out():
    skipped = {path.name for path in SHARED.iterdir()} - {path.name for path in claimed(SHARED)}
    assert len(claimed(SHARED)) >= 55
    for name in skipped:
        head = (SHARED / name).read_bytes().partition(b"\n\n")[0]
        assert b"armored" in head or b"passphrase" in head
