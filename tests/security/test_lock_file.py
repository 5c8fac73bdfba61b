"""A library that is not the one in the lock is not installed: pip is asked as `dev.py` asks it."""

import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """The smallest library that can be installed."""
    path = tmp_path / "wheels" / "smallest-1-py3-none-any.whl"
    path.parent.mkdir()
    facts = "smallest-1.dist-info"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("smallest.py", "")
        file.writestr(f"{facts}/METADATA", "Metadata-Version: 2.1\nName: smallest\nVersion: 1\n")
        file.writestr(f"{facts}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr(f"{facts}/RECORD", f"smallest.py,,\n{facts}/METADATA,,\n{facts}/WHEEL,,\n{facts}/RECORD,,\n")
    return path


def installed(wheel: Path, hashes: str) -> bool:
    """Whether pip puts the library there with this in the lock."""
    lock, target = wheel.parent.parent / "lock.txt", wheel.parent.parent / "there"
    lock.write_text(f"smallest==1{hashes}\n", "utf-8")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--find-links", str(wheel.parent),
               "--target", str(target), "--require-hashes", "--requirement", str(lock)]  # fmt: skip
    subprocess.run(command, capture_output=True, check=False)
    return (target / "smallest.py").is_file()


def test_a_library_with_its_hash_is_installed(wheel: Path):
    assert installed(wheel, f" --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}")


@pytest.mark.parametrize("hashes", ["", " --hash=sha256:" + "0" * 64])
def test_without_its_hash_or_with_another_it_is_not(wheel: Path, hashes: str):
    assert not installed(wheel, hashes)


def test_every_library_of_ours_has_its_hash():
    entries = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ").splitlines()
    pinned = [line for line in entries if "==" in line and not line.lstrip().startswith("#")]
    assert len(pinned) > 20
    assert [line for line in pinned if "--hash=sha256:" not in line] == []


def test_dev_py_installs_from_the_lock_by_hash_alone():
    text = (ROOT / "dev.py").read_text("utf-8")
    assert text.count('"--requirement"') == text.count('"--require-hashes"') == 2
