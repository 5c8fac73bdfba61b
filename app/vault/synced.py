"""Which service copies a folder to the internet, as far as the names of its folders tell."""

import re
from pathlib import PurePath

_SERVICES = {
    "onedrive": "OneDrive", "dropbox": "Dropbox", "googledrive": "Google Drive", "iclouddrive": "iCloud Drive",
    "mobiledocuments": "iCloud Drive", "megasync": "MEGA", "mega": "MEGA", "nextcloud": "Nextcloud",
    "owncloud": "ownCloud", "pcloud": "pCloud", "pclouddrive": "pCloud", "boxsync": "Box", "мійдиск": "Google Drive",
    "mydrive": "Google Drive",
}  # fmt: skip
_BEFORE = re.compile(r"[ ]*(?:[-(@].*)?$")
"""What services write after their own name: «OneDrive - Office», «Dropbox (Personal)»."""


def synced_by(path: PurePath) -> str:
    """The name of the service that copies `path` to the internet; empty if no folder on the way is named after one.

    Two computers that write to one synchronised vault can damage it, so that whoever makes one there is warned.
    """
    for part in path.parts:
        if name := _SERVICES.get(_BEFORE.sub("", part).casefold().replace(" ", "").replace("_", "")):
            return name
    return ""
