"""A copy outside the vault: a reason first, a name that tells nothing, and a line in the log."""

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog

from app.disclosure.service import NoReason
from app.documents.refusals import InsideVault
from tests.ui.seen import texts
from ui.documents.copy_dialog import CopyDialog


@pytest.fixture
def dialog(place, host, lane, document):
    dialog = CopyDialog(place, host, document)
    dialog.open()
    lane.flush()
    return dialog


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """What the file dialog was asked; it answers with a file on a stick."""
    names = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName",
        lambda *args: names.append(args[2]) or (str(tmp_path / "stick.jpg"), ""),
    )
    return names


def test_without_a_reason_nothing_leaves(dialog, lane, asked, words):
    dialog._save.click()
    lane.flush()
    assert asked == []
    assert words.explain(NoReason()) in texts(dialog)


def test_a_copy_is_saved_under_a_name_that_tells_nothing(dialog, lane, asked, tmp_path, services, document):
    dialog._reason.setText("для адвоката")
    dialog._save.click()
    lane.flush()
    with Image.open(tmp_path / "stick.jpg") as saved:
        assert saved.size == (60, 40)
    assert "шлюб" not in asked[0]
    assert asked[0].endswith(f"document-{document.fingerprint}.jpg")
    assert any(text.startswith("Збережено: stick.jpg") for text in texts(dialog))


def test_the_original_only_when_said(dialog, lane, asked, tmp_path, scan):
    dialog._reason.setText("для слідчого")
    dialog._original.setChecked(True)
    dialog._save.click()
    lane.flush()
    assert (tmp_path / "stick.jpg").read_bytes() == scan.data


def test_a_place_inside_the_vault_is_refused(dialog, lane, monkeypatch, services, words):
    inside = services.vault.path / "copy.jpg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(inside), ""))
    dialog._reason.setText("для адвоката")
    dialog._save.click()
    lane.flush()
    assert not inside.exists()
    assert words.explain(InsideVault()) in texts(dialog)
    assert dialog._save.isEnabled()


def test_every_word_is_seen(dialog):
    assert dialog.height() >= dialog._column.totalHeightForWidth(dialog.width())
