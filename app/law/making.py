"""The coordinating office makes a pack of a folder of the law's files, read whole before it is signed."""

from pathlib import Path

from app.catalogue.files import plain
from app.catalogue.load import read_texts, ukraine_texts
from app.law import pack as packs
from app.law.refusals import NoSuchFolder


def make_pack(folder: Path, key: bytes) -> tuple[str, bytes]:
    """The name and the bytes of the pack; raises `NoSuchFolder`, `CatalogueBroken` naming file and line."""
    try:
        texts = {name: (folder / name).read_text("utf-8") for name in packs.FILES if (folder / name).is_file()}
    except (OSError, UnicodeDecodeError) as error:
        raise NoSuchFolder(file=packs.LAW, folder=folder.name) from error
    for name in packs.MUST:
        if name not in texts:
            raise NoSuchFolder(file=name, folder=folder.name)
    for name, text in texts.items():
        plain(name, text)
    read_texts({**ukraine_texts(), **texts})
    manifest, data = packs.make(texts, key)
    return manifest.file_name, data
