"""An appointment in words: what it is for, when, with whom; its line in a case and in a list of days."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from app.appointments.appointment import AppointmentDraft, AppointmentKind, Outcome
from app.appointments.service import AppointmentRow
from app.catalogue.definitions import Catalogue
from app.i18n import Words
from app.records.keeping import Kept
from ui.appointments.kinds import KINDS, OUTCOMES, day_words, when_words
from ui.models.entries import Entry
from ui.models.lines import Line
from ui.models.roles import Chip

ICONS: Mapping[AppointmentKind, str] = {
    AppointmentKind.VISIT: "building-2", AppointmentKind.HOME: "house", AppointmentKind.CALL: "phone",
    AppointmentKind.SESSION: "heart-handshake", AppointmentKind.COURT: "gavel",
    AppointmentKind.LABORATORY: "flask-conical", AppointmentKind.BODY: "landmark",
    AppointmentKind.OTHER: "calendar-clock",
}  # fmt: skip

def appointment_line(
    words: Words, row: Kept[AppointmentDraft], names: Mapping[UUID, str], catalogue: Catalogue, today: date
) -> Line:
    """An appointment as the list of a case shows it; `names`: of the relatives."""
    says = row.says
    with_whom = words("with the person himself") if says.himself else names.get(says.relative_uid or row.uid, "")
    where = " · ".join(filter(None, (body_name(words, says, catalogue), says.place)))
    details = tuple(filter(None, (" · ".join(filter(None, (with_whom, where))), says.note)))
    word, tone, icon = OUTCOMES[says.state]
    open_ = says.state is Outcome.PLANNED
    chip = Chip(words(word), tone, icon)
    if open_ and says.on < today:
        chip = Chip(words("what became of it?"), "missing", "circle-question-mark")
    elif open_:
        chip = Chip(day_words(words, says.on, today), tone, icon)
    return Line(
        words(KINDS[says.kind]), details, (chip,), ICONS[says.kind], when_words(words, says), faint=not open_,
        subject=row,
    )  # fmt: skip


def appointment_entry(words: Words, row: AppointmentRow, today: date, catalogue: Catalogue) -> Entry:
    """An appointment as Today and the calendar show it: of which case, with whom, at which hour."""
    says = row.says
    hour = says.at or (words("today") if says.on == today else words.date(says.on))
    if says.at and says.on != today:
        hour = f"{says.on:%d.%m} {says.at}"
    where = body_name(words, says, catalogue) or says.place
    told = " · ".join(filter(None, (row.who or row.name or words("Name unknown"), row.number, where)))
    return Entry(words(KINDS[says.kind]), told, Chip(hour, "info", "calendar-clock"), None, row)


def body_name(words: Words, says: AppointmentDraft, catalogue: Catalogue) -> str:
    """The body where it is, empty for none."""
    body = catalogue.bodies.get(says.body)
    return body.name.in_(words.language) if body else ""
