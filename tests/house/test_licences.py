"""Gate: nothing that ships is under a licence that would bind the program to it (GPL, AGPL, SSPL)."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement

from tests.house.source import ROOT, nothing

BINDING = re.compile(r"\b(?:A?GPL|SSPL)|(?<!Lesser )(?<!Library )(?:Affero )?General Public", re.IGNORECASE)
NOTICES = "THIRD-PARTY-NOTICES.md"


def shipped() -> list[Distribution]:
    """Every library the program runs on, walked from pyproject.toml through the installed metadata."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting, found = list(project["dependencies"]), {}
    while waiting:
        wanted = Requirement(waiting.pop())
        if wanted.name.lower() in found or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        try:
            found[wanted.name.lower()] = distribution(wanted.name)
        except PackageNotFoundError:
            continue
        waiting += distribution(wanted.name).requires or []
    return list(found.values())


def stated(library: Distribution) -> list[str]:
    """What the library says of its licence; the text of its licence file when it says nothing."""
    said = [library.metadata.get("License-Expression"), library.metadata.get("License")]
    said += [line for line in library.metadata.get_all("Classifier", []) if line.startswith("License ::")]
    if not any(said):
        files = [file for file in library.files or [] if re.search(r"licen[cs]e", file.name, re.IGNORECASE)]
        said = [file.read_text()[:2_000] for file in files]
    return [line for line in said if line]


def binds(licences: Iterable[str]) -> bool:
    """True when no licence is stated, or when every alternative offered is a binding one."""
    alternatives = [choice for line in licences for choice in re.split(r"\bOR\b", line)]
    return all(BINDING.search(choice) for choice in alternatives)


def test_nothing_shipped_binds():
    libraries = shipped()
    assert {"pyside6-essentials", "cryptography"} <= {named(library) for library in libraries}
    assert nothing(named(library) for library in libraries if binds(stated(library)))


def test_every_library_stands_in_the_notices():
    notices = (ROOT / NOTICES).read_text(encoding="utf-8").lower().replace("_", "-")
    assert nothing(named(library) for library in shipped() if f"| {named(library)} |" not in notices)


def named(library: Distribution) -> str:
    return library.metadata["Name"].lower().replace("_", "-")


@pytest.mark.parametrize(
    "licences",
    [[], ["GPL-3.0-only"], ["AGPL-3.0"], ["License :: OSI Approved :: GNU General Public License v3 (GPLv3)"],
     ["GPL-2.0-only OR GPL-3.0-only"], ["GNU AFFERO GENERAL PUBLIC LICENSE"]],
)  # fmt: skip
def test_a_binding_licence_is_caught(licences):
    assert binds(licences)


@pytest.mark.parametrize(
    "licences", [["MIT"], ["LGPL-3.0-only OR GPL-2.0-only"], ["GNU Lesser General Public License v3"]]
)
def test_a_free_choice_is_let_through(licences):
    assert not binds(licences)
