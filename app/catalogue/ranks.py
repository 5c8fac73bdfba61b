"""Military ranks in both languages: army, navy and those of before the reform (Law 205-IX), with their additions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.name import canonical, straighten
from app.domain.text import Text


@dataclass(frozen=True, slots=True)
class RankDef:
    """One rank. `nato`: its approximate code, empty of ranks that are given no more."""

    name: Text
    nato: str = ""


@dataclass(frozen=True, slots=True)
class Ranks:
    """`known` in their order; `additions` stand behind a rank: медичної служби, юстиції, запасу, у відставці."""

    known: tuple[RankDef, ...]
    additions: tuple[Text, ...]
    _by_word: Mapping[str, RankDef] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        words = {said.lower(): one for one in self.known for said in (one.name.en, one.name.uk)}
        object.__setattr__(self, "_by_word", words)

    def named(self, written: str) -> Text:
        """A rank written in either language, in both; special ranks and whatever else is unknown stay as written.

        «капітан медичної служби» is Captain of the Medical Service; «майор поліції» is no major of ours.
        """
        rank, rest = self._parted(straighten(canonical(written)))
        added = self._added(rest)
        if rank is None or added is None:
            return Text(written, written)
        return Text(" ".join([rank.name.uk, *(one.uk for one in added)]),
                    " ".join([rank.name.en, *(one.en for one in added)]))  # fmt: skip

    def of(self, written: str) -> RankDef | None:
        """The rank that a text says, whatever is added to it; None if it is none of ours."""
        rank, rest = self._parted(straighten(canonical(written)))
        return None if self._added(rest) is None else rank

    def _parted(self, text: str) -> tuple[RankDef | None, str]:
        """The longest known rank at the beginning, and what stands behind it."""
        words = text.split()
        for many in range(len(words), 0, -1):
            if rank := self._by_word.get(" ".join(words[:many]).lower()):
                return rank, " ".join(words[many:])
        return None, ""

    def _added(self, rest: str) -> list[Text] | None:
        """What is added to a rank, one by one; None if anything of it is unknown."""
        found: list[Text] = []
        while rest:
            pairs = ((one, said) for one in self.additions for said in (one.uk, one.en))
            known = next(((one, said) for one, said in pairs if rest.lower().startswith(said.lower())), None)
            if known is None:
                return None
            found.append(known[0])
            rest = rest[len(known[1]) :].strip()
        return found
