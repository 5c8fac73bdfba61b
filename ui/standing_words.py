"""Where a request for a second person's yes stands, in a word or two; what exactly it is for."""

from app.approvals.service import ApprovalRow, Kind
from app.catalogue.definitions import Catalogue
from app.domain.evidence import Need, say
from app.domain.fate import Fate
from app.domain.partial_date import parse_iso
from app.domain.relation import Relation
from app.domain.second_person import Standing
from app.i18n import Words
from app.retention.groups import Group
from ui.consents.retention_words import groups_said
from ui.family_words import relation_word
from ui.fate_words import fate_words


def standing_words(words: Words, standing: Standing) -> str:
    """Where a request stands."""
    return {
        Standing.WAITING: words.context("request", "waiting"),
        Standing.READY: words.context("request", "may be done now"),
        Standing.REFUSED: words.context("request", "refused or withdrawn"),
        Standing.SPENT: words.context("request", "done"),
        Standing.LAPSED: words.context("request", "lapsed"),
    }[standing]


def kind_words(words: Words, kind: Kind) -> str:
    """What somebody wants to do."""
    return {
        Kind.DUMP: words("Write everything out unencrypted"),
        Kind.FATE: words("Change of status"),
        Kind.MAIN_CONTACT: words("Change of the main contact"),
        Kind.ANONYMISE: words("Erase chosen data of a case"),
        Kind.ERASE: words("Erase a whole case"),
    }[kind]


def asked_words(words: Words, catalogue: Catalogue, row: ApprovalRow) -> str:
    """What exactly is asked, for the eyes of who decides: no names, only what must be compared with the papers."""
    shown = row.shown
    match row.kind:
        case Kind.FATE if "to" in shown:
            return _fate(words, catalogue, row)
        case Kind.MAIN_CONTACT if "relation" in shown:
            whom = relation_word(words, Relation(shown["relation"]))
            return words("{number}: the main contact becomes {whom}", number=shown["number"], whom=whom)
        case Kind.ANONYMISE if "groups" in shown:
            groups = groups_said(words, (Group(one) for one in shown["groups"].split()))
            return words("{number}: erase {groups}", number=shown["number"], groups=groups)
        case Kind.ERASE if "number" in shown:
            return words("{number}: erase the whole case", number=shown["number"])
        case _:
            return kind_words(words, row.kind)


def _fate(words: Words, catalogue: Catalogue, row: ApprovalRow) -> str:
    shown = row.shown
    now, to = (fate_words(words, catalogue, Fate(shown[key])) for key in ("from", "to"))
    told = [words("{number}: {now} → {to}", number=shown["number"], now=now, to=to)]
    if on := shown.get("on"):
        day = parse_iso(on).exact
        told.append(words("since {date}", date=words.date(day) if day else on))
    if papers := shown.get("evidence"):
        names = {code: paper.name for code, paper in catalogue.documents.items()}
        needs = [Need((code,)) for code in papers.split("; ")]
        told.append(words("at hand: {papers}", papers=say(needs, names).in_(words.language)))
    return "; ".join(told)
