"""Roles as people say them, and what each is for."""

from app.domain.role import Role
from app.i18n import Words


def role_word(words: Words, role: Role) -> str:
    """The role in this language."""
    return {
        Role.CASEWORKER: words("caseworker"),
        Role.PSYCHOLOGIST: words("psychologist"),
        Role.LEAD: words("lead of the office"),
        Role.DATA_OFFICER: words("data officer"),
        Role.AUDITOR: words("auditor"),
        Role.COORDINATOR: words("coordinator"),
    }[role]


def role_hint(words: Words, role: Role) -> str:
    """What the role may, in a line."""
    return {
        Role.CASEWORKER: words("keeps own cases and those shared with them"),
        Role.PSYCHOLOGIST: words("keeps own and shared cases and reads the clinical notes"),
        Role.LEAD: words("sees all cases, gives the second approval, manages users"),
        Role.DATA_OFFICER: words("imports, exports, keys, restores; sees no case"),
        Role.AUDITOR: words("reads the history alone"),
        Role.COORDINATOR: words("everything but the clinical notes: at the coordinating office"),
    }[role]
