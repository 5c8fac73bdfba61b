"""Synthetic caseloads: the same for a seed, by the rules of reference 9.3, and nobody's."""

from collections import Counter
from datetime import date
from itertools import islice, pairwise
from pathlib import Path

import pytest
import yaml

from app.domain import tax_number
from app.domain.fate import Fate
from app.training.generator import synthetic_cases
from app.training.histories import MIX
from app.training.synthetic import SyntheticCase

TODAY = date(2026, 11, 23)
CATALOGUE = Path(__file__).parents[3] / "resources" / "catalogue" / "ua"


@pytest.fixture(scope="module")
def caseload() -> list[SyntheticCase]:
    return list(synthetic_cases(6_000, 7, TODAY))


def test_a_seed_is_a_caseload(caseload: list[SyntheticCase]) -> None:
    assert list(synthetic_cases(300, 7, TODAY)) == caseload[:300]
    assert list(synthetic_cases(300, 8, TODAY)) != caseload[:300]


def test_the_stream_is_the_same_on_every_machine() -> None:
    case = next(synthetic_cases(1, 1, TODAY))
    assert (case.surname, case.given, case.patronymic) == ("Юрченко", "Євген", "Ігорович")
    assert (case.born, case.event_date) == (date(1991, 9, 9), date(2025, 3, 30))
    assert (case.rnokpp, case.fate) == ("5000000012", Fate.MISSING)


def test_cases_come_one_at_a_time() -> None:
    assert len(list(islice(synthetic_cases(10**9, 1, TODAY), 3))) == 3


def test_the_mix_of_fates(caseload: list[SyntheticCase]) -> None:
    counted = Counter(case.fate for case in caseload)
    for fate, share in MIX:
        assert abs(counted[fate] / len(caseload) * 100 - share) < 1.5 + share * 0.05, fate
        assert counted[fate], fate


def test_every_history_is_a_legal_path_in_time(caseload: list[SyntheticCase]) -> None:
    table = yaml.safe_load((CATALOGUE / "transitions.yaml").read_text(encoding="utf-8"))
    allowed = {(entry["from"], entry["to"]) for entry in table["transitions"]}
    for case in caseload:
        assert case.history[0].fate in table["initial"]
        assert case.history[0].day == case.event_date
        assert case.history[-1].day <= TODAY
        for before, after in pairwise(case.history):
            assert (before.fate, after.fate) in allowed
            assert before.day <= after.day, case.history


def test_nobody_has_these_numbers(caseload: list[SyntheticCase]) -> None:
    assert len({case.rnokpp for case in caseload}) == len(caseload)
    for case in caseload:
        assert int(case.rnokpp[:5]) >= 50_000
        assert tax_number.check(case.rnokpp).sex == ("F" if case.female else "M")
        assert case.unit in {f"А00{number:02}" for number in range(100)}
        for relative in case.relatives:
            assert relative.phone is None or (relative.phone.startswith("+38000") and len(relative.phone) == 13)


def test_numbers_of_birth_only_when_asked(caseload: list[SyntheticCase]) -> None:
    for case in synthetic_cases(200, 7, TODAY, born_numbers=True):
        assert tax_number.check(case.rnokpp).born == case.born


def test_families(caseload: list[SyntheticCase]) -> None:
    sizes = [len(case.relatives) for case in caseload]
    assert 1 <= min(sizes) <= max(sizes) <= 9
    assert 2.5 < sum(sizes) / len(sizes) < 3.6
    assert all(case.relatives[0].phone for case in caseload)


def test_persons(caseload: list[SyntheticCase]) -> None:
    share = Counter[str]()
    for case in caseload:
        share["women"] += case.female
        share["apostrophe"] += "’" in case.surname
        share["previous"] += case.previous_surname is not None
        share["passport"] += case.latin_from_passport
        age = (case.event_date - case.born).days / 365.25
        assert 19 <= age <= 61
        assert case.patronymic.endswith("вна" if case.female else "ч")
    expected = {"women": 0.03, "apostrophe": 0.06, "previous": 0.04, "passport": 0.08}
    assert all(abs(share[key] / len(caseload) - want) < 0.015 for key, want in expected.items())


def test_the_log_ends_by_today_and_in_order(caseload: list[SyntheticCase]) -> None:
    for case in caseload:
        days = [contact.day for contact in case.contacts]
        assert days == sorted(days)
        assert not days or (case.event_date <= days[0] and days[-1] <= TODAY)
    assert any(len(case.contacts) >= 3 for case in caseload)


def test_no_notice_while_contact_is_only_lost(caseload: list[SyntheticCase]) -> None:
    assert all(case.notice_date is None for case in caseload if case.fate is Fate.NO_CONTACT)
    assert all(case.notice_date is None or case.notice_date <= TODAY for case in caseload)
