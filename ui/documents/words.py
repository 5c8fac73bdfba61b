"""How a document is said: its kind, its size, whom it concerns, and all of it in one line."""

from collections.abc import Sequence

from babel.numbers import format_decimal

from app.cases.relatives import RelativeRow
from app.catalogue.definitions import Catalogue
from app.documents.queries import DocumentRow
from app.documents.service import DocumentDraft
from app.documents.store import Swept
from app.i18n import Words
from ui.date_words import partial_words
from ui.documents.paper_words import move_words
from ui.family_words import relation_word

MEGA, KILO = 1_000_000, 1000


def kind_word(words: Words, catalogue: Catalogue, code: str) -> str:
    """The kind of a document by its code of documents.yaml."""
    known = catalogue.documents.get(code)
    return known.name.in_(words.language) if known else code or words("kind not said yet")


def title_word(words: Words, catalogue: Catalogue, row: DocumentRow) -> str:
    """What a document is called: a paper only needed has the name of its kind."""
    return row.title or kind_word(words, catalogue, row.kind)


def size_word(words: Words, size: int) -> str:
    """A size in bytes as people say it: 1,4 МБ."""
    if size >= MEGA:
        return words("{size} MB", size=format_decimal(size / MEGA, "0.0", locale=words.language))
    return words("{size} KB", size=max(1, round(size / KILO)))


def who_word(words: Words, row: DocumentRow, relatives: Sequence[RelativeRow]) -> str:
    """Whom the document concerns: a relative by name, else the man himself."""
    for one in relatives:
        if one.uid == row.relative:
            return relative_words(words, one)
    return words("concerns the person of the case")


def relative_words(words: Words, one: RelativeRow) -> str:
    """A relative by name and relation."""
    return f"{one.name or words('Name unknown')} ({relation_word(words, one.relation, one.patronymic)})"


def details(words: Words, catalogue: Catalogue, row: DocumentRow, relatives: Sequence[RelativeRow]) -> tuple[str, str]:
    """What stands under the title, in two lines: what it is, of which day; how large it is and whom it concerns."""
    day = ""
    if row.issued:
        day = words("of {date}", date=partial_words(words, row.issued))
    elif row.received:
        day = words("received {date}", date=words.date(row.received))
    number = words("№ {number}", number=row.number) if row.number else ""
    if row.has_file:
        pages = words.count("{n} page", "{n} pages", row.pages) if row.pages > 1 else ""
        size = size_word(words, row.size)
    else:
        pages, size = "", words("description only, no file")
    first: tuple[str, ...] = (kind_word(words, catalogue, row.kind) if row.title else "", number, day)
    if not row.title and row.trail:
        first = (move_words(words, catalogue, row.trail[-1]),)
    second = (pages, size, who_word(words, row, relatives))
    return " · ".join(filter(None, first)), " · ".join(filter(None, second))


def draft_of(row: DocumentRow, *, kind: str | None = None) -> DocumentDraft:
    """What is recorded of a document, to be kept again, perhaps as another `kind`."""
    return DocumentDraft(
        title=row.title, kind=row.kind if kind is None else kind, number=row.number, relative=row.relative,
        issued=row.issued, received=row.received, holder=row.holder, note=row.note,
        valid_until=row.valid_until,
    )


def missing_told(words: Words, swept: Swept) -> str:
    """What a sweep missed, in a sentence; one document is named."""
    lost = {one.document: one.title for one in swept.missing}
    return words.count(
        "The file of «{title}» is missing. Bring it back from the latest backup.",
        "The files of {n} documents are missing, one is «{title}». Bring them back from the latest backup.",
        len(lost), title=next(iter(lost.values())),
    )  # fmt: skip
