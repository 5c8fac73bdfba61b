import pytest

from app.domain.role import FOUNDER, RIGHTS, Right, Role, rights

TABLE = """
                cases_own cases_all clinical approve transfer backup users audit disclose
caseworker      yes       -         -        -       -        yes    -     -     -
psychologist    yes       -         yes      -       -        yes    -     -     -
lead            yes       yes       -        yes     -        yes    yes   yes   yes
data_officer    -         -         -        -       yes      yes    yes   yes   yes
auditor         -         -         -        -       -        -      -     yes   -
coordinator     yes       yes       -        yes     yes      yes    yes   yes   yes
"""
LINES = TABLE.strip("\n").splitlines()
CELLS = [
    (Role(line.split()[0]), Right(column), cell == "yes")
    for line in LINES[1:]
    for column, cell in zip(LINES[0].split(), line.split()[1:], strict=True)
]


@pytest.mark.parametrize(("role", "right", "may"), CELLS)
def test_every_cell_of_the_table(role: Role, right: Right, may: bool) -> None:
    assert (right in RIGHTS[role]) is may


def test_the_table_is_whole() -> None:
    assert len(CELLS) == len(Role) * len(Right)


def test_a_lead_sees_clinical_fields_only_when_it_was_granted_and_nobody_else_by_it() -> None:
    assert Right.CLINICAL not in rights([Role.LEAD])
    assert Right.CLINICAL in rights([Role.LEAD], clinical_granted=True)
    assert Right.CLINICAL not in rights([Role.CASEWORKER], clinical_granted=True)


def test_roles_add_up_and_nobody_may_nothing() -> None:
    assert rights([]) == frozenset()
    assert rights(FOUNDER) == frozenset(Right) - {Right.CLINICAL}
