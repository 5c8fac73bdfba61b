import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.domain.fate import ALL_RETURNED, HARD_NEWS, Fate
from app.domain.sex import Sex
from app.domain.text import Text
from app.paper.family_facts import CONSENT_OF_OLD_FORM, HIMSELF
from app.paper.family_paper import LARGE_PRINT, build
from app.paper.family_record import Confirmation, FateEvent

DEATH = re.compile(
    r"загин|помер|смерт|тіл|днк|поховання|\bвтрат|\b(death|dead|die[ds]?|body|bodies|dna|killed)\b", re.IGNORECASE
)
FATES = [fate for fate in Fate if fate is not Fate.CLOSED]
KNOWN = {
    Fate.NO_CONTACT: ("Зв'язок утрачено.", "Contact has been lost."),
    Fate.MISSING: (
        "За сповіщенням від 15.06.2026 Іван вважається зниклим безвісти.",
        "By the notice of 15.06.2026 Ivan is missing.",
    ),
    Fate.CAPTIVE_UNCONFIRMED: ("Офіційного підтвердження полону ще немає.", "not been officially confirmed yet."),
    Fate.CAPTIVE_CONFIRMED: (
        "полон офіційно підтверджено. Дати повернення не знає ніхто; за обмін не платіть.",
        "never pay for an exchange.",
    ),
    Fate.INTERNED_NEUTRAL: ("Іван перебуває в нейтральній державі.", "Ivan is in a neutral state."),
    Fate.CIVIL_DETAINEE: ("Іван незаконно позбавлений свободи.", "Ivan is unlawfully deprived of liberty."),
    Fate.RETURNED: ("Служити чи звільнитися, вирішуєте Ви.", "To serve or to leave, you decide."),
    Fate.IN_SERVICE_AFTER: ("Ви вирішили служити далі.", "You decided to stay in service."),
    Fate.DISCHARGED_AFTER: ("Ви вирішили звільнитися зі служби.", "You decided to leave the service."),
    Fate.FOUND_ALIVE: ("Іван знайдений живим.", "Ivan has been found alive."),
    Fate.BODY_UNIDENTIFIED: ("Смерть не підтверджено", "Death has not been confirmed"),
    Fate.DECEASED_IDENTIFIED: ("Іван загинув; особу офіційно встановлено.", "Ivan has died"),
    Fate.DIED_IN_CAPTIVITY: ("Іван загинув в полоні", "Ivan died in captivity"),
    Fate.DECLARED_DEAD_COURT: ("За рішенням суду Іван вважається померлим.", "By decision of a court"),
}  # fmt: skip


@pytest.mark.parametrize("fate", FATES)
def test_each_fate_says_its_sentence_in_both_languages(case, printed, fate):
    uk, en = (printed(case(fate), languages=(language,)) for language in ("uk", "en"))
    both = printed(case(fate), languages=("uk", "en"))
    assert KNOWN[fate][0] in uk
    assert KNOWN[fate][1] in en
    assert KNOWN[fate][0] in both
    assert KNOWN[fate][1] in both
    assert KNOWN[fate][1] not in uk


@pytest.mark.parametrize("fate", FATES)
@pytest.mark.parametrize("languages", [("uk",), ("en",), ("uk", "en")])
def test_what_always_and_what_never_stands_there(case, printed, fate, languages):
    text = printed(case(fate), languages=languages)
    himself = fate in ALL_RETURNED
    if "uk" in languages:
        assert ("Пам'ятка для Вас" if himself else "Пам'ятка для родини") in text
        for always in (
            "Конфіденційно. Не публікуйте у соцмережах.",
            "Для: Іван Петренко" if himself else "Для: Олена Петренко",
            "Від: Офіс супроводу «Поруч»",
            "20.11.2026, № К-2026-000001",
            "Оксана Коваль зателефонує до 5 грудня. Не дочекалися, дзвоніть: Ви нас не потурбуєте.",
            "Знайшли помилку?",
            "сторінка 1 з",
        ):
            assert always in text
    if "en" in languages:
        assert "what we know and what comes next" in text
        for always in (
            "Confidential.",
            "For: Ivan Petrenko" if himself else "For: Olena Petrenko",
            "Oksana Koval will call by 5 December.",
            "Found a mistake?",
            "page 1 of",
        ):
            assert always in text
    assert "7333" in text
    for never in ("нових відомостей", "no news", "None", "грн", "UAH", "млн", "OFF-", "{", "}", "Гончар", "Honchar"):
        assert never not in text


@pytest.mark.parametrize("fate", sorted(set(FATES) - HARD_NEWS))
@pytest.mark.parametrize("languages", [("uk",), ("en",)])
def test_no_word_of_death_outside_the_papers_of_a_death(case, printed, fate, languages):
    assert not DEATH.findall(printed(case(fate), languages=languages))


@pytest.mark.parametrize("news", sorted(HARD_NEWS))
@pytest.mark.parametrize("before", [Fate.NO_CONTACT, Fate.MISSING, Fate.CAPTIVE_CONFIRMED])
def test_while_news_is_untold_the_paper_reads_as_if_it_had_not_come(case, facts, printed, step, paper_of, news, before):
    everything = tuple(step(id_, state, opened_by=None) for id_ in step.ids for state in ("open", "done"))
    quiet = case(before, steps=tuple(one for one in everything if before in one.applies_to))
    papers = tuple(
        Confirmation(fate, code, paper_of(code), None, date(2026, 9, 2))
        for fate in (*HARD_NEWS, before)
        for code in ("D-DNA", "D-DNA-PRELIM", "D-DEATH-CERT")
    )
    loud = replace(
        quiet, fates=(*quiet.fates, FateEvent(news, "D-DNA", date(2026, 9, 2))), steps=everything, confirmations=papers
    )
    assert not DEATH.findall(printed(loud, "wife", languages=("uk", "en")))
    assert build(facts(loud, "wife"), ("uk", "en")) == build(facts(quiet, "wife"), ("uk", "en"))


def test_english_tells_the_same_facts(case, facts, read):
    record = case(Fate.CAPTIVE_CONFIRMED)
    uk, en = (build(facts(record), (language,)) for language in ("uk", "en"))
    dates = [sorted(re.findall(r"\d\d\.\d\d\.2026", read(pdf))) for pdf in (uk, en)]
    pages = [len(PdfReader(BytesIO(pdf)).pages) for pdf in (uk, en)]
    assert pages[0] == pages[1]
    assert dates[0] == dates[1]


def test_official_facts_name_source_and_day(case, printed):
    fates = (
        FateEvent(Fate.MISSING, "D-NOTICE", date(2026, 6, 15)),
        FateEvent(Fate.CAPTIVE_CONFIRMED, "D-NIB", date(2026, 9, 12)),
    )
    title, issuer = Text("довідка про полон", "certificate"), Text("Міноборони", "MoD")
    paper = Confirmation(Fate.CAPTIVE_CONFIRMED, "D-CAPT-CERT", title, issuer, date(2026, 10, 3))
    columns = {"erdr_number": "12026000000000017"}
    record = case(Fate.CAPTIVE_CONFIRMED, fates=fates, confirmations=(paper,), columns=columns)
    text = printed(record)
    assert "Національне інформаційне бюро підтвердило полон 12.09.2026." in text
    assert "Довідка про полон (Міноборони), 03.10.2026" in text
    assert "12026000000000017" in text
    assert "The National Information Bureau confirmed captivity on 12.09.2026." in printed(record, languages=("en",))


@pytest.mark.parametrize(
    ("id_", "state", "due", "said"),
    [
        ("FIN-03", "open", date(2026, 11, 23), "військова частина. Відповідь має бути не пізніше 23.11.2026."),
        ("LEG-30", "open", date(2026, 12, 1), "Подати не пізніше 01.12.2026."),
        ("LEG-30", "open", date(2026, 11, 1), "Строк за законом був до 01.11.2026. Подзвоніть нам"),
        ("LEG-01", "open", date(2026, 12, 1), "Плануємо до 01.12.2026. Потрібні Ви, ми допоможемо. Куди: поліція."),
        ("LEG-01", "open", date(2026, 11, 1), "Плануємо найближчим часом."),
        ("LEG-01", "waiting", date(2026, 11, 1), "Чекаємо на відповідь: поліція."),
        ("LEG-07", "open", date(2026, 12, 1), "Зазвичай це буває до 01.12.2026."),
        ("FIN-09", "open", date(2026, 12, 1), "Можна не раніше 01.12.2026."),
        ("LEG-17", "open", None, "Хто тимчасово дбатиме про майно Потрібні Ви"),
        ("LEG-16", "open", date(2026, 12, 1), "Офіційні папери від військової частини Попереду."),
    ],
)  # fmt: skip
def test_each_kind_of_day_has_its_own_words(case, printed, step, id_, state, due, said):
    assert said in printed(case(Fate.MISSING, steps=(step(id_, state, due=due),)))


def test_an_office_standard_never_looks_like_the_familys_missed_day(case, printed, step):
    text = printed(case(Fate.MISSING, steps=(step("LEG-01", due=date(2026, 11, 1)),)), languages=("uk", "en"))
    assert "01.11.2026" not in text


def test_done_steps_carry_their_day_or_none(case, printed, step):
    record = case(Fate.MISSING, steps=(step("LEG-01", "done", since=date(2026, 6, 18)), step("LEG-09", "done")))
    text = printed(record)
    assert "Заява до поліції про розшук: 18.06.2026 Звернення до Національного інформаційного бюро Дякуємо" in text


def test_inherited_steps_are_checked_together(case, printed, step):
    record = case(Fate.MISSING, steps=(step("LEG-11", "to_check"),))
    assert "Звіримо разом, чи це вже зроблено Звернення до Червоного Хреста про розшук" in printed(record)


def test_his_own_paper(case, printed):
    text = printed(case(Fate.RETURNED))
    for said in ("Ваш вибір", "Відпустка 90 днів: Ваше право.", "Ваш спокій", "Ви не мусите розповідати", "«Я поруч»"):
        assert said in text
    civilian = case(Fate.RETURNED)
    civilian = replace(civilian, person=replace(civilian.person, civilian=True))
    assert "Служити чи звільнитися" not in printed(civilian)


def test_a_woman_is_written_as_a_woman(case, printed):
    def of(fate):
        record = case(fate)
        wife = replace(record.relatives[0], consents=CONSENT_OF_OLD_FORM)
        return replace(record, person=replace(record.person, given="Ірина", sex=Sex.F), relatives=(wife,))

    assert "Ірина вважається зниклою безвісти" in printed(of(Fate.MISSING))
    assert "Ірина повернулася. Говоримо про це за її згодою." in printed(of(Fate.RETURNED), "wife")
    assert "with her consent" in printed(of(Fate.RETURNED), "wife", languages=("en",))
    assert "Ірина загинула" in printed(of(Fate.DECEASED_IDENTIFIED))


def test_without_a_vocative_nobody_is_called(case, printed):
    record = case(Fate.MISSING)
    record = replace(record, relatives=(replace(record.relatives[0], vocative=""),))
    assert "Для кого Ця пам'ятка лише для Вас." in printed(record)
    assert "Пані Олено, ця пам'ятка лише для Вас. Будь ласка, не фотографуйте її." in printed(case(Fate.MISSING))


def test_somebody_not_entitled_reads_no_name_and_no_fate(case, printed):
    record = case(Fate.MISSING)
    record = replace(record, relatives=(replace(record.relatives[0], authorised=False),))
    text = printed(record, languages=("uk", "en"))
    assert "Щоб говорити про особисте" in text
    assert "+380 00 111 22 33" in text
    for hidden in ("Іван", "Ivan", "безвісти", "missing", "Що далі", "Що відомо"):
        assert hidden not in text


def test_training_data_is_marked_on_every_page(case, facts, printed):
    pdf = build(facts(case(Fate.MISSING, training=True)), ("uk", "en"))
    for page in PdfReader(BytesIO(pdf)).pages:
        assert {"НАВЧАЛЬНІ ДАНІ", "TRAINING DATA"} & set(page.extract_text().splitlines())
    assert "НАВЧАЛЬНІ" not in printed(case(Fate.MISSING))


def test_the_tear_off_carries_a_number_and_no_name(case, facts):
    text = PdfReader(BytesIO(build(facts(case(Fate.MISSING)), ("uk",)))).pages[-1].extract_text()
    strip = text[text.index("Знайшли помилку?") :]
    assert "К-2026-000001" in strip
    for name in ("Олен", "Петренко", "Іван"):
        assert name not in strip


def test_hostile_names_are_printed_letter_by_letter(case, printed):
    record = case(Fate.MISSING)
    surname = "<img src=/etc/passwd> [[x|y]] {number}"
    wife = replace(record.relatives[0], given="<b>Олена</b>", surname=surname, vocative="[він|вона] {day}")
    record = replace(record, relatives=(wife,), person=replace(record.person, given="Тарас <Taras>"))
    text = printed(record)
    assert "Для: <b>Олена</b> <img src=/etc/passwd> [[x|y]] {number}" in text
    assert "[він|вона] {day}, ця пам'ятка" in text
    assert "Тарас <Taras> вважається" in text


def test_endless_names_do_not_break_the_paper(case, printed):
    record = case(Fate.MISSING, caseworker="ж" * 3_000)
    wife = replace(record.relatives[0], given="ґ" * 20_000)
    assert printed(replace(record, relatives=(wife,))).count("ґ") == 20_000


def test_same_facts_same_bytes_and_large_print_takes_more_room(case, facts):
    data = facts(case(Fate.MISSING))
    assert build(data, ("uk", "en")) == build(data, ("uk", "en"))
    small, large = (len(PdfReader(BytesIO(build(data, ("uk",), scale=scale))).pages) for scale in (1.0, LARGE_PRINT))
    assert large > small


def test_a_bare_record_still_makes_a_warm_paper(case, printed):
    record = case(Fate.NO_CONTACT, steps=(), caseworker="", office=type(case(Fate.MISSING).office)())
    text = printed(record)
    assert "Дзвоніть, коли потрібно" in text
    assert "Зараз від Вас нічого не потрібно. Ми поруч." in text
    assert "None" not in text


@pytest.mark.parametrize("recipient", ["wife", HIMSELF])
def test_papers_of_a_returned_man_speak_of_no_other_relative(case, printed, recipient):
    record = case(Fate.RETURNED)
    wife = replace(record.relatives[0], consents=CONSENT_OF_OLD_FORM)
    text = printed(replace(record, relatives=(wife, record.relatives[1])), recipient, languages=("uk", "en"))
    assert "Марія" not in text
    assert ("Олена" in text) == (recipient == "wife")
