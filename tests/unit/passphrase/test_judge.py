"""The judgement of a person's own phrase: what must fail, what must pass, what it says, and that it never breaks."""

import random
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.crypto import kdf
from app.domain.text import Text
from app.i18n import Words
from app.passphrase import judge as judging
from app.passphrase import wording
from app.passphrase.generate import generate
from app.passphrase.judge import ENOUGH, READ, Verdict, WeakPassphrase, demand, judge
from app.passphrase.words import LANGUAGES, words

SECONDS = 0.05


@pytest.mark.parametrize(
    "phrase",
    ["Слава Україні", "слава україні!", "СлаваУкраїні", "Героям слава 2024", "Слава Україні! Героям слава!",
     "Slava Ukraini", "Slava Ukraini 2024!", "Ckfdf Erhf]ys", "с л а в а у к р а ї н і", "сл@ва укр4їні",
     "Cлaвa Укpaїнi", "Glory to Ukraine!"],
)  # fmt: skip
def test_the_slogan_fails_however_it_is_typed(phrase):
    assert judge(phrase).reason == wording.FAMOUS


@pytest.mark.parametrize(
    "phrase",
    ["Реве та стогне Дніпр широкий, сердитий вітер завива", "Садок вишневий коло хати", "Ще не вмерла України",
     "тихіше їдеш — далі будеш", "отче наш, що єси на небесах", "to be or not to be, that is the question",
     "correct horse battery staple", "правильний кінь батарея скоба"],
)  # fmt: skip
def test_a_famous_line_fails(phrase):
    assert judge(phrase).reason == wording.FAMOUS


@pytest.mark.parametrize(
    "phrase",
    ["пароль1234567", "Пароль12345!", "йцукенгшщзхї", "фівапролджє123", "qwertyuiop123", "password1234",
     "Тарас Шевченко 1814", "Олена Коваленко 12.05.1996", "Олексій і Наталка 2016", "Київ Львів Одеса Харків",
     "понеділок вівторок", "лютий 24 2022", "мама тато бабуся дідусь", "я дуже люблю свою родину",
     "моєю матусею Наталею", "Координаційний штаб Київ", "абвгґдеєжзиіїйклмн", "123456789012345",
     "любимая жена Наташа", "1q2w3e4r5t6y", "my cat likes warm milk"],
)  # fmt: skip
def test_common_words_names_dates_and_keys_fail(phrase):
    verdict = judge(phrase)
    assert not verdict.ok
    assert verdict.guesses_log10 < 14


@pytest.mark.parametrize(
    "phrase",
    ["gfhjkm cnhfyf 1991", "kohana Natalka 1991", "Наталка зфііцщкв 1991", "coнцe coнeчкo 2020", "пар0ль пар0ль1",
     "к о х а н а м а м а с е р г і й", "qwe rty uio pas dfg hjk", "абвгґдеєжзиіїйклмн", "їієєґгвба абвгґдеєж"],
)  # fmt: skip
def test_disguises_and_rows_hardly_help(phrase):
    assert judge(phrase).guesses_log10 < 8.5


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("пароль12345", wording.SHORT),
        ("", wording.SHORT),
        ("           я          ", wording.SHORT),
        ("a" * 1_025, wording.LONG),
        ("\ufdfa" * 1_000, wording.LONG),
        ("сім рядків\n без кінця", wording.UNTYPABLE),
        ("сім рядків \ud800 без кінця", wording.UNTYPABLE),
        ("cкxcfnf vfvf nfnj", wording.DISGUISED),
        ("їжачок їжачок їжачок їжачок їжачок", wording.REPEATED),
        ("мама тато хліб вода", wording.COMMON),
        ("барометр кульгає потихеньку", wording.FEW),
    ],
)
def test_the_reason_is_said(phrase, reason):
    verdict = judge(phrase)
    assert (verdict.ok, verdict.reason, verdict.advice) == (False, reason, wording.ADVICE)


@pytest.mark.parametrize(
    "phrase",
    ["синій трамвай везе кульбабу додому", "моя бабуся пекла смачні пиріжки", "k7#Qz!pX2m@w", "щжфгкйцвхбзюлджш",
     "barometer walks sideways through custard"],
)  # fmt: skip
def test_a_good_phrase_passes_without_a_word(phrase):
    verdict = judge(phrase)
    assert verdict.ok
    assert (verdict.reason, verdict.advice) == (None, ())
    assert verdict.guesses_log10 >= ENOUGH


@pytest.mark.parametrize("language", LANGUAGES)
def test_drawn_phrases_pass(language):
    assert all(judge(generate(language)).ok for _ in range(300))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_six_easiest_words_of_the_list_pass_together(language):
    easiest = sorted(words(language), key=lambda word: judge(word).guesses_log10)[:6]
    assert judge(" ".join(easiest)).guesses_log10 >= ENOUGH


@pytest.mark.parametrize(("language", "share"), [("uk", 0.9), ("en", 0.75)])
def test_five_drawn_words_mostly_pass_and_four_never(language, share):
    chosen = random.Random(11)
    fives = [judge(" ".join(chosen.sample(words(language), 5))) for _ in range(200)]
    assert sum(verdict.ok for verdict in fives) / len(fives) > share
    assert all(verdict.guesses_log10 < 15.7 for verdict in fives)
    assert not any(judge(" ".join(chosen.sample(words(language), 4))).ok for _ in range(200))


def test_repetition_adds_next_to_nothing():
    once, often = judge("барометр кульгає потихеньку"), judge("барометр кульгає потихеньку " * 2)
    assert once.guesses_log10 <= often.guesses_log10 < once.guesses_log10 + 1


def test_capitals_and_endings_add_little():
    plain = judge("наталя мельник вінниця").guesses_log10
    assert plain < judge("Наталя Мельник Вінниця").guesses_log10 < plain + 1
    assert plain < judge("наталею мельником вінницею").guesses_log10 < plain + 2.5


def test_an_apostrophe_may_be_typed_in_four_ways():
    assert len({judge(f"п{sign}ять мавп дев{sign}ять слив").guesses_log10 for sign in "'’ʼ`"}) == 1


@pytest.mark.parametrize(
    "phrase",
    [
        "зоровид бровко полиський", "Зоровид-Бровко-Полиський", "zorovyd brovko polyskyi",
        "полиського з полиською, бровку",
    ],
)
def test_ones_own_names_count_for_nothing(phrase):
    names = ("Зоровид", "бровко полиський")
    assert judge(phrase, names).guesses_log10 < min(8.0, judge(phrase).guesses_log10)
    assert judge(phrase, names).reason == wording.OWN


def test_ones_own_names_are_forgotten_afterwards():
    before = judge("зоровид з полиськими друзями")
    assert judge("зоровид з полиськими друзями", ("Зоровид Полиський",)) != before
    assert judge("зоровид з полиськими друзями") == before


def test_demand_raises_the_reason_in_both_languages():
    demand("синій трамвай везе кульбабу додому")
    with pytest.raises(WeakPassphrase) as refused:
        demand("Слава Україні")
    assert wording.FAMOUS.uk in Words("uk").explain(refused.value)
    assert wording.FAMOUS.en in Words("en").explain(refused.value)


def test_the_bounds_are_those_it_names_and_those_of_the_key():
    assert str(judging.SHORTEST) in wording.SHORT.uk
    assert str(judging.LONGEST) in wording.LONG.uk
    assert judging.LONGEST == kdf.LONGEST


def test_the_words_are_plain():
    texts = [told for told in vars(wording).values() if isinstance(told, Text)] + list(wording.ADVICE)
    assert len(texts) >= 10
    assert not any(word in f"{text.uk} {text.en}".lower() for text in texts for word in ("entropy", "ентропі", "біт"))


def test_what_follows_the_part_that_is_read_changes_nothing():
    phrase = "синій трамвай везе кульбабу додому і ще трохи далі за околицю міста"[:READ]
    assert judge(f"{phrase} слава") == judge(phrase)


@given(st.text() | st.text(alphabet=st.characters(codec=None, categories=["Cs", "Lo", "Mn", "So", "Cc"])))
@example("\ud800" * 5_000)
@example("слава " * 900)
@example("İ" * 40)
@example("ﬁ" * 40)
@example("''''''''''''''''")
@example("’ ’ ’ ’ ’ ’ ’ ’ ’")
@example("Ａ１" * 30)
@settings(deadline=None)
def test_it_never_raises_and_says_the_same_again(phrase):
    verdict = judge(phrase)
    assert isinstance(verdict, Verdict)
    assert verdict.ok == (verdict.reason is None)
    assert 0 <= verdict.guesses_log10 < 200
    assert judge(phrase) == verdict


SIGNS = st.text(alphabet="аеілй'кцbcзx4@8({[<369!1|70$5+%2/ .", min_size=1, max_size=200)


@given(SIGNS)
@example("4@8({[<369!1|70$5+%2/x7" * 3)
@example("aB3$" * 16)
@example("(" * 5_000)
@settings(deadline=None)
def test_it_is_quick_with_the_worst_signs(phrase):
    judge("усе прочитано заздалегідь")
    assert min(seconds(phrase) for _ in range(3)) < SECONDS


def test_it_is_quick_with_a_million_signs():
    assert min(seconds("ї\u0301" * 500_000) for _ in range(3)) < SECONDS


def seconds(phrase: str) -> float:
    before = process_time()
    judge(phrase)
    return process_time() - before
