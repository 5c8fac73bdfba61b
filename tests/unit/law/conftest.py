"""An office that signs law packs, a vault that takes them, and cases whose steps they change."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.catalogue.load import ukraine_texts
from app.exchange.office import SenderCard
from app.law import pack as packs
from app.law.key import LawKeys, law_keygen, read_law_key
from app.services import Services
from tests.unit.conftest import MONDAY

Change = tuple[str, str, str]
"""A file, what stands there, what stands there from now on."""


def texts_of(number: int, *changes: Change) -> dict[str, str]:
    """The law's files as the program has them, under another number and changed."""
    texts = {name: ukraine_texts()[name] for name in packs.FILES}
    law = re.sub(r"version: \d+", f"version: {number}", texts[packs.LAW])
    texts[packs.LAW] = re.sub(r"issued: \S+", "issued: 2026-11-20", law)
    for file, old, new in changes:
        assert old in texts[file], old
        texts[file] = texts[file].replace(old, new, 1)
    return texts


def term(step: str, text: str, now: str) -> Change:
    """A change of one step's line in steps.yaml: within it, `text` becomes `now`."""
    line = next(line for line in ukraine_texts()["steps.yaml"].splitlines() if f"{{id: {step}," in line)
    assert text in line, line
    return "steps.yaml", line, line.replace(text, now, 1)


LONGER = term("LEG-01", "qty: 3, unit: day", "qty: 6, unit: day")
"""The application to the police: six days instead of three."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """The coordinating office with its key."""

    folder: Path
    keys: LawKeys

    @property
    def card(self) -> SenderCard:
        return SenderCard.read(self.keys.card)

    def signed(self, texts: Mapping[str, str]) -> bytes:
        return packs.make(texts, read_law_key(self.keys.key))[1]

    def pack(self, number: int, *changes: Change) -> Path:
        """A pack on the stick."""
        return self.put(self.signed(texts_of(number, *changes)))

    def put(self, data: bytes) -> Path:
        path = self.folder / "pack.lawpack"
        path.write_bytes(data)
        return path


@pytest.fixture(scope="session")
def office_keys(tmp_path_factory: pytest.TempPathFactory) -> LawKeys:
    return law_keygen(tmp_path_factory.mktemp("law"), "Координаційний офіс")


@pytest.fixture
def issuer(office_keys: LawKeys, tmp_path: Path) -> Issuer:
    return Issuer(tmp_path, office_keys)


@pytest.fixture
def trusting(services: Services, issuer: Issuer) -> Services:
    """A vault that takes the office's packs."""
    services.law.trust(issuer.card)
    return services


@pytest.fixture
def renewed(services: Services) -> Callable[[], Services]:
    """The services of the same vault, built anew."""
    return lambda: Services.of(services.vault, MONDAY)
