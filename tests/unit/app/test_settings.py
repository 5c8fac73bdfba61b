from pathlib import Path

import pytest

from app.settings import Settings, load, save


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    told = Settings(language="en", theme="dark", font_scale=125, last_vault="/x/y.suprovid")
    save(tmp_path / "deep" / "settings.toml", told)
    assert load(tmp_path / "deep" / "settings.toml") == told


@pytest.mark.parametrize("text", ["", "language = 5", "not toml at all [", 'language = "fr"', "\udcff"])
def test_a_bad_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert load(path) == Settings()


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings()


def test_keys_of_a_later_version_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('from_the_future = "x"\n', "utf-8")
    save(path, Settings(language="en"))
    assert 'from_the_future = "x"' in path.read_text("utf-8")
    assert load(path).language == "en"
