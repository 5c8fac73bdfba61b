"""A rank as the papers write it is known in both languages; what nobody knows stays as written."""

import pytest

from app.catalogue.load import ukraine
from app.domain.text import Text

RANKS = ukraine().ranks


@pytest.mark.parametrize(
    ("written", "uk", "en"),
    [
        ("солдат", "солдат", "Soldier (Private)"),
        ("Старший  СОЛДАТ", "старший солдат", "Senior Soldier"),
        ("старшина 2 статті", "старшина 2 статті", "Petty Officer 2nd Class"),
        ("старшина", "старшина", "Sergeant Major"),
        ("капітан 3 рангу", "капітан 3 рангу", "Captain 3rd Rank"),
        ("капітан медичної служби", "капітан медичної служби", "Captain of the Medical Service"),
        ("Major of Justice (retired)", "майор юстиції у відставці", "Major of Justice (retired)"),
        ("cтарший солдат", "старший солдат", "Senior Soldier"),
        ("генерал армії України", "генерал армії України", "General of the Army of Ukraine"),
        ("майор поліції", "майор поліції", "майор поліції"),
        ("отаман", "отаман", "отаман"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_rank_is_said_in_both_languages(written, uk, en) -> None:
    assert RANKS.named(written) == Text(uk, en)


def test_every_rank_says_the_same_of_either_of_its_names() -> None:
    assert len(RANKS.known) > 45
    for rank in RANKS.known:
        assert RANKS.named(rank.name.uk) == rank.name
        assert RANKS.named(rank.name.en).en == rank.name.en
        assert RANKS.named(RANKS.named(rank.name.en).uk) == rank.name


def test_the_code_of_nato_goes_with_the_rank() -> None:
    known = {text: RANKS.of(text) for text in ("матрос", "полковник юстиції", "прапорщик", "майор поліції")}
    codes = [rank.nato if rank else None for rank in known.values()]
    assert codes == ["OR-2", "OF-5", "", None]


def test_branches_have_their_codes() -> None:
    catalogue = ukraine()
    assert catalogue.services["NGU"].name == Text("Національна гвардія України", "National Guard")
    assert catalogue.terms_of_service["conscript"].name.uk == "строкова служба"
