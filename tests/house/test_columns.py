"""Gate: every column says how sensitive it is and which field of redaction.yaml decides who may see it."""

import importlib
import pkgutil

import pytest
import yaml
from sqlalchemy import Column, Integer, MetaData, Table

import db.models
from db.models.base import Base
from tests.house.source import ROOT, nothing


def fields() -> set[str]:
    """The fields of the redaction matrix."""
    text = (ROOT / "resources/catalogue/ua/redaction.yaml").read_text(encoding="utf-8")
    return {row["field"] for row in yaml.safe_load(text)["fields"]}


def unclassed(metadata: MetaData, known: set[str]) -> list[str]:
    """Columns without a sensitivity of 1 to 3, or whose field is neither None nor in the matrix."""
    found = []
    for table in metadata.sorted_tables:
        for column in table.columns:
            if column.info.get("sensitivity") not in (1, 2, 3):
                found.append(f"{column}: no sensitivity")
            if "field" not in column.info:
                found.append(f"{column}: no field")
            elif (field := column.info["field"]) is not None and field not in known:
                found.append(f"{column}: unknown field {field}")
    return found


def test_every_column_is_classed():
    for module in pkgutil.walk_packages(db.models.__path__, "db.models."):
        importlib.import_module(module.name)
    assert len(Base.metadata.tables) >= 10, "the scan sees the tables"
    assert nothing(unclassed(Base.metadata, fields()))


def test_the_matrix_is_seen():
    assert "rnokpp" in fields()


@pytest.mark.parametrize(
    ("info", "complaint"),
    [
        ({"field": None}, "no sensitivity"),
        ({"sensitivity": 4, "field": None}, "no sensitivity"),
        ({"sensitivity": 1}, "no field"),
        ({"sensitivity": 1, "field": "shoe_size"}, "unknown field"),
    ],
)
def test_an_unclassed_column_is_caught(info, complaint):
    metadata = MetaData()
    Table("person", metadata, Column("id", Integer, info=info))
    assert [complaint in found for found in unclassed(metadata, {"rnokpp"})] == [True]
