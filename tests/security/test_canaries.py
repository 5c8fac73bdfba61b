"""A unique word is planted in every column that an audience may not see; nothing that leaves may hold one."""

import io
from dataclasses import replace
from uuid import UUID

import pypdf
import pytest
from sqlalchemy import String, inspect, text

from app.approvals.service import ComeBackLater
from app.cases.draft import CaseDraft, ContactDraft, PersonDraft, RelativeDraft
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.redaction import Audience, Visibility
from app.domain.relation import Relation
from app.exchange.office import keygen, read_identity
from app.exchange.package import open_package
from app.fates.change import FateDraft
from app.people.phones import PhoneDraft
from app.services import Services
from db.models.all import metadata
from db.models.base import Base, Partial
from tests.unit.agreeing import next_day
from tests.unit.conftest import empty, missing, services, vault  # noqa: F401 - fixtures

CODES = {
    "state", "fate", "relation", "event", "role", "kind", "category", "sex", "latin_source", "channel", "language",
    "outcome_code", "origin", "step_id", "trigger", "calendar_mode", "consent", "how", "name_key", "heading_key",
}
"""Columns that hold codes of our own, not words of a person."""

DERIVED_TABLES = {"change"}
OF_THE_READER = {("relative", "vocative")}
"""How the reader himself is addressed: his own, hidden only as another's."""


def hidden_columns(services: Services, audience: Audience) -> list[tuple[str, str]]:  # noqa: F811
    """(table, column) of every text column that the audience may not see in full."""
    matrix = services.catalogue.redaction
    return [
        (table.name, column.name)
        for table in metadata.sorted_tables
        if table.name not in DERIVED_TABLES
        for column in table.columns
        if isinstance(column.type, String) and not isinstance(column.type, Partial)
        and column.name not in CODES
        and matrix.visibility(column.info["field"], audience) is not Visibility.FULL
    ]


def plant(services: Services, columns: list[tuple[str, str]], where: str = "") -> list[str]:  # noqa: F811
    words = []
    with services.vault.database.outside() as connection:
        for number, (table, column) in enumerate(columns):
            word = f"кнрк{number:03d}з"
            touched = connection.exec_driver_sql(f'UPDATE "{table}" SET "{column}" = ? {where}', (word,)).rowcount
            if touched:
                words.append(word)
    return words


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:  # noqa: F811
    mother = RelativeDraft(
        PersonDraft("Мельник", "Ганна", "Петрівна", address="вул. Інша"), Relation.PARENT, "мати",
        (PhoneDraft("+380000000099", "099"),), in_conflict=True,
    )
    draft = replace(
        missing, relatives=(*missing.relatives, mother), note="нотатка", money=("50 %",),
        contacts=(ContactDraft(services.clock.today(), "phone", "розмова"),),
        person=replace(missing.person, call_sign="Сокіл", previous_surnames=("Колишній",)),
    )
    return services.cases.open(draft)[0]


def everything(pdf: bytes) -> str:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return "\n".join([*(page.extract_text() for page in reader.pages), str(reader.metadata), str(reader.xmp_metadata)])


def test_the_scan_sees_the_columns(services: Services) -> None:  # noqa: F811
    hidden = hidden_columns(services, Audience.FAMILY_AUTHORISED)
    assert ("person", "call_sign") in hidden
    assert ("fate_event", "source") in hidden
    assert ("import_row", "original") in hidden
    assert ("person", "surname") not in hidden
    assert len(hidden) > 40
    assert all(inspect(mapper.class_).local_table.name for mapper in Base.registry.mappers)


def test_no_hidden_column_reaches_a_familys_paper(services: Services, case: UUID) -> None:  # noqa: F811
    words = plant(services, [*set(hidden_columns(services, Audience.FAMILY_AUTHORISED)) - OF_THE_READER])
    assert len(words) > 20
    told = everything(services.papers.family_paper(case, None, ("uk", "en")))
    assert "Ґудзь" in told
    assert [word for word in words if word in told] == []


def test_nothing_of_another_relative_reaches_a_familys_paper(services: Services, case: UUID) -> None:  # noqa: F811
    wife, mother = services.cases.relatives(case)
    other = f"x'{mother.uid.hex}'"
    person = f"(SELECT person_uid FROM relative WHERE uid = {other})"
    names = [("person", column) for column in ("surname", "given", "patronymic", "surname_latin", "given_latin")]
    words = plant(services, [*names, ("person", "address")], f"WHERE uid = {person}")
    with services.vault.database.outside() as connection:
        connection.exec_driver_sql(f"UPDATE phone SET number = 'кнркТ', typed = 'кнркТ' WHERE person_uid = {person}")
        connection.exec_driver_sql(f"UPDATE relative SET vocative = 'кнркВ', note = 'кнркН' WHERE uid = {other}")
        connection.exec_driver_sql(f"UPDATE step SET relative_uid = {other}, note = 'кнркК' WHERE step_id = 'LEG-09'")
    told = everything(services.papers.family_paper(case, str(wife.uid), ("uk", "en")))
    assert len(words) == 6
    assert "кнрк" not in told
    assert "Ґудзь" in told


def test_an_untold_death_leaves_no_trace_on_the_paper(services: Services, case: UUID) -> None:  # noqa: F811
    wife = str(services.cases.relatives(case)[0].uid)
    before = everything(services.papers.family_paper(case, wife, ("uk", "en")))
    body = FateDraft(Fate.BODY_UNIDENTIFIED, PartialDate(2026, 9, 12), ("body_number",))
    services.fates.record(case, body)
    assert everything(services.papers.family_paper(case, wife, ("uk", "en"))) == before
    papers = ("D-DNA", "D-DEATH-CERT")
    death = FateDraft(Fate.DECEASED_IDENTIFIED, PartialDate(2026, 10, 1), papers, comment="звірено")
    with pytest.raises(ComeBackLater):
        services.fates.record(case, death)
    next_day(services).fates.record(case, death)
    assert everything(services.papers.family_paper(case, wife, ("uk", "en"))) == before


def test_the_tax_number_never_stands_whole_on_a_paper(services: Services, case: UUID) -> None:  # noqa: F811
    assert "6000000116" not in everything(services.papers.family_paper(case, None, ("uk", "en")))


def test_no_hidden_column_reaches_a_package(services: Services, case: UUID, tmp_path) -> None:  # noqa: F811
    hidden = hidden_columns(services, Audience.COORDINATOR)
    assert ("case_file", "note") in hidden
    assert ("contact", "summary") in hidden
    words = plant(services, hidden)
    keys = keygen(tmp_path / "office")
    sealed = services.exchange.export(keys.recipient, tmp_path)
    with sealed.path.open("rb") as file:
        told = "".join(map(str, open_package(file, read_identity(keys.identity)).records))
    assert len(words) > 10
    assert "Ґудзь" in told
    assert [word for word in words if word in told] == []


def test_a_call_sign_goes_to_the_coordinating_office_only(services: Services, case: UUID) -> None:  # noqa: F811
    assert "Сокіл" not in everything(services.papers.family_paper(case, None, ("uk", "en")))
    with services.vault.database.read() as session:
        assert session.scalar(text("SELECT call_sign FROM person WHERE call_sign <> ''")) == "Сокіл"
