"""Notes, promises, closing, the timeline and the history of a case, typed at a terminal."""

import json

from tests.e2e.typist import Typist


def test_a_note_is_kept_from_whom_it_is_not_for(typist: Typist) -> None:
    assert typist.type("note add", "--text", "Говорити лише з донькою.").exit_code == 0
    assert typist.type("note add", "--text", "Про стан.", "--audience", "psychologist").exit_code == 0
    shown = typist.type("note list").stdout
    assert "Говорити лише з донькою." in shown
    assert "Про стан." not in shown, "the founder is no psychologist"
    assert typist.refused("note add", "--text", "завтра", "--on", "2999-01-01")


def test_a_promise_is_listed_and_settled(typist: Typist) -> None:
    promised = ("--what", "Надіслати копію", "--due", "01.12.2099", "--relative", "1")
    assert typist.type("promise add", *promised).exit_code == 0
    assert "1.  01.12.2099  Надіслати копію  Ґудзь Олена Іванівна  обіцяно" in typist.type("promise list").stdout
    assert "не виконано" not in typist.type("promise list").stdout
    assert typist.type("promise settle", "--promise", "1", "--not-kept", "орган не відповів").exit_code == 0
    assert "не виконано  орган не відповів" in typist.type("promise list").stdout
    assert typist.refused("promise settle", "--promise", "2", "--kept")


def test_a_case_is_closed_and_opened_again(typist: Typist) -> None:
    assert "Завершіть їх" in typist.refused("close", "--reason", "settled")
    assert typist.type("close", "--reason", "moved", "--left-open", "далі веде інший офіс").exit_code == 0
    assert typist.view().closed is not None
    assert typist.type("reopen", "--why", "родина знову написала").exit_code == 0
    assert typist.view().closed is None
    told = json.loads(typist.type("timeline", "--json").stdout)["timeline"]
    assert {"closed", "reopened", "opened", "fate"} <= {row["kind"] for row in told}


def test_the_history_says_from_what_to_what(typist: Typist) -> None:
    typist.type("restrict")
    shown = typist.type("history").stdout
    assert "Записується, хто читав: ні → так" in shown
    assert "restricted" not in shown
