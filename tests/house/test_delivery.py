"""What a build may carry, which libraries stay, and the list of components: the quick part of `dev.py build`."""

import json
from importlib.metadata import distributions

import pytest

from app.components import Component, components, document, licence_of
from app.crypto.known_answers import known, wrong
from app.self_test import self_test
from app.vault.finding import State, worst
from delivery.files import forbidden, reachable, wanted

LEAN = [
    "suprovid", "suprovid-cli", "_internal/PySide6/Qt/lib/libQt6Widgets.so.6", "_internal/PySide6/QtSvg.abi3.so",
    "_internal/PySide6/Qt/plugins/platforms/libqoffscreen.so", "_internal/PySide6/Qt/plugins/platforms/libqxcb.so",
    "_internal/sqlcipher3/_sqlite3.cpython-311-x86_64-linux-gnu.so", "_internal/resources/themes/hc.toml",
    "_internal/PySide6/Qt/translations/qtbase_uk.qm", "_internal/libcrypto.so.3", "_internal\\PySide6\\Qt6Core.dll",
]  # fmt: skip


def test_a_lean_build_is_let_through():
    assert forbidden(LEAN) == []
    files = [(name.removeprefix("_internal/"), "", "BINARY") for name in LEAN]
    assert wanted(files) == files


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("_internal/PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", "GPL only"),
        ("_internal/PySide6/Qt/lib/libQt6VirtualKeyboard.so.6", "GPL only"),
        ("_internal\\PySide6\\Qt6Charts.dll", "GPL only"),
        ("_internal/PySide6/Qt/lib/libQt6Graphs.so.6", "GPL only"),
        ("_internal/PySide6/Qt/lib/libQt6DataVisualization.so.6", "GPL only"),
        ("_internal/reportlab/fonts/DarkGardenMK.pfb", "GPL only"),
        ("_internal/libreadline.so.8", "GPL only"),
        ("_internal/PySide6/QtNetwork.abi3.so", "network"),
        ("_internal\\PySide6\\Qt6Network.dll", "network"),
        ("_internal/PySide6/Qt/plugins/tls/libqopensslbackend.so", "network"),
        ("_internal/python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so", "network"),
        ("_internal/libgnutls.so.30", "network"),
        ("_internal/PySide6/Qt/lib/libQt6WebEngineCore.so.6", "web"),
        ("_internal/libQt6Qml.so.6", "QML"),
        ("_internal/PySide6/Qt/qml/QtQuick/qmldir", "QML"),
        ("_internal/PySide6/Qt/lib/libQt6Multimedia.so.6", "multimedia"),
        ("_internal/PySide6/Qt/lib/libavcodec.so.61", "multimedia"),
    ],
)
def test_a_forbidden_file_is_caught_with_its_reason(name, why):
    assert forbidden([*LEAN, name]) == [f"{why}: {name}"]
    assert wanted([(name.removeprefix("_internal/"), "", "BINARY")]) == []


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/imageformats/libqwebp.so", "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/translations/qtbase_de.qm", "babel/locale-data/fr.dat", "libcups.so.2",
        "python3.11/lib-dynload/_sqlite3.cpython-311-x86_64-linux-gnu.so", "libQt6EglFSDeviceIntegration.so.6",
    ],
)  # fmt: skip
def test_what_nobody_needs_stays_out(name):
    assert wanted([(name, "", "BINARY")]) == []


def test_a_library_stays_only_while_somebody_asks_for_it():
    linked = {"widgets": ["libX11.so.6"], "libX11.so.6": ["libxcb.so.1"], "libgtk": ["libpango.so.1"]}
    files = [
        ("PySide6/QtWidgets.abi3.so", "widgets", "EXTENSION"),
        ("libX11.so.6", "libX11.so.6", "BINARY"),
        ("libxcb.so.1", "libxcb.so.1", "BINARY"),
        ("libpango.so.1", "libpango.so.1", "BINARY"),
        ("libpython3.11.so.1.0", "python", "BINARY"),
        ("resources/themes/hc.toml", "hc", "DATA"),
    ]
    kept = [file[0] for file in reachable(files, lambda path: linked.get(path, []))]
    assert kept == [file[0] for file in files if file[0] != "libpango.so.1"]


def test_every_component_has_a_version_and_a_licence():
    found = components()
    assert {"sqlalchemy", "pyside6-essentials", "SQLCipher", "SQLite", "OpenSSL", "Qt", "Python"} <= {
        one.name for one in found
    }
    assert [one for one in found if not (one.version and one.licence)] == []
    assert licence_of("pyside6-essentials") == "LGPL-3.0-only"
    tools = {one.metadata["Name"].lower() for one in distributions()} & {"pytest", "mypy", "ruff"}
    assert tools
    assert not tools & {one.name for one in found}


def test_the_list_has_the_shape_of_cyclonedx():
    told = json.loads(json.dumps(document((Component("more", "1", "MIT", "wheel"),))))
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert told["metadata"]["component"]["name"] == "suprovid"
    assert told["components"][-1] == {
        "type": "library", "name": "more", "version": "1", "licenses": [{"license": {"name": "MIT"}}],
        "properties": [{"name": "inside", "value": "wheel"}],
    }  # fmt: skip


def test_the_program_finds_itself_whole():
    found = self_test()
    assert worst(found) is State.OK, found
    assert len(found) == 6


@pytest.mark.parametrize("name", ["argon2id", "ed25519_public", "hpke"])
def test_another_answer_is_noticed(name):
    answers = dict(known())
    assert wrong(answers) == ()
    answers[name] = answers[name][::-1]
    assert len(wrong(answers)) == 1
