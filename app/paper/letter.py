"""The editable words of a paper: resources/letters/*.yaml, checked whole before one line is printed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter

import yaml

from app.domain.errors import N_, UserError
from app.domain.sex import Sex
from app.i18n import LANGUAGES
from app.paths import resource

_EITHER = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")


class BrokenLetter(UserError):
    """A text file of a paper cannot be used; nothing of it is."""

    what = N_("The paper's words in {file} have a mistake: {where}.")
    todo = N_("Correct the file, or put the original back.")


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of one paper, by key and language."""

    texts: Mapping[str, Mapping[str, str]]

    def has(self, key: str) -> bool:
        """Whether there are words for `key`."""
        return key in self.texts

    def say(self, key: str, language: str, /, *, sex: Sex | None = None, **facts: str) -> str:
        """The words of `key` in `language`, ``{facts}`` filled in, ``[he|she]`` chosen by `sex` (unknown: he)."""
        chosen = _EITHER.sub(r"\2" if sex is Sex.F else r"\1", self.texts[key][language])
        return chosen.format(**facts)


@lru_cache
def letter(name: str) -> Letter:
    """The words of the paper `name`, from ``resources/letters/<name>.yaml``; BrokenLetter if they are faulty."""
    return read_letter(resource(f"letters/{name}.yaml"))


def read_letter(path: Path) -> Letter:
    """Read and check a file of words: each key in every language, with the same ``{facts}`` in all of them."""
    try:
        told = yaml.safe_load(path.read_text("utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise BrokenLetter(file=path.name, where=f"line {line}") from error
    if not isinstance(told, dict):
        raise BrokenLetter(file=path.name, where="no texts")
    for key, words in told.items():
        if not _complete(words):
            raise BrokenLetter(file=path.name, where=str(key))
    return Letter(told)


def _complete(words: object) -> bool:
    if not isinstance(words, dict) or set(words) != set(LANGUAGES):
        return False
    if not all(isinstance(text, str) and text.strip() for text in words.values()):
        return False
    try:
        facts = [_facts(text) for text in words.values()]
    except ValueError:
        return False
    return all(found == facts[0] for found in facts)


def _facts(text: str) -> frozenset[str]:
    """The names in braces; ValueError for anything but plain names, or for brackets that do not close."""
    bare = _EITHER.sub(lambda either: either[1] + either[2], text)
    if "[" in bare or "]" in bare:
        raise ValueError
    named = [(name, form, turn) for _, name, form, turn in Formatter().parse(bare) if name is not None]
    if not all(name.isidentifier() and not form and not turn for name, form, turn in named):
        raise ValueError
    return frozenset(name for name, _, _ in named)
