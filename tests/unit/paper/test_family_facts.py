from dataclasses import replace
from datetime import date

import pytest

from app.domain.fate import ALL_DEAD, ALL_RETURNED, HARD_NEWS, Fate
from app.domain.text import Text
from app.paper.family_facts import (
    CONSENT_OF_OLD_FORM,
    HIMSELF,
    NewsNotTold,
    NoConsent,
    NoRecipient,
    PaperUnsafe,
    default_recipient,
)
from app.paper.family_paper import Actor, Reader
from app.paper.family_record import Confirmation, FateEvent, Told

AWAY = [Fate.NO_CONTACT, Fate.MISSING, Fate.CAPTIVE_UNCONFIRMED, Fate.CAPTIVE_CONFIRMED, Fate.CIVIL_DETAINEE]


def relatives(record, uid, **changes):
    return tuple(replace(one, **changes) if one.uid == uid else one for one in record.relatives)


def change(record, uid="wife", **changes):
    return replace(record, relatives=relatives(record, uid, **changes))


def titles(paper):
    return {step.title.uk for step in (*paper.done, *paper.ahead)}


@pytest.mark.parametrize("news", sorted(HARD_NEWS))
@pytest.mark.parametrize("before", AWAY)
def test_untold_hard_news_leaves_the_last_told_fate(case, facts, before, news):
    record = case(before, fates=(FateEvent(before), FateEvent(news, "D-DNA", date(2026, 9, 1))))
    assert facts(record, "wife").fate is before
    assert facts(change(record, told=()), "wife").fate is before


def test_without_any_earlier_fate_untold_hard_news_leaves_nothing(case, facts):
    record = case(Fate.DECEASED_IDENTIFIED, told=False)
    paper = facts(record, "wife")
    assert paper.fate is None
    assert titles(paper) <= {"Безоплатна допомога юриста", "Скарга на відмову", "Допомога від громади"}


@pytest.mark.parametrize("news", sorted(HARD_NEWS))
def test_told_hard_news_is_printed_for_the_told_person_alone(case, facts, news):
    record = case(Fate.MISSING, fates=(FateEvent(Fate.MISSING), FateEvent(news)))
    record = change(record, told=(Told(Fate.MISSING, date(2026, 1, 1)), Told(news, date(2026, 9, 2))))
    assert facts(record, "wife").fate is news
    assert facts(record, "wife").told_on == date(2026, 9, 2)
    assert facts(record, "mother").fate is Fate.MISSING


def test_the_ledger_counts_by_day_and_not_by_the_newest_fate(case, facts):
    newest = FateEvent(Fate.CAPTIVE_CONFIRMED, "D-NIB", date(2026, 9, 12))
    record = case(Fate.MISSING, fates=(FateEvent(Fate.MISSING), newest))
    assert facts(record, "wife").fate is Fate.MISSING
    told = (Told(Fate.CAPTIVE_CONFIRMED, date(2026, 9, 13)), Told(Fate.MISSING, date(2026, 6, 16)))
    assert facts(change(record, told=told), "wife").fate is Fate.CAPTIVE_CONFIRMED


def test_a_confirmation_of_what_was_not_told_stays_off(case, facts):
    letter = Confirmation(Fate.CAPTIVE_CONFIRMED, "D-NIB", Text("лист НІБ", "NIB letter"), None, date(2026, 9, 12))
    extract = Confirmation(Fate.MISSING, "D-REG", Text("витяг", "extract"), None, date(2026, 8, 1))
    nothing = Confirmation(None, "D-EVIDENCE", Text("відео", "video"), None, date(2026, 8, 2))
    record = case(Fate.MISSING, confirmations=(letter, nothing, extract))
    assert [paper.title.uk for paper in facts(record, "wife").papers] == ["витяг"]


def test_a_paper_of_a_death_that_was_taken_back_stays_off(case, facts):
    court = Confirmation(Fate.DECLARED_DEAD_COURT, "D-COURT", Text("рішення суду", "decision"), None, date(2026, 5, 1))
    told = (Told(Fate.DECLARED_DEAD_COURT, date(2026, 5, 2)), Told(Fate.MISSING, date(2026, 9, 1)))
    record = change(case(Fate.MISSING, confirmations=(court,)), told=told)
    assert not facts(record, "wife").papers
    assert not facts(case(Fate.RETURNED, confirmations=(court,)), HIMSELF).papers


@pytest.mark.parametrize("told", sorted(ALL_DEAD))
def test_a_death_that_was_taken_back_is_not_printed_while_a_body_is_compared(case, facts, told):
    events = (Fate.MISSING, told, Fate.MISSING, Fate.BODY_UNIDENTIFIED)
    record = case(Fate.MISSING, fates=tuple(map(FateEvent, events)))
    with pytest.raises(NewsNotTold):
        facts(change(record, told=(Told(told, date(2026, 5, 2)),)), "wife")


def test_after_return_relatives_need_consent_that_names_the_field(case, facts):
    record = case(Fate.RETURNED)
    with pytest.raises(NoConsent):
        facts(record, "wife")
    paper = facts(change(record, consents=CONSENT_OF_OLD_FORM), "wife")
    assert paper.fate is Fate.RETURNED
    assert titles(paper)
    bare = facts(change(record, consents=frozenset({"fate_status"})), "wife")
    assert bare.about is None
    assert not titles(bare)
    with pytest.raises(NoConsent):
        facts(change(record, told=(Told(Fate.MISSING),)), "wife")


def test_after_return_with_consent_nothing_of_health_reaches_a_relative(case, facts, step):
    record = case(Fate.RETURNED, steps=(step("MED-06"), step("LEG-51")))
    wife = facts(change(record, consents=CONSENT_OF_OLD_FORM), "wife")
    assert titles(wife) == {"Новий паспорт або ID-картка"}
    assert "Відновлення сил" in titles(facts(record, HIMSELF))


def test_a_death_after_return_stays_silent_without_consent(case, facts):
    record = case(Fate.RETURNED, fates=(FateEvent(Fate.RETURNED), FateEvent(Fate.DECEASED_IDENTIFIED)))
    with pytest.raises(NoConsent):
        facts(record, "wife")
    told = change(record, told=(Told(Fate.DECEASED_IDENTIFIED, date(2026, 9, 1)),))
    assert facts(told, "wife").fate is Fate.DECEASED_IDENTIFIED


@pytest.mark.parametrize(
    ("told", "now"),
    [
        (Fate.DECEASED_IDENTIFIED, Fate.CAPTIVE_CONFIRMED),
        (Fate.BODY_UNIDENTIFIED, Fate.MISSING),
        (Fate.MISSING, Fate.FOUND_ALIVE),
        (Fate.FOUND_ALIVE, Fate.MISSING),
    ],
)
def test_paper_never_repeats_what_is_no_longer_so(case, facts, told, now):
    record = case(told, fates=(FateEvent(told), FateEvent(now)))
    with pytest.raises(NewsNotTold):
        facts(record, "wife")


def test_somebody_not_entitled_gets_the_office_and_nothing_else(case, facts):
    paper = facts(change(case(Fate.MISSING), authorised=False), "wife")
    assert paper.reader is Reader.OTHER
    assert paper.about is None
    assert paper.fate is None
    assert not titles(paper)
    assert paper.office.phones
    assert {line.number for line in paper.hotlines} == {"0 800 213 103", "7333"}


def test_consent_opens_a_field_to_somebody_not_entitled(case, facts):
    consents = frozenset({"full_name", "fate_status"})
    paper = facts(change(case(Fate.MISSING), authorised=False, consents=consents), "wife")
    assert paper.fate is Fate.MISSING
    assert paper.about is not None
    assert not titles(paper)


def test_steps_belong_to_one_person(case, facts, step):
    own = step("FIN-02", concerns="mother")
    record = case(Fate.MISSING, steps=(step("LEG-07"), own))
    assert titles(facts(record, "wife")) == {"Витяг з реєстру зниклих безвісти"}
    assert titles(facts(record, "mother")) == {"Заява на виплату грошового забезпечення"}


def test_a_sample_given_by_another_is_not_told(case, facts, step):
    record = case(Fate.MISSING, steps=(step("LEG-04", "done", concerns="mother"), step("LEG-04", "done")))
    assert not titles(facts(record, "wife"))
    assert titles(facts(record, "mother")) == {"Зразок слини для пошуку"}


@pytest.mark.parametrize("id_", ["OFF-02", "LEG-14", "LEG-19", "PSY-02", "PSY-03"])
def test_steps_marked_never_stay_off(case, facts, step, id_):
    record = case(Fate.MISSING, steps=(step(id_), step(id_, "done"), replace(step(id_), concerns="wife")))
    assert not titles(facts(record, "wife"))


@pytest.mark.parametrize("state", ["not_needed", "not_executable", "obsolete"])
def test_steps_that_will_not_be_done_stay_off(case, facts, step, state):
    assert not titles(facts(case(Fate.MISSING, steps=(step("LEG-01", state),)), "wife"))


def test_a_step_of_another_fate_stays_off(case, facts, step):
    steps = (step("LEG-44"), step("LEG-29"), step("LEG-51"), step("LEG-01"))
    assert titles(facts(case(Fate.MISSING, steps=steps), "wife")) == {"Заява до поліції про розшук"}


def test_a_step_brought_by_untold_news_stays_off(case, facts, step):
    fates = (FateEvent(Fate.MISSING), FateEvent(Fate.BODY_UNIDENTIFIED))
    brought = step("LEG-05", opened_by=Fate.BODY_UNIDENTIFIED)
    record = case(Fate.MISSING, fates=fates, steps=(brought, step("LEG-01", opened_by=Fate.MISSING)))
    assert titles(facts(record, "wife")) == {"Заява до поліції про розшук"}


def test_summary_steps_show_title_and_state_alone(case, facts, step):
    paper = facts(case(Fate.MISSING, steps=(step("LEG-16", due=date(2026, 12, 1)),)), "wife")
    (shown,) = paper.ahead
    assert (shown.due, shown.body, shown.bring) == (None, None, ())


def test_who_brings_what(case, facts, step):
    record = case(Fate.MISSING, steps=(step("FIN-02"), step("FIN-02", concerns="mother")))
    (wife,) = facts(record, "wife").ahead
    (mother,) = facts(record, "mother").ahead
    assert "свідоцтво про шлюб" in {paper.uk for paper in wife.bring}
    assert "свідоцтво про шлюб" not in {paper.uk for paper in mother.bring}
    himself = facts(case(Fate.RETURNED, steps=(step("LEG-23"),)), HIMSELF)
    assert "документ про родинний зв'язок" not in {paper.uk for paper in himself.ahead[0].bring}


def test_whose_turn_it_is(case, facts, step):
    def actor(*args, **more):
        return facts(case(Fate.MISSING, steps=(step(*args, **more),)), "wife").ahead[0].actor

    assert actor("LEG-01") is Actor.YOU
    assert actor("LEG-01", "waiting") is Actor.BODY
    assert actor("FIN-03", due=date(2026, 11, 23)) is Actor.BODY
    assert actor("PSY-08") is Actor.WE


def test_the_default_recipient(case):
    assert default_recipient(case(Fate.MISSING)) == "wife"
    swapped = case(Fate.MISSING)
    assert default_recipient(replace(swapped, relatives=swapped.relatives[::-1])) == "wife"
    for fate in ALL_RETURNED:
        assert default_recipient(case(fate)) == HIMSELF
    with pytest.raises(NoRecipient):
        default_recipient(case(Fate.MISSING, relatives=()))


def test_a_closed_case_keeps_its_fate(case, facts):
    record = case(Fate.MISSING, fates=(FateEvent(Fate.MISSING), FateEvent(Fate.CLOSED)))
    assert facts(change(record, told=()), "wife").fate is Fate.MISSING
    assert default_recipient(case(Fate.RETURNED, fates=(FateEvent(Fate.RETURNED), FateEvent(Fate.CLOSED)))) == HIMSELF


@pytest.mark.parametrize("fate", [Fate.MISSING, *sorted(ALL_DEAD)])
def test_nobody_prints_for_a_man_who_is_not_back(case, facts, fate):
    with pytest.raises(NoRecipient):
        facts(case(fate), HIMSELF)
    with pytest.raises(NoRecipient):
        facts(case(fate), "stranger")


def test_a_paper_that_could_harm_is_refused(case, facts):
    with pytest.raises(PaperUnsafe):
        facts(change(case(Fate.MISSING), paper_safe=False), "wife")


def test_a_promise_that_has_passed_is_not_repeated(case, facts):
    assert facts(case(Fate.MISSING), "wife").call_by == date(2026, 12, 5)
    assert facts(change(case(Fate.MISSING), call_by=date(2026, 11, 19)), "wife").call_by is None


def test_the_passports_latin_spelling_wins(case, facts):
    record = change(case(Fate.MISSING), given_lat="Helen", surname_lat="Petrenco")
    assert facts(record, "wife").to.en == "Helen Petrenco"
    assert facts(case(Fate.MISSING), "wife").to.en == "Olena Petrenko"


def test_a_step_done_every_month_is_told_once_with_its_latest_day(case, facts, step):
    monthly = tuple(step("FIN-04", "done", since=date(2026, month, 5)) for month in (9, 11, 10))
    paper = facts(case(Fate.MISSING, steps=(*monthly, step("LEG-01", "done", since=date(2026, 6, 18)))), "wife")
    assert [(one.title.uk, one.since) for one in paper.done] == [
        ("Заява до поліції про розшук", date(2026, 6, 18)),
        ("Перевірка, чи надходить щомісячна виплата", date(2026, 11, 5)),
    ]
