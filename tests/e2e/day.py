"""One day of a caseworker without a mouse, in the real program, run as a process of its own.

The lock puts the same process in its own place, with ``--place``: that is the second life, after which he goes home.
"""

import sys

from app import settings as settings_file
from app.i18n import Words
from app.settings import Settings
from tests.e2e.keyboard import Keyboard, dialogs, focus, holder, texts

PHRASE = "шість слів для перевірки вікна й дверей"
USER = "Коваль О."
OFFICE = "Офіс супроводу"
SURNAME, GIVEN = "Згурський", "Мар’ян"
RELATIVE = "Згурська Олена"
PHONE = "380000012345"
NOTE = "Дружина питає про виплати"
UNSAVED = "Недописане про лікарню"
SOURCE = "лист № 5 від 12.09.2026"

_ = Words("uk")


def morning(keys: Keyboard) -> None:
    """From the first screen of all to the lock."""
    found_a_vault(keys)
    open_a_case(keys)
    contact(keys)
    tick(keys)
    status(keys)
    find(keys)
    jump(keys)
    ask_for_help(keys)
    hide(keys)
    paper(keys)
    settings(keys)
    lock(keys)


def afternoon(keys: Keyboard) -> None:
    """Back after the lock: the same place, and what was not saved."""
    keys.at(_("Passphrase"))
    keys.type(PHRASE)
    keys.press("Return")
    keys.reads(f"{SURNAME} {GIVEN}")
    keys.reads(UNSAVED)
    keys.press("Ctrl+Shift+C")
    keys.at(_("Note of a contact"))
    keys.look(lambda: sys.stdout.write("home\n"))
    keys.leave()


def found_a_vault(keys: Keyboard) -> None:
    """The four steps of the first run."""
    keys.at("Українська")
    keys.press("Return")
    keys.at(_("Name of the folder"))
    keys.press("Ctrl+A")
    keys.type("office")
    keys.press("Return")
    keys.at(_("Name of the office, for papers"))
    keys.type(OFFICE)
    keys.enter(_("Your name"), USER)
    keys.enter(_("New passphrase"), PHRASE)
    keys.enter(_("Passphrase once more"), PHRASE)
    keys.press("Return")
    keys.go(_("Create the vault"))
    keys.press("Return")
    keys.reads(_("The vault is ready"))
    keys.go(_("Go straight to work"))
    keys.press("Return")
    keys.until(lambda: dialogs() == ["MainWindow"], "the main window alone")
    keys.reads(_("Today"))


def open_a_case(keys: Keyboard) -> None:
    """A name, a unit, who turned to us."""
    keys.press("Ctrl+N")
    keys.at(_("Surname (required)"))
    keys.type(SURNAME)
    keys.press("Tab")
    keys.at(_("Given name (required)"))
    keys.type(GIVEN)
    keys.enter(_("Military unit"), "А1234")
    keys.enter(_("Surname, given name, patronymic"), RELATIVE)
    keys.enter(_("Phone"), PHONE)
    keys.go(_("Consent to the use of personal data is signed"))
    keys.press("Space", "Ctrl+Return")
    keys.until(lambda: dialogs() == ["MainWindow"], "the form gone")
    keys.reads(f"{SURNAME} {GIVEN}")


def contact(keys: Keyboard) -> None:
    """Somebody rings while he is on another page."""
    keys.press("Ctrl+1", "Ctrl+Shift+C")
    keys.at(_("Whose family"))
    keys.type("Згур")
    keys.reads(f"{SURNAME} {GIVEN}")
    keys.press("Return")
    keys.at(_("Cases found"))
    keys.press("Return")
    keys.at(_("Note of a contact"))
    keys.type(NOTE)
    keys.press("Ctrl+Return")
    keys.reads(_("The contact is saved."))
    keys.until(lambda: dialogs() == ["MainWindow"], "the quick contact gone")
    keys.press("Alt+Left")
    keys.reads(NOTE)


def tick(keys: Keyboard) -> None:
    """A step is done, and was not after all; another one is."""
    keys.press("Alt+2")
    keys.go(_("Steps"))
    done = _("Done: {step}", step="")
    keys.press("Space")
    keys.reads(done)
    keys.press("Ctrl+Z")
    keys.reads(_("Taken back — {deed}", deed=done))
    keys.at(_("Steps"))
    keys.press("Down", "Space")
    keys.until(lambda: any(text.startswith(done) for text in texts()), done)


def status(keys: Keyboard) -> None:
    """The first status that may follow, with every paper that is asked for."""
    keys.press("Ctrl+Shift+S")
    keys.at(_("New status"))
    keys.until(lambda: getattr(holder(), "count", int)(), "statuses to choose from")
    keys.press("Down")
    source = _("Where it is known from")
    while keys.look(focus) != source:
        keys.press("Tab")
        if keys.look(lambda: type(holder()).__name__) == "QCheckBox":
            keys.press("Space")
    keys.type(SOURCE)
    keys.press("Tab")
    keys.type("Підстава в листі")
    keys.press("Ctrl+Return")
    keys.reads(_("The status is changed."))
    keys.until(lambda: dialogs() == ["MainWindow"], "the form of the status gone")


def find(keys: Keyboard) -> None:
    """Letters into the search, and Enter into the case."""
    keys.press("Ctrl+1", "Ctrl+F")
    keys.at(_("Search in cases"))
    keys.type(SURNAME[:4].lower())
    keys.press("Return")
    keys.at(_("Cases"))
    keys.reads(_("{found} of {total}", found=1, total=1))
    keys.until(lambda: holder().currentIndex().isValid(), "a row to open")
    keys.press("Return")
    keys.at(_("Parts of the case"))
    keys.press("Alt+1")
    keys.reads(NOTE)


def jump(keys: Keyboard) -> None:
    """The number of a case, and Enter before the answer is there."""
    keys.press("Ctrl+1")
    keys.no_more(NOTE)
    keys.press("Ctrl+K")
    keys.at(_("Search everything"))
    keys.type("#1")
    keys.press("Return")
    keys.reads(NOTE)


def ask_for_help(keys: Keyboard) -> None:
    """Help, and back to where the keyboard was."""
    before = keys.look(focus)
    keys.press("F1")
    keys.at(_("Help"))
    keys.press("Esc")
    keys.at(before)


def hide(keys: Keyboard) -> None:
    """The family looks on; then somebody else comes in."""
    keys.press("F7")
    keys.no_more(_("Settings"))
    keys.reads(SURNAME)
    keys.press("F7")
    keys.reads(_("Settings"))
    keys.press("F8")
    keys.reads(_("Press F8 to go on."))
    keys.no_more(SURNAME)
    keys.press("F8")
    keys.reads(SURNAME)
    assert keys.look(focus), "the keyboard is nowhere"


def paper(keys: Keyboard) -> None:
    """Look at the family's paper, and keep it as a PDF where the program offers to."""
    keys.press("Ctrl+P")
    keys.reads(_("Only what this person may know stands on it. Read it before you hand it over."))
    keys.go(_("Save PDF…"))
    keys.press("Space")
    keys.until(lambda: type(holder().window()).__name__ == "QFileDialog", "the question where to save")
    keys.press("Return")
    keys.reads(_("Saved. Delete the file once it is printed."))
    keys.press("Esc")
    keys.until(lambda: dialogs() == ["MainWindow"], "the paper gone")


def settings(keys: Keyboard) -> None:
    """Every section, by the arrows; then larger type, that stays."""
    keys.press("Ctrl+6")
    keys.at(_("Sections of the settings"))
    keys.press("Down")
    keys.reads(OFFICE)
    keys.press("Down")
    keys.reads(USER)
    keys.press("Home", "Ctrl++")
    kept = settings_file.default_path()
    keys.until(lambda: settings_file.load(kept).font_scale > Settings().font_scale, "larger type")
    keys.at(_("Sections of the settings"))


def lock(keys: Keyboard) -> None:
    """A note is begun, and somebody comes."""
    keys.press("Alt+Left")
    keys.reads(NOTE)
    keys.press("Ctrl+Shift+C")
    keys.at(_("Note of a contact"))
    keys.type(UNSAVED)
    keys.reads(UNSAVED)
    keys.press("Ctrl+L")
    keys.until(lambda: False, "another life")


def main() -> int:
    """Live through the day; the exit status of the program."""
    from ui.main import main as program

    keys = Keyboard()
    keys.sit_down(afternoon if "--place" in sys.argv else morning)
    return program(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
