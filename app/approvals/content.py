"""What exactly a second person is asked: a few words for his eyes, and a seal over everything that would be written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType

_SEAL = "seal"


@dataclass(frozen=True, slots=True)
class Content:
    """`shown`: codes and dates that the second person reads. `whole`: all that would be written.

    Of the whole only the digest is kept: a request tells no more than it must, and a yes is good for nothing else.
    """

    shown: Mapping[str, str] = field(default_factory=dict)
    whole: str = ""

    @property
    def seal(self) -> str:
        """The digest of the whole; empty for nothing."""
        return sha256(self.whole.encode()).hexdigest() if self.whole else ""

    def canonical(self) -> str:
        """The same text for the same content, always; empty for none."""
        if not self.shown and not self.whole:
            return ""
        sealed = {**self.shown, _SEAL: self.seal}
        return json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def shown_of(canonical: str) -> Mapping[str, str]:
    """What of a content written by `canonical` its reader is shown."""
    told: dict[str, str] = json.loads(canonical) if canonical else {}
    return MappingProxyType({key: value for key, value in told.items() if key != _SEAL})


def seal_of(canonical: str) -> str:
    """The digest in a content written by `canonical`; empty for none."""
    return str(json.loads(canonical)[_SEAL]) if canonical else ""
