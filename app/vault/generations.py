"""The generations of a vault's records, and how its key file is replaced; what a crash left of either is settled here.

The key file says which generation is in use, and every change of keys comes true at the one moment in which
`vault.key.new` takes its name. `CURRENT` repeats it for people and follows a moment later.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from app.crypto import keyfile
from app.crypto.keyfile import KeyFile, Unlocked
from app.crypto.slots import DamagedKeyFile
from app.domain.errors import UserError
from app.vault.files import sync_folder, write_atomically

KEYS, NEXT, PREVIOUS, POINTER = "vault.key", "vault.key.new", "vault.key.1", "CURRENT"
# In the folder of a generation beside which no other may stay: its records are under a new key.
ALONE = "alone"
_UNFINISHED = ".partial"


def generation_folder(path: Path, generation: int) -> Path:
    """Where the records of one generation lie."""
    return path / f"gen-{generation:04d}"


def next_generation(path: Path, generation: int) -> int:
    """The number after `generation`, the one in use, and after every folder that is there."""
    taken = [int(folder.name.removeprefix("gen-")) for folder in path.glob("gen-????")]
    return max(generation, *taken) + 1


def draft_folder(path: Path, generation: int) -> Path:
    """A fresh folder in which a generation is made ready; raises `OSError`."""
    draft = generation_folder(path, generation).with_suffix(_UNFINISHED)
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    return draft


def pointer_agrees(path: Path, generation: int) -> bool:
    """Whether `CURRENT` names `generation`, or one before it.

    One before: the program died after the key file was replaced and before the pointer was.
    """
    try:
        pointer = (path / POINTER).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return False
    return pointer in {generation_folder(path, one).name for one in range(1, generation + 1)}


def settle(path: Path, generation: int) -> None:
    """After `generation` was opened well: let the pointer follow, and sweep what a crash left. Raises `OSError`.

    A folder of a later generation is taken away only where an unfinished key file proves that it never came into use:
    somebody may have put an old key file back, and then it holds the newest records.
    """
    name = generation_folder(path, generation).name
    if (path / POINTER).read_bytes() != f"{name}\n".encode():
        write_atomically(path / POINTER, f"{name}\n".encode())
    for draft in path.glob(f"gen-*{_UNFINISHED}"):
        shutil.rmtree(draft)
    for left in (*path.glob(".*.tmp"), *(path / name).glob(".*.tmp"), *path.glob("backups/.*")):
        _remove(left)
    if (path / NEXT).exists():
        staged = _generation_of(path / NEXT)
        if staged is not None and staged > generation:
            shutil.rmtree(generation_folder(path, staged), ignore_errors=True)
        (path / NEXT).unlink()
    if (path / name / ALONE).exists():
        _leave_alone(path, generation)


def replace_key_file(path: Path, fresh: KeyFile, keys: Unlocked, *, withdraws: bool = False) -> None:
    """Put `fresh` in the place of `vault.key`, read back and opened first; the one before stays as `vault.key.1`.

    Where `fresh` `withdraws` a way in, the one before would still let through it: `vault.key.1` becomes a spare of
    `fresh` then. Raises what `stage_key_file` raises.
    """
    stage_key_file(path, fresh, keys)
    put_key_file(path)
    if withdraws:
        _spare(path, fresh)


def _spare(path: Path, fresh: KeyFile) -> None:
    """Let `vault.key.1` equal the key file in use; where it cannot be written, none is better than the old one."""
    if keyfile.parse((path / KEYS).read_bytes()) != fresh:
        raise DamagedKeyFile
    try:
        write_atomically(path / PREVIOUS, fresh.to_bytes())
    except OSError:
        (path / PREVIOUS).unlink()
        sync_folder(path)


def stage_key_file(path: Path, fresh: KeyFile, keys: Unlocked) -> None:
    """Write `fresh` beside the key file, read it back and open it with `keys`, its user's; keep a copy of the old one.

    Raises `OSError`, `DamagedKeyFile`; the key file in use is untouched.
    """
    try:
        write_atomically(path / NEXT, fresh.to_bytes())
        again = keyfile.parse((path / NEXT).read_bytes())
        if again != fresh or keyfile.unlock_again(again, keys).data_key != keys.data_key:
            raise DamagedKeyFile
        write_atomically(path / PREVIOUS, (path / KEYS).read_bytes())
    except BaseException:
        (path / NEXT).unlink(missing_ok=True)
        raise


def put_key_file(path: Path) -> None:
    """Let the staged key file take its place: the moment in which a change of keys comes true."""
    (path / NEXT).replace(path / KEYS)
    sync_folder(path)


def _generation_of(path: Path) -> int | None:
    try:
        return keyfile.parse(path.read_bytes()).generation
    except (OSError, UserError):
        return None


def _remove(left: Path) -> None:
    """Take away what was half written; what cannot be is left to the self-check."""
    if left.is_dir():
        shutil.rmtree(left, ignore_errors=True)
    else:
        with suppress(OSError):
            left.unlink()


def _leave_alone(path: Path, generation: int) -> None:
    """Take every other generation away, and the key file that opened it. Unlinked, not overwritten: disks remap."""
    here = generation_folder(path, generation)
    for folder in path.glob("gen-*"):
        if folder != here:
            shutil.rmtree(folder)
    if _generation_of(path / PREVIOUS) != generation:
        (path / PREVIOUS).unlink(missing_ok=True)
    sync_folder(path)
    (here / ALONE).unlink()
