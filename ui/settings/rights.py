"""Rights and incidents of the whole office: requests with their clocks, reviews and holds, incidents, erasures."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from typing_extensions import override

from app.changes import Changes
from app.consents.service import Ending
from app.domain.errors import N_
from app.i18n import Words
from app.progress import Progress
from app.records.keeping import Kept
from app.retention.service import ErasureRow, RetentionRow
from app.rights.incidents import IncidentDraft, reporting
from app.rights.requests import OpenRequest
from ui.consents.keeping import erasure_line, save_certificate
from ui.consents.rights_words import KINDS
from ui.consents.words import PURPOSES
from ui.due_words import due_chip
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.notes.note_words import day_text
from ui.operations import Latest
from ui.record.entry_form import EntryForm
from ui.record.entry_section import EntrySection
from ui.record.section import Section as Entries
from ui.settings.section import Section
from ui.workplace import Workplace

OFFICE = UUID(int=0)
"""Whose the incidents are that no case has."""
Found = tuple[
    tuple[OpenRequest, ...], tuple[Ending, ...], tuple[RetentionRow, ...], tuple[Kept[IncidentDraft], ...],
    tuple[ErasureRow, ...],
]


def incident_line(words: Words, row: Kept[IncidentDraft]) -> Line:
    """An incident as its list shows it: what happened, what was done, and the day to report it."""
    says, law = row.says, reporting()
    unsure = words("a lawyer must check") if law.unsure else ""
    term = words("report by {date}", date=words.date(says.report_by))
    clock = f"{term} ({law.law.in_(words.language)})"
    told = [" · ".join(filter(None, (says.whose, row.by)))]
    if says.reported_on:
        on = words.date(says.reported_on)
        told.append(words("reported on {date}: {body}", date=on, body=says.reported_to or "—"))
    elif says.closed_on is None:
        told.append(" · ".join(filter(None, (clock, unsure))))
    if says.done:
        told.append(says.done)
    if says.closed_on:
        chip = Chip(words("settled on {date}", date=words.date(says.closed_on)), "closed", "check")
    else:
        chip = Chip(words("open"), "missing", "shield-alert")
    return Line(
        says.what, tuple(filter(None, told)), (chip,), "shield-alert", words.date(says.noticed_on),
        faint=says.closed_on is not None, subject=row,
    )  # fmt: skip


def _incident_sections(_words: Words) -> tuple[SectionDef, ...]:
    happened = (
        FieldDef("what", Kind.LONG_TEXT, N_("What happened"), N_("in a sentence; no names are needed"), required=True),
        FieldDef("noticed_on", Kind.DAY, N_("Noticed on"), required=True),
        FieldDef("happened_on", Kind.DAY, N_("Happened on")),
        FieldDef("whose", Kind.TEXT, N_("Whose data"), N_("case numbers, or how many people")),
    )
    after = (
        FieldDef("done", Kind.LONG_TEXT, N_("What was done")),
        FieldDef("reported_to", Kind.TEXT, N_("Reported to"), N_("the Ombudsman, those concerned, the police")),
        FieldDef("reported_on", Kind.DAY, N_("Reported on")),
        FieldDef("closed_on", Kind.DAY, N_("Settled on")),
    )
    return SectionDef("", happened), SectionDef(N_("What was done about it"), after)


def _incident_texts(says: IncidentDraft) -> Mapping[str, str]:
    days = {"noticed_on": says.noticed_on, "happened_on": says.happened_on, "reported_on": says.reported_on,
            "closed_on": says.closed_on}  # fmt: skip
    return {
        "what": says.what, "whose": says.whose, "done": says.done, "reported_to": says.reported_to,
        **{key: day_text(day) for key, day in days.items() if day is not None},
    }  # fmt: skip


def _incident(form: Form, was: IncidentDraft | None) -> IncidentDraft:
    days = {key: form.date(key) for key in ("noticed_on", "happened_on", "reported_on", "closed_on")}
    exact = {key: day.last if day else None for key, day in days.items()}
    return IncidentDraft(
        noticed_on=exact["noticed_on"] or date.min, what=form.text("what"),
        case_uid=was.case_uid if was else None, happened_on=exact["happened_on"], whose=form.text("whose"),
        done=form.text("done"), reported_to=form.text("reported_to"), reported_on=exact["reported_on"],
        closed_on=exact["closed_on"],
    )  # fmt: skip


class RightsSection(Section):
    """The office's lists; a request is answered in its case."""

    concerns = Changes.RIGHTS | Changes.SETTINGS

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place, _("What people ask by right, what went wrong with data, what is kept and what erased."))
        self._latest = Latest(place.operations, self)
        today = place.clock.today()
        incident = EntryForm(
            name="incident", adding=N_("Write an incident down"), correcting=N_("What became of the incident"),
            sections=_incident_sections, texts=_incident_texts, draft=_incident,
            start=lambda: {"noticed_on": day_text(today)}, height=560,
        )  # fmt: skip
        self.consents = Entries(place, _("Consents that end"), _("None ends in the next 30 days."))
        self.requests = Entries(place, _("Requests that wait for an answer"), _("Nothing waits."))
        self.incidents = EntrySection(
            place, _("Incidents with data"), _("Nothing has happened."), _("Write an incident down"), incident,
            place.services.record.incidents, lambda row: incident_line(_, row),
        )  # fmt: skip
        self.keeping = Entries(place, _("Cases to look at again, and holds"), _("None in the next 30 days."))
        self.erasures = Entries(place, _("Erased"), _("Nothing was erased."))
        self.erasures.act(_("Save the certificate…"), lambda row: save_certificate(place, self.erasures, row))
        for card in (self.requests, self.consents, self.incidents, self.keeping, self.erasures):
            self.body.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addStretch(1)

    @override
    def refresh(self) -> None:
        record = self.place.services.record

        def read(_progress: Progress) -> Found:
            return (
                record.requests.waiting(), record.consents.ending(), record.retention.waiting(),
                record.incidents.rows(),
                record.retention.erasures(),
            )  # fmt: skip

        self._latest.ask(read, self._show)

    def _show(self, found: Found) -> None:
        waiting, ending, kept, incidents, erased = found
        self.requests.show_lines([self._request(row) for row in waiting])
        self.incidents.show_entries(OFFICE, self.place.words("Rights and incidents"), incidents)
        self.consents.show_lines([self._ending(row) for row in ending])
        self.keeping.show_lines([self._kept(row) for row in kept])
        self.erasures.show_lines([self._erased(row) for row in erased])

    def _request(self, row: OpenRequest) -> Line:
        _, says = self.place.words, row.kept.says
        due = due_chip(_, says.due, self.place.clock.today()) or Chip(_.date(says.due), "info", "clock")
        asked = _("asked on {date}", date=_.date(says.on))
        return Line(f"{row.number} · {_(KINDS[says.kind])}", (asked,), (due,), "inbox", subject=row)

    def _ending(self, row: Ending) -> Line:
        _ = self.place.words
        due = due_chip(_, row.until, self.place.clock.today()) or Chip(_.date(row.until), "info", "hourglass")
        ends = _("until {date}", date=_.date(row.until))
        return Line(f"{row.number} · {_(PURPOSES[row.purpose])}", (ends,), (due,), "signature", subject=row)

    def _kept(self, row: RetentionRow) -> Line:
        _ = self.place.words
        if row.held:
            chip = Chip(_("nothing may be erased"), "missing", "lock")
        else:
            near = due_chip(_, row.review_on, self.place.clock.today())
            chip = near or Chip(_.date(row.review_on) if row.review_on else "—", "info", "calendar")
        return Line(row.number, tuple(filter(None, (row.held_for, row.held_why if row.held else ""))), (chip,),
                    "lock" if row.held else "calendar", subject=row)  # fmt: skip

    def _erased(self, row: ErasureRow) -> Line:
        line = erasure_line(self.place.words, row)
        return Line(f"{row.number} · {line.headline}", line.details, (), line.icon, line.beside, True, row)
