"""Support groups: a name without grief, an invitation as a step, initials for the others, notes under the seal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from app.access.access import NotAllowed, NotYourCase
from app.belonging import OfAnotherCase
from app.cases.draft import CaseDraft, FateDraft, PersonDraft, RelativeDraft
from app.cases.view import CaseView
from app.crypto.kdf import FLOOR
from app.domain.day_to_come import DayToCome
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.domain.role import Right, Role
from app.domain.step import StepState
from app.groups.naming import GroupUnnamed, NameOfMourning, check_name
from app.groups.service import (
    GROUP_STEP,
    GroupClosed,
    GroupDraft,
    InvitedAlready,
    NotForThisFamily,
    NotOfThisGroup,
    Standing,
)
from app.services import Services
from app.vault.users import Users
from app.vault.vault import OpenVault, open_vault
from db.refusals import StaleEdit
from tests.unit.conftest import MONDAY

PHRASE = "вербовий місток над туманом"
TODAY = MONDAY.today()
CANARY = "ПлакалиРазомТихо"


@pytest.fixture
def opened(vault: OpenVault, missing: CaseDraft) -> Iterator[Services]:
    services = Services.of(vault, MONDAY)
    services.cases.open(missing)
    Users(vault, MONDAY, services.access).add(
        "Психолог", PHRASE, [Role.PSYCHOLOGIST, Role.LEAD], clinical=True, params=FLOOR
    )
    vault.close()
    held = open_vault(vault.path, "Психолог", PHRASE)
    yield Services.of(held, MONDAY)
    held.close()


@pytest.fixture
def case(opened: Services) -> CaseView:
    return opened.cases.view(next(iter(opened.cases.uids())))


@pytest.fixture
def other(opened: Services, missing: CaseDraft) -> CaseView:
    sister = RelativeDraft(PersonDraft("Мельник", "Ганна", "Петрівна"), Relation.SIBLING, "сестра")
    draft = replace(missing, person=PersonDraft("Мельник", "Петро", "Петрович"), relatives=(sister,), worker="Чужа")
    return opened.cases.view(opened.cases.open(draft)[0])


@pytest.fixture
def group(opened: Services) -> UUID:
    return opened.groups.open(GroupDraft("Чекаємо разом", "Психолог", "бібліотека"))


def join(services: Services, group: UUID, case: CaseView) -> UUID:
    services.groups.invite(group, case.uid, case.relatives[0].uid, TODAY)
    member = services.groups.members(group)[-1].uid
    services.groups.answer(member, Standing.COMES, TODAY)
    return member


def narrowed(services: Services, *rights: Right) -> Services:
    """The same services for somebody who sees the cases of a colleague only."""
    access = replace(services.access, user="Чужа", rights=frozenset(rights))
    wellbeing = replace(services.wellbeing, access=access)
    return replace(services, access=access, wellbeing=wellbeing)


@pytest.mark.parametrize(
    "name",
    ["Група горя", "Разом у горі… горе", "Після втрати", "Втрати і ми", "Скорбота", "Grief circle", "After the LOSS",
     "Bereaved families", "Вдови", "Для рідних загиблих"],
)  # fmt: skip
def test_a_group_is_never_named_after_grief(name: str) -> None:
    with pytest.raises(NameOfMourning):
        check_name(name)


@pytest.mark.parametrize("name", ["Чекаємо разом", "Невизначена втрата", "Ambiguous loss", "Гора й море", "Горизонт"])
def test_a_name_about_waiting_is_fine(name: str) -> None:
    check_name(name)


def test_an_invitation_is_a_step_of_her_case_until_she_answers(opened: Services, case: CaseView, group: UUID) -> None:
    def steps():
        return [row for row in opened.plan.steps(case.uid) if row.step_id == GROUP_STEP and row.person]

    assert steps() == []
    opened.groups.invite(group, case.uid, case.relatives[0].uid, TODAY)
    (step,) = steps()
    assert (step.person, step.state) == ("Ґудзь Олена", StepState.OPEN)
    (member,) = opened.groups.members(group)
    assert member.standing is Standing.INVITED
    opened.groups.answer(member.uid, Standing.COMES, TODAY)
    (step,) = steps()
    assert (step.state, step.outcome) == (StepState.DONE, "attends")
    ((row, mine),) = opened.groups.of_person(case.uid, case.relatives[0].person)
    assert (row.says.name, row.members, mine.standing) == ("Чекаємо разом", 1, Standing.COMES)


def test_families_are_walled_from_one_another(opened: Services, case: CaseView, other: CaseView, group: UUID) -> None:
    join(opened, group, case)
    join(opened, group, other)
    assert [row.name for row in opened.groups.members(group)] == ["Ґудзь Олена Іванівна", "Мельник Ганна Петрівна"]
    stranger = narrowed(opened, Right.CASES_OWN, Right.CLINICAL).groups
    mine, hers = reversed(stranger.members(group))
    assert (mine.name, mine.case, mine.number) == ("Мельник Ганна Петрівна", other.uid, other.number)
    assert (hers.name, hers.case, hers.number) == ("О.Ґ.", None, "")
    unread = narrowed(opened, Right.CASES_ALL, Right.CASES_OWN).groups
    assert [(row.name, row.number) for row in unread.members(group)] == [("О.Ґ.", ""), ("Г.М.", "")]
    assert {row.case for row in unread.members(group)} == {None}
    assert "Ганна" not in repr(opened.groups.members(group))


def test_who_reads_no_clinical_notes_sees_no_meeting_and_changes_nothing(
    opened: Services, case: CaseView, group: UUID
) -> None:
    member = join(opened, group, case)
    caseworker = narrowed(opened, Right.CASES_ALL, Right.CASES_OWN).groups
    assert caseworker.rows()
    for deed in (
        lambda: caseworker.open(GroupDraft("Разом")),
        lambda: caseworker.correct(group, 1, GroupDraft("Разом")),
        lambda: caseworker.invite(group, case.uid, case.relatives[0].uid, TODAY),
        lambda: caseworker.answer(member, Standing.LEFT, TODAY),
        lambda: caseworker.meet(group, TODAY, [member]),
        lambda: caseworker.meetings(group),
    ):
        with pytest.raises(NotAllowed):
            deed()
    with pytest.raises(NotYourCase):
        narrowed(opened, Right.CASES_OWN, Right.CLINICAL).groups.invite(group, case.uid, case.relatives[0].uid, TODAY)


def test_a_meeting_keeps_who_came_and_seals_what_was_said(
    opened: Services, case: CaseView, other: CaseView, group: UUID
) -> None:
    came, missed = join(opened, group, case), join(opened, group, other)
    opened.groups.meet(group, TODAY - timedelta(7), [came, missed])
    opened.groups.meet(group, TODAY, [came], f" {CANARY} ")
    newest, first = opened.groups.meetings(group)
    assert ([row.uid for row in newest.came], [row.uid for row in newest.missed]) == ([came], [missed])
    assert (newest.note, first.note, len(first.came)) == (CANARY, "", 2)
    assert opened.groups.rows()[0].last == TODAY
    with opened.vault.database.read() as session:
        everything = repr(session.execute(text("SELECT * FROM change")).all())
        everything += repr(session.execute(text("SELECT * FROM group_meeting")).all())
        sealed = session.execute(text("SELECT hex(sealed) FROM clinical_note")).scalars().all()
    assert CANARY not in everything
    assert not any(CANARY.encode().hex().upper() in one for one in sealed)
    assert opened.wellbeing.notes(case.uid) == (), "no note of a case"


def test_what_cannot_be_is_refused(opened: Services, missing: CaseDraft, case: CaseView, group: UUID) -> None:
    groups, wife = opened.groups, case.relatives[0].uid
    returned = FateDraft(Fate.RETURNED, PartialDate(2026, 9, 1))
    fates = (FateDraft(Fate.CAPTIVE_CONFIRMED, PartialDate(2026, 6, 1)), returned)
    back = opened.cases.view(opened.cases.open(replace(missing, fates=fates))[0])
    for refused, deed in (
        (GroupUnnamed, lambda: groups.open(GroupDraft("  "))),
        (NameOfMourning, lambda: groups.open(GroupDraft("Горе"))),
        (NotForThisFamily, lambda: groups.invite(group, back.uid, back.relatives[0].uid, TODAY)),
        (OfAnotherCase, lambda: groups.invite(group, case.uid, back.relatives[0].uid, TODAY)),
        (DayToCome, lambda: groups.invite(group, case.uid, wife, TODAY + timedelta(1))),
        (NotOfThisGroup, lambda: groups.meet(group, TODAY, [UUID(int=4)])),
        (StaleEdit, lambda: groups.correct(group, 9, GroupDraft("Разом"))),
    ):
        with pytest.raises(refused):
            deed()
    assert groups.members(group) == ()
    groups.invite(group, case.uid, wife, TODAY)
    with pytest.raises(InvitedAlready):
        groups.invite(group, case.uid, wife, TODAY)
    groups.answer(groups.members(group)[0].uid, Standing.LEFT, TODAY)
    groups.invite(group, case.uid, wife, TODAY)
    (row,) = groups.rows()
    groups.correct(group, row.version, row.says, date(2026, 11, 20))
    groups.answer(groups.members(group)[-1].uid, Standing.LEFT, TODAY)
    with pytest.raises(GroupClosed):
        groups.invite(group, case.uid, wife, TODAY)
