"""The family at a terminal: roles are written, rights are told with their acts, birthdays are named."""


from app.domain.kin import KinRole
from app.services import Services
from app.vault.vault import open_vault
from tests.e2e.typist import PASSPHRASE, Typist


def services_of(typist: Typist):
    held = open_vault(typist.vault, None, PASSPHRASE)
    return held, Services.of(held)


def test_what_the_laws_give_is_told_with_whom_to_ask(typist):
    told = typist.type("entitlements")
    assert told.exit_code == 0, told.output
    assert "1. Ґудзь Олена Іванівна (дружина)" in told.output
    assert "Грошове забезпечення (постанова 884): ще не ясно" in told.output
    assert "Перевірте: ТЦК та СП." in told.output
    assert "Ще спитати: чи є особисте розпорядження" in told.output


def test_a_role_is_written_and_a_wrong_share_refused(typist):
    done = typist.type("role", "--relative", "1", "--role", "pay_recipient_884", "--share", "50", "--since", "08.2026")
    assert done.exit_code == 0, done.output
    refused = typist.type("role", "--relative", "1", "--role", "pay_recipient_884", "--share", "150")
    assert (refused.exit_code, refused.output.count("\n")) == (1, 1)
    nobody = typist.type("role", "--relative", "2", "--role", "lawyer")
    assert nobody.exit_code == 1
    held, services = services_of(typist)
    (row,) = services.record.kin.roles.rows(typist.uid)
    held.close()
    assert (row.says.role, row.says.share) == (KinRole.PAY_RECIPIENT, 5000)
