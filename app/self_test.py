"""The program looks at itself: ciphers, search, fonts, catalogue, words, decoder. It needs no vault."""

import secrets
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from app.catalogue.load import ukraine
from app.crypto.known_answers import known, wrong
from app.documents.decoder import PICTURE, Request
from app.documents.decoding import decode
from app.domain.text import Text
from app.i18n import LANGUAGES, Words
from app.paper.kit import BOLD, ITALIC, PLAIN, complete
from app.vault.finding import Finding, State
from db.cipher import OLDEST_OPENSSL, OLDEST_SQLITE, connect, dotted, is_encrypted, versions
from db.refusals import VaultDamaged

_SIDE = 8
_LETTERS = "ґєіїҐЄІЇ’№₴«»—"


def self_test() -> tuple[Finding, ...]:
    """One line for each part; a part that fails, in whatever way, is told as bad and hides no other."""
    parts: tuple[tuple[Text, Callable[[], str]], ...] = (
        (Text("Сховище", "Vault"), _records),
        (Text("Шифри", "Ciphers"), _ciphers),
        (Text("Шрифти", "Typefaces"), _typefaces),
        (Text("Каталог", "Catalogue"), _catalogue),
        (Text("Слова", "Words"), _words),
        (Text("Перегляд документів", "Viewer of documents"), _decoder),
    )
    return tuple(_tried(title, part) for title, part in parts)


class _Failed(Exception):
    """A part is not as it should be; the argument says what is wrong."""


def _tried(title: Text, part: Callable[[], str]) -> Finding:
    try:
        told = part()
    except Exception as error:  # noqa: BLE001 - whatever breaks here is what is looked for
        told = f"{type(error).__name__}: {error}"
        return Finding(title, State.BAD, Text(told, told), Text("Встановіть програму заново.", "Install it again."))
    return Finding(title, State.OK, Text(told, told))


def _records() -> str:
    """A new file is encrypted, finds Ukrainian words, and opens under no other key."""
    with TemporaryDirectory(prefix="suprovid-test-") as folder:
        path, key = Path(folder) / "records.db", secrets.token_hex(32)
        with closing(connect(path, key)) as made:
            made.execute("CREATE VIRTUAL TABLE found USING fts5(words, tokenize='unicode61 remove_diacritics 0')")
            made.execute("INSERT INTO found VALUES ('ЇЖАКЕВИЧ Іван')")
            if not made.execute("SELECT 1 FROM found WHERE found MATCH '\"їжак\"*'").fetchone():
                raise _Failed("FTS5")
            told = versions(made)
        if not is_encrypted(path):
            raise _Failed("SQLCipher")
        try:
            connect(path, secrets.token_hex(32)).close()
        except VaultDamaged:
            pass
        else:
            raise _Failed("SQLCipher")
    if dotted(told.sqlite) < OLDEST_SQLITE or dotted(told.openssl) < OLDEST_OPENSSL:
        raise _Failed(f"{told}")
    return f"SQLCipher {told.cipher}, SQLite {told.sqlite}, OpenSSL {told.openssl}"


def _ciphers() -> str:
    answers = known()
    if failed := wrong(answers):
        raise _Failed(", ".join(failed))
    return "Argon2id, Ed25519, HPKE (ML-KEM-768 + X25519)"


def _typefaces() -> str:
    faces = complete(_LETTERS)
    if faces != (PLAIN, BOLD, ITALIC):
        raise _Failed(f"{faces}")
    return ", ".join(faces)


def _catalogue() -> str:
    return f"{len(ukraine().steps)} + {len(ukraine().statuses)}"


def _words() -> str:
    told = [Words(language)("Today") for language in LANGUAGES]
    if len(set(told)) != len(LANGUAGES):
        raise _Failed(f"{told}")
    return ", ".join(told)


def _decoder() -> str:
    """A picture of our own goes through the child process that opens foreign ones."""
    drawn = BytesIO()
    Image.new("RGB", (_SIDE, _SIDE), "white").save(drawn, "PNG")
    seen = decode("self-test.png", drawn.getvalue(), Request(PICTURE, longest=_SIDE)).leaves[0]
    if seen.rgb != b"\xff" * (_SIDE * _SIDE * 3):
        raise _Failed("RGB")
    return "PNG"
