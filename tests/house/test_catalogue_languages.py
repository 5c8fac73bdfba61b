"""Gate: whatever the catalogue says in one language it says in the other."""

import re
from collections.abc import Iterator

import pytest
import yaml

from tests.house.source import ROOT, nothing

CATALOGUE = ROOT / "resources/catalogue"
CYRILLIC, LATIN = re.compile(r"[А-Яа-яҐґЄєІіЇї]"), re.compile(r"[A-Za-z]")
PAIRS = (("uk", "en"), ("name_uk", "name_en"))
BOTH = {"steps": PAIRS[1], "statuses": PAIRS[0], "bodies": PAIRS[0], "documents": PAIRS[0]}


def rows(value: object) -> Iterator[dict]:
    """Every mapping anywhere in a YAML document."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from rows(part)


def half_said(row: dict, uk: str, en: str) -> list[str]:
    """What one row lacks: its Ukrainian with Cyrillic letters, its English with Latin; OSINT is both."""
    name = row.get("id") or row.get("code") or str(row)[:60]
    if row.get(uk) == row.get(en) and re.fullmatch(r"[A-Z]+", str(row.get(uk))):
        return []
    wanted = ((uk, CYRILLIC), (en, LATIN))
    return [f"{name}: {key}" for key, letters in wanted if not letters.search(str(row.get(key) or ""))]


@pytest.mark.parametrize("kind", BOTH)
def test_every_entry_speaks_both(kind):
    listed = yaml.safe_load((CATALOGUE / f"ua/{kind}.yaml").read_text(encoding="utf-8"))[kind]
    assert len(listed) > 10, "the scan sees the catalogue"
    assert nothing(found for row in listed for found in half_said(row, *BOTH[kind]))


def test_no_pair_is_half_anywhere():
    files = sorted(CATALOGUE.rglob("*.yaml"))
    assert len(files) >= 10, "the scan sees the files"
    found = []
    for file in files:
        for row in rows(yaml.safe_load(file.read_text(encoding="utf-8"))):
            for uk, en in PAIRS:
                if uk in row or en in row:
                    found += [f"{file.name} {half}" for half in half_said(row, uk, en)]
    assert nothing(found)


@pytest.mark.parametrize(
    ("row", "lacks"),
    [
        ({"id": "A", "uk": "Крок"}, ["A: en"]),
        ({"id": "A", "uk": "Крок", "en": ""}, ["A: en"]),
        ({"id": "A", "uk": "Step", "en": "Step"}, ["A: uk"]),
        ({"id": "A", "uk": "Крок", "en": "Крок"}, ["A: en"]),
        ({"id": "A", "uk": "КРОК", "en": "КРОК"}, ["A: en"]),
        ({"id": "A", "uk": "Крок", "en": "Step"}, []),
    ],
)
def test_a_half_said_entry_is_caught(row, lacks):
    assert half_said(row, "uk", "en") == lacks
