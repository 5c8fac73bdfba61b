"""What a document may be, guessed from its file's name: a suggestion that somebody confirms, never a fact."""

import re

from app.domain.legible import legible

_RULES: tuple[tuple[str, str], ...] = (
    ("D-DISCHARGE-ORDER", "наказ звільн"),
    ("D-UNIT-ORDER", "витяг наказ"),
    ("D-UNIT-ORDER", "наказ обставин"),
    ("D-REG", "реєстр зникл"),
    ("D-REG", "єрозбо"),
    ("D-ERDR", "єрдр"),
    ("D-ERDR", "ердр"),
    ("D-ERDR", "erdr"),
    ("D-ERDR", "кримінальн провадж"),
    ("D-MISSING-FAMILY", "посвідч зникл"),
    ("D-FALLEN-FAMILY", "посвідч загибл"),
    ("D-UBD", "убд"),
    ("D-UBD", "учасник бойов"),
    ("D-NOTICE", "сповіщ"),
    ("D-NOTICE", "извещен"),
    ("D-INVEST-ACT", "розслідуван"),
    ("D-VICTIM", "потерпіл"),
    ("D-DNA-ORDER", "постанов зразк"),
    ("D-DNA-PRELIM", "днк попередн"),
    ("D-DNA", "днк"),
    ("D-DNA", "генетичн"),
    ("D-DNA", "dna"),
    ("D-NIB", "інформаційн бюро"),
    ("D-NIB", "ніб"),
    ("D-ICRC", "мкчх"),
    ("D-ICRC", "червон хрест"),
    ("D-ICRC", "icrc"),
    ("D-JC-SSU", "обєднан центр"),
    ("D-LETTER", "лист полон"),
    ("D-CAPT-CERT", "довідк полон"),
    ("D-COMM", "рішен комісі"),
    ("D-DISPOSITION", "розпоряджен"),
    ("D-MILID", "військов квит"),
    ("D-MILID", "військов карт"),
    ("D-MILID", "военн билет"),
    ("D-RNOKPP", "рнокпп"),
    ("D-RNOKPP", "іпн"),
    ("D-RNOKPP", "инн"),
    ("D-RNOKPP", "платник податк"),
    ("D-PASSPORT", "паспорт"),
    ("D-PASSPORT", "pasport"),
    ("D-PASSPORT", "passport"),
    ("D-PASSPORT", "id карт"),
    ("D-PASSPORT", "ід карт"),
    ("D-PASSPORT", "id card"),
    ("D-MARRIAGE", "шлюб"),
    ("D-MARRIAGE", "браке"),
    ("D-MARRIAGE", "marriage"),
    ("D-BIRTH", "народжен"),
    ("D-BIRTH", "рожден"),
    ("D-BIRTH", "birth"),
    ("D-KIN", "споріднен"),
    ("D-KIN", "родинн звяз"),
    ("D-HOUSEHOLD", "склад сімї"),
    ("D-HOUSEHOLD", "спільн прожив"),
    ("D-IBAN", "iban"),
    ("D-IBAN", "реквізит"),
    ("D-POA", "довіренн"),
    ("D-POA", "доверенн"),
    ("D-POA", "ордер адвокат"),
    ("D-CONSENT", "згод"),
    ("D-DEATH-MED", "лікарськ смерт"),
    ("D-DEATH-CERT", "смерт"),
    ("D-COURT", "рішен суд"),
    ("D-COURT", "ухвал"),
    ("D-GUARD", "опік"),
    ("D-CREDIT", "кредит"),
    ("D-VLK", "влк"),
    ("D-INJURY", "травм"),
    ("D-EKOPFO", "екопфо"),
    ("D-ISTANBUL", "стамбул"),
    ("D-MED", "виписк"),
    ("D-LEAVE", "відпуск"),
    ("D-SERVICE", "довідк служб"),
    ("D-REPORT", "рапорт"),
    ("D-REFUSAL", "відмов"),
    ("D-RD4U", "rd4u"),
    ("D-RD4U", "реєстр збитк"),
    ("D-PLAN", "план реінтеграц"),
    ("D-EVIDENCE", "скріншот"),
    ("D-EVIDENCE", "скриншот"),
    ("D-EVIDENCE", "screenshot"),
    ("D-PHOTO", "фото"),
    ("D-PHOTO", "photo"),
)
"""Beginnings of words that all stand in the name, the more particular first."""

_DROPPED = str.maketrans("", "", "'’ʼ`")
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_SHORT = 4


def suggest(name: str) -> str:
    """A code of documents.yaml for a file called `name`, or empty: ``Свідоцтво про шлюб.jpg`` -> ``D-MARRIAGE``."""
    words = _WORD.findall(title_of(name).lower().translate(_DROPPED))
    for code, beginnings in _RULES:
        if all(any(_begins(word, start) for word in words) for start in beginnings.split()):
            return code
    return ""


def title_of(name: str) -> str:
    """The file's name as a title: without its ending, underscores as spaces; bytes that are no letters as “?”."""
    return " ".join(_ENDING.sub("", legible(name)).replace("_", " ").split())


def _begins(word: str, start: str) -> bool:
    """A short beginning (ДНК, ВЛК, id) must be the whole word."""
    return word == start if len(start) < _SHORT else word.startswith(start)
