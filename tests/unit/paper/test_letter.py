import re

import pytest

from app.domain.sex import Sex
from app.i18n import Words
from app.paper.hotlines import hotlines
from app.paper.letter import BrokenLetter, letter, read_letter


@pytest.mark.parametrize(
    "broken",
    [
        "a: {uk: 'так'}",
        "a: {uk: 'так', en: ''}",
        "a: {uk: 'так {day}', en: 'yes'}",
        "a: {uk: 'так {day!r:>10}', en: 'yes {day!r:>10}'}",
        "a: {uk: 'так {0}', en: 'yes {0}'}",
        "a: {uk: '{day.year}', en: '{day.year}'}",
        "a: {uk: '[він|вона', en: 'he'}",
        "a: {uk: '{day', en: '{day'}",
        "a: так",
        "- так",
        "a: {uk: 'так'\nb",
    ],
)
def test_a_broken_letter_is_refused_whole(tmp_path, broken):
    path = tmp_path / "paper.yaml"
    path.write_text("fine: {uk: 'так', en: 'yes'}\n" + broken, "utf-8")
    with pytest.raises(BrokenLetter) as refused:
        read_letter(path)
    assert "paper.yaml" in Words("uk").explain(refused.value)


def test_a_syntax_error_names_its_line(tmp_path):
    path = tmp_path / "paper.yaml"
    path.write_text("a: {uk: 'так', en: 'yes'}\nb: {uk: 'так'\nc: [", "utf-8")
    with pytest.raises(BrokenLetter) as refused:
        read_letter(path)
    assert str(refused.value.facts["where"]).startswith("line ")


def test_words_choose_by_sex_and_facts_are_never_read_as_words(tmp_path):
    path = tmp_path / "paper.yaml"
    path.write_text("a: {uk: '{name} [повернувся|повернулася]', en: '{name} [he|she]'}", "utf-8")
    said = read_letter(path)
    assert said.say("a", "uk", sex=Sex.F, name="Ірина") == "Ірина повернулася"
    assert said.say("a", "uk", sex=None, name="[x|y] {name}") == "[x|y] {name} повернувся"
    assert said.say("a", "en", sex=Sex.F, name="Iryna") == "Iryna she"


def test_the_familys_words_frighten_nobody():
    texts = letter("family_paper").texts
    for key, words in texts.items():
        told = re.sub(r"\{\w+\}", "", " ".join(words.values()).lower())
        for never in ("нових відомостей", "реінтеграц", "втрата", "прижиттєв", "загибл", "бенефіціар", "грн", "uah"):
            assert never not in told, key
        dead = any(part in key for part in ("DECEASED", "DIED", "DECLARED", "BODY", "dead", "identifying"))
        for hard in ("загин", "помер", "смерт", "тіл", "днк", "death", "body", "died"):
            assert dead or hard not in told.replace("nobody", ""), key


def test_every_hotline_has_both_names_and_a_number():
    lines = hotlines()
    assert {"1648", "1698", "7333"} <= {number.split(",")[0] for number in (line.number for line in lines)}
    assert all(line.name.uk and line.name.en and line.number for line in lines)
    assert {line.code for line in lines if not line.fates} == {"VIOLENCE", "LA_STRADA"}
