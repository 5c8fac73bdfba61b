"""What can be taken out of a case by name: each group is rows that go, and columns that are emptied."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Group(StrEnum):
    """Something a case says of people, that can be erased without erasing the case."""

    NAMES = "names"
    CONTACTS = "contacts"
    ADDRESSES = "addresses"
    IDENTIFIERS = "identifiers"
    APPEARANCE = "appearance"
    SERVICE = "service"
    NOTES = "notes"
    INFORMATION = "information"
    DOCUMENTS = "documents"
    SEARCHES = "searches"
    MONEY = "money"
    CLINICAL = "clinical"


@dataclass(frozen=True, slots=True)
class GroupDef:
    """`rows`: tables whose rows of this case go, with all that hangs on them; `emptied`: columns by table.

    `fields`: text columns of any table that carry one of these names in redaction.yaml are emptied too.
    """

    rows: tuple[str, ...] = ()
    emptied: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fields: frozenset[str] = frozenset()


def _emptied(**columns: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(columns)


GROUPS: Mapping[Group, GroupDef] = MappingProxyType(
    {
        Group.NAMES: GroupDef(
            ("person_name", "import_row"),
            _emptied(
                person=(
                    "surname", "given", "patronymic", "surname_latin", "given_latin", "call_sign", "born", "name_key",
                ),
                relative=("vocative",), rights_request=("asked_by",), dna_donor=("who",),
                pay_disposition=("to_whom",),
            ),
        ),
        Group.CONTACTS: GroupDef(("phone", "import_row"), _emptied(relative=("safe_hours", "code_phrase"))),
        Group.ADDRESSES: GroupDef(("import_row",), _emptied(person=("address",))),
        Group.IDENTIFIERS: GroupDef(("identifier", "case_reference", "import_row")),
        Group.APPEARANCE: GroupDef(("mark", "description", "import_row")),
        Group.SERVICE: GroupDef(("service", "import_row")),
        Group.NOTES: GroupDef(
            ("note", "import_row"),
            _emptied(
                handling_flag=("text",), closing=("note", "left_why", "reopened_why"), family_role=("text",),
                kin_fact=("source",), rights_request=("text", "answer"), search_request=("answer_text",),
                money_decision=("text",), money_payment=("text",), money_stop=("text",),
                money_overpaid=("text", "agreed"),
            ),
            fields=frozenset({"caseworker_notes"}),
        ),
        Group.INFORMATION: GroupDef(("information_item", "import_row")),
        Group.DOCUMENTS: GroupDef(
            ("document_file", "document_move", "import_row"),
            _emptied(document=("title", "number", "note", "holder"), handed_paper=("title", "done")),
        ),
        Group.SEARCHES: GroupDef(("search_request", "dna_donor", "publicity_advice", "import_row")),
        Group.MONEY: GroupDef(
            ("money_claim", "money_decision", "money_payment", "money_stop", "money_overpaid", "import_row")
        ),
        Group.CLINICAL: GroupDef(("clinical_note", "import_row")),
    }
)
"""The row of the workbook that a case came from tells everything at once, so it goes with any group."""
