import shutil
from pathlib import Path

import pytest

from app.catalogue.files import CatalogueBroken
from app.catalogue.load import read, ukraine
from app.domain.fate import ALL_DEAD, Fate
from app.domain.step import Track
from app.paths import resource


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("catalogue/ua"), tmp_path / "ua"))


def broken(folder: Path, file: str, old: str, new: str) -> CatalogueBroken:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(CatalogueBroken) as caught:
        read(folder)
    return caught.value


def test_the_shipped_catalogue_is_whole() -> None:
    catalogue = ukraine()
    assert len(catalogue.steps) == 139
    assert set(catalogue.statuses) == set(Fate)
    assert {step.track for step in catalogue.steps.values()} == set(Track)


def test_every_bundle_says_when_it_comes() -> None:
    bundles = {bundle.key: bundle for bundle in ukraine().bundles}
    assert all(bundle.fates or bundle.event for bundle in bundles.values())
    assert bundles["DEAD"].fates == ALL_DEAD - {Fate.DECLARED_DEAD_COURT}
    assert bundles["MISSING_AFTER_EXTRACT"].event == "STEP_DONE(LEG-07)"
    assert bundles["AFTER_LEAVE_STARTS"].event == "LEAVE_STARTED"
    assert bundles["DEATH_REVERSED"].event == "DEATH_REVERSED"


def test_no_hard_news_has_words_for_a_family_that_was_not_told() -> None:
    statuses = ukraine().statuses
    assert all(statuses[fate].family is None for fate in (*ALL_DEAD, Fate.BODY_UNIDENTIFIED))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("steps.yaml", "{id: LEG-07, track: legal", "{id: LEG-07, track: leagl"),
        ("steps.yaml", "{id: LEG-07, track: legal,", "{id: LEG-07, track: legal, colour: red,"),
        ("steps.yaml", "{id: LEG-07, track: legal", "{id: LEG-07, track: [legal"),
        ("bundles.yaml", "MISSING: {when: {fates: [MISSING]}", "MISSING: {when: {fates: [MISING]}"),
        ("statuses.yaml", "code: RETURNED", "code: RETURND"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(copy: Path, file: str, old: str, new: str) -> None:
    line = next(n for n, text in enumerate((copy / file).read_text("utf-8").splitlines(), 1) if old in text)
    error = broken(copy, file, old, new)
    assert error.facts["file"] == file
    assert error.facts["line"] == line


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("steps.yaml", "body: REG, trigger: POLICE_REPORTED", "body: NOWHERE, trigger: POLICE_REPORTED", "NOWHERE"),
        ("steps.yaml", "produces: [D-REG], outcome: \"extract no", "produces: [D-NO], outcome: \"extract no", "D-NO"),
        ("steps.yaml", "trigger: STEP_DONE(LEG-09)", "trigger: STEP_DONE(LEG-99)", "LEG-99"),
        ("bundles.yaml", "steps: [LEG-57]", "steps: [LEG-98]", "LEG-98"),
        ("steps.yaml", "from: STEP_DONE(LEG-07), qty: 6", "from: STEP_DONE(LEG-08), qty: 6", "LEG-08"),
    ],
)
def test_a_reference_that_leads_nowhere_is_refused(copy: Path, file: str, old: str, new: str, told: str) -> None:
    error = broken(copy, file, old, new)
    assert told in str(error.facts["problem"])
    line = int(str(error.facts["line"]))
    assert told in (copy / file).read_text("utf-8").splitlines()[line - 1]
