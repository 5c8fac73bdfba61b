"""Groups in words: how a member stands, and each as a line of a list."""

from collections.abc import Mapping

from app.domain.errors import N_
from app.groups.service import GroupRow, MeetingRow, MemberRow, Standing
from app.i18n import Words
from ui.models.lines import Line
from ui.models.roles import Chip

STANDINGS: Mapping[Standing, tuple[str, str, str]] = {
    Standing.INVITED: (N_("invited"), "missing", "clock"),
    Standing.COMES: (N_("comes"), "returned", "check"),
    Standing.DECLINED: (N_("said no"), "closed", ""),
    Standing.LEFT: (N_("left the group"), "closed", ""),
}


def group_line(words: Words, row: GroupRow) -> Line:
    """A group: who leads it, where it meets, how many come, when it last met."""
    says = row.says
    many = words.count("{n} person comes", "{n} people come", row.members)
    last = words("last met on {date}", date=words.date(row.last)) if row.last else words("not met yet")
    closed = (Chip(words("closed"), "closed"),) if row.closed_on else ()
    led = words("led by {name}", name=says.facilitator) if says.facilitator else ""
    details = tuple(filter(None, (", ".join(filter(None, (led, says.place))), f"{many}, {last}")))
    return Line(says.name, details, closed, "users", faint=row.closed_on is not None, subject=row)


def member_line(words: Words, row: MemberRow) -> Line:
    """Somebody in a group; the number of the case only for whoever may see it."""
    said, tone, icon = STANDINGS[row.standing]
    over = row.standing in (Standing.DECLINED, Standing.LEFT)
    beside = ", ".join(filter(None, (row.number, words("since {date}", date=words.date(row.since)))))
    return Line(row.name, (), (Chip(words(said), tone, icon),), "user", beside, faint=over, subject=row)


def meeting_line(words: Words, row: MeetingRow) -> Line:
    """A meeting: how many came and what was noted."""
    total = len(row.came) + len(row.missed)
    came = words("came: {came} of {total}", came=len(row.came), total=total)
    return Line(words.date(row.on), tuple(filter(None, (row.note,))), (), "calendar-check", came, subject=row)


def membership_line(words: Words, group: GroupRow, member: MemberRow) -> Line:
    """How one person stands to a group."""
    said, tone, icon = STANDINGS[member.standing]
    beside = words("since {date}", date=words.date(member.since))
    return Line(group.says.name, (), (Chip(words(said), tone, icon),), "users", beside, subject=(group, member))
