"""Whatever a pack changes: taking it over and going back leaves every day as it was; counting twice changes nothing."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.calendar import CalendarMode
from app.law.effect import Turnover
from app.law.in_force import stacked
from app.progress import Progress
from app.services import Services
from tests.unit.conftest import MONDAY
from tests.unit.law.conftest import texts_of
from tests.unit.law.test_service import days

RULES = {
    "LEG-01": "qty: 3, unit: day, kind: office}", "LEG-02": "qty: 2, unit: day, kind: body_term}",
    "LEG-04": "qty: 14, unit: day, kind: office}", "FIN-02": "qty: 7, unit: day, kind: office}",
    "LEG-16": "qty: 1, unit: month, kind: body_term}",
}  # fmt: skip
rules = st.fixed_dictionaries(
    {
        step: st.tuples(
            st.integers(0, 400), st.sampled_from(["day", "working_day", "month"]),
            st.sampled_from(["office", "statutory", "body_term", "usual"]), st.booleans(),
        )
        for step in RULES
    }
)  # fmt: skip


def changed(number: int, drawn: dict) -> dict[str, str]:
    texts = texts_of(number)
    lines = texts["steps.yaml"].splitlines()
    for at, line in enumerate(lines):
        for step, (qty, unit, kind, keeps) in drawn.items():
            if f"{{id: {step}," in line:
                now = f"qty: {qty}, unit: {unit}, kind: {kind}}}, keeps: {str(keeps).lower()}"
                assert RULES[step] in line
                lines[at] = line.replace(RULES[step], now)
    texts["steps.yaml"] = "\n".join(lines) + "\n"
    return texts


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(rules, min_size=1, max_size=2))
def test_packs_taken_and_gone_back_from_leave_nothing_behind(trusting, missing, issuer, drawn):
    if not trusting.law.standing().history:
        trusting.cases.open(missing)
    first = 2 + len(trusting.law.standing().history)
    start, now = days(trusting), Services.of(trusting.vault, MONDAY)
    for number, rule in enumerate(drawn, first):
        now.law.take(issuer.put(issuer.signed(changed(number, rule))))
        now = Services.of(trusting.vault, MONDAY)
        with now.vault.database.read() as session:
            again = Turnover(now.catalogue, now.catalogue, CalendarMode.MARTIAL_LAW).effect(session, Progress())
        assert again.moves == (), "a second time changes nothing"
    for _ in drawn:
        now.law.back()
        now = Services.of(trusting.vault, MONDAY)
    assert days(now) == start
    assert now.catalogue.law == stacked(()).law
