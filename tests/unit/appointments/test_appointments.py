"""Appointments: kept like any entry, listed on their day for whoever goes, told to phone and family without names."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from app.access.access import Access
from app.appointments.appointment import AppointmentDraft, AppointmentKind, Outcome, TwoAtOnce
from app.appointments.service import AppointmentRow, NoCardForHer, NothingLeft
from app.belonging import OfAnotherCase
from app.cases.draft import CaseDraft
from app.catalogue.bodies import UnknownBody
from app.domain.hour import NoSuchHour, hour
from app.domain.kin import KinRole
from app.domain.role import Right
from app.kin.entries import RoleDraft
from app.services import Services
from db.models.family import Relative
from db.models.office import Disclosure

TODAY, WEEK_ON, AFTER = date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 7)
VISIT = AppointmentDraft(
    AppointmentKind.LABORATORY, WEEK_ON, "10:30", "вул. Прикладна, 1", body="LAB", bring="паспорт\n\nпапери"
)  # fmt: skip


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


@pytest.fixture
def wife(services: Services, case: UUID) -> UUID:
    return services.cases.relatives(case)[0].uid


@pytest.fixture
def visit(services: Services, wife: UUID) -> AppointmentDraft:
    return replace(VISIT, body=next(iter(services.catalogue.bodies)), relative_uid=wife)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def of_days(services: Services, *workers: str) -> list[AppointmentRow]:
    return list(services.record.appointments.between(TODAY, AFTER, workers=workers))


@pytest.mark.parametrize(
    ("typed", "kept"), [("10:30", "10:30"), ("9", "09:00"), ("9.05", "09:05"), ("1430", "14:30"), ("  ", "")]
)
def test_an_hour_is_read_as_people_write_it(typed: str, kept: str) -> None:
    assert hour(typed) == kept


@pytest.mark.parametrize("typed", ["24:00", "10:60", "вранці", "1" * 40])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchHour):
        hour(typed)


def test_it_stands_on_its_day_with_whom_and_whose(services: Services, case: UUID, visit: AppointmentDraft) -> None:
    services.record.appointments.add(case, visit)
    (row,) = of_days(services)
    assert (row.case, row.who, row.worker, row.says) == (case, "Ґудзь Олена Іванівна", "Коваль О.", visit)
    assert services.record.appointments.between(TODAY, WEEK_ON) == ()
    assert of_days(services, "Коваль О.") == [row]
    assert of_days(services, "Ткач Н.") == []


def test_who_goes_instead_has_it_on_his_list(services: Services, case: UUID, visit: AppointmentDraft) -> None:
    services.record.appointments.add(case, replace(visit, worker="Ткач Н."))
    assert [row.worker for row in of_days(services, "Ткач Н.")] == ["Ткач Н."]
    assert of_days(services, "Коваль О.") == []


def test_what_is_settled_is_on_no_day_any_more_but_in_the_case(
    services: Services, case: UUID, visit: AppointmentDraft
) -> None:
    appointments = services.record.appointments
    appointments.add(case, visit)
    appointments.add(case, replace(visit, on=AFTER))
    first = appointments.rows(case)[0]
    appointments.settle(first, Outcome.HELD)
    assert of_days(services) == []
    assert [(row.says.on, row.says.state) for row in appointments.rows(case)] == [
        (AFTER, Outcome.PLANNED), (WEEK_ON, Outcome.HELD)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"at": "25:00"}, NoSuchHour), ({"himself": True}, TwoAtOnce), ({"body": "XXX"}, UnknownBody),
        ({"relative_uid": UUID(int=5)}, OfAnotherCase),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(
    services: Services, case: UUID, visit: AppointmentDraft, wrong: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        services.record.appointments.add(case, replace(visit, **wrong))  # type: ignore[arg-type]  # one field each
    assert services.record.appointments.rows(case) == ()


def test_the_appointments_of_a_colleague_s_case_are_not_seen(
    services: Services, case: UUID, visit: AppointmentDraft
) -> None:
    services.record.appointments.add(case, visit)
    access = Access("Ткач Н.", frozenset({Right.CASES_OWN}), alone=False)
    his = replace(services.record.appointments, keeping=replace(services.record.appointments.keeping, access=access))
    assert his.between(TODAY, AFTER) == ()


def test_the_card_names_nobody_and_is_logged_first(services: Services, case: UUID, visit: AppointmentDraft) -> None:
    office = services.office.read()
    services.office.write(replace(office, name="Офіс супроводу родин зниклих", phones="+380 00 000 00 01"))
    services.record.appointments.add(case, replace(visit, note="боїться свекрухи"))
    pdf = services.record.appointments.card(services.record.appointments.rows(case)[0].uid, ("uk", "en"))
    said = text_of(pdf)
    for part in ("Понеділок, 30 листопада 2026", "10:30", "вул. Прикладна, 1", "паспорт", "+380 00 000 00 01",
                 "К-2026-000001", "Monday, 30 November 2026"):  # fmt: skip
        assert part in said
    kind, body = "аборатор", services.catalogue.bodies[visit.body].name.uk
    for never in ("Ґудзь", "Олена", "Ілля", "зник", "свекрух", "Офіс", kind, body):
        assert never not in said
    with services.vault.database.read() as session:
        logged = session.execute(select(Disclosure.kind, Disclosure.case_uid, Disclosure.relative_uid)).all()
    assert logged == [("appointment_card", case, visit.relative_uid)]


def test_where_others_may_read_it_the_card_waits_for_her_wish(
    services: Services, case: UUID, visit: AppointmentDraft, wife: UUID
) -> None:
    appointments = services.record.appointments
    appointments.add(case, visit)
    uid = appointments.rows(case)[0].uid
    with services.vault.database.write("Олена") as session:
        session.get_one(Relative, wife).may_leave_message = "no"
    with pytest.raises(NothingLeft):
        appointments.card(uid)
    with services.vault.database.read() as session:
        assert session.scalars(select(Disclosure)).all() == []
    assert appointments.card(uid, wanted=True).startswith(b"%PDF")


def test_who_must_not_be_reached_gets_no_card(
    services: Services, case: UUID, visit: AppointmentDraft, wife: UUID
) -> None:
    services.record.appointments.add(case, visit)
    services.record.kin.roles.add(case, RoleDraft(wife, KinRole.DO_NOT_CONTACT))
    with pytest.raises(NoCardForHer):
        services.record.appointments.card(services.record.appointments.rows(case)[0].uid, wanted=True)


def test_the_phone_learns_the_hour_and_the_number_alone(
    services: Services, case: UUID, visit: AppointmentDraft, tmp_path: Path
) -> None:
    services.record.appointments.add(case, visit)
    services.record.appointments.add(case, replace(visit, at=""))
    path = tmp_path / "calendar.ics"
    assert services.calendar_files.save(path, WEEK_ON, AFTER, "Супровід") >= 2
    said = path.read_bytes().decode()
    assert "DTSTART:20261130T083000Z\r\nDTEND:20261130T093000Z\r\nSUMMARY:Супровід: К-2026-000001\r\n" in said
    assert "DTSTART;VALUE=DATE:20261130" in said
    for never in ("Ґудзь", "Прикладна", "паспорт"):
        assert never not in said
