"""age files: written for the office, opened by nobody else, refused when touched."""

import random
from io import BytesIO

import pyrage
import pytest

from app.crypto.age import open_age, writing
from app.crypto.age_header import (
    AgeFailure,
    HeaderFailure,
    NoMatch,
    Stanza,
    covered,
    last_line,
    read_header,
)
from app.crypto.age_keys import HybridIdentity, HybridRecipient, WrongKey, X25519Identity, parse_identity
from app.crypto.stream import PayloadFailure

MINE = HybridIdentity(bytes(range(32)))


def written(data: bytes, *recipients: HybridRecipient) -> bytes:
    file = BytesIO()
    with writing(file, recipients or [MINE.recipient()]) as writer:
        writer.write(data)
    return file.getvalue()


def opened(file: bytes, *identities: HybridIdentity | X25519Identity) -> bytes:
    reader = open_age(BytesIO(file), identities or [MINE])
    return reader.read(0, reader.size)


@pytest.mark.parametrize("size", [0, 1, 65_536, 200_000])
def test_there_and_back(size: int):
    data = random.Random(size).randbytes(size)
    assert opened(written(data)) == data


def test_the_same_text_never_looks_the_same():
    assert written(b"same") != written(b"same")


def test_several_recipients_and_identities():
    other = HybridIdentity.generate()
    file = written(b"both", MINE.recipient(), other.recipient())
    assert opened(file) == opened(file, other) == b"both"
    assert opened(written(b"mine"), other, MINE) == b"mine"


def test_a_file_for_others_says_so():
    with pytest.raises(NoMatch):
        opened(written(b"text"), HybridIdentity.generate())
    old = pyrage.x25519.Identity.generate()
    with pytest.raises(NoMatch):
        opened(written(b"text"), X25519Identity.parse(str(old)))
    with pytest.raises(NoMatch):
        opened(pyrage.encrypt(b"text", [old.to_public()]))
    with pytest.raises(NoMatch):
        opened(pyrage.passphrase.encrypt(b"text", "passphrase"))


def test_a_file_for_nobody_is_not_written():
    with pytest.raises(ValueError, match="nobody"), writing(BytesIO(), []):
        pass


@pytest.mark.parametrize("size", [0, 10, 65_536, 65_537, 150_000])
def test_rage_and_we_agree_on_x25519(size: int):
    data = random.Random(size).randbytes(size)
    old = pyrage.x25519.Identity.generate()
    assert opened(pyrage.encrypt(data, [old.to_public()]), X25519Identity.parse(str(old))) == data


def test_a_flipped_byte_anywhere_is_refused():
    file = written(random.Random(1).randbytes(3000))
    dice = random.Random(3)
    for at in [*range(40), *dice.sample(range(len(file)), 300), len(file) - 1]:
        changed = bytearray(file)
        changed[at] ^= 1 << dice.randrange(8)
        with pytest.raises((AgeFailure, PayloadFailure)):
            opened(bytes(changed))


def test_a_cut_file_is_refused():
    file = written(bytes(100_000))
    for keep in (0, 10, 100, 1600, 1700, len(file) // 2, len(file) - 16, len(file) - 1):
        with pytest.raises((AgeFailure, PayloadFailure)):
            opened(file[:keep])


def test_a_file_that_ends_with_its_header_is_refused():
    file = written(b"text")
    end = file.index(b"\n--- ") + 5 + 43 + 1
    for keep in (end, end + 1, end + 15):
        with pytest.raises(HeaderFailure):
            opened(file[:keep])


def test_lines_without_end_are_refused_early():
    with pytest.raises(HeaderFailure):
        opened(b"age-encryption.org/v1\n-> X25519 " + b"A" * 5_000_000)
    with pytest.raises(HeaderFailure):
        opened(b"age-encryption.org/v1\n" + b"-> grease\nAAAA\n" * 200_000)


@pytest.mark.parametrize("length", [0, 1, 47, 48, 49, 96, 1000])
def test_stanzas_are_read_as_they_were_written(length: int):
    stanza = Stanza("kind", ("one", "two"), bytes(length))
    header = covered([stanza, stanza])
    file = BytesIO(header + last_line(bytes(32)) + b"rest")
    read = read_header(file)
    assert read.stanzas == (stanza, stanza)
    assert read.covered == header
    assert file.read() == b"rest"


@pytest.mark.parametrize("body", ["A" * 68 + "\n", "A" * 64 + "\n" + "A" * 68 + "\n", "A" * 64 + "\n"])
def test_a_stanza_with_a_long_line_or_without_a_short_one_is_refused(body: str):
    end = last_line(bytes(32)).decode()
    with pytest.raises(HeaderFailure):
        read_header(BytesIO(f"age-encryption.org/v1\n-> kind\n{body}---{end}".encode()))


def test_keys_in_their_spelling():
    assert MINE.text().startswith("AGE-SECRET-KEY-PQ-1")
    assert parse_identity(MINE.text()) == MINE
    recipient = MINE.recipient()
    assert recipient.text().startswith("age1pq1")
    assert len(recipient.text()) == 1959
    assert HybridRecipient.parse(recipient.text()) == recipient
    old = pyrage.x25519.Identity.generate()
    assert parse_identity(str(old)) == X25519Identity.parse(str(old))


def test_fingerprints_are_the_recipients():
    assert MINE.fingerprint() == MINE.recipient().fingerprint()
    old, other = (X25519Identity.parse(str(pyrage.x25519.Identity.generate())) for _ in range(2))
    assert len({MINE.fingerprint(), old.fingerprint(), other.fingerprint()}) == 3


def test_secrets_are_not_in_the_representation():
    assert repr(MINE) == "HybridIdentity()"
    assert repr(X25519Identity(bytes(32))) == "X25519Identity()"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "age1pq1",
        "AGE-SECRET-KEY-PQ-1",
        MINE.text().lower(),
        MINE.text()[:-1],
        MINE.recipient().text(),
        " " + MINE.text(),
    ],
)
def test_what_is_no_identity(text: str):
    with pytest.raises(WrongKey):
        parse_identity(text)


def test_what_is_no_recipient():
    old = str(pyrage.x25519.Identity.generate().to_public())
    for text in ["", old, MINE.text(), MINE.recipient().text().upper(), MINE.recipient().text()[:-1]]:
        with pytest.raises(WrongKey):
            HybridRecipient.parse(text)
    for key in [b"", bytes(1215), b"\xff" * 1216]:
        with pytest.raises(WrongKey):
            HybridRecipient(key)


def test_the_recipient_of_a_known_seed_never_changes():
    assert MINE.fingerprint() == "0312 2441 2676 1765 5657 5722 2641 0911 0836 0379"
