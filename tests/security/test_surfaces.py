"""What leaks where no record is written: titles, tooltips, settings, print jobs, pictures of the screen, dumps."""

import ast
import os
import subprocess
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QDialog, QWidget

from app import doors
from tests.house.source import called, nodes, nothing, sweep
from ui import files
from ui.away.affinity import Unseen
from ui.tip import tip
from ui.widgets.label import ElidedLabel

ROOT = Path(__file__).parents[2]
RICH = {"QLabel", "QMessageBox", "QTextEdit", "QTextBrowser", "QTextDocument", "QErrorMessage", "QWhatsThis"}
PLAIN = "ui/widgets/label.py"
HELP = "ui/help/dialog.py"
"""Shows the program's own pages, which nobody writes into."""
KEPT = {("ui/shell/window.py", key) for key in ("f'{ANYBODY}/geometry'", "f'{slot}/{key}'")}
"""What the window keeps: its geometry, fold, page and day, under a digest of the user."""
BASES = {
    "ui/widgets/form_dialog.py": "FormDialog", "ui/documents/ask_dialog.py": "AskDialog",
    "ui/forms/dialog.py": "RecordDialog", "ui/cases/ask_line.py": "AskLine", "ui/bulk/dialog.py": "BulkDialog",
    "ui/care/sheet_dialogs.py": "CareDialog", "ui/care/sealed_form.py": "SealedForm",
}  # fmt: skip
"""Dialogs that are told their title: it is looked at where they are derived from."""
TOLD = set(BASES.values())
FORMS = "ui/record/entry_form.py"
"""Its titles are the `adding` and `correcting` of a form, message ids both."""
TITLES = {"setWindowTitle", "setWindowFilePath", "setWindowIconText"}


def rich(name: str, text: str) -> list[str]:
    """Widgets that render markup, wherever they are made or derived from; our plain label excepted."""
    found = []
    for node in nodes(text):
        bases = node.bases if isinstance(node, ast.ClassDef) else [node.func] if isinstance(node, ast.Call) else []
        found += [f"{name}:{node.lineno} {base.id}" for base in bases if isinstance(base, ast.Name) and base.id in RICH]
    ours = "QTextBrowser" if name == HELP else ""
    return [] if name == PLAIN else [one for one in found if not ours or not one.endswith(ours)]


def loose_titles(name: str, text: str) -> list[str]:
    """Window titles that are anything but one of our own words, without facts."""
    found = []
    for node in nodes(text):
        if not isinstance(node, ast.Call):
            continue
        if called(node) in TITLES and name not in BASES and not fixed(node.args[0]):
            found.append(f"{name}:{node.lineno} {ast.unparse(node)}")
        if called(node) in BASES.values() and not any(map(fixed, node.args)):
            found.append(f"{name}:{node.lineno} {ast.unparse(node)}")
    for made in nodes(text):
        told = isinstance(made, ast.ClassDef) and {ast.unparse(base) for base in made.bases} & TOLD
        if told and name not in BASES and name != FORMS:
            starts = (node for node in ast.walk(made) if isinstance(node, ast.Call))
            found += [
                f"{name}:{node.lineno} {ast.unparse(node)}" for node in starts
                if ast.unparse(node.func) == "super().__init__" and not any(map(fixed, node.args))
            ]
    return found


def fixed(title: ast.expr) -> bool:
    """Whether it is one of our words as it stands: ``_("New case")``, or either of two such words."""
    if isinstance(title, ast.IfExp):
        return fixed(title.body) and fixed(title.orelse)
    plain = isinstance(title, ast.Call) and not title.keywords
    return plain and all(isinstance(one, ast.Constant) or of_a_table(one) for one in title.args)


def of_a_table(word: ast.expr) -> bool:
    """Whether it is taken from a table of our words: ``TITLES[move]``."""
    return isinstance(word, ast.Subscript) and isinstance(word.value, ast.Name) and word.value.id == "TITLES"


def other_settings(name: str, text: str) -> list[str]:
    """Values kept with QSettings but by the window, under its own few keys; `test_leaks` searches its file."""
    return [
        f"{name}:{node.lineno} {ast.unparse(node)}"
        for node in nodes(text)
        if isinstance(node, ast.Call) and called(node) == "setValue" and len(node.args) == 2
        and (name, ast.unparse(node.args[0])) not in KEPT
    ]


def bare_dialogs(name: str, text: str) -> list[str]:
    """Questions for a file that do not go through ui/files.py, which forgets the answer."""
    calls = [node for node in nodes(text) if isinstance(node, ast.Call)]
    used = [node for node in calls if ast.unparse(node.func).split(".")[0] == "QFileDialog"]
    return [] if name == "ui/files.py" else [f"{name}:{node.lineno}" for node in used]


def named_jobs(name: str, text: str) -> list[str]:
    """Print jobs titled with anything but a case number or a word of our own."""
    jobs = [node for node in nodes(text) if isinstance(node, ast.Call) and called(node) == "print_pages"]
    found = [node for node in jobs if ast.unparse(node.args[1]) not in ("self._number", "NAME")]
    return [f"{name}:{node.lineno} {ast.unparse(node)}" for node in found]


@pytest.mark.parametrize("gate", [rich, loose_titles, other_settings, bare_dialogs, named_jobs])
def test_the_window_keeps_to_it(gate):
    assert nothing(sweep(gate, "ui"))


@pytest.mark.parametrize(
    ("gate", "line"),
    [
        (rich, "label = QLabel(text)"), (rich, "class Note(QTextEdit): pass"), (rich, "QMessageBox(self)"),
        (loose_titles, "self.setWindowTitle(view.name)"), (loose_titles, 'self.setWindowTitle(_("Case {n}", n=name))'),
        (loose_titles, "class A(FormDialog):\n    def f(self):\n        super().__init__(parent, self._name)"),
        (loose_titles, "AskLine(self, look, words, view.name, box, act)"),
        (other_settings, 'settings.setValue("last_case", number)'),
        (named_jobs, "print_pages(self, self._name, pictures)"),
        (bare_dialogs, "QFileDialog.getOpenFileName(self)"),
    ],
)  # fmt: skip
def test_a_breach_is_caught(gate, line):
    assert gate("ui/page.py", line)


HOSTILE = '<img src="file:///etc/passwd">&amp;<b>Ім’я</b>'


def test_markup_in_a_name_is_shown_letter_by_letter(qapp):
    label = ElidedLabel(HOSTILE)
    assert label.text() == HOSTILE
    assert "<img" not in label.toolTip()
    assert "&lt;img" in label.toolTip()
    assert tip("Ґудзь Ілля") == "Ґудзь Ілля"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_every_window_is_left_out_of_pictures(qapp, qtbot):
    told: list[int] = []
    unseen = Unseen(told.append)
    qapp.installEventFilter(unseen)
    window, child = QWidget(), QWidget()
    child.setParent(window)
    dialog, popup = QDialog(window), QWidget(window, Qt.WindowType.Popup)
    qtbot.addWidget(window)
    for one in (window, dialog, popup):
        one.show()
    handles = {int(one.winId()) for one in (window, dialog, popup)}
    popup.close()
    qapp.removeEventFilter(unseen)
    assert handles == set(told)


def test_the_dialogs_memory_is_wiped_and_nothing_else(qapp, tmp_path, monkeypatch):
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.setValue("FileDialog/history", ["file:///x/Ґудзь"])
    kept.setValue("FileDialog/lastVisited", "file:///x/Ґудзь")
    kept.setValue("FileDialog/sidebarWidth", 90)
    kept.sync()
    files.forget()
    kept.sync()
    assert kept.allKeys() == ["FileDialog/sidebarWidth"]
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, "")
    assert QCoreApplication.instance() is qapp


STATE = """
import ctypes, os, resource, tempfile
from app import doors
doors.shut()
print(oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
print(tempfile.gettempdir(), os.environ["SQLITE_TMPDIR"])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="these doors are Linux's")
def test_the_doors_are_shut(tmp_path):
    env = {"PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(tmp_path)}
    told = subprocess.run([sys.executable, "-c", STATE], env=env, capture_output=True, text=True, check=True).stdout
    assert told.splitlines() == ["0o77 (0, 0) 0", f"{tmp_path} {tmp_path}"]


def crashed(folder: Path, before: str) -> list[str]:
    """What lies in `folder` after a process died there that was allowed a core as large as it likes."""
    import resource

    def unlimited() -> None:
        most = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))

    dead = subprocess.run(
        [sys.executable, "-c", f"{before}; import os; os.abort()"], env={"PYTHONPATH": str(ROOT)}, cwd=folder,
        preexec_fn=unlimited, check=False,
    )  # fmt: skip
    assert dead.returncode == -6
    return [path.name for path in folder.iterdir()]


@pytest.mark.skipif(sys.platform != "linux", reason="cores are looked for where Linux puts them")
def test_a_crash_leaves_no_core(tmp_path):
    assert crashed(tmp_path, "from app import doors; doors.shut()") == []


@pytest.mark.skipif(sys.platform != "linux", reason="cores are looked for where Linux puts them")
def test_without_shut_doors_a_crash_leaves_a_core(tmp_path):
    pattern = Path("/proc/sys/kernel/core_pattern").read_text().strip()
    import resource

    if "/" in pattern or pattern.startswith("|") or resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("this machine puts no core beside the process")
    assert crashed(tmp_path, "pass") != []


@pytest.mark.parametrize("folder", ["", "/nonexistent"])
def test_without_a_folder_in_memory_the_usual_one_stays(folder):
    environment = {"XDG_RUNTIME_DIR": folder, "TMPDIR": "/usual"}
    doors.keep_in_memory(environment)
    assert environment["TMPDIR"] == "/usual"
