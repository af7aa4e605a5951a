"""A question that is nothing but the name of an option: what can be asked about it is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.match.wordings import Ignored, Wording, tight


class Named(NamedTuple):
    """An option that a whole text names; `place` is where the name stands in it, `text` the name as typed."""

    policy: str
    fact: str
    option: str
    place: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class Names:
    """The wordings of options of choices, without blanks, with their policy; those that are names; each names one."""

    known: Mapping[str, tuple[str, str, str]]
    proper: frozenset[str]
    ignored: Ignored

    @classmethod
    def build(cls, wordings: Mapping[str, Sequence[Wording]], ignored: Ignored) -> "Names":
        """From the wordings of each policy's facts."""
        found: dict[str, set[tuple[str, str, str]]] = {}
        proper = {one.text for every in wordings.values() for one in every if one.named}
        for policy, every in wordings.items():
            for one in every:
                if not one.yes_no and not one.cued:
                    found.setdefault(one.text, set()).add((policy, one.fact, one.option))
        return cls(
            {text: next(iter(places)) for text, places in found.items() if len(places) == 1}, frozenset(proper), ignored
        )

    def alone(self, text: str) -> Named | None:
        """The option, where the text says nothing else: a word in small letters only where it is its name."""
        name = text.strip(MARKS)
        written = tight(name, self.ignored)
        place = self.known.get(written)
        if place is None or (name == name.lower() and written not in self.proper):
            return None
        start = text.index(name)
        return Named(*place, (start, start + len(name)), name)


MARKS = " \t\n?.!,;:\"'\uff1f\u3002\u3000\uff01"
