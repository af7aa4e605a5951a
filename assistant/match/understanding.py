"""What a question was understood as. Light to import, unlike the matcher that finds it."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, Protocol

from assistant.match.ranking import OUT_OF_SCOPE, UNRANKED, Outcome, Ranking, Word
from assistant.model.rule import Aspect

Why = Literal[
    "denied", "asked", "unsure", "former", "coming", "other", "range", "about", "limit", "corrected", "several", "open"
]
"""Why something is not counted on; `open`: it could be read in more than one way."""


@dataclass(frozen=True, slots=True)
class Found:
    """
    A topic that the question may be about; `aspect` is `None` where neither the question nor the topic tells. `plain`:
    the question's own words name it, or the topic has no other. `unanswered` are the aspects that the question asks for
    and that the topic has no answer to.
    """

    policy: str
    topic: str
    aspect: Aspect | None
    score: float
    phrase: str
    words: tuple[Word, ...]
    plain: bool = False
    unanswered: tuple[Aspect, ...] = ()


class Said(NamedTuple):
    """An option of a fact that a stretch of folded text says, `why` where it does not simply say so."""

    fact: str
    option: str
    start: int
    end: int
    why: Why | None = None
    weight: int = 0
    """How many words say that it is this fact's: of two values the one with more of them counts."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact, its value in canonical text, and the stretch of the text that states it: `text[start:end]` as typed."""

    fact: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Offered:
    """
    A fact that the text may state, with the values that may be meant, and why it is not counted on. It may be the day
    that is asked about, as `on`.

    None of the values is taken before a person has chosen one; there may be none, where only the fact is told.
    """

    fact: str
    values: tuple[str, ...]
    start: int
    end: int
    why: Why


@dataclass(frozen=True, slots=True)
class Read:
    """
    What a text states for sure, and what it may state; `on` is the day that it asks about, where it names one, and
    `day_open` whether it may ask about one that cannot be told. Of facts in `passed` it says that their day is over.
    `noticed` is where it tells a day, a time or an amount for which nothing of this stands.
    """

    stated: tuple[Stated, ...] = ()
    offered: tuple[Offered, ...] = ()
    on: Stated | None = None
    day_open: bool = False
    passed: frozenset[str] = frozenset()
    noticed: tuple[Stated, ...] = ()

    def without(self, facts: Collection[str]) -> "Read":
        """The same save what it says of some facts."""
        stated = tuple(one for one in self.stated if one.fact not in facts)
        return replace(self, stated=stated, offered=tuple(one for one in self.offered if one.fact not in facts))

    def beside(self, other: "Read", but: Collection[str] = ()) -> "Read":
        """
        The same, and what another topic of the question is told by words that tell this one nothing, `but` for some
        facts. A day that one may ask about and the other may be told is neither: it may be meant.
        """
        told: tuple[Stated | Offered, ...] = (*self.stated, *self.offered)
        stated = [
            one for one in other.stated if one.fact not in but
            and not any(one.fact == mine.fact or (one.start < mine.end and mine.start < one.end) for mine in told)
        ]  # fmt: skip
        day = next((one for one in stated if self.on and one.value == self.on.value), None)
        both = (*self.stated, *(one for one in stated if one is not day))
        left = [one for one in self.noticed if not any(one.start < two.end and two.start < one.end for two in stated)]
        order = sorted(both, key=lambda one: (one.start, one.end, one.fact))
        read = replace(self, stated=tuple(order), noticed=tuple(left))
        if day is None:
            return read
        return replace(
            read, on=None, offered=(*self.offered, Offered("on", (day.value,), day.start, day.end, "unsure"))
        )


class Meant(NamedTuple):
    """A word that a policy explains and that a text is about; `asked`: it asks what the word means."""

    policy: str
    term: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Understanding:
    """
    Topics, best first, none where the question is out of scope; the stated facts of the first one's policy.

    `stated` are the same facts with the words that state them, in the question's order; `offered` those that it may
    state. `on` is the day that is asked about, where the question names one that belongs to no fact; `day_open` where
    it may name one that cannot be told. `contacts` are the policies whose people are asked for, `word` one that is
    asked about and that a policy explains. `passed` are the facts of which it says that their day has passed, and not
    which it was, `means` the ways to reach people that it names, `noticed` the days, times and amounts
    for which nothing of this stands. `ranking` is what all of it comes from, with the
    topics that come nearest to a question out of scope.
    """

    matches: tuple[Found, ...]
    facts: Mapping[str, str]
    outcome: Outcome
    stated: tuple[Stated, ...] = ()
    ranking: Ranking = UNRANKED
    offered: tuple[Offered, ...] = ()
    contacts: tuple[str, ...] = ()
    on: Stated | None = None
    word: Meant | None = None
    day_open: bool = False
    passed: frozenset[str] = frozenset()
    means: tuple[Stated, ...] = ()
    noticed: tuple[Stated, ...] = ()

    def left_over(self, question: str) -> tuple[str, ...]:
        """The words of the question, as typed, for the days, times and amounts that are `noticed` alone, each once."""
        return tuple(dict.fromkeys(question[one.start : one.end] for one in self.noticed))

    def typed(self, respelt: Mapping[str, str]) -> "Understanding":
        """The same with the words of its topics as typed: by each word that stands for a misspelt one, that one."""

        def own(word: Word) -> Word:
            return word._replace(typed=respelt.get(word.typed, word.typed))

        matches = (replace(one, words=tuple(map(own, one.words))) for one in self.matches)
        return replace(self, matches=tuple(matches)) if respelt else self

    def comparing(self, asked: Callable[[Found], Collection[str]]) -> "Understanding":
        """
        Whoever names two values of a fact, and nothing that is asked, may mean any topic that asks for it: these come
        before one that does not, and none of them is sure.
        """
        both = {one.fact for one in self.offered if one.why == "several" and len(one.values) > 1}

        def heedless(one: Found) -> bool:
            return one.policy != self.matches[0].policy or both.isdisjoint(asked(one))

        matches = tuple(sorted(self.matches, key=heedless)) if both else self.matches
        return self if matches == self.matches else replace(self, matches=matches, outcome="doubt")

    @property
    def day(self) -> dt.date | None:
        """The day that is asked about, where the question names one that belongs to no fact."""
        return dt.date.fromisoformat(self.on.value) if self.on else None

    @property
    def days(self) -> tuple[str, ...]:
        """Every day that may be the one that is asked about."""
        offered = (day for one in self.offered if one.fact == "on" for day in one.values)
        return (*offered, *([self.on.value] if self.on else []))

    @property
    def marked(self) -> tuple[Stated, ...]:
        """What the question states, and the day that it asks about, with the words that say so."""
        return (*self.stated, *filter(None, [self.on]))

    @property
    def nearest(self) -> str:
        """The topic that comes nearest, as `policy/topic`, whatever the outcome; empty where none does."""
        if self.matches:
            return f"{self.matches[0].policy}/{self.matches[0].topic}"
        return next((match.id for match in self.ranking.matches if match.id != OUT_OF_SCOPE), "")

    @property
    def confident(self) -> bool:
        """May the first match be taken without asking?"""
        return self.outcome == "sure"

    @property
    def straight(self) -> bool:
        """May the first match be answered at once? Its topic and aspect are sure, and nothing stated is in doubt."""
        doubtful = self.offered or self.contacts or self.word or self.day_open
        return (
            self.confident
            and self.matches[0].plain
            and not self.matches[0].unanswered
            and not doubtful
            and not self.twofold
        )

    @property
    def twofold(self) -> bool:
        """Are two questions of the first topic asked? Then the first two matches have the same topic."""
        return len({(one.policy, one.topic) for one in self.matches[:2]}) < len(self.matches[:2])


class Understands(Protocol):
    """Whatever understands questions: a matcher, or one that is still being built."""

    def understand(self, text: str, now: dt.datetime) -> Understanding:
        """What is asked; `now` is the moment of asking, with a zone or on the policy's own clock."""

    def read(self, text: str, found: Found, now: dt.datetime) -> Read:
        """What the text states, if this is what it is about."""
