"""How roles, facts about kin, and what the laws give are said; no window is needed to say them."""

import re
from collections.abc import Iterable, Mapping

from app.catalogue.definitions import Catalogue
from app.domain.coming_of_age import Turning
from app.domain.entitlement import Ask, Standing, Verdict
from app.domain.errors import N_
from app.domain.kin import Fact, KinRole
from app.i18n import Words

ROLES: Mapping[KinRole, str] = {
    KinRole.NOTICE_RECIPIENT: N_("received the notification"),
    KinRole.AUTHORISED_REP: N_("represents by power of attorney"),
    KinRole.LAWYER: N_("lawyer"),
    KinRole.PAY_RECIPIENT: N_("receives his pay"),
    KinRole.ANNUAL_AID: N_("receives the annual aid"),
    KinRole.DEATH_PAYMENT: N_("receives the one-off payment"),
    KinRole.DNA_DONOR: N_("DNA donor"),
    KinRole.CABINET_APPLICANT: N_("applicant in the personal cabinet"),
    KinRole.CHILD_OF: N_("child, in the care of"),
    KinRole.GUARDIAN_OF: N_("guardian of"),
    KinRole.GUARDIAN_OF_PROPERTY: N_("guardian of his property"),
    KinRole.EMERGENCY_CONTACT: N_("emergency contact"),
    KinRole.DO_NOT_CONTACT: N_("not to be contacted"),
    KinRole.IN_CONFLICT_WITH: N_("in conflict with"),
}
FACTS: Mapping[Fact, str] = {
    Fact.LIVES_WITH_HIM: N_("lived with him"),
    Fact.COMMON_HOUSEHOLD: N_("common household without marriage"),
    Fact.DEPRIVED_OF_RIGHTS: N_("deprived of parental rights"),
    Fact.ALIMONY_FROM_HIM: N_("receives alimony from him"),
    Fact.DISABLED_SINCE_CHILDHOOD: N_("disabled since childhood"),
    Fact.UNABLE_TO_WORK: N_("unable to work or of pension age"),
    Fact.FULL_TIME_STUDENT: N_("full-time student"),
    Fact.CARES_FOR_SMALL_CHILD: N_("cares for his small child"),
    Fact.TIES_TO_AGGRESSOR: N_("citizen of Russia or Belarus, or lives there"),
    Fact.CONVICTED: N_("convicted of treason or collaboration"),
    Fact.DIVORCED: N_("marriage dissolved"),
    Fact.FULL_SIBLING: N_("full brother or sister"),
    Fact.DEPENDENT: N_("depended on him"),
    Fact.REFUSED_PAY: N_("gave up the payment in writing"),
    Fact.DIED: N_("has died"),
}
_ASKS: Mapping[Ask, str] = {
    Ask.RELATION: N_("kinship"),
    Ask.BIRTH_DATE: N_("birth date"),
    Ask.DISPOSITION: N_("whether there is a personal disposition"),
    Ask.DISPOSITION_SHARE: N_("how much the disposition gives"),
    Ask.DISPOSITION_OVER: N_("the disposition: its parts come to more than 100 %"),
    Ask.RULE: N_("the rule of that day"),
    Ask.FIRST_LINE: N_("whether anybody of the first line is entitled"),
}
STANDINGS: Mapping[Standing, str] = {
    Standing.ENTITLED: N_("entitled by the record"),
    Standing.NOT: N_("not entitled"),
    Standing.UNCLEAR: N_("cannot be told yet"),
}
CONFIDENCE: Mapping[str, str] = {
    "high": N_("sure of the law"),
    "medium": N_("fairly sure of the law"),
    "low": N_("not sure of the law"),
}

_PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,6}))?")


def share_word(share: int) -> str:
    """Hundredths of a percent as a percentage: 2500 is «25 %», 1666 «16,66 %»."""
    whole, rest = divmod(share, 100)
    return f"{whole},{rest:02} %".replace(",00 %", " %") if rest else f"{whole} %"


def percent(text: str) -> int | None:
    """Hundredths of a percent from what is typed: «25», «33,33 %»; None if empty, ValueError for anything else."""
    plain = text.replace("%", "").replace(",", ".").strip()
    if not plain:
        return None
    found = _PERCENT.fullmatch(plain)
    if found is None:
        raise ValueError(text)
    return int(found[1]) * 100 + int((found[2] or "")[:2].ljust(2, "0"))


def standing_words(words: Words, verdict: Verdict) -> str:
    """How somebody stands, in two or three words."""
    return words(STANDINGS[verdict.standing])


def verdict_words(words: Words, catalogue: Catalogue, verdict: Verdict) -> tuple[str, ...]:
    """Why, what is still to be asked, and on which act it rests: sentences, never a bare yes."""
    right, language = catalogue.entitlements[verdict.purpose], words.language
    share = share_word(verdict.share) if verdict.share else words("the share is not written")
    said = [right.because[verdict.because].in_(language).format(share=share)]
    if verdict.missing:
        said.append(words("Still to ask: {what}.", what=asked(words, verdict.missing)))
    said.append(
        words(
            "Check with: {body}. {basis}; {confidence}.", body=catalogue.bodies[right.ask].name.in_(language),
            basis=right.basis, confidence=words(CONFIDENCE[right.confidence]),
        )
    )  # fmt: skip
    if right.questions:
        open_ = (one.text.in_(language) for one in catalogue.law.questions if one.code in right.questions)
        said.append(words("A lawyer must check: {questions}", questions=" ".join(open_)))
    return tuple(said)


def asked(words: Words, missing: Iterable[Fact | Ask]) -> str:
    """What is missing, in one line."""
    return ", ".join(words(FACTS[one] if isinstance(one, Fact) else _ASKS[one]) for one in missing)


def turning_words(words: Words, turning: Turning, days: int) -> str:
    """«18 років 05.12.2026, за 12 днів»; «приблизно» where the day is not known."""
    day = words.date(turning.on) if turning.sure else words("from {date}", date=words.date(turning.on))
    left = words.count("{n} day away", "{n} days away", days) if days else words("today")
    return words("turns {age} on {date}, {left}", age=turning.age, date=day, left=left)
