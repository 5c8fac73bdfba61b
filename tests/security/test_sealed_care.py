"""What is confided to a psychologist, said in a group or set as a goal is on no paper of the family, in no package."""

import io
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pypdf
import pytest

from app.cases.draft import CaseDraft
from app.domain.role import Right
from app.exchange.office import keygen, read_identity
from app.exchange.package import open_package
from app.groups.service import GroupDraft, Standing
from app.reintegration.plan import Area, DeedDraft, GoalDraft, ReviewDraft
from app.services import Services
from app.wellbeing.care import Care
from app.wellbeing.service import Wellbeing
from app.wellbeing.sheets import Answer, ChildSheet, Disclosure, Listener, Violence
from tests.unit.conftest import empty, missing, services, vault  # noqa: F401 - fixtures

CANARY = "кнрк" + "цвіркун"


@pytest.fixture
def told(services: Services, missing: CaseDraft) -> tuple[Services, UUID]:  # noqa: F811
    access = replace(services.access, rights=services.access.rights | {Right.CLINICAL})
    wellbeing = Wellbeing(services.vault.database, services.clock, access, b"k" * 32)
    psychologist = replace(services, access=access, care=Care(wellbeing), wellbeing=wellbeing)
    case, today = services.cases.open(missing)[0], services.clock.today()
    wife = services.cases.relatives(case)[0]
    for sheet in (
        Violence(today, now=True, said=CANARY, agreed=CANARY, safe=CANARY),
        ChildSheet(today, CANARY, CANARY, CANARY, CANARY, CANARY, CANARY),
        Disclosure(today, (Listener.DOCTOR,), CANARY, CANARY, CANARY, CANARY, CANARY, Answer.YES, Answer.YES),
    ):
        psychologist.care.write(case, wife.person, sheet)
    group = psychologist.groups.open(GroupDraft(f"Разом {CANARY}", CANARY, CANARY))
    psychologist.groups.invite(group, case, wife.uid, today)
    (member,) = psychologist.groups.members(group)
    psychologist.groups.answer(member.uid, Standing.COMES, today)
    psychologist.groups.meet(group, today, [member.uid], CANARY)
    returning = services.record.returning
    returning.goals.add(case, GoalDraft(Area.CALM, CANARY, agreed_on=today, result=CANARY))
    goal = returning.goals.rows(case)[0].uid
    returning.deeds.add(case, DeedDraft(goal, None, CANARY, CANARY, result=CANARY))
    returning.reviews.add(case, ReviewDraft(today, agreed=True, said=CANARY))
    return services, case


def test_nothing_of_it_stands_on_a_familys_paper(told: tuple[Services, UUID]) -> None:
    services, case = told  # noqa: F811
    for recipient in (None, str(services.cases.relatives(case)[0].uid)):
        reader = pypdf.PdfReader(io.BytesIO(services.papers.family_paper(case, recipient, ("uk", "en"))))
        text = "\n".join([*(page.extract_text() for page in reader.pages), str(reader.metadata)])
        assert "Ґудзь" in text
        assert CANARY not in text


def test_nothing_of_it_leaves_in_a_package_or_a_dump(told: tuple[Services, UUID], tmp_path: Path) -> None:
    services, _case = told  # noqa: F811
    keys = keygen(tmp_path / "office")
    sealed = services.exchange.export(keys.recipient, tmp_path)
    with sealed.path.open("rb") as file:
        left = "".join(map(str, open_package(file, read_identity(keys.identity)).records))
    left += str(list(services.cases.dump()))
    assert "Ґудзь" in left
    assert CANARY not in left


def test_his_own_paper_holds_his_words_and_nothing_of_the_office(told: tuple[Services, UUID]) -> None:
    services, case = told  # noqa: F811
    returning = services.record.returning
    (goal,) = returning.goals.rows(case)
    returning.goals.edit(goal, replace(goal.says, words="Спати спокійно", result=""))
    (deed,) = returning.deeds.rows(case)
    returning.deeds.edit(deed, replace(deed.says, text="Чай увечері", who="", result=""))
    text = "".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(returning.paper(case, ("uk", "en")))).pages
    )
    assert "Спати спокійно" in text
    assert "Чай увечері" in text
    assert CANARY not in text, "neither a note of a talk nor a sheet"
