"""The one spelling of a tar, and how strictly it is read."""

import io
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.tarball import BLOCK, END, Member, NotOurTar, member, read, room, zeros


class Bytes:
    """Bytes as the reader wants them."""

    def __init__(self, data: bytes) -> None:
        self.data, self.size = data, len(data)

    def read(self, at: int, length: int) -> bytes:
        return self.data[at : at + length]


def made(**members: bytes) -> bytes:
    return b"".join(member(name, data) for name, data in members.items()) + END


def by_tarfile(*infos: tuple[tarfile.TarInfo, bytes], form: int = tarfile.USTAR_FORMAT) -> bytes:
    out = io.BytesIO()
    for info, data in infos:
        info.size = len(data)
        out.write(info.tobuf(form) + data + bytes(-len(data) % BLOCK))
    return out.getvalue() + END


def plain(name: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.mode = 0o600
    return info


@given(st.dictionaries(st.sampled_from("abcdef"), st.binary(max_size=1200)))
def test_there_and_back_and_room_is_told_right(members: dict[str, bytes]):
    tar = made(**members)
    found = read(Bytes(tar), most=6)
    assert {m.name: tar[m.at : m.at + m.size] for m in found} == members
    assert len(tar) == sum(room(len(data)) for data in members.values()) + len(END)


def test_any_other_program_reads_it_and_finds_no_traces_in_it():
    with tarfile.open(fileobj=io.BytesIO(made(a=b"one", b=b""))) as tar:
        infos = tar.getmembers()
        assert [info.name for info in infos] == ["a", "b"]
        assert {(i.mtime, i.mode, i.uid, i.gid, i.uname, i.gname) for i in infos} == {(0, 0o600, 0, 0, "", "")}


def test_the_standard_library_would_write_the_same():
    assert by_tarfile((plain("a"), b"one")) == made(a=b"one")


@pytest.mark.parametrize("size", [0, 1, 65_536, 200_000])
def test_zeros(size: int):
    assert b"".join(zeros(size)) == bytes(size)


def changed(**attributes: object) -> tarfile.TarInfo:
    info = plain("a")
    for key, value in attributes.items():
        setattr(info, key, value)
    return info


@pytest.mark.parametrize(
    "info",
    [
        changed(type=tarfile.SYMTYPE, linkname="/etc/passwd"),
        changed(type=tarfile.LNKTYPE, linkname="b"),
        changed(type=tarfile.DIRTYPE),
        changed(type=tarfile.CHRTYPE),
        changed(type=tarfile.AREGTYPE),
        changed(mtime=1),
        changed(mode=0o644),
        changed(mode=0o4600),
        changed(uid=1),
        changed(uname="olena"),
        changed(name="п.json"),
    ],
)
def test_other_kinds_owners_modes_and_dates_are_refused(info: tarfile.TarInfo):
    form = tarfile.USTAR_FORMAT if info.name == "a" else tarfile.GNU_FORMAT
    with pytest.raises(NotOurTar):
        read(Bytes(by_tarfile((info, b"x"), form=form)), most=9)


def test_a_long_name_is_refused():
    with pytest.raises(NotOurTar):
        read(Bytes(by_tarfile((plain("d/" * 60 + "a"), b"x"))), most=9)


GOOD = made(a=b"one", b=b"two" * 300)


@pytest.mark.parametrize(
    "tar",
    [
        b"",
        END[:-1],
        END + bytes(BLOCK),
        GOOD + b"\0",
        GOOD + GOOD,
        GOOD[:-BLOCK],
        GOOD[:-1],
        GOOD[: BLOCK + 1],
        GOOD[:515] + b"x" + GOOD[516:],
        made(a=b"1")[: -len(END)] + made(a=b"2"),
        GOOD[:124] + b"77777777777" + GOOD[135:],
        GOOD[:124] + b"-0000000003" + GOOD[135:],
        GOOD[:124] + b"\x80" + bytes(10) + GOOD[135:],
        b"PK\x03\x04" * 1000,
    ],
)
def test_any_other_bytes_are_refused(tar: bytes):
    with pytest.raises(NotOurTar):
        read(Bytes(tar), most=9)


def test_any_flipped_byte_outside_the_content_is_refused():
    inside = {at for m in read(Bytes(GOOD), most=9) for at in range(m.at, m.at + m.size)}
    for at in set(range(len(GOOD))) - inside:
        tar = bytearray(GOOD)
        tar[at] ^= 1
        with pytest.raises(NotOurTar):
            read(Bytes(bytes(tar)), most=9)


def test_members_are_counted():
    assert read(Bytes(GOOD), most=2)[1] == Member("b", 3 * BLOCK, 900)
    with pytest.raises(NotOurTar):
        read(Bytes(GOOD), most=1)
