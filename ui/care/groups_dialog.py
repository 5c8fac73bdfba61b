"""All support groups: their members, known by initials where a family is not one's own, and their meetings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.changes import Changes
from app.groups.service import GroupRow, Groups, MeetingRow, MemberRow, Standing
from ui.care.group_forms import GroupDialog, MeetingDialog
from ui.care.group_words import group_line, meeting_line, member_line
from ui.operations import Latest
from ui.record.section import Section
from ui.widgets.button import plain
from ui.widgets.label import Label
from ui.workplace import Workplace

SIZE = (940, 556)
CONCERNS = Changes.NOTES

Read = tuple[GroupRow | None, tuple[GroupRow, ...], tuple[MemberRow, ...], tuple[MeetingRow, ...]]


class GroupsDialog(QDialog):
    """The groups at the left; the chosen one at the right."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _ = place.words
        self._place = place
        self._latest = Latest(place.operations, self)
        self._chosen: GroupRow | None = None
        self._shown: tuple[MemberRow, ...] = ()
        self.setWindowTitle(_("Support groups"))
        self.resize(*(place.look.theme.length(side) for side in SIZE))
        self.groups = Section(place, _("Groups"), _("No group yet."), add=_("Group"), grows=False)
        self.members = Section(
            place, _("Who comes"), _("Nobody yet. Invite from the family’s own case."), grows=False,
            hint=_("A family that is not yours is known by initials."),
        )  # fmt: skip
        self.meetings = Section(place, _("Meetings"), _("No meeting written down yet."), add=_("Meeting"), grows=False)
        self.groups.add_wanted.connect(self.begin)
        self.groups.list.chosen.connect(self._turn)
        self.groups.act(_("Put right…"), self.correct)
        self.members.act(_("Comes"), lambda row: self.answer(row, Standing.COMES), _own)
        self.members.act(_("Declined"), lambda row: self.answer(row, Standing.DECLINED), _own)
        self.members.act(_("Left the group"), lambda row: self.answer(row, Standing.LEFT), _own)
        self.meetings.add_wanted.connect(self.meet)
        self._arrange()
        place.operations.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Read the groups, and the chosen one."""
        groups, chosen = self._place.services.groups, self._chosen
        self._latest.ask(lambda _: _read(groups, chosen), self._show)

    def begin(self) -> None:
        """Open the form of a new group."""
        GroupDialog(self._place, self).open()

    def correct(self, row: GroupRow) -> None:
        """Open the form of a group."""
        GroupDialog(self._place, self, row).open()

    def meet(self) -> None:
        """Open the form of a meeting of the chosen group."""
        if self._chosen is not None:
            MeetingDialog(self._place, self, self._chosen, self._shown).open()

    def answer(self, row: MemberRow, standing: Standing) -> None:
        """Keep how somebody stands to the group, from today."""
        groups, today = self._place.services.groups, self._place.clock.today()
        self._place.operations.write(self, lambda _: groups.answer(row.uid, standing, today))

    def _arrange(self) -> None:
        _ = self._place.words
        close = plain(self._place.look, _("Close"))
        close.clicked.connect(self.reject)
        right = QVBoxLayout()
        right.addWidget(self.members, 1)
        right.addWidget(self.meetings, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.groups, 2)
        middle.addLayout(right, 3)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(_("Support groups"), "h2"))
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _turn(self, row: object) -> None:
        if isinstance(row, GroupRow) and (self._chosen is None or row.uid != self._chosen.uid):
            self._chosen = row
            self.refresh()

    def _show(self, read: Read) -> None:
        self._chosen, groups, self._shown, meetings = read
        _ = self._place.words
        self.groups.show_lines([group_line(_, row) for row in groups])
        self.members.show_lines([member_line(_, row) for row in self._shown])
        self.meetings.show_lines([meeting_line(_, row) for row in meetings])
        self.meetings.offer_adding(offered=self._chosen is not None)

    def _follow(self, changes: Changes) -> None:
        if changes & CONCERNS:
            self.refresh()


def _read(groups: Groups, chosen: GroupRow | None) -> Read:
    rows = groups.rows()
    now = next((row for row in rows if chosen is not None and row.uid == chosen.uid), rows[0] if rows else None)
    return (now, rows, groups.members(now.uid), groups.meetings(now.uid)) if now else (None, rows, (), ())


def _own(row: object) -> bool:
    return isinstance(row, MemberRow) and row.case is not None
