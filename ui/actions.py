"""Every command of the program, declared once: menus, keys, the palette and the sheet of keys are built from here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import N_
from app.domain.role import Right

TODAY, CASES, CASE, CALENDAR = "today", "cases", "case", "calendar"
REPORTS, SETTINGS = "reports", "settings"
PAGES = (TODAY, CASES, CASE, CALENDAR, REPORTS, SETTINGS)
ANYWHERE = frozenset(PAGES)
IN_A_CASE = frozenset({CASE})


class Group(StrEnum):
    """Where a command stands in the main menu and in the sheet of keys."""

    GO = "go"
    WORK = "work"
    CASE = "case"
    LIST = "list"
    VIEW = "view"
    SAFETY = "safety"
    HELP = "help"
    FIELDS = "fields"


TITLES: Mapping[Group, str] = {
    Group.GO: N_("Go to"),
    Group.WORK: N_("Work"),
    Group.CASE: N_("This case"),
    Group.LIST: N_("List of cases"),
    Group.VIEW: N_("View"),
    Group.SAFETY: N_("Safety"),
    Group.HELP: N_("Help"),
    Group.FIELDS: N_("In lists and fields"),
}


@dataclass(frozen=True, slots=True)
class ActionDef:
    """One command: its words, icon and keys, and where it is of use.

    `where`: the pages. `right`: what its user must be allowed. `writes`: not in a vault opened for reading only.
    `visitors`: while a family looks on, too. `over`: dialogs too. `inner`: the field or list in use does it itself,
    so that only the sheet of keys tells of it.
    """

    key: str
    text: str
    icon: str
    group: Group
    keys: tuple[str, ...] = ()
    where: frozenset[str] = ANYWHERE
    right: Right | None = None
    writes: bool = False
    visitors: bool = False
    over: bool = False
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """Where somebody is and what he may. `moot`: commands that would change nothing just now."""

    page: str
    rights: frozenset[Right] = frozenset(Right)
    writable: bool = True
    visitor: bool = False
    covered: bool = False
    moot: frozenset[str] = frozenset()

    def offers(self, action: ActionDef) -> bool:
        """Whether the command can be given here and now."""
        return (
            not action.inner
            and self.page in action.where
            and (action.right is None or action.right in self.rights)
            and (self.writable or not action.writes)
            and (action.visitors or not self.visitor)
            and (action.over or not self.covered)
            and action.key not in self.moot
        )


def _go() -> Iterator[ActionDef]:
    group = Group.GO
    yield ActionDef("today", N_("Today"), "sun", group, ("Ctrl+1",))
    yield ActionDef("cases", N_("Cases"), "folder-open", group, ("Ctrl+2",))
    yield ActionDef("calendar", N_("Calendar"), "calendar-days", group, ("Ctrl+3",))
    yield ActionDef("reports", N_("Reports"), "chart-column", group, ("Ctrl+4",))
    yield ActionDef("settings", N_("Settings"), "settings", group, ("Ctrl+6", "Ctrl+,"))
    yield ActionDef("palette", N_("Search everything"), "search", group, ("Ctrl+K",))
    yield ActionDef("seek", N_("Search in cases"), "text-search", group, ("Ctrl+F",))
    yield ActionDef("back", N_("Back"), "arrow-left", group, ("Alt+Left", "Back"))
    yield ActionDef("forward", N_("Forward"), "arrow-right", group, ("Alt+Right", "Forward"))
    yield ActionDef("menu", N_("Menu"), "menu", group, ("F10",))


def _work() -> Iterator[ActionDef]:
    group, own = Group.WORK, Right.CASES_OWN
    yield ActionDef("new_case", N_("New case…"), "plus", group, ("Ctrl+N", "Ins"), right=own, writes=True)
    yield ActionDef("contact", N_("New contact…"), "phone", group, ("Ctrl+Shift+C",), right=own, writes=True)
    calls = N_("Exchange day: families to call…")
    yield ActionDef("exchange_day", calls, "phone-call", group, (), right=own, writes=True)
    yield ActionDef("digest", N_("The week: behind and ahead…"), "clipboard-list", group, ("Ctrl+Shift+W",))
    yield ActionDef("import", N_("Import a workbook…"), "upload", group, ("Ctrl+I",), right=Right.TRANSFER, writes=True)
    yield ActionDef("undo", N_("Undo"), "undo-2", group, ("Ctrl+Z",), writes=True)
    yield ActionDef("redo", N_("Do it again"), "redo-2", group, ("Ctrl+Y", "Ctrl+Shift+Z"), writes=True)
    yield ActionDef("refresh", N_("Read anew"), "refresh-cw", group, ("F5",))


def _case() -> Iterator[ActionDef]:
    group, here = Group.CASE, IN_A_CASE
    yield ActionDef("print", N_("Print the family’s paper…"), "printer", group, ("Ctrl+P",), here)
    yield ActionDef("status", N_("Change the status…"), "flag", group, ("Ctrl+Shift+S",), here, writes=True)
    told = N_("The family was told…")
    yield ActionDef("told", told, "message-circle", group, ("Ctrl+Shift+T",), here, writes=True)
    yield ActionDef("correct", N_("Put the data right…"), "pencil", group, ("F2",), here, writes=True)
    yield ActionDef("relative", N_("Add a relative…"), "user-plus", group, ("Ctrl+Shift+R",), here, writes=True)
    yield ActionDef("documents", N_("Add documents…"), "file-plus", group, ("Ctrl+Shift+D",), here, writes=True)
    yield ActionDef("information", N_("Add information…"), "inbox", group, ("Ctrl+Shift+I",), here, writes=True)
    yield ActionDef("note", N_("Write a note…"), "notebook-pen", group, ("Ctrl+Shift+N",), here, writes=True)
    yield ActionDef("promise", N_("Write a promise down…"), "handshake", group, ("Ctrl+Shift+P",), here, writes=True)
    meet = N_("Make an appointment…")
    yield ActionDef("appointment", meet, "calendar-plus", group, ("Ctrl+Shift+A",), here, writes=True)
    yield ActionDef("request", N_("Write a request down…"), "send", group, ("Ctrl+Shift+E",), here, writes=True)
    yield ActionDef("money_claim", N_("Write a claim for money down…"), "file-text", group, (), here, writes=True)
    yield ActionDef("payment", N_("Write a payment down…"), "banknote", group, ("Ctrl+Shift+G",), here, writes=True)
    yield ActionDef("count", N_("Count a sum…"), "calculator", group, (), here)
    yield ActionDef("consent", N_("Write a consent down…"), "signature", group, (), here, writes=True)
    yield ActionDef("rights_request", N_("Write down what they ask…"), "scale", group, (), here, writes=True)
    yield ActionDef("close_case", N_("Close the case, or open it again…"), "archive", group, (), here, writes=True)
    yield ActionDef("case_history", N_("Every change of a field…"), "history", group, (), here)
    yield ActionDef("copy", N_("Copy the case number"), "copy", group, ("F9",), here)
    yield ActionDef("pin", N_("Pin or unpin this case"), "pin", group, ("Ctrl+D",), here, writes=True)
    for number, (key, text, icon) in enumerate(_TABS, 1):
        keys = (f"Alt+{number % 10}",) if number <= TEN else ()
        yield ActionDef(key, text, icon, group, keys, here, _RIGHTS.get(key))


TEN = 10
"""Tabs with a key of their own: Alt+1 to Alt+9, Alt+0."""
_TABS = (
    ("tab_overview", N_("Overview of the case"), "list"),
    ("tab_steps", N_("Steps of the case"), "list-checks"),
    ("tab_family", N_("Family of the case"), "users"),
    ("tab_documents", N_("Documents of the case"), "files"),
    ("tab_person", N_("The person of the case"), "user"),
    ("tab_status", N_("The status of the case"), "flag"),
    ("tab_information", N_("What became known in the case"), "inbox"),
    ("tab_notes", N_("Notes, contacts and promises of the case"), "notebook-pen"),
    ("tab_search", N_("The search for the person"), "search-check"),
    ("tab_money", N_("The money of the case"), "banknote"),
    ("tab_rights", N_("Consents and rights in the case"), "scale"),
    ("tab_care", N_("What the psychologist keeps"), "heart-handshake"),
    ("tab_return", N_("The way back after captivity"), "footprints"),
    ("tab_timeline", N_("Timeline of the case"), "scroll-text"),
)
_RIGHTS = {"tab_care": Right.CLINICAL}
"""Tabs that not everybody sees."""


def _list() -> Iterator[ActionDef]:
    group, here, own = Group.LIST, frozenset({CASES}), Right.CASES_OWN
    yield ActionDef("choose_all", N_("Choose all that the filter leaves"), "list-checks", group, (), here)
    yield ActionDef("assign", N_("Hand over to a worker…"), "user-check", group, (), here, own, writes=True)
    yield ActionDef("add_step", N_("Add a step to the chosen cases…"), "list-plus", group, (), here, own, writes=True)
    later = N_("Put off the steps of the chosen cases…")
    yield ActionDef("defer", later, "alarm-clock", group, (), here, own, writes=True)
    yield ActionDef("print_papers", N_("Papers for the families…"), "printer", group, (), here, own)
    yield ActionDef("export", N_("Package for the coordinating office…"), "package", group, (), here, Right.TRANSFER)
    yield ActionDef("copy_rows", N_("Copy the chosen rows"), "copy", group, (), here)
    yield ActionDef("columns", N_("Columns…"), "columns-3", group, (), here)
    yield ActionDef("density", N_("Tighter or looser rows"), "rows-3", group, (), here)
    yield ActionDef("preview", N_("Preview of a case"), "panel-right", group, ("F3",), here)


def _view() -> Iterator[ActionDef]:
    group = Group.VIEW
    yield ActionDef("fold", N_("Fold or unfold the sidebar"), "panel-left", group, ("Ctrl+B",))
    yield ActionDef("larger", N_("Larger text"), "a-large-small", group, ("Ctrl++", "Ctrl+="), visitors=True)
    yield ActionDef("smaller", N_("Smaller text"), "a-large-small", group, ("Ctrl+-",), visitors=True)
    yield ActionDef("usual", N_("Text of the usual size"), "a-large-small", group, ("Ctrl+0",), visitors=True)
    yield ActionDef("theme_light", N_("Light theme"), "sun", group)
    yield ActionDef("theme_dark", N_("Dark theme"), "moon", group)
    yield ActionDef("theme_hc", N_("High contrast"), "contrast", group)
    yield ActionDef("language_uk", N_("Language: Ukrainian"), "languages", group, visitors=True)
    yield ActionDef("language_en", N_("Language: English"), "languages", group, visitors=True)


def _safety() -> Iterator[ActionDef]:
    group = Group.SAFETY
    shown = N_("Show the family their page")
    yield ActionDef("visitor", shown, "user-check", group, ("F7",), IN_A_CASE, visitors=True)
    yield ActionDef("cover", N_("Hide the screen"), "eye-off", group, ("F8",), visitors=True, over=True)
    yield ActionDef("lock", N_("Lock"), "lock", group, ("Ctrl+L",), visitors=True, over=True)


def _help() -> Iterator[ActionDef]:
    group = Group.HELP
    yield ActionDef("help", N_("Help on what is in view"), "circle-question-mark", group, ("F1",), over=True)
    yield ActionDef("keys", N_("All keys"), "keyboard", group, ("?", "Ctrl+/"))
    yield ActionDef("about", N_("About the program"), "info", group)


def _fields() -> Iterator[ActionDef]:
    for key, text, pressed in (
        ("open", N_("Open what is chosen"), ("Return",)),
        ("tick", N_("Tick a step, show a veiled picture"), ("Space",)),
        ("put_off", N_("Put a task of Today off"), ("D",)),
        ("call", N_("Write down a contact about a task of Today"), ("C",)),
        ("choose", N_("Open the choice or the calendar of a field"), ("F4",)),
        ("save", N_("Save the form"), ("Ctrl+Return",)),
        ("paste", N_("Take a picture or files from the clipboard"), ("Ctrl+V",)),
        ("destroy", N_("Destroy the chosen document"), ("Del",)),
        ("history", N_("What the field said before"), ("Ctrl+H",)),
        ("next", N_("Next field"), ("Tab",)),
        ("leave", N_("Close a dialog, keep what is written"), ("Esc",)),
    ):
        yield ActionDef(key, text, "", Group.FIELDS, pressed, inner=True)


ACTIONS: tuple[ActionDef, ...] = (*_go(), *_work(), *_case(), *_list(), *_view(), *_safety(), *_help(), *_fields())
BY_KEY: Mapping[str, ActionDef] = {action.key: action for action in ACTIONS}
