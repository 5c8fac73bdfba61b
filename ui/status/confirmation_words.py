"""A body's confirmation in the window: its form and its line."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from uuid import UUID

from app.catalogue.definitions import Catalogue
from app.documents.queries import DocumentRow
from app.domain.confirming import Fact, able
from app.domain.errors import N_
from app.fates.confirmations import ConfirmationDraft
from app.i18n import Words
from app.records.keeping import Kept
from ui.date_words import partial_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.record.entry_form import EntryForm
from ui.status.doubt_words import entry_doubts

FACTS: Mapping[Fact, str] = {
    Fact.MISSING: N_("that he is missing"),
    Fact.CAPTIVITY: N_("captivity"),
    Fact.RETURN: N_("return"),
    Fact.IDENTITY: N_("identity established"),
    Fact.DEATH: N_("registration of death"),
    Fact.LIBERTY: N_("the fact of deprivation of liberty"),
}
_FIRST = ("NIB", "ICRC", "JC-SSU", "KSHPPV", "UNIT", "TCC", "POLICE", "REG", "FORENSIC", "DRACS", "COURT", "COMM")
"""Bodies that confirm most, before all others."""


def bodies(catalogue: Catalogue, language: str) -> tuple[tuple[str, str], ...]:
    """The bodies of the catalogue as choices, those that confirm most first."""
    codes = (*(code for code in _FIRST if code in catalogue.bodies), *catalogue.bodies)
    return tuple((code, catalogue.bodies[code].name.in_(language)) for code in dict.fromkeys(codes))


def confirmation_line(words: Words, catalogue: Catalogue, row: Kept[ConfirmationDraft]) -> Line:
    """A confirmation as its list shows it; one that was withdrawn is faint."""
    says = row.says
    paper = catalogue.documents.get(says.paper)
    named = " ".join(filter(None, (paper.name.in_(words.language) if paper else "", says.number)))
    details = [named, says.comment]
    if not says.holds:
        since = partial_words(words, says.withdrawn_on) if says.withdrawn_on else words("without a date")
        details.append(words("Withdrawn, {date}: {why}", date=since, why=says.withdrawn_why))
    elif says.fact is Fact.CAPTIVITY and not says.counts:
        details.append(words("Captivity counts as confirmed only by the NIB or the ICRC."))
    body = catalogue.bodies.get(says.body)
    return Line(
        body.name.in_(words.language) if body else says.body,
        tuple(filter(None, details)),
        (Chip(words(FACTS[says.fact]), "captive" if says.fact is Fact.CAPTIVITY and says.counts else "info"),),
        icon="stamp" if says.holds else "circle-x",
        beside=partial_words(words, says.on) if says.on else "",
        faint=not says.holds,
        subject=row,
    )


def confirmation_form(
    catalogue: Catalogue, language: str, papers: Callable[[], tuple[DocumentRow, ...]]
) -> EntryForm[ConfirmationDraft]:
    """The form. `papers`: the documents of the case in view, to link one."""
    kinds = tuple((code, paper.name.in_(language)) for code, paper in catalogue.documents.items())

    def sections(words: Words) -> tuple[SectionDef, ...]:
        facts = tuple((fact.value, words(word)) for fact, word in FACTS.items())
        linked = tuple((str(row.uid), row.title or row.kind) for row in papers())
        none = (("", "—"),)
        return (
            SectionDef(
                "",
                (
                    FieldDef("fact", Kind.CHOICE, N_("What is confirmed"), choices=facts),
                    FieldDef("body", Kind.CHOICE, N_("By which body"), choices=bodies(catalogue, language)),
                    FieldDef("on", Kind.DATE, N_("On which day")),
                    FieldDef("paper", Kind.CHOICE, N_("By which paper"), choices=none + kinds),
                    FieldDef("number", Kind.TEXT, N_("Its number")),
                    FieldDef("document_uid", Kind.CHOICE, N_("The paper in this case"), choices=none + linked),
                    FieldDef("comment", Kind.LONG_TEXT, N_("Comment")),
                ),
            ),
            SectionDef(
                N_("If the body took its word back"),
                (
                    FieldDef("withdrawn_on", Kind.DATE, N_("Withdrawn on")),
                    FieldDef("withdrawn_why", Kind.TEXT, N_("Why")),
                ),
            ),
        )

    return EntryForm(
        name="confirmation", adding=N_("Add a confirmation"), correcting=N_("Put the confirmation right"),
        sections=sections, texts=lambda says: _texts(says, language), draft=_draft, doubts=entry_doubts,
        start=lambda: {"fact": Fact.CAPTIVITY.value, "body": min(able(Fact.CAPTIVITY), key=_FIRST.index)},
        height=540,
    )  # fmt: skip


def _texts(says: ConfirmationDraft, language: str) -> Mapping[str, str]:
    words = Words(language)
    return {
        "fact": says.fact.value, "body": says.body, "paper": says.paper, "number": says.number,
        "on": partial_words(words, says.on) if says.on else "", "comment": says.comment,
        "document_uid": str(says.document_uid or ""), "withdrawn_why": says.withdrawn_why,
        "withdrawn_on": partial_words(words, says.withdrawn_on) if says.withdrawn_on else "",
    }  # fmt: skip


def _draft(form: Form, was: ConfirmationDraft | None) -> ConfirmationDraft:
    linked = form.text("document_uid")
    says = was or ConfirmationDraft("", Fact.CAPTIVITY)
    return replace(
        says, body=form.text("body"), fact=Fact(form.text("fact")), on=form.date("on"), paper=form.text("paper"),
        number=form.text("number"), document_uid=UUID(linked) if linked else None, comment=form.text("comment"),
        withdrawn_on=form.date("withdrawn_on"), withdrawn_why=form.text("withdrawn_why"),
    )  # fmt: skip
