"""A document of 3 MB into the store and out again, beside writing a new plain file with fsync and reading it."""

import os
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from app.documents import intake
from app.documents.store import Sealed, Store
from tests.bench.stopwatch import in_turns

_SIZE = 3_000_000
_TIMES = 25
_PHOTOS = 5

Line = tuple[str, float, float]
"""What was measured, our median in seconds, the baseline's."""


def measure() -> list[Line]:
    """In and out of a store in use, in the temporary folder; then a photograph of 12 million dots taken in."""
    with TemporaryDirectory(prefix="suprovid-documents-") as folder:
        store, plain = Store(Path(folder) / "documents"), Path(folder) / "plain"
        plain.mkdir()
        for number in range(256):
            (store.folder / f"{number:02x}").mkdir(parents=True)
        files = [os.urandom(_SIZE) for _ in range(_TIMES)]
        sealed: list[Sealed] = []
        put = in_turns(
            lambda n: sealed.append(store.put(files[n])), lambda n: _written(plain / f"a{n}", files[n]), _TIMES
        )
        read = in_turns(lambda n: store.read(sealed[n], ""), lambda n: (plain / f"a{n}").read_bytes(), _TIMES)
        both = in_turns(
            lambda n: store.read(store.put(files[n]), ""), lambda n: _written(plain / f"b{n}", files[n]), _TIMES
        )
    photo = _photo()
    brought = intake.bring(intake.Pasted("а.jpg", photo))
    taken = in_turns(lambda _: intake.take(brought), lambda _: _drawn(photo), _PHOTOS)
    return [
        ("3 MB sealed into the store (raw: a new plain file, fsync)", *put),
        ("  and read back, proven (raw: plain file read)", *read),
        ("  in and out (raw: a new plain file, fsync)", *both),
        (f"  a photograph of {len(photo) / 1e6:.0f} MB opened, drawn anew (raw: Pillow in one process)", *taken),
    ]


def _written(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _photo() -> bytes:
    grain = [Image.effect_noise((1000, 750), 60).resize((4000, 3000)) for _ in range(3)]
    made = BytesIO()
    Image.merge("RGB", grain).save(made, "JPEG", quality=92)
    return made.getvalue()


def _drawn(photo: bytes) -> None:
    with Image.open(BytesIO(photo)) as opened:
        drawn = opened.convert("RGB")
    drawn.thumbnail((intake.LONGEST, intake.LONGEST), Image.Resampling.LANCZOS)
    drawn.save(BytesIO(), "JPEG", quality=85)
    drawn.thumbnail((intake.THUMBNAIL, intake.THUMBNAIL), Image.Resampling.LANCZOS)
    drawn.save(BytesIO(), "JPEG", quality=85)
