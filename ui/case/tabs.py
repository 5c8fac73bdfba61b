"""The further tabs of a case, in their order; each is built when it is first looked at."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.errors import N_
from ui.case.person_tab import PersonTab
from ui.notes.tab import NotesTab
from ui.record.tab import CaseTab
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class TabDef:
    """One tab. `key`: of the command that shows it; `title`: a message id; `acts`: commands that it carries out."""

    key: str
    title: str
    make: Callable[[Workplace], CaseTab]
    acts: tuple[str, ...] = ()


TABS: tuple[TabDef, ...] = (
    TabDef("tab_person", N_("Person"), PersonTab),
    TabDef("tab_notes", N_("Notes"), NotesTab, ("note", "promise")),
)
