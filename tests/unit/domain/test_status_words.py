"""Status words of offices: whatever they write, the fate is the one they mean."""

import pytest
import yaml

from app.domain.fate import HARD_NEWS, Fate
from app.domain.status_words import _RETURN_MODES, StatusReading, fate_of, parse_status
from app.paths import resource

WORDINGS = {
    Fate.NO_CONTACT: """
        немає зв'язку; зв’язок втрачено; не виходить на зв'язок; без зв’язку; зв'язок зник; востаннє
        вийшов на зв'язок 05.05; втрачено зв'язок; связь потеряна
    """,
    Fate.MISSING: """
        БЗ; Бз; бз; Б/З; з/б; ЗБ; б/в; безв.; зн. безв.; Безвісти зниклий; зникла безвісти; зниклий;
        пропав безвісти; пропал без вести; вважається зниклим безвісти; безвісно відсутній (рішення
        суду); у розшуку; MIA; не повернувся з бойового завдання; зниклий безвісти, ДНК здано; зник
        безвісти (зв'язок втрачено 05.2023); зниклий безвісти, не знайдений; зниклий бeзвiсти
    """,
    Fate.CAPTIVE_UNCONFIRMED: """
        у полоні; в полоні; полон; полон?; Полон непідтверджений; полон (не підтв.); в/п;
        військовополонений; полон (МКЧХ не підтвердив); імовірно полон; полон підтверджено?;
        захоплений у полон; очікує обміну; у списках на обмін; не обміняний, полон; офіційного
        підтвердження полону ще немає; живий, у полоні; утримується в СІЗО; в плену
    """,
    Fate.CAPTIVE_CONFIRMED: """
        полон (підтв.); Полон (підтв.); полон підтверджено; у полоні (МКЧХ); полон, МКЧХ підтвердив;
        підтверджено НІБ, полон; пол. (підтв.); POW confirmed; перебування в полоні офіційно
        підтверджено
    """,
    Fate.INTERNED_NEUTRAL: """
        інтернований; інтернована (Туреччина); перебуває в нейтральній державі
    """,
    Fate.CIVIL_DETAINEE: """
        цивільний, незаконно утримується; цивільний полон; цивільний заручник; полонений цивільний;
        цивільна особа, затримана; незаконно позбавлена свободи
    """,
    Fate.RETURNED: """
        звільнений (обмін); Звільнений (обмін); повернувся; Повернулась; повернувся з полону;
        звільнена з полону; обмін 14.02.2026; обміняний; вдома; вважався загиблим, повернувся з
        полону; звільнений за списком обміну; репатріація тяжкопоранених; втік, повернувся сам;
        повернувся додому
    """,
    Fate.IN_SERVICE_AFTER: """
        продовжує службу після полону; повернувся до частини; служить; повернувся, проходить службу
    """,
    Fate.DISCHARGED_AFTER: """
        демобілізований після полону; звільнився зі служби; звільнився; звільнений з військової
        служби після полону; звільнена в запас; комісований; ветеран
    """,
    Fate.BODY_UNIDENTIFIED: """
        тіло, йде ДНК; ідентифікація; триває ідентифікація; збіг ДНК; загиблий?; імовірно загиблий;
        загиблий, очікуємо ДНК; тіло не ідентифіковано; знайдено тіло; репатріація тіла; 200 під
        питанням; загинув за свідченнями побратимів; смерть не підтверджено; останки
    """,
    Fate.DECEASED_IDENTIFIED: """
        загиблий (ДНК); загинув; Загибла; похований;  200 (підтв. ДНК); тіло ідентифіковано;
        помер після обміну; помер після полону; загиблий, ідентифікований; KIA
    """,
    Fate.DIED_IN_CAPTIVITY: """
        помер у полоні; загинув у полоні (ДНК); помер у полоні, тіло повернуто; страчений у полоні;
        закатована в полоні
    """,
    Fate.DECLARED_DEAD_COURT: """
        оголошений померлим судом; оголошена померлою; визнаний судом померлим; рішення суду про
        смерть
    """,
    Fate.FOUND_ALIVE: """
        знайдений живим; знайшовся; вийшла на зв'язок; поранений, у шпиталі; жива; знайдена, не була
        в полоні
    """,
    Fate.CLOSED: """
        справу закрито; закрито; архів; знятий з обліку
    """,
}
CASES = [(" ".join(words.split()), fate) for fate, lines in WORDINGS.items() for words in lines.split(";")]


@pytest.mark.parametrize(("words", "fate"), CASES)
def test_wordings_of_offices_are_read_as_meant(words, fate):
    assert fate_of(words) is fate


@pytest.mark.parametrize("words", [words for words, _ in CASES])
def test_capitals_spaces_and_latin_look_alikes_change_nothing(words):
    disguised = f"  {words.upper()} ".replace(" ", "  ").replace("О", "O").replace("І", "I")
    assert parse_status(disguised) == parse_status(words)


def test_every_wording_of_our_own_catalogue_is_read_back():
    """All but the chip «Полон»: in a workbook the bare word confirms nothing."""
    statuses = yaml.safe_load(resource("catalogue/ua/statuses.yaml").read_text("utf-8"))["statuses"]
    said = [
        (status[key], status["code"])
        for status in statuses
        for key in ("uk", "uk_f", "short_uk", "family_uk", "en")
        if status.get(key)
    ]
    assert len(said) > 60
    assert [(words, code) for words, code in said if fate_of(words) != code] == [("Полон", "CAPTIVE_CONFIRMED")]


@pytest.mark.parametrize("words", ["", "—", "СЗЧ", "невідомо", "цивільний", "5 листопада", "500"])
def test_what_names_no_fate_is_not_guessed(words):
    assert parse_status(words) is None
    assert fate_of(words) is None


@pytest.mark.parametrize(
    ("words", "uncertain"),
    [("загиблий", True), ("200", True), ("загиблий (ДНК)", False), ("похований", False), ("звільнений", True),
     ("звільнений (обмін)", False), ("імовірно загинув", True), ("безвісти / можливо полон", True),
     ("не в полоні", True), ("загиблий, тіло не евакуйовано", True), ("ДНК: не збіг", True), ("рішення суду", True),
     ("БЗ", False)],
)
def test_doubtful_words_ask_for_a_person(words, uncertain):
    assert parse_status(words).uncertain is uncertain


@pytest.mark.parametrize(
    ("words", "mode"),
    [("звільнений (обмін)", "EXCHANGE"), ("повернувся поза обміном", "OUTSIDE_EXCHANGE"),
     ("репатріація тяжкопоранених", "SEVERELY_WOUNDED"), ("втік, повернувся", "LIBERATED_OR_ESCAPED"),
     ("повернувся через третю державу", "VIA_THIRD_STATE"), ("повернувся", None)],
)
def test_the_way_home_is_told(words, mode):
    assert parse_status(words) == StatusReading(Fate.RETURNED, return_mode=mode)


def test_every_return_mode_stands_in_the_catalogue():
    modes = yaml.safe_load(resource("catalogue/ua/statuses.yaml").read_text("utf-8"))["return_mode"]
    assert {code for code, _ in _RETURN_MODES} == {mode["code"] for mode in modes}


@pytest.mark.parametrize("doubt", ["?", " імовірно", " під питанням", " (зі слів побратима)", " неофіційно"])
@pytest.mark.parametrize("death", ["загиблий", "помер у полоні", "загиблий, ідентифікований", "200"])
def test_a_doubted_death_is_never_an_established_one(death, doubt):
    reading = parse_status(death + doubt)
    assert reading.fate is Fate.BODY_UNIDENTIFIED
    assert reading.fate in HARD_NEWS


@pytest.mark.parametrize(
    ("words", "fate"),
    [
        ("не загинув, зник безвісти", Fate.MISSING), ("Зниклий безвісти. Мати померла", Fate.MISSING),
        ("брат загинув; сам зник безвісти", Fate.MISSING), ("зник безвісти (вважається загиблим)", Fate.MISSING),
        ("зник безвісти, звільнений від сплати", Fate.MISSING), ("200", Fate.BODY_UNIDENTIFIED),
        ("вибув з полону", Fate.RETURNED),
    ],
)
def test_what_is_denied_or_said_of_others_makes_nobody_dead_and_asks_for_a_look(words: str, fate: Fate) -> None:
    reading = parse_status(words)
    assert reading is not None
    assert (reading.fate, reading.uncertain) == (fate, True)


def test_a_denied_death_alone_says_nothing() -> None:
    assert parse_status("не загинув") is None
