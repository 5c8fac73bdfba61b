"""The forms of a role, of an answer to the law, and of his wish about pay."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from app.cases.relatives import RelativeRow
from app.domain.errors import N_
from app.domain.kin import Fact, KinRole, PayWish
from app.domain.partial_date import PartialDate
from app.i18n import Words
from app.kin.entries import FactDraft, RoleDraft, WishDraft
from ui.date_words import partial_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.kin.words import FACTS, ROLES, percent, share_word
from ui.record.entry_form import EntryForm

YES, NO = "yes", "no"


def role_form(words: Words, whose: RelativeRow, family: Sequence[RelativeRow]) -> EntryForm[RoleDraft]:
    """The form of a role of `whose`; the other person is chosen from the `family`."""

    def texts(says: RoleDraft) -> Mapping[str, str]:
        return {
            "role": says.role.value, "other": says.other_uid.hex if says.other_uid else "",
            "since": _day(words, says.since), "until": _day(words, says.until),
            "share": share_word(says.share) if says.share else "", "year": str(says.year or ""), "text": says.text,
        }  # fmt: skip

    def draft(form: Form, was: RoleDraft | None) -> RoleDraft:
        other, year = form.text("other"), form.text("year")
        return RoleDraft(
            was.relative_uid if was else whose.uid, KinRole(form.text("role")), form.date("since"), form.date("until"),
            _percent(form.text("share")), int(year) if year.isdigit() else None, form.text("text"),
            UUID(other) if other else None,
        )

    def sections(_: Words) -> Sequence[SectionDef]:
        roles = tuple((role.value, _(word)) for role, word in ROLES.items())
        others = (("", "—"), *((one.uid.hex, one.name) for one in family if one.uid != whose.uid))
        return (
            SectionDef(
                "",
                (
                    FieldDef("role", Kind.CHOICE, N_("Role"), N_("type a part of its name"), choices=roles),
                    FieldDef("other", Kind.CHOICE, N_("The child, the guardian or the other side"), choices=others),
                    FieldDef("since", Kind.DATE, N_("Since")),
                    FieldDef("until", Kind.DATE, N_("Until"), future=True),
                    FieldDef("share", Kind.TEXT, N_("Share"), N_("for example: 25 %")),
                    FieldDef("year", Kind.TEXT, N_("Year"), N_("of the annual aid")),
                    FieldDef("text", Kind.LONG_TEXT, N_("Paper, number, limits")),
                ),
            ),
        )

    start = {"role": KinRole.NOTICE_RECIPIENT.value, "other": ""}
    return EntryForm(
        f"kin_role_{whose.uid.hex}", N_("Add a role"), N_("Put the role right"), sections, texts, draft, lambda: start
    )


def fact_form(words: Words, whose: RelativeRow) -> EntryForm[FactDraft]:
    """The form of an answer about `whose`."""

    def texts(says: FactDraft) -> Mapping[str, str]:
        return {
            "fact": says.fact.value, "holds": YES if says.holds else NO, "since": _day(words, says.since),
            "until": _day(words, says.until), "source": says.source,
        }  # fmt: skip

    def draft(form: Form, was: FactDraft | None) -> FactDraft:
        return FactDraft(
            was.relative_uid if was else whose.uid, Fact(form.text("fact")), form.text("holds") == YES,
            form.date("since"), form.date("until"), form.text("source"),
        )  # fmt: skip

    def sections(_: Words) -> Sequence[SectionDef]:
        facts = tuple((fact.value, _(word)) for fact, word in FACTS.items())
        answers = ((YES, _.context("answer", "yes")), (NO, _.context("answer", "no")))
        return (
            SectionDef(
                "",
                (
                    FieldDef("fact", Kind.CHOICE, N_("What the law asks"), choices=facts),
                    FieldDef("holds", Kind.CHOICE, N_("Answer"), choices=answers),
                    FieldDef("since", Kind.DATE, N_("Since")),
                    FieldDef("until", Kind.DATE, N_("Until"), future=True),
                    FieldDef("source", Kind.TEXT, N_("Paper, or who said so")),
                ),
            ),
        )

    start = {"fact": Fact.ALIMONY_FROM_HIM.value, "holds": NO}
    return EntryForm(
        f"kin_fact_{whose.uid.hex}", N_("Add an answer"), N_("Put the answer right"), sections, texts, draft,
        lambda: start,
    )  # fmt: skip


def wish_form(words: Words, family: Sequence[RelativeRow]) -> EntryForm[WishDraft]:
    """The form of a line of his disposition."""

    def texts(says: WishDraft) -> Mapping[str, str]:
        return {
            "wish": says.wish.value, "whom": says.relative_uid.hex if says.relative_uid else "",
            "to_whom": says.to_whom, "share": share_word(says.share) if says.share else "",
            "made": _day(words, says.made), "source": says.source,
        }  # fmt: skip

    def draft(form: Form, _was: WishDraft | None) -> WishDraft:
        whom = form.text("whom")
        return WishDraft(
            PayWish(form.text("wish")), UUID(whom) if whom else None, form.text("to_whom"),
            _percent(form.text("share")), form.date("made"), form.text("source"),
        )  # fmt: skip

    def sections(_: Words) -> Sequence[SectionDef]:
        wishes = (
            (PayWish.NAMES.value, _("it names a person")),
            (PayWish.NONE.value, _("there is none, by the unit’s word")),
        )
        whom = (("", "—"), *((one.uid.hex, one.name) for one in family))
        return (
            SectionDef(
                "",
                (
                    FieldDef("wish", Kind.CHOICE, N_("Personal disposition"), choices=wishes),
                    FieldDef("whom", Kind.CHOICE, N_("To whom"), choices=whom),
                    FieldDef("to_whom", Kind.TEXT, N_("Name, if not in this case")),
                    FieldDef("share", Kind.TEXT, N_("Share"), N_("for example: 25 %")),
                    FieldDef("made", Kind.DATE, N_("Date")),
                    FieldDef("source", Kind.TEXT, N_("Paper, or who said so")),
                ),
            ),
        )

    start = {"wish": PayWish.NAMES.value, "whom": ""}
    return EntryForm(
        "pay_wish", N_("Add to the disposition"), N_("Put the disposition right"), sections, texts, draft, lambda: start
    )


def _percent(text: str) -> int | None:
    """What is no number becomes a share of nothing, which is refused in words where it is kept."""
    try:
        return percent(text)
    except ValueError:
        return 0


def _day(words: Words, day: PartialDate | None) -> str:
    return partial_words(words, day) if day else ""
