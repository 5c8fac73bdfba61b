"""Folders that a service copies to the internet are known by their names, others are left in peace."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from app.vault.synced import synced_by


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PureWindowsPath(r"D:\olena\OneDrive - Громада\Документи"), "OneDrive"),
        (PureWindowsPath(r"D:\olena\Dropbox (Personal)\справи"), "Dropbox"),
        (PurePosixPath("/srv/olena/Google Drive/office"), "Google Drive"),
        (PurePosixPath("/Volumes/GoogleDrive-olena@example.org/Мій диск"), "Google Drive"),
        (PurePosixPath("/srv/olena/Nextcloud"), "Nextcloud"),
    ],
)
def test_a_synced_folder_is_named(path, service):
    assert synced_by(path) == service


@pytest.mark.parametrize("path", ["/srv/olena/Документи", "/srv/olena/megapolis", "/srv/boxer/OneDriver"])
def test_a_folder_like_it_is_not(path):
    assert synced_by(PurePosixPath(path)) == ""
