"""The main job, whole: a messy workbook becomes a vault with dated steps, a family's paper and a sealed package.

Everything is synthetic and lands in one folder; each step says what it did, how long it took, where the files are.
"""

import argparse
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.cases.queries import CaseFilter
from app.clock import SystemClock
from app.domain.errors import N_
from app.domain.fate import Fate
from app.exchange.office import SenderCard, keygen, read_identity
from app.exchange.package import open_package
from app.founding import found
from app.i18n import Words
from app.office.service import OfficeRow
from app.services import Services
from app.spreadsheets.report import write_report
from app.training.workbook import write_messy_workbook
from app.vault.files import write_atomically
from app.vault.vault import OpenVault

PASSPHRASE = "шість слів для навчального сховища"  # noqa: S105 - synthetic data, and it is printed
USER = "Оксана Коваль"
OFFICE = OfficeRow(
    name="Навчальний офіс супроводу родин",
    address="м. Приклад, вул. Зразкова, 1",
    phones="+380 00 000 00 01, +380 00 000 00 02",
    training=True,
)


_MARK = ".suprovid-demo"
"""Only a folder that holds this is cleared for the next run."""


class Tale:
    """Tells each step in two languages, with its time."""

    def __init__(self) -> None:
        self._uk, self._en = Words("uk"), Words("en")

    @contextmanager
    def step(self, text: str) -> Iterator[None]:
        """Time what happens inside under the heading `text`, a message id."""
        print(f"\n{self._uk(text)} / {self._en(text)}", flush=True)  # noqa: T201 - this program talks
        began = time.perf_counter()
        yield
        print(f"  {time.perf_counter() - began:.2f} s", flush=True)  # noqa: T201

    def say(self, text: object) -> None:
        """One line of what came out."""
        print(f"  {text}", flush=True)  # noqa: T201


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demonstration; the exit status of the program."""
    parser = argparse.ArgumentParser(prog="dev.py demo")
    parser.add_argument("--out", type=Path, default=Path("demo-out"), help="folder for everything it makes")
    parser.add_argument("--cases", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-window", action="store_true", help="pictures instead of the window")
    asked = parser.parse_args(arguments)
    out: Path = asked.out.resolve()
    if out.exists() and any(out.iterdir()) and not (out / _MARK).exists():
        parser.error(f"{out}: не порожня тека, а вміст не від показу / not empty, and not made by the demonstration")
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    (out / _MARK).touch()
    tale = Tale()
    vault = _caseload(tale, out, asked.cases, asked.seed)
    _paper_and_package(tale, out, vault)
    if asked.no_window or not _has_display():
        return _pictures(tale, out, vault)
    return _window(vault)


def _caseload(tale: Tale, out: Path, cases: int, seed: int) -> OpenVault:
    _ = N_
    workbook = out / "облік.xlsx"
    with tale.step(_("An office's messy workbook")):
        rows = write_messy_workbook(workbook, cases, seed, today=SystemClock().today())
        tale.say(f"{workbook}: {len(rows)}")
    with tale.step(_("An encrypted vault")):
        vault = found(out / "навчальне", USER, PASSPHRASE, OFFICE)
        services = Services.of(vault)
        tale.say(f"{vault.path} · {USER} · «{PASSPHRASE}»")
    with tale.step(_("Reading the workbook: one plan for preview and import")):
        plan = services.imports.plan(workbook)
        counts = plan.counts
        tale.say(f"+ {counts.clean}  ! {counts.with_warnings}  = {counts.duplicates}  × {counts.refused}")
    with tale.step(_("Import, in one transaction")):
        services.imports.apply(plan)
        write_report(plan, out / "звіт-імпорту.xlsx", "uk")
        today = services.plan.today()
        tale.say(f"{services.cases.count(CaseFilter())} · {out / 'звіт-імпорту.xlsx'}")
        tale.say(f"{today.overdue_count} / {today.today_count} / {today.week_count}")
    return vault


def _paper_and_package(tale: Tale, out: Path, vault: OpenVault) -> None:
    _ = N_
    services = Services.of(vault)
    with tale.step(_("The family's paper, Ukrainian and English")):
        captive = CaseFilter(fates=frozenset({Fate.CAPTIVE_CONFIRMED}))
        rows = services.cases.page(captive, size=1).rows or services.cases.page(CaseFilter(), size=1).rows
        pdf = out / f"пам'ятка-{rows[0].number}.pdf"
        write_atomically(pdf, services.papers.family_paper(rows[0].uid, None, ("uk", "en")))
        services.papers.given(rows[0].uid, None)
        tale.say(pdf)
    with tale.step(_("The coordinating office's keys")):
        keys = keygen(out / "координаційний-офіс")
        tale.say(keys.recipient)
    with tale.step(_("A sealed package for the coordinating office")):
        sealed = services.exchange.export(keys.recipient, out)
        tale.say(f"{sealed.path} ({sealed.path.stat().st_size:,} B)")
    with tale.step(_("The office opens it and knows the sender")):
        card = SenderCard.read(vault.path / "sender.json")
        with sealed.path.open("rb") as file:
            opened = open_package(file, read_identity(keys.identity), card)
            tale.say(f"verified={opened.verified} training={opened.manifest.training} cases={len(opened.records)}")


def _has_display() -> bool:
    if sys.platform == "win32" or sys.platform == "darwin":
        return True
    offscreen = os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    return not offscreen and bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _pictures(tale: Tale, out: Path, vault: OpenVault) -> int:
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    from ui.grab import grab

    _ = N_
    try:
        with tale.step(_("No display here: pictures of the main screens")):
            pictures = grab(Services.of(vault), SystemClock(), out / "екрани")
            tale.say(f"{out / 'екрани'}: {len(pictures)}")
    finally:
        vault.close()
    return 0


def _window(vault: OpenVault) -> int:
    from ui.main import main as window

    path = vault.path
    vault.close()
    return window(["--vault", str(path)])


if __name__ == "__main__":
    sys.exit(main())
