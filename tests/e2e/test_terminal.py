"""The whole job from a terminal, as a stranger would type it."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdf
import pytest

from app.training.workbook import write_messy_workbook
from tests.e2e.terminal import ROOT, Stranger, Terminal


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    made = Terminal(tmp_path_factory.mktemp("home"))
    made.ok("vault", "create", *made.vault, "--user", "Олена", "--training")
    write_messy_workbook(made.home / "book.xlsx", cases=40, seed=5, today=date(2026, 11, 23))
    return made


@pytest.fixture(scope="module")
def stranger(terminal: Terminal) -> Stranger:
    """At the same machine."""
    return Stranger(terminal.home)


def test_the_whole_job(terminal: Terminal, stranger: Stranger) -> None:
    home = terminal.home
    dry = terminal.ok("import", str(home / "book.xlsx"), *terminal.vault, "--dry-run")
    assert "Нічого не записано" in dry
    assert terminal.ok("cases", *terminal.vault, "--json").strip() == "[]"
    stranger.ok("import", str(home / "book.xlsx"), *terminal.vault, "--report", str(home / "report.xlsx"))
    assert (home / "report.xlsx").stat().st_size > 1000

    cases = [json.loads(line) for line in terminal.ok("dump", *terminal.vault, "--reason", "перевірка").splitlines()]
    assert len(cases) >= 38
    assert set(cases[0]) == {
        "number", "source_row", "surname", "given", "patronymic", "born", "rnokpp", "unit", "fate", "event_date",
        "relatives", "steps",
    }
    listed = json.loads(terminal.ok("cases", *terminal.vault, "--search", cases[0]["surname"], "--json"))
    assert cases[0]["number"] in {case["number"] for case in listed}
    assert json.loads(terminal.ok("due", *terminal.vault, "--on", "2026-12-20", "--json"))

    missing = next(case for case in cases if case["fate"] == "MISSING")
    pdf = home / "paper.pdf"
    stranger.ok("summary", "--case", missing["number"], "--language", "both", "-o", str(pdf), *terminal.vault)
    told = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.read_bytes())).pages)
    assert missing["given"] in told
    assert "For the family" in told

    terminal.ok("office", "keygen", "-o", str(home / "keys"))
    package = terminal.ok(
        "export", "--to", str(home / "keys" / "office.recipient.txt"), "-o", str(home), *terminal.vault
    ).splitlines()[0]
    assert missing["surname"] not in Path(package).name
    identity = ["--key", str(home / "keys" / "office.identity.txt")]
    loose = json.loads(terminal.ok("open", package, *identity, "--json"))
    assert (loose["verified"], loose["training"], len(loose["cases"])) == (False, True, len(cases))
    pinned = ["--from", str(home / "office.suprovid" / "sender.json")]
    known = json.loads(stranger.ok("open", package, *identity, *pinned, "--json"))
    assert known["verified"] is True
    assert {case["number"]: case for case in known["cases"]} == {case["number"]: case for case in cases}
    assert "ціле" in terminal.ok("vault", "check", *terminal.vault)


def test_refusals_are_one_line_and_say_what_to_do(terminal: Terminal, stranger: Stranger) -> None:
    home = terminal.home
    (home / "wrong").write_text("не той пароль зовсім", "utf-8")
    wrong = ["--vault", str(home / "office"), "--passphrase-file", str(home / "wrong")]
    assert "Traceback" not in stranger.refused("cases", *wrong)
    assert "К-2026-999999" in terminal.refused(
        "summary", "--case", "К-2026-999999", "-o", str(home / "x.pdf"), *terminal.vault
    )
    assert "dump" not in terminal.refused("dump", *terminal.vault, "--reason", "  ")
    assert terminal.refused("cases", "--vault", str(home / "none"), "--passphrase-file", str(home / "pass"))
    assert terminal.refused("import", str(home / "none.xlsx"), *terminal.vault)
    assert terminal.refused("vault", "create", *terminal.vault, "--user", "Олена")
    assert stranger.refused("nonsense")
    assert not (home / "x.pdf").exists()


def test_a_flipped_package_gives_one_refusal_and_no_output(terminal: Terminal) -> None:
    home = terminal.home
    terminal.ok("office", "keygen", "-o", str(home / "other"))
    recipient = str(home / "other" / "office.recipient.txt")
    package = Path(terminal.ok("export", "--to", recipient, "-o", str(home / "other"), *terminal.vault).splitlines()[0])
    data = bytearray(package.read_bytes())
    data[len(data) // 2] ^= 1
    package.write_bytes(data)
    done = terminal.run("open", str(package), "--key", str(home / "other" / "office.identity.txt"), "--json")
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    assert done.returncode != 0


def test_a_training_vault_is_the_same_for_the_same_seed(terminal: Terminal) -> None:
    home = terminal.home
    dumps = []
    for name in ("one", "two"):
        vault = ["--vault", str(home / name), "--passphrase-file", str(home / "pass")]
        done = terminal.run("training", "create", *vault, "--cases", "15", "--seed", "9")
        assert done.returncode == 0, done.stderr
        dumps.append(terminal.ok("dump", *vault, "--reason", "порівняння"))
    assert dumps[0] == dumps[1]


def test_tools_answer(terminal: Terminal) -> None:
    assert terminal.ok("tools", "translit", "Згурський Мар'ян").strip() == "Zghurskyi Marian"
    assert terminal.ok("tools", "rnokpp", "3227900310").split() == ["3227900310", "1988-05-17", "M"]
    assert terminal.refused("tools", "rnokpp", "1234567890")
    term = ["--event", "2026-11-06", "--qty", "15", "--unit", "day", "--kind", "body_term"]
    assert terminal.ok("tools", "due", *term).split()[0] == "2026-11-23"


def test_the_terminal_never_loads_the_window(terminal: Terminal) -> None:
    code = "import sys; import ui.cli; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_dump_of_real_cases_waits_and_the_wait_can_be_taken_back(terminal: Terminal) -> None:
    vault = ["--vault", str(terminal.home / "real"), "--passphrase-file", str(terminal.home / "pass")]
    terminal.ok("vault", "create", *vault, "--user", "Олена")
    assert "24" in terminal.refused("dump", *vault, "--reason", "перевірка")
    (asked,) = json.loads(terminal.ok("approval", "list", *vault, "--json"))
    assert (asked["kind"], asked["standing"], asked["reason"]) == ("dump", "waiting", "перевірка")
    terminal.ok("approval", "withdraw", asked["request"], *vault)
    assert "відкликано" in terminal.ok("approval", "list", *vault)


def test_an_import_is_listed_and_taken_back(terminal: Terminal) -> None:
    vault = ["--vault", str(terminal.home / "back"), "--passphrase-file", str(terminal.home / "pass")]
    terminal.ok("vault", "create", *vault, "--user", "Олена", "--training")
    assert terminal.ok("imports", "list", *vault, "--json").strip() == "[]"
    terminal.ok("import", str(terminal.home / "book.xlsx"), *vault)
    (made,) = json.loads(terminal.ok("imports", "list", *vault, "--json"))
    cases = terminal.ok("dump", *vault, "--reason", "перевірка").splitlines()
    assert (made["n"], made["file"], made["cases"], made["taken_back_at"]) == (1, "book.xlsx", len(cases), None)
    assert "немає" in terminal.refused("imports", "undo", "2", *vault)
    assert "Імпорт скасовано" in terminal.ok("imports", "undo", "1", *vault)
    assert terminal.ok("cases", *vault, "--json").strip() == "[]"
    assert "скасовано" in terminal.ok("imports", "list", *vault)
    assert "уже скасовано" in terminal.refused("imports", "undo", "1", *vault)


def test_ctrl_c_in_an_import_leaves_nothing_and_is_told_in_one_clean_line(
    terminal: Terminal, stranger: Stranger
) -> None:
    vault = ["--vault", str(terminal.home / "stopped"), "--passphrase-file", str(terminal.home / "pass")]
    terminal.ok("vault", "create", *vault, "--user", "Олена", "--training")
    status, heard = stranger.interrupted("import", str(terminal.home / "book.xlsx"), *vault)
    progress, line = heard.rstrip("\r\n").rsplit("\r", 1)
    assert (status, line) == (130, "Зупинено; нічого не змінено.")
    assert " із " in progress
    assert terminal.ok("imports", "list", *vault, "--json").strip() == "[]"


def test_ctrl_c_at_a_question_is_one_line(stranger: Stranger) -> None:
    status, heard = stranger.interrupted("cases", "--vault", str(stranger.home / "office"))
    assert status == 130
    assert heard.splitlines()[-1] == "Зупинено."
    assert "Traceback" not in heard
