"""The shape each catalogue file must have; anything else in it is refused."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from app.catalogue.definitions import Print
from app.domain.deadline import Kind, Unit
from app.domain.entitlement import Because, Purpose
from app.domain.fate import Fate
from app.domain.step import Track

Conf = Literal["high", "medium", "low"]
Shown = Literal["full", "mask", "title", "hide", "ask"]
Many = Annotated[int, Field(ge=0, le=36_525)]
"""How many units a term may have: a hundred years of days at most."""
Times = Annotated[int, Field(ge=1, le=36_525)]
Said = Annotated[str, Field(min_length=1, max_length=4000)]


class Shape(BaseModel):
    """Strict about keys: a misspelt one is an error, not a silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Named(Shape):
    code: str
    uk: str
    en: str
    family_uk: str | None = None
    family_en: str | None = None
    parent: str | None = None
    replaces: str | None = None
    note: str | None = None


class ChoiceShape(Shape):
    qty: Many
    unit: Unit
    basis: str


class DueShape(Shape):
    from_: str
    else_: list[str] = []
    qty: Many | None
    unit: Unit
    kind: Kind
    choose: list[ChoiceShape] = []

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.removesuffix("_"), populate_by_name=False
    )


class RepeatShape(Shape):
    every: Times | Literal["each"] | None = None
    unit: str | None = None
    count: Times | None = None
    until: str | None = None
    pattern: str | None = None


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


class StepShape(Shape):
    id: Annotated[str, Field(pattern="^[A-Z]{2,4}-[0-9]{2,4}$")]
    track: Track
    name_uk: Said
    name_en: Said
    family_uk: str | None = None
    family_en: str | None = None
    applies_to: list[str]
    body: str
    trigger: str
    due: DueShape
    repeat: RepeatShape | None
    docs: list[str]
    produces: list[str] = []
    outcome: str
    basis: list[str]
    print: Print
    sens: Literal[1, 2, 3]
    conf: Conf
    src: list[str]
    note: str | None = None
    scope: Literal["case", "office"] = "case"
    amount_uah: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    keeps: bool = False


class StepsFile(Shape):
    steps: list[StepShape]


class StatusShape(Shape):
    code: Fate
    uk: str
    uk_f: str
    short_uk: str
    legal_uk: str | None = None
    family_uk: str | None
    family_en: str | None = None
    short_en: str | None = None
    en: str
    meaning: str
    terminal: bool
    src: Annotated[list[str], BeforeValidator(_listed)]


class ReturnModeShape(Shape):
    code: str
    uk: str
    en: str
    src: list[str]


class StatusesFile(Shape):
    statuses: list[StatusShape]
    return_mode: list[ReturnModeShape]


class TransitionShape(Shape):
    from_: Fate
    to: Fate | Literal["PREVIOUS"]
    needs: list[str]
    who: str

    model_config = DueShape.model_config


class TransitionsFile(Shape):
    initial: list[Fate]
    transitions: list[TransitionShape]
    rules: list[str]


class WhenShape(Shape):
    fates: list[Fate] = []
    event: str | None = None


class BundleShape(Shape):
    when: WhenShape
    steps: list[str]


class WaveShape(Shape):
    after: int
    steps: list[str]


class BundlesFile(Shape):
    bundles: dict[str, BundleShape]
    after: dict[Fate, list[str]]
    staging: dict[str, list[WaveShape]]


class StopShape(Shape):
    code: str
    uk: str
    en: str
    since: list[str]
    to: list[str]
    ask: str
    basis: str
    conf: Conf
    src: list[str]
    note: str | None = None


class StopsFile(Shape):
    stops: list[StopShape]
    paid: list[str]


class BodiesFile(Shape):
    bodies: list[Named]


class DocumentsFile(Shape):
    documents: list[Named]


class OblastShape(Shape):
    katottg: str
    uk: str
    en: str


class OblastsFile(Shape):
    oblasts: list[OblastShape]


class SourceShape(Shape):
    code: str
    uk: str
    en: str
    prefill: Annotated[str, Field(pattern="^[A-F][1-6]$")]
    confirms_captivity: bool = False
    warn_uk: str | None = None
    warn_en: str | None = None
    note: str | None = None


class SourcesFile(Shape):
    source_types: list[SourceShape]
    place_of_detention_kind: list[str]
    health_flags: list[str]


class RankShape(Shape):
    nato: str
    army_uk: str
    navy_uk: str
    army_en: str
    navy_en: str


class WordsShape(Shape):
    uk: str
    en: str


class RanksFile(Shape):
    ranks: list[RankShape]
    legacy_ranks: list[WordsShape]
    suffixes: list[WordsShape]
    other_systems: str


class ServicesFile(Shape):
    services: list[Named]
    service_type: list[Named]


class RedactionShape(Shape):
    field: str
    rule: str | None = None
    FAMILY_AUTHORISED: Shown
    FAMILY_OTHER: Shown
    REPRESENTATIVE: Shown
    LAWYER: Shown
    PSYCHOLOGIST: Shown
    COORDINATOR: Shown
    RETURNEE_SELF: Shown
    STATISTICS: Shown


class RedactionFile(Shape):
    audiences: list[str]
    fields: list[RedactionShape]
    masks: dict[str, str]


class Words(Shape):
    uk: str
    en: str


class EntitlementShape(Shape):
    code: Purpose
    uk: str
    en: str
    applies_to: list[str]
    ask: str
    basis: str
    conf: Conf
    src: list[str]
    because: dict[Because, Words]


class EntitlementsFile(Shape):
    entitlements: list[EntitlementShape]


class QuestionShape(Shape):
    code: str
    uk: Said
    en: Said
    steps: list[str] = []
    entitlements: list[Purpose] = []


class PackShape(Shape):
    id: Annotated[str, Field(pattern="^[a-z]{2,12}$")]
    version: Annotated[int, Field(ge=1, le=9999)]
    issued: date
    notes_uk: Said
    notes_en: Said


class LawFile(Shape):
    law: PackShape
    questions: list[QuestionShape]
    sources: dict[str, Said]
