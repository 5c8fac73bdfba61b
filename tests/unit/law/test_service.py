"""Taking a law pack over: what it would change is told first, and can be taken back; old cases keep what is theirs."""

import pytest
from sqlalchemy import select, update

from app.cases.case_filter import CaseFilter
from app.domain.partial_date import of_day
from app.law.comparing import What
from app.law.effect import Stays
from app.law.refusals import NoEarlierPack, PackDiffers, PackForeign, PackOlder
from app.progress import Cancelled, Progress
from db.chain import Head
from db.models.law import LawPack
from db.models.step import Step
from tests.unit.law.conftest import LONGER, term, texts_of


def days(services) -> dict:
    with services.vault.database.read() as session:
        rows = session.execute(select(Step.uid, Step.counted_from, Step.due, Step.act_by, Step.law))
        return {row.uid: tuple(row)[1:] for row in rows}


def of(services, case, step_id):
    return next(row for row in services.plan.steps(case) if row.step_id == step_id)


def test_a_preview_names_the_rules_the_cases_and_the_days_and_writes_nothing(trusting, missing, issuer):
    case, _ = trusting.cases.open(missing)
    before = days(trusting)
    seen = trusting.law.preview(issuer.pack(2, LONGER))
    assert [(one.what, one.step.id) for one in seen.changes] == [(What.TERM, "LEG-01")]
    assert (seen.changes[0].old.due.term.qty, seen.changes[0].new.due.term.qty) == (3, 6)
    (move,) = seen.effect.moves
    assert (move.case, move.step_id, seen.effect.cases) == (case, "LEG-01", {case})
    assert move.after.due > move.before.due
    assert days(trusting) == before
    assert trusting.law.standing().pack.version == 1


def test_taking_it_over_moves_what_was_announced_and_nothing_else(trusting, missing, issuer, renewed):
    case, _ = trusting.cases.open(missing)
    before, path = days(trusting), issuer.pack(2, LONGER)
    announced = trusting.law.preview(path).effect
    assert trusting.law.take(path).effect == announced
    after = days(trusting)
    (move,) = announced.moves
    assert {uid for uid in after if after[uid] != before[uid]} == {move.step}
    now = renewed()
    row = of(now, case, "LEG-01")
    assert (row.due, row.definition.due.term.qty) == (move.after.due, 6)
    assert now.catalogue.law.version == 2
    with now.vault.database.read() as session:
        assert session.get_one(Step, move.step).law == 2


def test_the_line_of_the_case_and_its_history_tell_of_it(trusting, missing, issuer, renewed):
    case, _ = trusting.cases.open(missing)
    for row in trusting.plan.steps(case):
        if row.open and row.step_id != "LEG-01":
            trusting.plan.not_needed(row.uid, row.version, "перевірка")
    done = trusting.law.take(issuer.pack(2, LONGER))
    (line,) = renewed().cases.page(CaseFilter(), None, 5).rows
    assert line.next_due == done.effect.moves[0].after.due
    assert isinstance(trusting.vault.database.verify(), Head)


def test_going_back_leaves_every_day_as_it_was(trusting, missing, issuer, renewed):
    trusting.cases.open(missing)
    before = days(trusting)
    trusting.law.take(issuer.pack(2, LONGER, term("FIN-03", "qty: 15", "qty: 30")))
    assert days(trusting) != before
    second = renewed()
    assert second.law.standing().earlier == 1
    second.law.back()
    assert days(second) == before
    assert renewed().catalogue.law.version == 1
    with pytest.raises(NoEarlierPack):
        renewed().law.back()


def test_what_was_done_under_the_later_pack_stays_when_the_office_goes_back(trusting, missing, issuer, renewed):
    case, _ = trusting.cases.open(missing)
    trusting.law.take(issuer.pack(2, LONGER))
    second = renewed()
    row = of(second, case, "LEG-01")
    second.plan.done(row.uid, row.version, of_day(second.clock.today()))
    second.law.back()
    assert of(renewed(), case, "LEG-01").state == "done"


def test_the_same_pack_is_not_taken_twice_nor_an_older_one(trusting, issuer, renewed):
    trusting.law.take(issuer.pack(3, LONGER))
    second = renewed()
    for number in (3, 2, 1):
        with pytest.raises(PackOlder):
            second.law.preview(issuer.pack(number, LONGER))


def test_a_pack_gone_back_from_may_come_again_but_no_other_under_its_number(trusting, missing, issuer, renewed):
    trusting.cases.open(missing)
    trusting.law.take(issuer.pack(2, LONGER))
    taken = days(trusting)
    renewed().law.back()
    with pytest.raises(PackDiffers):
        renewed().law.take(issuer.pack(2, term("LEG-01", "qty: 3, unit: day", "qty: 9, unit: day")))
    renewed().law.take(issuer.pack(2, LONGER))
    assert days(trusting) == taken


def test_a_rule_that_keeps_leaves_old_cases_theirs_and_gives_new_ones_its_own(trusting, missing, issuer, renewed):
    old, _ = trusting.cases.open(missing)
    was = of(trusting, old, "LEG-01").due
    keeping = term("LEG-01", "qty: 3, unit: day, kind: office}", "qty: 6, unit: day, kind: office}, keeps: true")
    done = trusting.law.take(issuer.pack(2, keeping))
    assert [(one.step_id, one.why) for one in done.effect.stays] == [("LEG-01", Stays.KEEPS)]
    now = renewed()
    new, _ = now.cases.open(missing)
    assert of(now, old, "LEG-01").due == was
    assert of(now, old, "LEG-01").definition.due.term.qty == 3, "the old case explains its own rule"
    assert of(now, new, "LEG-01").definition.due.term.qty == 6


def test_a_rule_holds_from_its_day_on(trusting, missing, issuer, renewed):
    """The notice came on 1 July: a rule in force since August leaves what ran from it, and what opens from it later."""
    old, _ = trusting.cases.open(missing)
    was = of(trusting, old, "LEG-01").due
    later = "qty: 6, unit: day, kind: office}, valid_from: 2026-08-01"
    done = trusting.law.take(issuer.pack(2, term("LEG-01", "qty: 3, unit: day, kind: office}", later)))
    assert [one.why for one in done.effect.stays] == [Stays.EARLIER]
    now = renewed()
    new, _ = now.cases.open(missing)
    assert of(now, old, "LEG-01").due == of(now, new, "LEG-01").due == was


def test_a_rule_that_is_over_opens_no_more_steps(trusting, missing, issuer, renewed):
    over = term("LEG-05", "repeat: null", "repeat: null, valid_to: 2026-10-31")
    trusting.law.take(issuer.pack(2, over))
    case, _ = renewed().cases.open(missing)
    assert "LEG-05" not in {row.step_id for row in renewed().plan.steps(case)}
    assert "LEG-04" in {row.step_id for row in renewed().plan.steps(case)}


def test_a_day_that_somebody_set_otherwise_stays(trusting, missing, issuer):
    case, _ = trusting.cases.open(missing)
    row = of(trusting, case, "LEG-01")
    with trusting.vault.database.write("Олена") as session:
        step = session.get_one(Step, row.uid)
        step.due = step.act_by = trusting.clock.today()
    done = trusting.law.take(issuer.pack(2, LONGER))
    assert [(one.step, one.why) for one in done.effect.stays] == [(row.uid, Stays.OTHERWISE)]
    assert not done.effect.moves


def test_a_step_that_is_gone_keeps_its_name_in_the_cases_that_have_it(trusting, missing, issuer, renewed):
    case, _ = trusting.cases.open(missing)
    texts = texts_of(2, ("bundles.yaml", "LEG-04, LEG-05, LEG-07", "LEG-04, LEG-07"))
    texts["bundles.yaml"] = texts["bundles.yaml"].replace("LEG-05, ", "")
    lines = [line for line in texts["steps.yaml"].splitlines() if "{id: LEG-05," not in line]
    texts["steps.yaml"] = "\n".join(lines) + "\n"
    done = trusting.law.take(issuer.put(issuer.signed(texts)))
    assert (What.GONE, "LEG-05") in [(one.what, one.step.id) for one in done.changes]
    now = renewed()
    assert of(now, case, "LEG-05").title.en
    assert now.catalogue.steps["LEG-05"].retired


def test_stopping_midway_leaves_everything_as_it_was(trusting, missing, issuer):
    trusting.cases.open(missing)
    before, progress = days(trusting), Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        trusting.law.take(issuer.pack(2, LONGER), progress)
    assert days(trusting) == before
    assert trusting.law.standing().history == ()


def test_packs_of_an_office_no_longer_taken_are_refused(trusting, issuer):
    trusting.law.distrust(issuer.card.fingerprint)
    with pytest.raises(PackForeign) as refused:
        trusting.law.preview(issuer.pack(2, LONGER))
    assert refused.value.facts["digits"] == issuer.card.fingerprint


def written(services, row, **values) -> None:
    with services.vault.database.write("Олена") as session:
        step = session.get_one(Step, row.uid)
        for key, value in values.items():
            setattr(step, key, value)


@pytest.mark.parametrize(
    ("values", "why"), [({"turn": 2}, Stays.TURN), ({"trigger": "COURT_IN_FORCE"}, Stays.EVENT)]
)
def test_a_later_turn_and_another_beginning_are_left_to_people(trusting, missing, issuer, values, why):
    case, _ = trusting.cases.open(missing)
    written(trusting, of(trusting, case, "LEG-01"), **values)
    done = trusting.law.take(issuer.pack(2, LONGER))
    assert [one.why for one in done.effect.stays] == [why]


def test_a_day_put_right_under_the_later_pack_is_not_lost_by_going_back(trusting, missing, issuer, renewed):
    case, _ = trusting.cases.open(missing)
    trusting.law.take(issuer.pack(2, LONGER))
    second = renewed()
    row, day = of(second, case, "LEG-01"), second.clock.today()
    written(second, row, due=day, act_by=day)
    second.law.back()
    assert of(renewed(), case, "LEG-01").due == day


def test_a_case_opened_under_the_later_pack_follows_the_earlier_one_after_going_back(
    trusting, missing, issuer, renewed
):
    trusting.law.take(issuer.pack(2, LONGER))
    second = renewed()
    case, _ = second.cases.open(missing)
    assert of(second, case, "LEG-01").law == 2
    second.law.back()
    row = of(renewed(), case, "LEG-01")
    assert (row.law, row.definition.due.term.qty) == (1, 3)
    other, _ = renewed().cases.open(missing)
    assert row.due == of(renewed(), other, "LEG-01").due


def test_every_step_of_the_catalogue_knows_its_pack(trusting, missing):
    case, _ = trusting.cases.open(missing)
    row = of(trusting, case, "LEG-07")
    trusting.plan.done(row.uid, row.version, of_day(trusting.clock.today()))
    rows = trusting.plan.steps(case)
    assert len(rows) > 25
    assert {row.law for row in rows if row.step_id} == {1}


def test_a_pack_exchanged_in_the_vault_does_not_hold(trusting, missing, issuer, renewed):
    trusting.law.take(issuer.pack(2, LONGER))
    other = issuer.signed(texts_of(2, term("LEG-01", "qty: 3, unit: day", "qty: 90, unit: day")))
    with trusting.vault.database.write("Хтось") as session:
        session.execute(update(LawPack).values(data=other))
    now = renewed()
    assert (now.law.broken, now.catalogue.law.version) == ((2,), 1)
    assert now.law.standing().earlier == 1, "it can be left"
    now.law.back()
    assert renewed().law.broken == ()


def test_a_step_that_the_law_dropped_comes_back_no_more(trusting, missing, issuer, renewed):
    over = term("OFF-04", "repeat: {every: 3, unit: month}", "repeat: {every: 3, unit: month}, valid_to: 2026-10-31")
    case, _ = trusting.cases.open(missing)
    trusting.law.take(issuer.pack(2, over))
    now = renewed()
    row = of(now, case, "OFF-04")
    now.plan.done(row.uid, row.version, of_day(now.clock.today()))
    assert [row.state for row in now.plan.steps(case) if row.step_id == "OFF-04"] == ["done"]


def test_stopping_while_it_writes_leaves_everything_as_it_was(trusting, missing, issuer):
    trusting.cases.open(missing)
    before, calls = days(trusting), []

    def told(done: int, total: int, _label: str) -> None:
        calls.append((done, total))
        if len(calls) == 2:
            progress.cancel()

    progress = Progress(told)
    with pytest.raises(Cancelled):
        trusting.law.take(issuer.pack(2, LONGER), progress)
    assert calls[-1][0] == calls[-1][1], "every step was looked at before it stopped"
    assert days(trusting) == before


def test_going_back_gives_a_case_the_rule_it_had_and_not_the_one_between(trusting, missing, issuer, renewed):
    case, _ = trusting.cases.open(missing)
    was = of(trusting, case, "LEG-01")
    keeping = term("LEG-01", "qty: 3, unit: day, kind: office}", "qty: 6, unit: day, kind: office}, keeps: true")
    trusting.law.take(issuer.pack(2, keeping))
    renewed().law.take(issuer.pack(3, term("LEG-01", "qty: 3, unit: day", "qty: 60, unit: day")))
    assert of(renewed(), case, "LEG-01").law == 3
    renewed().law.back()
    now = of(renewed(), case, "LEG-01")
    assert (now.due, now.law) == (was.due, 1)
