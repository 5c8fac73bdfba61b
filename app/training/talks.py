"""What is noticed in a training case, and what its family was promised: one promise late, one kept."""

from datetime import timedelta

from app.appointments.appointment import AppointmentDraft, AppointmentKind
from app.cases.view import CaseView
from app.domain.fate import ALL_CAPTIVE
from app.domain.partial_date import of_day
from app.domain.readers import Readers
from app.notes.note import NoteDraft
from app.promises.service import PromiseDraft
from app.services import Services


def tell(services: Services, case: CaseView) -> None:
    """Write it down."""
    today, promises = services.clock.today(), services.record.promises
    first = case.relatives[0].uid if case.relatives else None
    notes = (
        (Readers.OFFICE, 9, "Краще говорити зранку: удень доглядає за онуком."),
        (Readers.FAMILY, 6, "Домовилися зібрати копії документів до наступної зустрічі."),
        (Readers.LEAD, 3, "Просить не передавати новини через сільраду."),
    )
    for readers, days, text in notes:
        services.record.notes.add(case.uid, NoteDraft(readers, first, today - timedelta(days), text))
    promises.add(case.uid, PromiseDraft("Дізнатися відповідь органу", first, today - timedelta(2)))
    promises.add(case.uid, PromiseDraft("Надіслати копію запиту", first, today + timedelta(3)))
    if case.fate in ALL_CAPTIVE:
        visit = AppointmentDraft(AppointmentKind.VISIT, today, "15:00", "вул. Прикладна, 1", first, bring="паспорт")
        services.record.appointments.add(case.uid, visit)
    kept = next(row for row in promises.rows(case.uid) if row.due and row.due > today)
    promises.keep(kept.uid, kept.version, of_day(today))
