"""Forms of a group: the group itself, an invitation, a meeting. None of them is kept as a draft."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Changes
from app.domain.errors import N_
from app.groups.service import GroupDraft, GroupRow, MemberRow, Standing
from ui.care.sealed_form import SealedForm
from ui.care.sheet_dialogs import day_field, today_text
from ui.care.whom import Whom
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.jobs import Work
from ui.workplace import Workplace

HEIGHT = 440


class GroupDialog(SealedForm):
    """A new group, or one put right."""

    def __init__(self, place: Workplace, parent: QWidget, was: GroupRow | None = None) -> None:
        _ = place.words
        fields = (
            FieldDef("name", Kind.TEXT, N_("Name that families hear"), N_("about waiting, never about grief"),
                     required=True),
            FieldDef("facilitator", Kind.TEXT, N_("Who leads it")),
            FieldDef("place", Kind.TEXT, N_("Where and when it meets")),
            *((FieldDef("closed", Kind.DAY, N_("Closed on")),) if was else ()),
        )  # fmt: skip
        start = {"facilitator": place.services.access.user}
        if was is not None:
            closed = f"{was.closed_on:%d.%m.%Y}" if was.closed_on else ""
            says = was.says
            start = {"name": says.name, "facilitator": says.facilitator, "place": says.place, "closed": closed}
        about, sections = _("Meetings of relatives who wait."), (SectionDef("", fields),)
        super().__init__(
            place, parent, _("Put the group right") if was else _("A new group"), about, sections, start, HEIGHT
        )
        self._was = was

    @override
    def _work(self) -> Work[Changes]:
        groups, was, form = self._place.services.groups, self._was, self.form
        draft = GroupDraft(form.text("name"), form.text("facilitator"), form.text("place"))
        if was is None:
            return lambda _: Changes.NOTES if groups.open(draft) else Changes.NOTHING
        closed = form.date("closed")
        return lambda _: groups.correct(was.uid, was.version, draft, closed.first if closed else None)


class InviteDialog(SealedForm):
    """One relative is invited; a step in her case stands for it."""

    def __init__(
        self, place: Workplace, parent: QWidget, whom: Whom, relative: UUID, groups: Sequence[GroupRow]
    ) -> None:
        _ = place.words
        open_ones = tuple((row.uid.hex, row.says.name) for row in groups if row.closed_on is None)
        fields = (
            FieldDef("group", Kind.CHOICE, N_("Group"), choices=open_ones, required=True),
            day_field("on", N_("Invited on")),
        )
        start = {"group": open_ones[0][0] if open_ones else "", "on": today_text(place)}
        super().__init__(place, parent, _("Invite to a group"), whom.about, (SectionDef("", fields),), start, HEIGHT)
        self._whom, self._relative = whom, relative

    @override
    def _work(self) -> Work[Changes]:
        groups, case, relative, on = self._place.services.groups, self._whom.case, self._relative, self._day("on")
        group = UUID(self.form.text("group"))
        return lambda _: groups.invite(group, case, relative, on)


class MeetingDialog(SealedForm):
    """A meeting that took place: who came, and a note for those who read clinical notes."""

    def __init__(self, place: Workplace, parent: QWidget, group: GroupRow, members: Sequence[MemberRow]) -> None:
        _ = place.words
        coming = tuple((row.uid.hex, row.name) for row in members if row.standing is Standing.COMES)
        fields = (
            day_field("on", N_("On which day")),
            *((FieldDef("came", Kind.TICKS, N_("Who came"), choices=coming),) if coming else ()),
            FieldDef("note", Kind.LONG_TEXT, N_("What it was about"), N_("sealed; of the group, without names")),
        )
        start = {"on": today_text(place), "came": " ".join(code for code, _name in coming)}
        if not coming:
            del start["came"]
        sections = (SectionDef("", fields),)
        super().__init__(place, parent, _("A meeting of the group"), group.says.name, sections, start, HEIGHT)
        self._group, self._anybody = group.uid, bool(coming)

    @override
    def _work(self) -> Work[Changes]:
        groups, group, on, note = self._place.services.groups, self._group, self._day("on"), self.form.text("note")
        came = tuple(map(UUID, self.form.text("came").split())) if self._anybody else ()
        return lambda _: groups.meet(group, on, came, note)
