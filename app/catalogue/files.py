"""One YAML file into a validated model; what is wrong is told with file and line."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from app.domain.errors import N_, UserError

M = TypeVar("M", bound=BaseModel)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 12


class CatalogueBroken(UserError):
    """A file of the catalogue cannot be used; nothing of the catalogue is loaded."""

    what = N_("The catalogue file {file} is broken at line {line}: {problem}.")
    todo = N_("Put the original file back, or correct that line, and start again.")


def load(path: Path, model: type[M]) -> M:
    """Read `path` as YAML 1.1 and validate it; raises `CatalogueBroken`."""
    return parse(path.name, path.read_text("utf-8"), model)


def parse(name: str, text: str, model: type[M]) -> M:
    """Read the `text` of the file `name` and validate it; raises `CatalogueBroken`."""
    try:
        data = yaml.load(text, _Loader)  # noqa: S506 - CSafeLoader is the safe loader in C
        return model.model_validate(data)
    except yaml.reader.ReaderError as error:
        raise CatalogueBroken(file=name, line=1, problem="unreadable characters") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CatalogueBroken(file=name, line=line, problem=error.problem) from error
    except ValidationError as error:
        first = error.errors()[0]
        line = line_of(text, first["loc"])
        where = ".".join(str(part) for part in first["loc"])
        raise CatalogueBroken(file=name, line=line, problem=f"{where}: {first['msg']}") from error


def plain(name: str, text: str) -> None:
    """Raise `CatalogueBroken` for YAML that is more than plain data: references, tags, a key twice, depths.

    Asked of files that came from elsewhere, before anything is built of them: a few lines with references to each
    other would fill all memory.
    """
    open_: list[_Opened] = []
    try:
        for event in yaml.parse(text, _Loader):
            problem = _strange(event, open_)
            if problem:
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise CatalogueBroken(file=name, line=line, problem=problem)
    except yaml.reader.ReaderError as error:
        raise CatalogueBroken(file=name, line=1, problem="unreadable characters") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CatalogueBroken(file=name, line=line, problem=error.problem) from error


class _Opened:
    """A mapping or list that is being read: the keys it has so far, None for a list; whether a key comes next."""

    def __init__(self, *, mapping: bool) -> None:
        self.keys: set[str] | None = set() if mapping else None
        self.wants_key = mapping

    def takes(self, event: yaml.Event) -> str:
        """Count one more part; what is wrong with it, empty for nothing."""
        if self.keys is None:
            return ""
        if not self.wants_key:
            self.wants_key = True
            return ""
        self.wants_key = False
        key = getattr(event, "value", None)
        if not isinstance(key, str):
            return "a key that is no word"
        if key in self.keys:
            return f"the key {key} twice"
        self.keys.add(key)
        return ""


def _strange(event: yaml.Event, open_: list[_Opened]) -> str:
    if isinstance(event, yaml.CollectionEndEvent):
        open_.pop()
        return ""
    if not isinstance(event, yaml.NodeEvent):
        return ""
    if event.anchor or getattr(event, "tag", None):
        return "an anchor, a reference or a tag, which are not allowed here"
    problem = open_[-1].takes(event) if open_ else ""
    if isinstance(event, yaml.CollectionStartEvent):
        open_.append(_Opened(mapping=isinstance(event, yaml.MappingStartEvent)))
        if len(open_) > _DEEPEST:
            return "too many levels"
    return problem


def line_of(text: str, place: Sequence[str | int]) -> int:
    """The line, from 1, at which the value at `place` stands, or its nearest ancestor that exists."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    for part in place:
        match node:
            case yaml.MappingNode():
                found = next((value for key, value in node.value if key.value == str(part)), None)
            case yaml.SequenceNode() if isinstance(part, int) and part < len(node.value):
                found = node.value[part]
            case _:
                found = None
        if found is None:
            break
        node = found
    return node.start_mark.line + 1 if node else 1
