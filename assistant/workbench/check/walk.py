"""Walks every path of a policy once, and keeps what the checks ask about: what was reached, and what broke."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.decide import Answer
from assistant.model.policy import Policy
from assistant.workbench.check.paths import Broken, Path, paths
from assistant.workbench.check.places import Places, Standing


@dataclass(slots=True)
class Reached:
    """A rule that answered: on which path first, with which facts always known, and with which notes."""

    example: Path
    facts: set[str]
    notes: set[str] = field(default_factory=set)
    no_days: set[str] = field(default_factory=set)
    """Its public dates that held a mark or a number on some path."""


@dataclass(slots=True)
class Walk:
    """What all paths of a policy came to. Rules are known by `id()`: each use of a list has its own."""

    rules: dict[int, Reached] = field(default_factory=dict)
    facts: set[str] = field(default_factory=set)
    broken: dict[tuple[str, str, Broken], list[Path]] = field(default_factory=dict)
    noted: dict[tuple[int, frozenset[str]], Path] = field(default_factory=dict)
    """The first path for each rule and each set of notes that it was given with."""

    def add(self, path: Path) -> None:
        """Takes in one path."""
        if isinstance(path.outcome, Answer):
            self._answered(path, path.outcome)
        elif isinstance(path.outcome, Broken):
            self.broken.setdefault((path.topic, path.aspect, path.outcome), []).append(path)

    def _answered(self, path: Path, answer: Answer) -> None:
        self.facts |= answer.facts.keys()
        self.noted.setdefault((id(answer.rule), frozenset(answer.notes)), path)
        reached = self.rules.get(id(answer.rule))
        if reached is None:
            reached = self.rules[id(answer.rule)] = Reached(path, set(answer.facts))
        reached.facts &= answer.facts.keys()
        reached.notes.update(answer.notes)
        reached.no_days |= {name for name, counted in answer.dates.items() if not hasattr(counted.value, "year")}


_LAST: list[tuple[Policy, Walk]] = []


def walk(policy: Policy) -> Walk:
    """Every path of every topic and aspect; kept for as long as the same policy is asked, since several checks do."""
    if not _LAST or _LAST[0][0] is not policy:
        _LAST[:] = [(policy, _walked(policy))]
    return _LAST[0][1]


def _walked(policy: Policy) -> Walk:
    found = Walk()
    for topic in policy.topics.values():
        for aspect in topic.aspects:
            for path in paths(policy, topic.id, aspect):
                found.add(path)
    return found


def uses(policy: Policy, places: Places) -> Iterator[tuple[str, Standing]]:
    """Every rule and group of every topic, with `topic/aspect`."""
    for topic in policy.topics.values():
        for aspect in topic.aspects:
            yield from ((f"{topic.id}/{aspect}", one) for one in places.standing(policy, topic.id, aspect))
