"""Steps and the days from which their terms run, typed at a terminal."""

from tests.e2e.typist import Typist


def numbered(typist: Typist, name: str) -> str:
    lines = typist.type("step list", "--all").stdout.splitlines()
    return next(line.partition(".")[0] for line in lines if name in line)


def test_a_step_of_our_own_is_added_worked_on_and_refused(typist: Typist) -> None:
    added = ("--what", "Подати на путівку", "--track", "financial", "--due", "01.12.2099", "--relative", "1")
    assert typist.type("step add", *added).exit_code == 0
    number = numbered(typist, "Подати на путівку")
    assert typist.type("step set", "--step", number, "--waits-for", "PFU").exit_code == 0
    assert "чека" in next(line for line in typist.type("step list").stdout.splitlines() if "путівку" in line)
    assert typist.refused("step set", "--step", number)
    assert typist.refused("step set", "--step", number, "--waits-for", "NOBODY")
    assert typist.type("step set", "--step", number, "--refused", "лист 44").exit_code == 0
    told = typist.type("step list", "--all").stdout
    assert "Оскарження відмови" in told
    assert "КПК України ст. 304" in told, "the shortest term, until a lawyer picks one"
    assert typist.refused("step set", "--step", "999", "--done")


def test_the_day_of_an_event_says_which_due_days_move(typist: Typist) -> None:
    assert "NOTICE_RECEIVED" in typist.type("event list").stdout
    tried = typist.type("event set", "--event", "POLICE_REPORTED", "--on", "06.11.2026", "--dry-run").stdout
    assert "було без дня → стало" in tried
    assert "06.11.2026" not in typist.type("event list").stdout
    assert typist.type("event set", "--event", "POLICE_REPORTED", "--on", "06.11.2026").stdout == tried
    assert "від дня заяви до поліції 06.11.2026" in typist.type("step list").stdout
    again = typist.type("event set", "--event", "POLICE_REPORTED", "--on", "06.11.2026")
    assert again.stdout == "Жоден строк не змінюється.\n"
    assert typist.refused("event set", "--event", "FULL_MOON", "--on", "06.11.2026")
