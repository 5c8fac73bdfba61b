"""Which page of the help speaks of what is in view."""

from collections.abc import Mapping

from ui.actions import CALENDAR, CASE, CASES, REPORTS, SETTINGS, TODAY

FIRST = "first-steps"
_TOPICS: Mapping[str, str] = {
    TODAY: "today",
    CASES: "case",
    CALENDAR: "today",
    REPORTS: "today",
    "DigestDialog": "today",
    "DeferDialog": "steps",
    "DeferStepsDialog": "steps",
    CASE: "case",
    SETTINGS: "first-steps",
    "users": "users",
    "law": "laws",
    "LawPreviewDialog": "laws",
    "LawCardDialog": "laws",
    "RulesDialog": "laws",
    "approvals": "users",
    "copies": "copies",
    "check": "copies",
    "recovery": "trouble",
    "journal": "protection",
    "NewCaseDialog": "case",
    "PersonDialog": "case",
    "RelativeDialog": "family",
    "KinDialog": "family",
    "QuickContact": "case",
    "StatusDialog": "status",
    "ToldDialog": "status",
    "ItemDialog": "information",
    "CompareDialog": "information",
    "ScreeningDialog": "care",
    "ResultDialog": "care",
    "SessionDialog": "care",
    "SafetyPlanDialog": "care",
    "ViolenceDialog": "care",
    "ChildDialog": "care",
    "DisclosureDialog": "care",
    "GroupsDialog": "care",
    "PlanPaperDialog": "return",
    "CountDialog": "money",
    "PrintDialog": "paper",
    "ImportDialog": "import",
    "CopyDialog": "documents",
    "DescribeDialog": "documents",
    "EraseDialog": "documents",
    "Viewer": "documents",
    "KeysDialog": "keys",
    "AboutDialog": "protection",
    "RestoreDialog": "copies",
    "AddStepDialog": "steps",
    "HandOverDialog": "case",
    "BulkDialog": "case",
    "PapersDialog": "paper",
    "PackageDialog": "office",
    "AddUserDialog": "users",
    "RolesDialog": "users",
    "DisableDialog": "users",
    "RevokeDialog": "users",
    "PhraseDialog": "unlock",
    "OfficeKeyDialog": "trouble",
}


def topic_of(view: str) -> str:
    """The key of a help page for a page, a section of the settings, or a dialog by the name of its class."""
    return _TOPICS.get(view, FIRST)
