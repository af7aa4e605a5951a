"""Of everything that a text says of each fact: the one value that is simply said, or else those that may be meant."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.match.frames import Said
from assistant.match.markers import Marked
from assistant.match.places import as_typed
from assistant.match.understanding import Offered, Stated, Why
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.yes_no import YesNo

DROPPED: frozenset[Why | None] = frozenset({"denied", "corrected"})
"""What is taken back or denied is not offered either."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a text states for sure, and what it may state."""

    stated: tuple[Stated, ...] = ()
    offered: tuple[Offered, ...] = ()

    def as_typed(self, typed: str) -> "Read":
        """The same in the order of the text, their places moved from the folded to the typed text."""
        return Read(as_typed(typed, self.stated), as_typed(typed, self.offered))


def settled(marked: Marked, found: Iterable[Said], facts: Mapping[str, Fact]) -> Read:
    """
    Each fact once: stated, offered, or neither.

    Of a yes-no, any doubt leaves it open; of other facts, what is asked for is no rival of what is said.
    """
    by_fact: dict[str, list[Said]] = {}
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        by_fact.setdefault(one.fact, []).append(one)
    stated: list[Stated] = []
    offered: list[Offered] = []
    for name, every in by_fact.items():
        kept = [one for one in _latest(marked, every) if one.why not in DROPPED]
        sure = _sure(marked, [one for one in kept if one.why is None])
        rivals = {one.option for one in kept if one.why not in (None, "asked")} - {one.option for one in sure}
        doubted = isinstance(facts[name], YesNo) and any(one.why for one in every)
        if len({one.option for one in sure}) == 1 and not rivals and not doubted:
            stated.append(Stated(name, sure[0].option, sure[0].start, sure[0].end))
        elif open_ := _offered(name, kept):
            offered.append(open_)
    return Read(tuple(stated), tuple(offered))


def _offered(name: str, kept: Sequence[Said]) -> Offered | None:
    """What may be meant; nothing where the text only asks."""
    if all(one.why == "asked" for one in kept):
        return None
    first = next((one for one in kept if one.why), kept[0])
    values = tuple(dict.fromkeys(one.option for one in kept if one.option))
    return Offered(name, values, first.start, first.end, first.why or "several")


def _sure(marked: Marked, said: Sequence[Said]) -> Sequence[Said]:
    """Of several values the one that is so now, or that more words give to the fact; else all of them."""
    if len({one.option for one in said}) < 2:
        return said
    now = [one for one in said if any(marked.within("state.present", *marked.clause(one.start, one.end)))]
    most = max(one.weight for one in said)
    chosen = (now, [one for one in said if one.weight == most])
    return next((some for some in chosen if len({one.option for one in some}) == 1), said)


def _latest(marked: Marked, said: Sequence[Said]) -> list[Said]:
    """Without what is taken back before another value is said."""
    kept = []
    for at, one in enumerate(said):
        later = next((other for other in said[at + 1 :] if other.option != one.option and other.why is None), None)
        if not (later and any(marked.within("correction", one.end, later.start))):
            kept.append(one)
    return kept
