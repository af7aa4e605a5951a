"""
What a question states: options by their wordings, days and moments, numbers with their unit, each with its place.

Nothing is filled in on a guess: two answers to one fact, a negation beside a wording, a day that could belong to two
facts leave the fact to be asked.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.match.clauses import CLAUSE, cues_of, meant
from assistant.match.lexicon import Lexicon
from assistant.match.moments import Said, times_said
from assistant.match.negation import Presence
from assistant.match.options import Named, misspellable, options_said
from assistant.match.quantities import quantities
from assistant.match.understanding import Stated
from assistant.match.wordings import Wording, written
from assistant.match.words import CUT, folded
from assistant.parsing.plain import LONG_VOWEL_AS_DASH, plain
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import Choice
from assistant.vocabulary.facts.day import DayFact
from assistant.vocabulary.facts.moment import MomentFact

MOST_TIMES = 12
"""A text with more days and moments is no question, and tells none of them."""
ASKING = re.compile(
    r"\b(?:can|could|may|will|would|shall|should|must|is|are|do|does|did|when|want|like|wish|going|until|by)\b"
    r"|\?|か$|たい|まで|できま|でき(?:る|ます)"
)
"""A clause with one of these asks about its day, rather than telling it."""
JOINED = "\uff9e\uff9f"
"""The voicing marks of half-width kana, which fold into one sign with the kana before them."""


@dataclass(frozen=True, slots=True)
class Known:
    """The facts of a policy, the cues of those that have any, and how it is said that a thing is there or missing."""

    facts: Mapping[str, Fact]
    cues: Mapping[str, Lexicon]
    presences: Mapping[str, Presence]

    @classmethod
    def of(cls, facts: Mapping[str, Fact]) -> "Known":
        """Worked out once for a policy."""
        choices = {name: fact for name, fact in facts.items() if isinstance(fact, Choice)}
        found = {name: presence for name, fact in choices.items() if (presence := Presence.of(fact))}
        return cls(facts, cues_of(facts), found)


@dataclass(frozen=True, slots=True)
class Facts:
    """
    What questions about one topic may state: facts that are known, by the wordings that tell something, in words of
    which some may be misspelt.

    `asked` are the facts that the topic can ask for: a day without a cue beside it is taken only for them, a number
    for one that it does not ask for only beside its cues.
    """

    known: Known
    asked: Sequence[str]
    wordings: Sequence[Wording]
    words: Sequence[str]

    @classmethod
    def build(cls, known: Known, asked: Sequence[str], wordings: Sequence[Wording]) -> "Facts":
        """Of a topic that can ask for these facts."""
        return cls(known, asked, wordings, sorted(misspellable(wordings)))

    def stated(self, text: str, now: dt.datetime) -> tuple[Stated, ...]:
        """The facts that a text states, each once, in its order; `now` is on the policy's own clock."""
        typed, text = text[:CUT], folded(text)
        times = times_said(text, now)
        rest = _without(text, times)
        found = list(self._options(text, rest, written(self.wordings, unicodedata.normalize("NFKC", typed))))
        found += self._times(text, times, now.date())
        found += quantities(rest, self.known.facts, self.known.cues, self.asked)
        return as_typed(typed, found)

    def _options(self, text: str, rest: str, wordings: Sequence[Wording]) -> Iterator[Stated]:
        said = options_said(rest, wordings, self.known.cues, self.words)
        found: dict[str, Named] = {one.fact: one for one in said}
        for name in sorted({one.fact for one in wordings} & self.known.presences.keys()):
            if there := self.known.presences[name].find(text):
                option, start, end = there
                found[name] = Named(name, option or "", start, end, option is None)
        return (Stated(one.fact, one.option, one.start, one.end) for one in found.values() if not one.unsure)

    def _times(self, text: str, times: Sequence[Said], today: dt.date) -> Iterator[Stated]:
        found: dict[str, dict[str, Said]] = {}
        for said in times if len(times) <= MOST_TIMES else ():
            if name := self._owner(text, said, times, today):
                found.setdefault(name, {}).setdefault(_canonical(said.value), said)
        for name, values in found.items():
            value, said = next(iter(values.items()))
            if len(values) == 1 and value:
                yield Stated(name, value, said.start, said.end)

    def _owner(self, text: str, said: Said, times: Sequence[Said], today: dt.date) -> str | None:
        kind = MomentFact if isinstance(said.value, dt.datetime) else DayFact
        fitting = [name for name, fact in self.known.facts.items() if isinstance(fact, kind)]
        here = [name for name in fitting if name in self.asked]
        cues = {name: self.known.cues[name] for name in fitting if name in self.known.cues}
        near = {name: cues[name] for name in here if name in cues}
        if said.now:
            named = [name for name, known in near.items() if known.starts(text, said.start)]
            return named[0] if len(named) == 1 else None
        others = [(other.start, other.end) for other in times if other is not said]
        if name := meant(text, said.start, said.end, near, others):
            return name
        elsewhere = meant(text, said.start, said.end, cues, others, least=2)
        if elsewhere or len(here) != 1:
            return elsewhere
        alone = not others and said.value is not None and said.value != today
        return here[0] if alone and _told(text, said) else None


def _told(text: str, said: Said) -> bool:
    if isinstance(said.value, dt.datetime):
        return True
    if not said.full:
        return False
    clause = CLAUSE.split(text[: said.start])[-1] + " " + re.split(r"[,;。、!]", text[said.end :])[0]
    return not ASKING.search(clause)


def _canonical(value: dt.date | dt.datetime | None) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    return value.isoformat() if value else ""


def _without(text: str, times: Sequence[Said]) -> str:
    for said in reversed(times):
        text = text[: said.start] + "\0" * (said.end - said.start) + text[said.end :]
    return text


def as_typed(typed: str, found: list[Stated]) -> tuple[Stated, ...]:
    """
    The same facts in the order of the text, their places moved from the folded to the typed text.

    Where signs fold across each other the whole text stands for the place.
    """
    if not found:
        return ()
    typed = typed[:CUT]
    places = _places(typed) or [(0, len(typed))] * len(plain(typed, CUT))
    moved = (Stated(one.fact, one.value, places[one.start][0], places[one.end - 1][1]) for one in found)
    return tuple(sorted(moved, key=lambda one: (one.start, one.end, one.fact)))


def _places(typed: str) -> list[tuple[int, int]] | None:
    signs: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end in _clusters(typed):
        piece = plain(typed[start:end])
        if piece or (signs and signs[-1] != " "):
            signs += piece or " "
            places += [(start, end)] * len(piece or " ")
    if LONG_VOWEL_AS_DASH.sub("-", "".join(signs)).rstrip(" ") != plain(typed, CUT):
        return None
    return places


def _clusters(typed: str) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(typed) + 1):
        if at == len(typed) or not (typed[at] in JOINED or unicodedata.combining(typed[at])):
            if typed:
                yield start, at
            start = at
