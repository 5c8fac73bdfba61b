"""A paper that went to the printer or into a file is in the history, and nobody's name with it."""

from sqlalchemy import text

from app.cases.draft import CaseDraft
from app.services import Services
from app.vault.audit import audit
from tests.unit.conftest import empty, missing, services, vault  # noqa: F401 - fixtures


def test_a_printed_paper_is_in_the_history(services: Services, missing: CaseDraft):  # noqa: F811
    case, _ = services.cases.open(missing)
    wife = services.cases.relatives(case)[0]
    before = audit(services.vault.database).entries
    services.papers.given(case, str(wife.uid))
    with services.vault.database.read() as session:
        entries = session.execute(text("SELECT * FROM change WHERE n > :n"), {"n": before}).all()
    assert [row.tbl for row in entries] == ["disclosure", "handed_paper"]
    assert audit(services.vault.database, deep=True).whole
    told = " ".join(str(value) for row in entries for value in row)
    assert not any(name in told for name in ("Ґудзь", "Ілля", "Іванівна", "380000000017"))
