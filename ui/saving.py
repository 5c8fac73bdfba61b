"""A PDF written where the user said; a disk that refuses is told in words."""

from pathlib import Path

from app.documents.refusals import CopyNotSaved
from app.vault.files import write_atomically


def save_pdf(path: Path, pdf: bytes) -> None:
    """Write it whole or not at all; raises `CopyNotSaved`."""
    try:
        write_atomically(path, pdf)
    except OSError as error:
        raise CopyNotSaved(name=path.name) from error
