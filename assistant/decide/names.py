"""What leans on what: the names in conditions and derived things, down to the facts and `on`."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from assistant.model.condition import Inside, OneOf, Test, When
from assistant.model.derived import Cell, Derived, DerivedBand, DerivedCell
from assistant.model.fact import Choice, Fact, YesNo
from assistant.model.policy import Policy
from assistant.model.record import Record
from assistant.model.rule import Aspect, Group, Item, Rule
from assistant.model.topic import Topic

UNNAMED = frozenset({"label", "cites", "readings", "table", "calendar", "closing", "opening"})
"""Fields of something derived that hold no names of facts, of `on` or of other derived things."""


class Names:
    """The names of one topic and what each leans on."""

    def __init__(self, policy: Policy, topic: Topic) -> None:
        self.policy, self.topic = policy, topic
        self.derived: dict[str, Derived] = {**policy.shared.derived, **topic.derived}
        self.reach = lru_cache(maxsize=None)(self._reach)

    def known(self, name: str) -> bool:
        """Whether a name stands for something; otherwise it is a literal."""
        return name == "on" or name in self.policy.facts or name in self.derived

    def leans_on(self, name: str) -> frozenset[str]:
        """The names that something derived mentions itself, the fact behind a calendar's part included."""
        one = self.derived[name]
        named = {word for word in _words(one, UNNAMED) if self.known(word)}
        return frozenset(named | {part for one in self.calendars_of(name) if (part := self.part(one))})

    def part(self, calendar: str) -> str | None:
        """The fact that names the part of the country whose holidays a calendar keeps."""
        kept = self.policy.about.calendars[calendar].holidays
        return kept.part_from if kept else None

    def calendars_of(self, name: str) -> frozenset[str]:
        """The calendars that something derived counts on itself."""
        one, hours = self.derived[name], self.policy.about.hours
        named = fields(one, "calendar")
        return frozenset(named | {hours[opened].calendar for opened in self.hours_of(name)})

    def hours_of(self, name: str) -> frozenset[str]:
        """The opening hours that something derived looks at itself."""
        one = self.derived[name]
        return frozenset(fields(one, "closing") | fields(one, "opening"))

    def _reach(self, name: str) -> frozenset[str]:
        if name not in self.derived:
            return frozenset({name} if self.known(name) else ())
        below = [self.reach(lower) for lower in self.leans_on(name)]
        return frozenset({name}).union(*below)

    def ids(self, name: str) -> tuple[str, ...]:
        """The rows or columns that a name may stand for in a table; the name itself where it is one of them."""
        one = self.derived.get(name)
        return tuple(one.bands) if isinstance(one, DerivedBand) else options(self.policy.facts.get(name)) or (name,)

    def whens(self, aspect: Aspect) -> Iterator[When]:
        """Every set of conditions in an aspect: of rules, groups and notes."""
        for item in every(self.topic.rules(aspect)):
            yield item.when
            if isinstance(item, Rule):
                yield from (use.when for use in item.notes)

    def in_aspect(self, aspect: Aspect) -> frozenset[str]:
        """Every name that an aspect mentions, with all that these lean on."""
        named = {word for when in self.whens(aspect) for name, test in when.items() for word in named_in(name, test)}
        named |= {fact for when in self.whens(aspect) for test in when.values() for fact in self._behind(test)}
        for item in every(self.topic.rules(aspect)):
            if isinstance(item, Rule):
                named |= {*item.asks, *item.dates.values(), *item.values.values()}
        return frozenset().union(*(self.reach(name) for name in named))

    def _behind(self, test: Test) -> Iterator[str]:
        if isinstance(test, Inside) and (part := self.part(self.policy.about.hours[test.inside].calendar)):
            yield part


def options(fact: Fact | None) -> tuple[str, ...]:
    """Every value of a choice; none for days and numbers."""
    if isinstance(fact, Choice):
        return tuple(fact.options)
    return ("yes", "no") if isinstance(fact, YesNo) else ()


def named_in(name: str, test: Test) -> tuple[str, ...]:
    """The name that is tested, and the operand where the test has one."""
    return (name,) if isinstance(test, OneOf | Inside) else (name, operand(test))


def operand(test: Test) -> str:
    """What an order holds a value against: a literal or a name."""
    return next(str(value) for _, value in test)


def every(items: tuple[Item, ...]) -> Iterator[Rule | Group]:
    """Every rule and group of a linked list, those inside groups too."""
    for item in items:
        if isinstance(item, Rule | Group):
            yield item
        if isinstance(item, Group):
            yield from every(item.then)


def cells(one: Derived) -> Iterator[Cell]:
    """The table cells that something derived looks up."""
    if isinstance(one, DerivedCell):
        yield one.cell
    for step in getattr(one, "steps", ()):
        yield from (value for _, value in step if isinstance(value, Cell))


def fields(record: Record, wanted: str) -> set[str]:
    """The words under a field of this name, at any depth."""
    return {word for key, word in _pairs(record.model_dump(), "") if key == wanted}


def _words(record: Record, without: frozenset[str]) -> Iterator[str]:
    return (word for key, word in _pairs(record.model_dump(), "") if key not in without)


def _pairs(value: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, Mapping):
        for name, below in value.items():
            yield from _pairs(below, name)
    elif isinstance(value, tuple | list):
        for below in value:
            yield from _pairs(below, key)
