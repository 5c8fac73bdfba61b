"""Money typed at a terminal: written, shown, counted with its law, refused in words."""

from click.testing import CliRunner, Result

from ui.cli import main


def typed(typist, command: str, *options: str) -> Result:
    where = ["--vault", str(typist.vault), "--passphrase-file", str(typist.file)]
    return CliRunner().invoke(main, ["money", command, "--case", typist.number, *options, *where])


def test_what_is_written_is_shown_and_what_is_not_known_is_told(typist) -> None:
    assert typed(typist, "claim", "--relative", "1", "--filed", "06.07.2025", "--body", "TCC").exit_code == 0
    done = typed(typist, "payment", "--relative", "1", "--month", "08.2025", "--expected", "25 000", "--received", "0")
    assert done.stdout == "не надійшло\n"
    assert typed(typist, "show", "--for", "1").stdout.splitlines() == [
        "06.07.2025  Забезпечення (постанова 884)  Олена",
        "08.2025  Олена  0\u00a0₴ / 25\u00a0000\u00a0₴  не надійшло",
    ]
    told = typed(typist, "check", "--sum", "100 000,01").stdout
    assert told.startswith("Щоб порахувати, спершу спитайте: чи є особисте розпорядження; Олена: ")
    assert "Перевірте: ТЦК та СП" in told
    assert "Перевірте" in typed(typist, "check", "--on", "31.01.2025").stdout

    for options, words in (
        (("payment", "--month", "08.2025", "--expected", "-5"), "не схоже на суму"),
        (("payment", "--month", "08.2025", "--expected", "9" * 5000), "Сума більша за будь-яку виплату."),
        (("payment", "--month", "2025", "--expected", "5"), "за який місяць"),
        (("claim", "--kind", "gold"), "Виплати «gold» немає."),
        (("show", "--for", "7"), "У цій справі немає отримувача 7."),
    ):
        refused = typed(typist, *options)
        assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1), refused.output
        assert words in refused.stderr
