"""Users: added, given roles, disabled, revoked; one's own passphrase."""

import pytest
from PySide6.QtWidgets import QDialog

from app.crypto.keyfile import WrongPassphrase
from app.domain.role import Role
from app.progress import Cancelled, Progress
from app.vault.vault import open_vault
from tests.ui.seen import button, texts
from tests.ui.settings.conftest import OTHER, PHRASE
from tests.ui.vault import PASSPHRASE, USER
from ui.settings.revoke import revoking
from ui.settings.users import UsersSection


@pytest.fixture
def users(section, lane):
    return section("users")


def dialog(section, press, lane) -> QDialog:
    press.click()
    lane.flush()
    return next(one for one in section.findChildren(QDialog) if one.isVisible())


def select(section, name, lane):
    rows = [row.user for row in section._model.rows()]
    section.table.selectRow(rows.index(name))
    lane.flush()


def test_a_user_is_added_with_his_roles_and_opens_the_vault(users, services, lane):
    form = dialog(users, users._add, lane)
    form._name.setText(OTHER)
    for box in (form.phrase.first, form.phrase.again):
        box.setText(PHRASE)
    form.boxes._boxes[Role.AUDITOR].click()
    form.save()
    lane.flush()
    [row] = [one for one in services.users.list() if one.user == OTHER]
    assert set(row.roles) == {Role.CASEWORKER, Role.AUDITOR}
    assert OTHER in [one.user for one in users._model.rows()]
    services.vault.close()
    open_vault(services.vault.path, OTHER, PHRASE).close()


def test_nobody_is_added_with_two_different_phrases(users, services, lane):
    form = dialog(users, users._add, lane)
    form._name.setText(OTHER)
    form.phrase.first.setText(PHRASE)
    form.phrase.again.setText(PHRASE + "ь")
    form.save()
    lane.flush()
    assert "Дві фрази не збігаються." in texts(form)
    assert [one.user for one in services.users.list()] == [USER]
    form.given_up.emit()


def test_the_judge_speaks_as_soon_as_the_field_is_left(users, lane):
    form = dialog(users, users._add, lane)
    form.phrase.first.setText("Слава Україні Слава")
    form.phrase.first.editingFinished.emit()
    lane.flush()
    assert form.phrase.first.accessibleDescription() != form.phrase._phrase._usual_hint


def test_six_words_are_offered_to_be_read(users, lane):
    form = dialog(users, users._add, lane)
    form.phrase.offer()
    form.phrase.again.setText(form.phrase.first.text())
    assert len(form.phrase.value().split()) == 6


def test_roles_are_kept(users, services, colleague, lane):
    users.again()
    lane.flush()
    select(users, colleague, lane)
    form = dialog(users, users._roles, lane)
    form.boxes._boxes[Role.CASEWORKER].click()
    form.save()
    lane.flush()
    assert form.isVisible(), "nobody is left without a role"
    form.boxes._boxes[Role.PSYCHOLOGIST].click()
    form.boxes.clinical.click()
    form.save()
    lane.flush()
    [row] = [one for one in services.users.list() if one.user == colleague]
    assert (row.roles, row.clinical) == ((Role.PSYCHOLOGIST,), True)


def test_the_passphrase_is_changed_with_the_old_one_alone(users, services, lane):
    form = dialog(users, users._phrase, lane)
    form._old.setText("зовсім не ті слова")
    for box in (form.phrase.first, form.phrase.again):
        box.setText(PHRASE)
    form.save()
    lane.flush()
    assert form.isVisible()
    form._old.setText(PASSPHRASE)
    form.save()
    lane.flush()
    services.vault.close()
    with pytest.raises(WrongPassphrase):
        open_vault(services.vault.path, USER, PASSPHRASE)
    open_vault(services.vault.path, USER, PHRASE).close()


def test_nobody_takes_the_vault_from_himself(users, services, lane):
    select(users, USER, lane)
    assert not users._disable.isEnabled()
    assert not users._revoke.isEnabled()


def test_a_disabled_user_stays_in_the_list_and_opens_nothing(users, services, colleague, lane):
    users.again()
    lane.flush()
    select(users, colleague, lane)
    ask = dialog(users, users._disable, lane)
    button(ask, "Вимкнути").click()
    lane.flush()
    [row] = [one for one in services.users.list() if one.user == colleague]
    assert row.disabled
    services.vault.close()
    with pytest.raises(WrongPassphrase):
        open_vault(services.vault.path, colleague, PHRASE)


def test_a_revocation_wants_the_name_typed(users, colleague, lane):
    users.again()
    lane.flush()
    select(users, colleague, lane)
    wanted = []
    users.leaving.connect(wanted.append)
    ask = dialog(users, users._revoke, lane)
    assert not ask._go.isEnabled()
    ask.name.setText(colleague[:-1])
    assert not ask._go.isEnabled()
    ask.name.setText(f" {colleague} ")
    ask._go.click()
    assert len(wanted) == 1


def test_a_revocation_closes_the_vault_and_the_old_phrase_is_dead(place, services, colleague):
    told = revoking(place, colleague).work(Progress())
    assert colleague in told
    assert not services.vault.lock.is_locked
    open_vault(services.vault.path, USER, PASSPHRASE).close()
    with pytest.raises(WrongPassphrase):
        open_vault(services.vault.path, colleague, PHRASE)


@pytest.mark.parametrize("steps", range(5))
def test_a_revocation_stopped_before_the_switch_changes_nothing(place, services, colleague, steps):
    done = []

    def report(number: int, total: int, _label: str) -> None:
        done.append(number)
        if len(done) > steps:
            raise Cancelled

    with pytest.raises(Cancelled):
        revoking(place, colleague).work(Progress(report))
    assert services.vault.lock.is_locked
    assert not next(one for one in services.users.list() if one.user == colleague).disabled


def test_without_the_right_one_sees_oneself(modest, shown, lane):
    section = shown(UsersSection(modest))
    lane.flush()
    assert section._own.text() == USER
    assert section._phrase.isVisible()
    assert not section.table.isVisible()
