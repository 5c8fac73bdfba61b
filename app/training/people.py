"""What a training vault tells of its people: earlier names, papers, who holds the file, how the man looked."""

from app.cases.view import CaseView
from app.domain.identifier import IdentifierKind
from app.domain.partial_date import PartialDate, of_day
from app.people.looks import Looks
from app.people.naming import NameDraft, NameKind
from app.people.numbers import NumberDraft
from app.people.serving import ServiceDraft, ServiceRole
from app.services import Services


def tell(services: Services, case: CaseView) -> None:
    """Tell one case in full."""
    record, today, man = services.record, services.clock.today(), case.person
    record.names.add(man, NameDraft(NameKind.RUSSIAN, "Приклад", "Пример", source="список у мережі"))
    record.numbers.add(man, NumberDraft(IdentifierKind.PASSPORT, "ПП000017", PartialDate(2006), "Прикладський РВ"))
    record.numbers.add(
        man, NumberDraft(IdentifierKind.TRAVEL_PASSPORT, "PP000017", until=today.replace(day=1), issuer="0000")
    )
    record.service.add(
        man, ServiceDraft(ServiceRole.HOLDS_FILE, "А0099", "центр соціального супроводу", since=of_day(today))
    )
    record.looks.add(
        man,
        Looks(PartialDate(today.year - 1), 178, "міцна", "русяве, коротке", "сірі", "II (A) Rh+", "43",
              "коронка на верхньому лівому", "піксель, берці, годинник на правій руці", "дружина"),
    )  # fmt: skip
