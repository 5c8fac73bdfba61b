"""One spelling for everything that is signed or authenticated."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crypto.canonical import NotCanonical, decode, encode, fields, read, read_record, write

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=20,
)


@given(json_values)
def test_what_is_written_is_read_back(value: object):
    assert read(write(value), 10**6) == value


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.integers()))
def test_the_order_of_keys_does_not_matter(value: dict[str, int]):
    assert write(dict(reversed(value.items()))) == write(value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"a":1,"a":1}',
        b'{"b":1,"a":1}',
        b'{"a": 1}',
        b'{"a":1}\n',
        b'"\\u0456"',
        b'"\\ud800"',
        b"\xff",
        b"NaN",
        b"-Infinity",
        b"1e999",
        b"01",
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 10_000,
    ],
)
def test_any_other_spelling_is_refused(data: bytes):
    with pytest.raises(NotCanonical):
        read(data, 10**6)


def test_more_than_the_limit_is_refused_before_it_is_read():
    assert read(b'"abc"', 5) == "abc"
    with pytest.raises(NotCanonical, match="too large"):
        read(b'"abcd"', 5)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), json_values | st.floats(allow_nan=False)))
def test_records_are_read_in_any_spelling(value: dict[str, object]):
    finite = all(item not in (float("inf"), float("-inf")) for item in value.values())
    for data in (json.dumps(value, indent=1).encode(), json.dumps(value, ensure_ascii=False).encode()):
        if finite:
            assert read_record(data, 10**6) == value
        else:
            with pytest.raises(NotCanonical):
                read_record(data, 10**6)


@pytest.mark.parametrize(
    "data", [b"[]", b"1", b"", b'{"a":1,"a":1}', b'{"a":NaN}', b'{"a":1e999}', b'{"a":"\\ud800"}', b'{"a":' * 100_000]
)
def test_what_is_no_record_is_refused(data: bytes):
    with pytest.raises(NotCanonical):
        read_record(data, 10**6)


def test_a_record_larger_than_the_limit_is_refused():
    assert read_record(b"{}", 2) == {}
    with pytest.raises(NotCanonical, match="too large"):
        read_record(b"{}", 1)


@pytest.mark.parametrize("value", [{}, {"v": 1, "w": 2}, {"v": True}, {"v": 1.0}, {"v": "1"}, {"v": None}, [], None])
def test_shape_is_exact(value: object):
    with pytest.raises(NotCanonical):
        fields(value, {"v": int})


def test_shape_may_name_several_types():
    assert fields({"v": None}, {"v": (int, type(None))}) == {"v": None}


@given(st.binary())
def test_base64_there_and_back(data: bytes):
    assert decode(encode(data)) == data


@pytest.mark.parametrize("text", ["QQ", "QQ=", "QR==", "Q Q==", "QQ==\n", "-_==", "і", 5, None])
def test_base64_in_another_spelling_is_refused(text: object):
    with pytest.raises(NotCanonical):
        decode(text)


def test_base64_of_another_length_is_refused():
    assert decode("QUE=", 2) == b"AA"
    with pytest.raises(NotCanonical):
        decode("QUE=", 3)
