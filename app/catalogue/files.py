"""One YAML file into a validated model; what is wrong is told with file and line."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from app.domain.errors import N_, UserError

M = TypeVar("M", bound=BaseModel)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
