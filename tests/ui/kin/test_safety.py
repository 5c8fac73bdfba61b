"""Nobody who is not to be called is shown with a number to call; beside every other stands what to heed."""

from dataclasses import replace

import pytest

from app.cases.queries import CaseFilter
from app.domain.fate import Fate
from app.domain.kin import KinRole
from app.domain.relation import Relation
from app.domain.safety import MayLeave
from app.kin.entries import RoleDraft
from app.people.family import RelativeDetails
from app.people.person import Correction
from app.people.phones import PhoneDraft
from tests.ui.seen import texts
from ui.case.header import CaseHeader
from ui.case.page import FAMILY, CasePage
from ui.case.print_dialog import PrintDialog
from ui.case.quick_contact import QuickContact
from ui.safety import ReachLine
from ui.today.page import TodayPage

UNSAFE, SAFE, HERS = "+380001110001", "+380001110002", "+380001110003"


@pytest.fixture
def case(services):
    """A case whose main contact must not be called, and whose mother has one safe number of two."""
    rows = services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 60).rows
    uid = rows[-1].uid
    first = services.family.read(services.cases.relatives(uid)[0].uid)
    services.family.edit(first, replace(first.details, do_not_call=True, phones=(PhoneDraft(HERS),)))
    phones = (PhoneDraft(UNSAFE), PhoneDraft(SAFE, "", "безпечний", safe=True))
    mother = RelativeDetails(
        Correction("Їжак", "Марія"), Relation.PARENT, phones=phones, safe_hours="після 18", code_phrase="яблуня",
        language="en", may_leave_message=MayLeave.NO,
    )  # fmt: skip
    services.family.add(uid, mother)
    return services.cases.view(uid)


def ends(number: str) -> tuple[str, str]:
    """A number as it is shown whole, and as its masked end."""
    return f"{number[6:9]} {number[9:11]} {number[11:]}", f"** {number[-2:]}"


def reveal(widget) -> None:
    """Press every «Show»."""
    for line in widget.findChildren(ReachLine):
        if line._reveal.isVisibleTo(line) and line._reveal.text() == "Показати":
            line._reveal.click()


def seen(widget) -> str:
    reveal(widget)
    return " ".join(texts(widget)).replace("\xa0", " ")


def test_no_screen_shows_a_number_that_is_not_to_be_rung(place, shown, host, lane, case):
    page = shown(CasePage(place))
    page.show_case(case.uid)
    lane.flush()
    found = [seen(page)]
    for number in range(page.tabs.count()):
        page.tabs.setCurrentIndex(number)
        lane.flush()
        found.append(seen(page))
    contact, paper, today = QuickContact(place, host, case.uid), PrintDialog(place, host, case.uid), TodayPage(place)
    lane.flush()
    contact.composer.choose(case.relatives[0].uid)
    found += [seen(contact), seen(paper), seen(shown(today))]
    said = " ".join(found)
    assert ends(SAFE)[0] in said, "the walk sees numbers"
    for number in (UNSAFE, HERS):
        assert ends(number)[0] not in said
        assert number not in said
    assert "Цій людині не телефонуйте: напишіть або дочекайтеся її дзвінка." in said


def test_beside_a_number_stands_what_to_heed(place, shown, lane, case):
    page = shown(CasePage(place))
    page.show_case(case.uid)
    page.tabs.setCurrentIndex(FAMILY)
    lane.flush()
    said = seen(page)
    for heed in ("після 18", "яблуня", "English", "Повідомлень не залишайте: можуть почути або прочитати інші."):
        assert heed in said


def test_who_is_not_to_be_contacted_has_no_number_either(services, case):
    mother = case.relatives[-1]
    assert mother.to_ring == (SAFE,)
    services.record.kin.roles.add(case.uid, RoleDraft(mother.uid, KinRole.DO_NOT_CONTACT))
    now = services.cases.relatives(case.uid)[-1]
    assert (now.to_ring, now.safety.no_contact) == ((), True)


def test_the_line_of_a_number_is_masked_until_somebody_asks(place, shown, case):
    line = shown(ReachLine(place))
    line.show_relative(case.relatives[-1])
    assert ends(SAFE)[0] not in " ".join(texts(line))
    line._reveal.click()
    assert ends(SAFE)[0] in " ".join(texts(line))
    line.show_relative(case.relatives[0])
    assert not line._reveal.isVisibleTo(line)


def test_the_head_says_beside_its_number_what_to_heed(place, shown, services, lane, case):
    first = services.family.read(case.relatives[0].uid)
    heedful = replace(first.details, do_not_call=False, safe_hours="зранку", code_phrase="груша")
    services.family.edit(first, heedful)
    header = shown(CaseHeader(place))
    header.show_case(services.cases.view(case.uid))
    said = seen(header)
    assert ends(HERS)[0] in said
    assert "Безпечно дзвонити: зранку" in said
    assert "груша" in said


def test_a_talk_is_warned_of_the_other_branch_and_of_him_who_is_back(place, host, services, lane, case):
    mother = services.family.read(case.relatives[-1].uid)
    services.family.edit(mother, replace(mother.details, branch="матері"))
    dialog = QuickContact(place, host, case.uid)
    lane.flush()
    dialog.composer.choose(mother.uid)
    assert "Це гілка «матері». Ні слова про: " in seen(dialog)
    back = services.cases.page(CaseFilter(fates=frozenset({Fate.RETURNED})), None, 60).rows
    uid, kin = next((row.uid, one) for row in back for one in services.cases.relatives(row.uid) if one.hears == set())
    again = QuickContact(place, host, uid)
    lane.flush()
    again.composer.choose(kin.uid)
    assert "Він повернувся й дозволу не дав" in seen(again)
