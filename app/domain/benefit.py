"""What may be paid to a family or to the man himself, and the rules by which it is shared and paid out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.pay_rule import Ground, PayRule
from app.domain.split import InstalmentRule
from app.domain.text import Text

PAY = "pay"
ONE_OFF = "death_payment"
IMPORTED = "imported"


class Rhythm(StrEnum):
    """How often it is paid."""

    MONTH = "month"
    YEAR = "year"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class BenefitDef:
    """One kind of payment. `step`: of the catalogue, by which it is claimed; `watch`: by which its coming is checked.

    `decides`: the body to check every number with; `amount`: kopecks that the law names, None where it names none.
    """

    code: str
    name: Text
    step: str
    watch: str
    decides: str
    rhythm: Rhythm
    amount: int | None
    ground: Ground
    doubt: Text | None = None


@dataclass(frozen=True, slots=True)
class MoneyRules:
    """Everything of money.yaml."""

    benefits: Mapping[str, BenefitDef]
    pay: tuple[PayRule, ...]
    instalments: tuple[InstalmentRule, ...]
