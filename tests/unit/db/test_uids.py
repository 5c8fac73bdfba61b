from app.domain.uuid7 import milliseconds
from db.models import base
from db.models.base import UidSource


def test_uids_only_rise_even_within_a_millisecond_and_with_the_clock_put_back(monkeypatch) -> None:
    source = UidSource()
    now = [5_000]
    monkeypatch.setattr(base.time, "time_ns", lambda: now[0] * 1_000_000)
    made = [source.next() for _ in range(10_000)]
    now[0] = 10
    made += [source.next() for _ in range(10)]
    assert made == sorted(set(made))
    assert milliseconds(made[0]) == 5_000
    assert {uid.version for uid in made} == {7}
