"""Answers known beforehand: a library of ciphers that gives others is broken or not ours, and must touch no vault."""

import tomllib
from base64 import b64decode
from collections.abc import Callable, Mapping

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.backends.openssl import backend
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.crypto.age_keys import HybridIdentity
from app.crypto.signing import public_key
from app.paths import resource

_FILE = "known_answers.toml"
_INFO = b"suprovid self-test"
_WORD = "Їжак".encode()
Question = Callable[[Mapping[str, str]], bool]


def known() -> Mapping[str, str]:
    """The answers, as `resources/known_answers.toml` has them."""
    return tomllib.loads(resource(_FILE).read_text("utf-8"))


def wrong(answers: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the answers that the library gives otherwise; none when it is sound."""
    return tuple(name for name, asked in _ASKED.items() if not _agrees(asked, answers))


def openssl() -> str:
    """The OpenSSL that stands inside `cryptography`, as it names itself: ``OpenSSL 4.0.3 …``."""
    return backend.openssl_version_text()


def _agrees(asked: Question, answers: Mapping[str, str]) -> bool:
    try:
        return asked(answers)
    except (ValueError, UnsupportedAlgorithm):
        return False


def _argon2id(answers: Mapping[str, str]) -> bool:
    kdf = Argon2id(
        salt=b"\2" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\4" * 12, secret=b"\3" * 8
    )
    return kdf.derive(b"\1" * 32).hex() == answers["argon2id"]


def _ed25519(answers: Mapping[str, str]) -> bool:
    return public_key(bytes.fromhex(answers["ed25519_private"])).hex() == answers["ed25519_public"]


def _hpke(answers: Mapping[str, str]) -> bool:
    return HybridIdentity(bytes(range(32))).open(b64decode(answers["hpke"]), _INFO) == _WORD


_ASKED = {"Argon2id": _argon2id, "Ed25519": _ed25519, "HPKE": _hpke}
