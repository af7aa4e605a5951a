"""
What leans on what: the names of a topic, what each stands for, and what everything reads.

This is the one map of dependencies. It is made from what the words say of themselves and hangs on the policy, so that
the engine, the walk, the matcher, the neighbours of an answer and the coverage of clauses all follow the same edges.
"""

from collections.abc import Iterable, Iterator, Mapping

from assistant.model.calendar import Hours
from assistant.model.policy import Policy
from assistant.model.rule import Aspect, Group, Item, Rule
from assistant.model.topic import Topic
from assistant.vocabulary.condition import When, asked, every_test
from assistant.vocabulary.derivation import Derivation
from assistant.vocabulary.step import Cell
from assistant.vocabulary.trail import Condition
from assistant.vocabulary.word import Word


class Dependencies:
    """The names of one topic."""

    def __init__(self, policy: Policy, topic: Topic) -> None:
        self.policy, self.topic = policy, topic
        self.facts, self.tables, self.hours = policy.facts, policy.tables, policy.about.hours
        self.derived: dict[str, Derivation] = {**policy.shared.derived, **topic.derived}
        self._reach: dict[str, frozenset[str]] = {}

    # What names stand for

    def known(self, name: str) -> bool:
        """Whether a name stands for something; otherwise it is a literal."""
        return name == "on" or name in self.facts or name in self.derived

    def choices(self, name: str) -> tuple[str, ...]:
        """Every id that a name may stand for: the options of a choice, the bands of something derived; else none."""
        one = self.derived.get(name) or self.facts.get(name)
        return one.choices() if one is not None else ()

    def ids(self, name: str) -> tuple[str, ...]:
        """The rows or columns that a name may stand for in a table; the name itself where it is one of them."""
        fact = self.facts.get(name)
        return self.choices(name) or (fact.ids() if fact is not None else ()) or (name,)

    # What words read

    def reads(self, word: Word) -> Iterator[tuple[str, str]]:
        """What a word reads, names that are literals left out; opening hours bring their calendar, that its fact."""
        for kind, id_ in word.reads():
            if kind == "hours":
                yield kind, id_
                yield from self._doors(self.hours[id_])
            elif kind == "calendar":
                yield from self._calendar(id_)
            elif kind != "name" or self.known(id_):
                yield kind, id_

    def _doors(self, hours: Hours) -> Iterator[tuple[str, str]]:
        if hours.calendar:
            yield from self._calendar(hours.calendar)
        if hours.zone_from:
            yield "name", hours.zone_from

    def _calendar(self, name: str) -> Iterator[tuple[str, str]]:
        if part := self.part(name):
            yield "name", part
        yield "calendar", name

    def part(self, calendar: str) -> str | None:
        """The fact that names the part of the country whose holidays a calendar keeps."""
        kept = self.policy.about.calendars[calendar].holidays
        return kept.part_from if kept else None

    def read_by(self, names: Iterable[str], kind: str) -> frozenset[str]:
        """The ids of one kind that any of these names reads itself."""
        return frozenset(
            id_ for name in names if name in self.derived for of, id_ in self.reads(self.derived[name]) if of == kind
        )

    def reach(self, name: str) -> frozenset[str]:
        """A name and all that it leans on, down to the facts and `on`; nothing where it stands for nothing."""
        found = self._reach.get(name)
        if found is None:
            below = self.read_by((name,), "name")
            found = frozenset({name} if self.known(name) else ()).union(*map(self.reach, below))
            self._reach[name] = found
        return found

    # What an aspect asks

    def whens(self, aspect: Aspect) -> Iterator[When]:
        """Every set of conditions in an aspect: of rules, groups, notes and clauses."""
        for item in every(self.topic.rules(aspect)):
            yield item.when
            if isinstance(item, Rule):
                yield from (use.when for use in item.notes)
                yield from (one.when for one in item.also)

    def tests(self, aspect: Aspect) -> Iterator[tuple[str, Condition]]:
        """Every single test in an aspect, with the name that it asks about."""
        return (one for when in self.whens(aspect) for one in every_test(when))

    def asked(self, aspect: Aspect, kind: str, known: Mapping[str, str] | None = None) -> frozenset[str]:
        """The ids of one kind that the conditions of an aspect read, but for sets that do not hold by what is known."""
        told = known or {}

        def refused(name: str, test: Condition) -> bool:
            return told.get(name) in self.choices(name) and test.side(told[name], None) is False

        sets = (when for when in self.whens(aspect) if not any(refused(*one) for one in asked(when)))
        tests = (test for when in sets for _, test in every_test(when))
        return frozenset(id_ for test in tests for of, id_ in self.reads(test) if of == kind)

    def rests(self, name: str, test: Condition) -> frozenset[str]:
        """All that the outcome of a condition leans on, down to the facts and `on`."""
        read = (id_ for kind, id_ in self.reads(test) if kind == "name")
        return frozenset().union(*map(self.reach, (name, *read)))

    def in_aspect(self, aspect: Aspect) -> frozenset[str]:
        """Every name that an aspect mentions, with all that these lean on."""
        named = {name for name, _ in self.tests(aspect)} | self.asked(aspect, "name")
        if self.policy.about.in_force_from is not None:
            named |= {"on"}
        for item in every(self.topic.rules(aspect)):
            if isinstance(item, Rule):
                named |= {*item.asks, *item.dates.values(), *item.values.values()}
        return frozenset().union(*map(self.reach, named))

    def counted_on(self, aspect: Aspect, kind: str) -> frozenset[str]:
        """The calendars, opening hours or tables that an aspect reads, in conditions and in what is worked out."""
        return self.asked(aspect, kind) | self.read_by(self.in_aspect(aspect), kind)


def every(items: Iterable[Item]) -> Iterator[Rule | Group]:
    """Every rule and group of a linked list, those inside groups too."""
    for item in items:
        if isinstance(item, Rule | Group):
            yield item
        if isinstance(item, Group):
            yield from every(item.then)


def cells(word: Word) -> Iterator[Cell]:
    """The table cells that a word reads, in the order of `reads`."""
    if isinstance(word, Cell):
        yield word
        return
    for field in type(word).model_fields:
        value = getattr(word, field)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Word):
                yield from cells(one)
