"""A correction of the columns by hand, as a file: JSON, {"heading in the sheet": "field"}."""

import json
from pathlib import Path

from app.spreadsheets.faults import BadMapFile, FileUnreadable


def read_map_file(path: Path) -> dict[str, str | None]:
    """Fields by heading; null or "" means that the column is not taken. Raises `BadMapFile`."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise FileUnreadable(name=path.name) from error
    except ValueError as error:
        raise BadMapFile(name=path.name) from error
    if not isinstance(entries, dict) or not all(field is None or isinstance(field, str) for field in entries.values()):
        raise BadMapFile(name=path.name)
    return entries
