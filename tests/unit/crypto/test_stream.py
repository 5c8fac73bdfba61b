"""STREAM: whatever is written is read back, and nothing else ever is."""

import random
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.crypto import stream
from app.crypto.stream import CHUNK, TAG, PayloadFailure, SealedReader, SealingWriter, unsealed

KEY = bytes(range(32))
SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 5, 3 * CHUNK]


def sealed(data: bytes, pieces: int = 0) -> bytes:
    file = BytesIO()
    with SealingWriter(file, KEY) as writer:
        for at in range(0, len(data), pieces or len(data) or 1):
            writer.write(data[at : at + (pieces or len(data))])
    return file.getvalue()


def opened(data: bytes) -> bytes:
    """What both ways of opening give, which never differ, refusals included."""
    try:
        plain = unsealed(data, KEY)
    except PayloadFailure:
        with pytest.raises(PayloadFailure):
            SealedReader(BytesIO(data), KEY)
        raise
    reader = SealedReader(BytesIO(data), KEY)
    assert (reader.size, reader.read(0, reader.size)) == (len(plain), plain)
    return plain


@pytest.mark.parametrize("size", SIZES)
def test_there_and_back_and_as_long_as_the_format_says(size: int):
    data = random.Random(size).randbytes(size)
    file = sealed(data)
    assert len(file) == size + TAG * max(1, -(-size // CHUNK))
    assert opened(file) == data


@given(st.integers(0, 3 * CHUNK), st.integers(1, 2 * CHUNK))
@settings(max_examples=30, deadline=None)
def test_the_pieces_written_do_not_matter(size: int, pieces: int):
    data = random.Random(size).randbytes(size)
    if pieces * 200 > size:
        assert sealed(data, pieces) == sealed(data)


@given(st.integers(0, 3 * CHUNK), st.integers(0, 3 * CHUNK))
@settings(max_examples=30, deadline=None)
def test_any_part_can_be_read(at: int, length: int):
    data = random.Random(1).randbytes(2 * CHUNK + 7)
    assert SealedReader(BytesIO(sealed(data)), KEY).read(at, length) == data[at : at + length]


def test_it_may_begin_anywhere_in_a_file():
    assert SealedReader(BytesIO(b"header" + sealed(b"data")), KEY, 6).read(0, 9) == b"data"


@pytest.mark.parametrize("size", SIZES)
def test_a_cut_anywhere_is_refused(size: int):
    file = sealed(bytes(size))
    for keep in {0, 1, TAG - 1, TAG, len(file) // 2, CHUNK + TAG, 2 * (CHUNK + TAG), len(file) - TAG, len(file) - 1}:
        if 0 <= keep < len(file):
            with pytest.raises(PayloadFailure):
                opened(file[:keep])


def test_chunks_swapped_doubled_dropped_or_added_are_refused():
    step = CHUNK + TAG
    file = sealed(bytes(2 * CHUNK) + b"end")
    one, two, end = file[:step], file[step : 2 * step], file[2 * step :]
    for wrong in [two + one + end, one + one + end, one + end, one + two + two + end, file + end, file + b"\0"]:
        with pytest.raises(PayloadFailure):
            opened(wrong)
    assert opened(one + two + end) == bytes(2 * CHUNK) + b"end"


def test_an_empty_last_chunk_stands_only_alone():
    full = BytesIO()
    with SealingWriter(full, KEY) as writer:
        writer.write(bytes(CHUNK))
        writer._pass_on()
    with pytest.raises(PayloadFailure):
        opened(full.getvalue())
    assert opened(sealed(b"")) == b""


def test_another_key_is_refused():
    with pytest.raises(PayloadFailure):
        SealedReader(BytesIO(sealed(b"data")), bytes(32))


def test_nothing_is_given_away_when_only_the_end_is_damaged():
    file = bytearray(sealed(bytes(3 * CHUNK)))
    file[-1] ^= 1
    with pytest.raises(PayloadFailure):
        SealedReader(BytesIO(bytes(file)), KEY)


def test_a_source_that_changes_later_is_refused():
    source = BytesIO(sealed(bytes(100)))
    reader = SealedReader(source, KEY)
    source.seek(50)
    source.write(b"x")
    with pytest.raises(PayloadFailure):
        reader.read(0, 1)


def test_a_block_that_fails_leaves_an_unfinished_stream():
    file = BytesIO()

    def fail() -> None:
        with SealingWriter(file, KEY) as writer:
            writer.write(bytes(CHUNK + 1))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with pytest.raises(PayloadFailure):
        opened(file.getvalue())


@pytest.mark.parametrize("size", [4, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_the_beginning_may_be_amended_until_the_end(size: int):
    file = BytesIO(b"head")
    file.seek(4)
    with SealingWriter(file, KEY) as writer:
        writer.write(bytes(size))
        writer.amend(1, b"abc")
    assert file.tell() == len(file.getvalue())
    reader = SealedReader(file, KEY, 4)
    assert reader.read(0, size) == b"\0abc" + bytes(size - 4)


@pytest.mark.parametrize(("size", "at"), [(4, 2), (CHUNK, CHUNK - 2), (2 * CHUNK, CHUNK - 2)])
def test_only_the_beginning_may_be_amended(size: int, at: int):
    with SealingWriter(BytesIO(), KEY) as writer:
        writer.write(bytes(size))
        with pytest.raises(ValueError, match="first chunk"):
            writer.amend(at, b"abc")


def test_no_nonce_serves_twice(monkeypatch: pytest.MonkeyPatch):
    used: list[bytes] = []

    plain = stream._nonce
    monkeypatch.setattr(stream, "_nonce", lambda number, *, last: used.append(plain(number, last=last)) or used[-1])
    for size in SIZES:
        used.clear()
        sealed(bytes(size))
        assert len({nonce[:11] for nonce in used}) == len(used) == max(1, -(-size // CHUNK))
