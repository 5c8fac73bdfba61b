"""The scan sees the code: a gate that looked at nothing would pass for ever."""

from tests.house.source import LAYERS, imported, project_files, sources


def test_every_layer_is_seen():
    seen = sources(*LAYERS)
    assert {"app/i18n.py", "db/models/base.py", "ui/__init__.py"} <= set(seen)
    assert all(any(name.startswith(f"{layer}/") for name in seen) for layer in LAYERS)


def test_the_clone_is_seen():
    assert {"pyproject.toml", "requirements.lock", "dev.py"} <= set(project_files())


def test_lazy_imports_are_seen():
    text = "def f():\n    from os import path\n    import a.b\n"
    assert list(imported(text)) == [(2, "os"), (2, "os.path"), (3, "a.b")]
