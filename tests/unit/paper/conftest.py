"""A case made from the real catalogue, with nobody real in it."""

from datetime import date
from io import BytesIO

import pytest
import yaml
from pypdf import PdfReader

from app.domain.deadline import Kind
from app.domain.fate import Fate, expand
from app.domain.redaction import RedactionMatrix
from app.domain.sex import Sex
from app.domain.step import StepState, Track
from app.domain.text import Text
from app.paper.family_facts import default_recipient, family_facts
from app.paper.family_paper import build
from app.paper.family_record import (
    Bring,
    FamilyRecord,
    FateEvent,
    Office,
    Relative,
    Servicemember,
    StepRow,
    Told,
)
from app.paper.hotlines import hotlines
from app.paths import resource

TODAY = date(2026, 11, 20)


def _rows(name):
    return yaml.safe_load(resource(f"catalogue/ua/{name}.yaml").read_text("utf-8"))


def _text(row):
    uk, en = row.get("family_uk") or row.get("uk"), row.get("family_en") or row.get("en")
    return Text(uk or row["name_uk"], en or row["name_en"])


@pytest.fixture(scope="session")
def matrix():
    return RedactionMatrix(_rows("redaction")["fields"])


@pytest.fixture(scope="session")
def step():
    """`step("LEG-01", state=…, due=…)`: a row of the real catalogue."""
    steps = {row["id"]: row for row in _rows("steps")["steps"]}
    papers = {row["code"]: row for row in _rows("documents")["documents"]}
    bodies = {row["code"]: row for row in _rows("bodies")["bodies"]}

    def make(id_, state=StepState.OPEN, **more):
        row = steps[id_]
        return StepRow(
            **{
                "id": id_,
                "track": Track(row["track"]),
                "title": _text(row),
                "prints": row["print"],
                "sensitivity": row["sens"],
                "applies_to": expand(row["applies_to"]),
                "state": StepState(state),
                "kind": Kind(row["due"]["kind"]),
                "body": _text(bodies[row["body"]]),
                "body_code": row["body"],
                "documents": tuple(Bring(code, _text(papers[code])) for code in row["docs"]),
                **more,
            }
        )

    make.ids = tuple(steps)
    return make


@pytest.fixture(scope="session")
def paper_of():
    papers = {row["code"]: row for row in _rows("documents")["documents"]}
    return lambda code: _text(papers[code])


@pytest.fixture(scope="session")
def case(step):
    """`case(Fate.MISSING, …)`: Ivan's case, his wife Olena the primary contact, his mother Mariia another."""

    def make(fate, *, told=True, steps=None, **more):
        wife = Relative(
            uid="wife",
            given="Олена",
            surname="Петренко",
            vocative="Пані Олено",
            relation="spouse",
            authorised=True,
            primary=True,
            told=(Told(fate, date(2026, 6, 16)),) if told else (),
            call_by=date(2026, 12, 5),
        )
        mother = Relative(uid="mother", given="Марія", surname="Гончар", relation="parent", authorised=True)
        record = {
            "number": "К-2026-000001",
            "person": Servicemember("Іван", "Петренко", vocative="Пане Іване", sex=Sex.M, call_by=date(2026, 12, 5)),
            "fates": (FateEvent(fate, "D-NOTICE" if fate is Fate.MISSING else "", date(2026, 6, 15)),),
            "office": Office(
                Text("Офіс супроводу «Поруч»", "Support office “Poruch”"),
                Text("вул. Прикладна, 1, м. Прилуки", "vul. Prykladna, 1, m. Pryluky"),
                ("+380 00 111 22 33",),
            ),
            "relatives": (wife, mother),
            "steps": steps if steps is not None else some_steps(fate),
            "caseworker": "Оксана Коваль",
        }
        return FamilyRecord(**{**record, **more})

    def some_steps(fate):
        bundle = [one for one in map(step, step.ids) if fate in one.applies_to and one.prints != "never"]
        made = []
        for place, one in enumerate(bundle):
            if place % 4 == 0:
                made.append(step(one.id, "done", since=date(2026, 6, 18)))
            elif place % 7 == 5:
                made.append(step(one.id, "to_check"))
            elif place % 5 == 3:
                made.append(step(one.id, "waiting", since=date(2026, 11, 6), due=date(2026, 11, 23)))
            else:
                made.append(step(one.id, due=date(2026, 11, 10 + place % 20)))
        return tuple(made)

    return make


@pytest.fixture(scope="session")
def facts(matrix):
    """`facts(record, recipient)`: the paper's data, for the recipient the program would choose if none is named."""
    return lambda record, recipient=None: family_facts(
        record, recipient or default_recipient(record), matrix, hotlines(), TODAY
    )


@pytest.fixture(scope="session")
def printed(facts):
    """`printed(record, …)`: the text of the PDF, pages joined, white space folded."""

    def make(record, recipient=None, languages=("uk",), **options):
        return text_of(build(facts(record, recipient), languages, **options))

    return make


def text_of(pdf):
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture(scope="session")
def read():
    return text_of
