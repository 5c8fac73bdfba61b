"""What the code says and what the Ukrainian catalogue answers, as plain values that a gate can compare."""

import ast
import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.pofile import read_po

from tests.house.source import called, nodes

ENTRY = re.compile(r'^((?:msgctxt .*\n(?:".*\n)*)?msgid .*\n(?:".*\n)*)', re.MULTILINE)
MARKS = {"_", "N_", "words", "_words"}


@dataclass(frozen=True, slots=True, order=True)
class Id:
    """One message id: ``_("…")``, ``_.count("…", "…", n)`` or ``_.context("where", "…")``."""

    text: str
    many: str = ""
    where: str = ""


def said(text: str) -> set[Id]:
    """The message ids in one file's text."""
    found = set()
    for node in nodes(text):
        match called(node), strings(node):
            case mark, [first, *_] if mark in MARKS:
                found.add(Id(first))
            case "count", [one, many, *_]:
                found.add(Id(one, many=many))
            case "context", [where, word, *_]:
                found.add(Id(word, where=where))
    return found


def strings(node: ast.AST) -> list[str]:
    """The literal strings with which a call's arguments begin."""
    found = []
    for argument in node.args if isinstance(node, ast.Call) else ():
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            break
        found.append(argument.value)
    return found


def glued(name: str, text: str) -> list[str]:
    """Messages built at run time (an f-string, ``+``, ``%``): no catalogue can ever answer those."""
    return [
        f"{name}:{node.lineno} {ast.unparse(node)}"
        for node in nodes(text)
        if called(node) in MARKS
        and isinstance(node, ast.Call)
        and node.args
        and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    ]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A .po file: its answers by id, and the ids that stand there twice, are fuzzy or are obsolete."""

    answers: dict[Id, tuple[str, ...]]
    twice: tuple[str, ...]
    fuzzy: tuple[str, ...]
    obsolete: int


def catalogue(content: bytes) -> Catalogue:
    """Read a .po file. Babel keeps the last of two equal ids silently: those are counted on the raw text."""
    answers, fuzzy = {}, []
    for message in read_po(BytesIO(content), locale="uk"):
        if not message.id:
            continue
        one, many = (message.id, "") if isinstance(message.id, str) else message.id
        told = (message.string,) if isinstance(message.string, str) else tuple(message.string)
        answers[Id(one, many=many, where=message.context or "")] = told
        if message.fuzzy:
            fuzzy.append(one)
    text = content.decode()
    keys = [unquoted(key) for key in ENTRY.findall(text)]
    twice = tuple(sorted({key for key in keys if keys.count(key) > 1}))
    return Catalogue(answers, twice, tuple(fuzzy), len(re.findall(r"^#~", text, re.M)))


def unquoted(entry: str) -> str:
    """Context and id of an entry, joined from its quoted lines."""
    return "".join(ast.literal_eval(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', entry))


def placeholders(text: str) -> set[str]:
    """The names in ``{braces}``."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def ukrainian(root: Path) -> Catalogue:
    """The program's Ukrainian catalogue."""
    return catalogue((root / "resources/i18n/uk/LC_MESSAGES/suprovid.po").read_bytes())
