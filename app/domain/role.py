"""Who may do what: roles and the rights they give. One table; the services ask it, not only the window."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What somebody is in this office. A person may be several."""

    CASEWORKER = "caseworker"
    PSYCHOLOGIST = "psychologist"
    LEAD = "lead"
    DATA_OFFICER = "data_officer"
    AUDITOR = "auditor"
    COORDINATOR = "coordinator"


class Right(StrEnum):
    """What a service may be asked to do.

    `CASES_OWN`: read and write one's own cases and those shared with one. `CASES_ALL`: every case.
    `TRANSFER`: import, export, keys, law pack, restore. `DISCLOSE`: unencrypted dump or export, with a second person.
    """

    CASES_OWN = "cases_own"
    CASES_ALL = "cases_all"
    CLINICAL = "clinical"
    APPROVE = "approve"
    TRANSFER = "transfer"
    BACKUP = "backup"
    USERS = "users"
    AUDIT = "audit"
    DISCLOSE = "disclose"


RIGHTS: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {
        Role.CASEWORKER: frozenset({Right.CASES_OWN, Right.BACKUP}),
        Role.PSYCHOLOGIST: frozenset({Right.CASES_OWN, Right.CLINICAL, Right.BACKUP}),
        Role.LEAD: frozenset(
            {Right.CASES_OWN, Right.CASES_ALL, Right.APPROVE, Right.BACKUP, Right.USERS, Right.AUDIT, Right.DISCLOSE}
        ),
        Role.DATA_OFFICER: frozenset({Right.TRANSFER, Right.BACKUP, Right.USERS, Right.AUDIT, Right.DISCLOSE}),
        Role.AUDITOR: frozenset({Right.AUDIT}),
        Role.COORDINATOR: frozenset(Right) - {Right.CLINICAL},
    }
)
"""A lead sees clinical fields only if that was granted to him by name: it is no right of the role."""

FOUNDER = frozenset({Role.CASEWORKER, Role.LEAD, Role.DATA_OFFICER})
"""What the person is who makes a vault alone: the whole office."""


def rights(roles: Iterable[Role], *, clinical_granted: bool = False) -> frozenset[Right]:
    """Everything the roles together allow; `clinical_granted` adds the clinical fields to a lead."""
    given = frozenset(roles)
    allowed = frozenset[Right]().union(*(RIGHTS[role] for role in given))
    return allowed | {Right.CLINICAL} if clinical_granted and Role.LEAD in given else allowed
