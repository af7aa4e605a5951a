"""Checks the names in worked examples: facts and their options, the question that is asked, dates and values."""

from collections.abc import Collection, Iterator

from assistant.content.nodes import Node
from assistant.content.references import KINDS
from assistant.errors import Fault, Wording, told
from assistant.model.policy import Policy
from assistant.model.rule import Rule
from assistant.model.topic import Example, Topic
from assistant.suggest import near, one_of
from assistant.vocabulary.dependencies import every
from assistant.workbench.check.places import Spot

NO_DATE = told("no rule here gives a date '{name}'"), told("no rule gives dates here: take it out")
NO_VALUE = told("no rule here gives a value '{name}'"), told("no rule gives values here: take it out")
Pair = tuple[Wording, Wording]
"""What to say of a name that is none, and how to mend it where none is alike."""


def _choices(policy: Policy, name: str) -> tuple[str, ...]:
    return policy.facts[name].choices() if name in policy.facts else ()


def name_faults(policy: Policy, example: Example, spot: Spot) -> Iterator[Fault]:
    """A fault for each name in an example that means nothing. One that is to be invalid may say anything."""
    if example.expect.status == "invalid":
        return
    path = f"{example.topic}/{example.aspect}"
    for key, value in spot.node.under("facts"):
        name, choices = key.scalar or "", _choices(policy, key.scalar or "")
        if name not in policy.facts:
            yield _unknown(spot, path, key, policy.facts, KINDS["fact"])
        elif choices and value.scalar not in choices:
            wrong = told("'{name}' is never '{value}'", name=name, value=value.scalar)
            yield Spot(spot.file, value).fault(path, wrong, near(value.scalar or "", choices, one_of(choices)))
    topic = policy.topics[example.topic]
    if example.aspect in topic.aspects:
        yield from _given(topic, example, spot, path)
    else:
        wrong = told("the topic '{topic}' does not answer '{aspect}'", topic=topic.id, aspect=example.aspect)
        mend = one_of(topic.aspects) if topic.aspects else told("choose another topic")
        yield Spot(spot.file, spot.node.find(("aspect",))).fault(path, wrong, mend)


def _given(topic: Topic, example: Example, spot: Spot, path: str) -> Iterator[Fault]:
    rules = [one for one in every(topic.rules(example.aspect)) if isinstance(one, Rule)]
    dates, values = {name for rule in rules for name in rule.dates}, {name for rule in rules for name in rule.values}
    for part, known, pair in (("dates", dates, NO_DATE), ("values", values, NO_VALUE)):
        for key, _ in spot.node.under("expect", part):
            if key.scalar not in known:
                yield _unknown(spot, path, key, known, pair)


def _unknown(spot: Spot, path: str, node: Node, known: Collection[str], pair: Pair) -> Fault:
    wrong, otherwise = pair
    name = node.scalar or ""
    return Spot(spot.file, node).fault(path, wrong.about(name=name), near(name, known, otherwise))
