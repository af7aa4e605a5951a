"""The facts of a policy as texts can state them, and a text in which they are looked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from assistant.match.frames import Frame
from assistant.match.groups import WORD, pieces_of
from assistant.match.lexicon import Lexicon
from assistant.match.markers import Marked, Markers
from assistant.match.memory import names_of
from assistant.match.places import as_typed
from assistant.match.roles import cues_of
from assistant.match.spelling import Spelling
from assistant.match.understanding import Stated
from assistant.match.wordings import Ignored
from assistant.match.wordings import Spelling as Called
from assistant.match.words import CUT, folded
from assistant.model.policy import Policy
from assistant.model.rule import Aspect
from assistant.model.topic import Cue, Topic
from assistant.parsing.plain import plain
from assistant.vocabulary.fact import PASSED, Fact
from assistant.vocabulary.facts.choice import Choice, Choices
from assistant.vocabulary.facts.moment import DayFact
from assistant.vocabulary.scope import scope_of

MEANS = "means."
HAD = 3
"""So many words at most are what somebody may have."""
ROOT = 5
"""A word that begins with so many signs of another may be that one, misspelt."""


class Spoken(NamedTuple):
    """A text as typed, its words as they are meant, and for each sign of these where it stands in the folded text."""

    typed: str
    marked: Marked
    places: Sequence[int]

    @classmethod
    def of(cls, text: str, markers: Markers, spelling: Spelling | None = None) -> "Spoken":
        """Its first 500 characters; without a spelling its words are taken as they stand."""
        read = folded(text)
        spelt, places = spelling.corrected(read) if spelling else (read, range(len(read)))
        return cls(text[:CUT], markers.mark(spelt), places)

    @property
    def respelt(self) -> Mapping[str, str]:
        """The words that stand for misspelt ones, each with the one that was typed."""
        typed, text = folded(self.typed), self.marked.text
        found = (
            (one[0], typed[self.places[one.start()] : self.places[one.end() - 1] + 1]) for one in WORD.finditer(text)
        )
        return {word: own for word, own in found if word != own}


@dataclass(frozen=True, slots=True)
class Known:
    """
    The facts of a policy, the cues and the frames of those that have any, what names each, and the grammar in which
    they are said.

    `lasting` are the frames of things that last up to the day which a fact holds. `of_now` are about the moment of
    asking, or one to come; `since` say when something begins, `until` when it ends. `roots` are the beginnings of the
    words by which facts are spoken of, each behind a break, and `own` those of the words that are written of the facts.
    """

    facts: Mapping[str, Fact]
    cues: Mapping[str, Lexicon]
    names: Mapping[str, Lexicon]
    frames: Sequence[Frame]
    lasting: Sequence[Frame]
    markers: Markers
    ignored: Ignored
    of_now: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    roots: str
    own: frozenset[str]

    @classmethod
    def of(
        cls,
        facts: Mapping[str, Fact],
        markers: Markers,
        ignored: Ignored,
        rendered: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> "Known":
        """Worked out once for a policy; `rendered` are translations by context."""
        now, until = {word.rstrip("?") for word in markers.words("now")}, markers.words("until")
        cues = {name: frozenset(map(plain, fact.cues)) for name, fact in facts.items()}
        of_now = frozenset(name for name, words in cues.items() if not words.isdisjoint(now))
        begin = markers.words("measure.range_from") | markers.words("measure.range_behind")
        days = [(name, words) for name, words in cues.items() if isinstance(facts[name], DayFact)]
        since, ends = (frozenset(n for n, words in days if not words.isdisjoint(of)) for of in (begin, until))
        others = tuple(cue for name, words in cues.items() if name not in ends for cue in words)
        ended = markers.words("state.gone.behind") - markers.words("state.gone.behind!")
        over = (word for word in ended if not word.startswith(others))
        more = {**dict.fromkeys(of_now, tuple(now)), **dict.fromkeys(ends, tuple(over))}
        frames = tuple(Frame.of(name, frame) for name, fact in facts.items() for frame in fact.frames)
        lasting = tuple(one for one in frames if one.missing == PASSED and isinstance(facts[one.fact], DayFact))
        frames = tuple(one for one in frames if one not in lasting)
        labels = {name: one.label for name, one in facts.items()}
        said = {name: rendered.get(one.context) or rendered.get(one.source, ()) for name, one in labels.items()}
        names = names_of(facts, {name: (one.source, *said[name]) for name, one in labels.items()})
        lines = chain(_lines(facts.values(), markers), map(plain, chain.from_iterable(said.values())))
        own = frozenset(word[:ROOT] for line in lines for word in line.replace("'", " ").split())
        roots = "\n".join(["", *own.union(word[:ROOT] for word in markers.known)])
        told = cues_of(facts, more)
        return cls(facts, told, names, frames, lasting, markers, ignored, of_now, since, ends, roots, own)

    def begins(self, word: str) -> bool:
        """Does a word by which facts are spoken of begin as this one does, whose end may be misspelt?"""
        return f"\n{word[:ROOT]}" in self.roots

    def knows(self, word: str) -> bool:
        """Do the facts speak of it, or is it a word of the grammar itself, and of none that begins as it does?"""
        return word[:ROOT] in self.own or word in self.markers.own

    def ends_in(self, marked: Marked, left: int, right: int) -> Mapping[str, Lexicon]:
        """The cues of what says until when something named between lasts; where nothing is, of all that say so."""
        named = (one.fact for one in self.lasting for thing in marked.spans(one.things) if left <= thing.start < right)
        return {name: self.cues[name] for name in self.until.intersection(named) or self.until}

    def speaks_of(self, noun: str) -> bool:
        """Does a noun without blanks share two signs with a word by which facts are spoken of?"""
        return any(noun[at : at + 2] in self.roots for at in range(len(noun) - 1))


def _lines(facts: Iterable[Fact], markers: Markers) -> Iterator[str]:
    """What is written of some facts and their options, folded."""
    for fact in facts:
        yield plain(fact.label.source)
        for option in fact.options.values() if isinstance(fact, Choice | Choices) else ():
            yield from map(plain, (option.label.source, *option.spellings))
    yield from _meant(facts, markers)


def facts_asked(policy: Policy, topic: Topic) -> tuple[str, ...]:
    """The ids of the facts that the topic can ask for, in the order of `facts.yaml`."""
    reached = frozenset[str]().union(*of_aspects(policy, topic.id).values())
    return tuple(name for name in policy.facts if name in reached)


def choosing(policy: Policy, topics: Set[str]) -> Set[str]:
    """The facts that choose among topics of which one is among these."""
    return {n for n, fact in policy.facts.items() if isinstance(fact, Choice) and not topics.isdisjoint(fact.options)}


def meaning_of(policy: Policy, topic: Topic, told: Set[str]) -> Mapping[Cue, Aspect]:
    """
    What cues mean for the topic; where another aspect asks for nothing, only of something told that the meant one can
    ask for: until when the desk is there, and until when one of its services is.
    """
    asks = of_aspects(policy, topic.id) if topic.asked else {}
    return {cue: one for cue, one in topic.asked.items() if all(asks.values()) or not told.isdisjoint(asks[one])}


def of_aspects(policy: Policy, topic: str) -> Mapping[Aspect, frozenset[str]]:
    """The facts that each aspect of the topic can ask for."""
    return policy.worked_out(_of_aspects, topic)


def _of_aspects(policy: Policy, topic: str) -> Mapping[Aspect, frozenset[str]]:
    scope = scope_of(policy, topic)
    return {one: scope.in_aspect(one) & policy.facts.keys() for one in scope.topic.aspects}


def spelling_of(
    facts: Iterable[Fact],
    options: Iterable[Called],
    rendered: Mapping[str, Sequence[str]],
    markers: Markers,
    ignored: Ignored,
) -> Spelling:
    """What may be misspelt of these facts and options."""
    called = [(plain(one.text), one.label) for one in options]
    names = [text for text, label in called if label]
    meant = [*_meant(facts, markers), *(text for text, _ in called)]
    beside = (plain(word) for fact in facts for one in fact.frames for word in (*one.others, *one.beside))
    labels = (plain(one) for fact in facts for one in (fact.label.source, *rendered.get(fact.label.context, ())))
    known = chain(beside, labels, markers.speech.every, pieces_of(markers.grammar))
    particles, written = markers.words("clauses.particles"), map(plain, chain.from_iterable(rendered.values()))
    return Spelling.of(meant, names, known, None, ignored.stems, particles, written)


def _meant(facts: Iterable[Fact], markers: Markers) -> Iterator[str]:
    """Months, weekdays, words for days near today, the cues of facts, the things of frames and what is said of them."""
    days = *(f"days.months.{number}" for number in range(1, 13)), *(f"days.weekdays.{number}" for number in range(7))
    for path in (*days, *(f"days.today.{number}" for number in range(-2, 3))):
        yield from markers.speech.words(path)
    for fact in facts:
        yield from map(plain, fact.words)
        for frame in fact.frames:
            yield from (plain(word) for words in (frame.things, *frame.says.values()) for word in words)


def of_the_asker(marked: Marked) -> bool:
    """Is all that is asked whether the asker has something, which no policy knows: *do we have gold?*"""
    ours, end = marked.of("ours"), len(marked.text.rstrip(" ?.!\u3002"))
    asked = [
        (one, one.end, end) for one in marked.of("own.before") if any(one.start <= us.start < one.end for us in ours)
    ]
    asked += [(us, us.end, one.start) for one in marked.of("own.behind") if one.end == end for us in ours[:1]]
    return any(not marked.gap(0, one.start) and marked.gap(start, stop) <= HAD for one, start, stop in asked)


def means_named(spoken: Spoken) -> tuple[Stated, ...]:
    """The ways to reach people that a text names, each by the end of its path in the grammar, as typed."""
    marked, paths = spoken.marked, (path for path in spoken.marked.markers.grammar if path.startswith(MEANS))
    found = [Stated(path.removeprefix(MEANS), "", one.start, one.end) for path in paths for one in marked.of(path)]
    return as_typed(spoken.typed, found, spoken.places)
