"""Gate: every refusal says what happened and what to do, in words that stand in the catalogue."""

import importlib
import pkgutil

import app
import db
import ui
from app.domain.errors import N_, UserError
from tests.house.po import Id, said, ukrainian
from tests.house.source import LAYERS, ROOT, nothing, sources


def everything(kind: type) -> set[type]:
    """All descendants of a class."""
    return {found for child in kind.__subclasses__() for found in {child, *everything(child)}}


def speechless(kind: type[UserError], known: set[str]) -> list[str]:
    """Which of the two sentences the refusal lacks."""
    return [
        f"{kind.__module__}.{kind.__qualname__}.{part}"
        for part in ("what", "todo")
        if getattr(kind, part, "") not in known
    ]


def test_every_refusal_has_its_words():
    for package in (app, db, ui):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    ours = [kind for kind in everything(UserError) if kind.__module__.split(".")[0] in LAYERS]
    assert len(ours) > 5, "the scan sees the refusals"
    known = {key.text for key in ukrainian(ROOT).answers}
    named = {key.text for text in sources(*LAYERS).values() for key in said(text)}
    last = [kind for kind in ours if not kind.__subclasses__()]
    assert nothing(found for kind in last for found in speechless(kind, known & named))


def test_a_speechless_refusal_is_caught():
    class WrongFile(UserError):
        what = N_("{name} is not a workbook.")

    assert len(speechless(WrongFile, {WrongFile.what})) == 1
    assert len(speechless(WrongFile, set())) == 2


def test_words_outside_the_mark_are_not_seen():
    assert said('class A(UserError):\n    what = N_("Marked.")\n    todo = "Unmarked."\n') == {Id("Marked.")}
