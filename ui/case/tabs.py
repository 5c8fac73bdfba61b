"""The further tabs of a case, in their order; each is built when it is first looked at."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.errors import N_
from app.domain.role import Right
from ui.care.tab import CareTab
from ui.case.person_tab import PersonTab
from ui.case.status_tab import StatusTab
from ui.consents.tab import RightsTab
from ui.information.tab import InformationTab
from ui.money.tab import MoneyTab
from ui.notes.tab import NotesTab
from ui.record.tab import CaseTab
from ui.reintegration.tab import ReturnTab
from ui.search.tab import SearchTab
from ui.timeline.tab import TimelineTab
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class TabDef:
    """One tab. `key`: of the command that shows it; `title`: a message id; `acts`: commands that it carries out.

    `right`: who has it not does not even see that there is such a tab.
    """

    key: str
    title: str
    make: Callable[[Workplace], CaseTab]
    acts: tuple[str, ...] = ()
    right: Right | None = None


TABS: tuple[TabDef, ...] = (
    TabDef("tab_person", N_("Person"), PersonTab),
    TabDef("tab_status", N_("Status"), StatusTab),
    TabDef("tab_information", N_("Information"), InformationTab, ("information",)),
    TabDef("tab_notes", N_("Notes"), NotesTab, ("note", "promise", "appointment")),
    TabDef("tab_search", N_("Search"), SearchTab, ("request",)),
    TabDef("tab_money", N_("Money"), MoneyTab, ("money_claim", "payment", "count")),
    TabDef("tab_rights", N_("Rights"), RightsTab, ("consent", "rights_request")),
    TabDef("tab_care", N_("Psychologist"), CareTab, right=Right.CLINICAL),
    TabDef("tab_return", N_("Return"), ReturnTab),
    TabDef("tab_timeline", N_("Timeline"), TimelineTab, ("case_history",)),
)
