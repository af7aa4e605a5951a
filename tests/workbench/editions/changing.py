"""Copies of a policy in which one thing is another: the changes that a comparison must find."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from assistant.content import read_library
from assistant.decide import Answer, Outcome, decide
from assistant.model.policy import Policy
from assistant.model.quantity import Duration
from assistant.model.record import Text
from assistant.model.rule import VERDICTS, Aspect, Group, Item, Rule, Verdict
from assistant.model.table import CellValue
from assistant.vocabulary.conditions.order import After, AtLeast, AtMost, Before
from assistant.vocabulary.dependencies import every
from assistant.vocabulary.derivation import Derived
from assistant.vocabulary.derived.band import DerivedBand
from assistant.vocabulary.derived.day import DerivedDay
from assistant.vocabulary.steps.added import AddDays
from assistant.workbench.check.walk import walk
from assistant.workbench.editions.difference import Difference, different, end_of
from tests.conftest import ROOT

ORDERS = (("before", Before), ("after", After), ("at_most", AtMost), ("at_least", AtLeast))


def path_of(rule: Rule) -> str:
    """What a rule is known by."""
    return rule.say.context.removesuffix(".say")


def rules_of(policy: Policy) -> dict[str, tuple[str, Aspect, Rule]]:
    """Every rule that some path reaches, by its path, with a topic and an aspect in which it answers."""
    reached = {id_: one.example for id_, one in walk(policy).rules.items()}
    return {
        path_of(rule): (topic.id, aspect, rule)
        for topic in policy.topics.values()
        for aspect in topic.aspects
        for rule in every(topic.rules(aspect))
        if isinstance(rule, Rule) and id(rule) in reached
    }


def with_rule(policy: Policy, path: str, change: Callable[[Rule], Rule]) -> Policy:
    """The policy with another rule under this path, wherever it is used."""

    def items(found: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(map(item, found))

    def item(one: Item) -> Item:
        if isinstance(one, Group):
            return one.model_copy(update={"then": items(one.then)})
        return change(one) if isinstance(one, Rule) and path_of(one) == path else one

    topics = {
        name: topic.model_copy(update={aspect: items(topic.rules(aspect)) for aspect in topic.aspects})
        for name, topic in policy.topics.items()
    }
    return policy.model_copy(update={"topics": topics})


def other_verdict(aspect: Aspect, rule: Rule) -> Verdict:
    """A verdict of the aspect that is not the rule's."""
    found = sorted(VERDICTS[aspect] - {rule.verdict_for(aspect)})[0]
    return next(verdict for verdict in VERDICTS_BY_NAME if verdict == found)


VERDICTS_BY_NAME: tuple[Verdict, ...] = (
    "conditional", "closed", "covered", "dated", "ended", "free", "included", "no-commitment", "not-covered",
    "not-in-force", "not-offered", "open", "payable",
)  # fmt: skip


def with_verdict(policy: Policy, path: str, aspect: Aspect, rule: Rule) -> Policy:
    """The rule with another verdict under one aspect."""
    verdict = {aspect: other_verdict(aspect, rule)}
    whole = {**rule.verdict, **verdict} if isinstance(rule.verdict, dict) else verdict[aspect]
    return with_rule(policy, path, lambda one: one.model_copy(update={"verdict": whole}))


def dated_rules(policy: Policy) -> list[tuple[str, str, str]]:
    """Rules that show a day counted in steps: the rule's path, the public name of the day, what is derived."""
    derived = {**policy.shared.derived, **{n: d for topic in policy.topics.values() for n, d in topic.derived.items()}}
    return [
        (path, public, name)
        for path, (_, _, rule) in rules_of(policy).items()
        for public, name in rule.dates.items()
        if isinstance(derived[name], DerivedDay)
    ]


def with_later_day(policy: Policy, path: str, public: str, name: str) -> Policy:
    """One day of a rule a day later."""
    later = DerivedDay(label=Text("", "later"), start=name, steps=(AddDays(add_days=1),), cites=())
    changed = with_rule(
        policy, path, lambda rule: rule.model_copy(update={"dates": {**rule.dates, public: "a-day-later"}})
    )
    derived = {**policy.shared.derived, "a-day-later": later}
    return changed.model_copy(update={"shared": policy.shared.model_copy(update={"derived": derived})})


def with_derived(policy: Policy, topic: str | None, name: str, one: Derived) -> Policy:
    """The policy with something else derived under a name, of a topic or shared."""
    if topic is None:
        shared = policy.shared.model_copy(update={"derived": {**policy.shared.derived, name: one}})
        return policy.model_copy(update={"shared": shared})
    old = policy.topics[topic]
    new = old.model_copy(update={"derived": {**old.derived, name: one}})
    return policy.model_copy(update={"topics": {**policy.topics, topic: new}})


def moved_thresholds(policy: Policy) -> Iterator[tuple[str, Policy]]:
    """The policy with one threshold moved by the least step, for each that it has: literals, fixed days and bands."""
    for path, (_, _, rule) in rules_of(policy).items():
        for name, test in rule.when.items():
            for word, kind in ORDERS:
                text = getattr(test, word, None)
                if text is not None and text[0].isdigit():
                    when = {**rule.when, name: kind(**{word: _next(text)})}
                    changed = with_rule(policy, path, lambda one, when=when: one.model_copy(update={"when": when}))  # type: ignore[misc]  # a lambda with a default
                    yield f"{path} {name}", changed
    for topic, derived in _derived(policy):
        for name, thing in derived.items():
            if isinstance(thing, DerivedDay) and thing.start[0].isdigit():
                yield name, with_derived(policy, topic, name, thing.model_copy(update={"start": _next(thing.start)}))
            if isinstance(thing, DerivedBand):
                band, edge = next(iter(thing.bands.items()))
                assert isinstance(edge, Decimal)
                bands = {**thing.bands, band: edge + Decimal("0.001")}
                yield name, with_derived(policy, topic, name, thing.model_copy(update={"bands": bands}))


def _derived(policy: Policy) -> Iterator[tuple[str | None, dict[str, Derived]]]:
    yield None, policy.shared.derived
    yield from ((topic.id, topic.derived) for topic in policy.topics.values())


def _next(text: str) -> str:
    """The next day, or the number a thousandth higher."""
    if text.count("-") == 2:
        return str(dt.date.fromisoformat(text) + dt.timedelta(days=1))
    return str(Decimal(text) + Decimal("0.001"))


def moved_cells(policy: Policy) -> Iterator[tuple[str, Policy]]:
    """The policy with one cell of a table a day, a minute or one more, for each cell that holds no mark."""
    for name, table in policy.tables.items():
        for row, cells in table.rows.items():
            for column, value in cells.items():
                if not isinstance(value, str):
                    rows = {**table.rows, row: {**cells, column: _later(value)}}
                    tables = {**policy.tables, name: table.model_copy(update={"rows": rows})}
                    yield f"{name} {row} {column}", policy.model_copy(update={"tables": tables})


def _later(value: dt.date | dt.time | int | Decimal | Duration) -> CellValue:
    if isinstance(value, dt.time):
        return value.replace(minute=value.minute + 1)
    if isinstance(value, Duration):
        return value._replace(number=value.number + 1)
    return value + dt.timedelta(days=1) if isinstance(value, dt.date) else value + 1


def seen(outcome: Outcome) -> object:
    """What a reader of an answer is told, as far as ids go; of anything else, where it ends."""
    if not isinstance(outcome, Answer):
        return end_of(outcome)
    dates, values = ({name: one.value for name, one in found.items()} for found in (outcome.dates, outcome.values))
    return outcome.verdict, dates, values, set(outcome.notes), outcome.rule.next


@cache
def policy_of(name: str) -> Policy:
    return read_library(ROOT / "content").policies[name]


@cache
def reached(name: str) -> dict[str, tuple[str, Aspect, Rule]]:
    return rules_of(policy_of(name))


@cache
def thresholds(name: str) -> list[tuple[str, Policy]]:
    return list(moved_thresholds(policy_of(name)))


def is_true(found: Difference) -> None:
    """The engine says the same of every example, and of the policy's own examples what is told covers what changed."""
    for change in found.changes:
        pair = change.example
        then, now = (decide(one, pair.topic, pair.aspect, pair.facts, pair.on) for one in (found.then, found.now))
        assert (end_of(then), end_of(now)) == (change.then, change.now)
        assert different(then, now)
    told = {(change.then, change.now) for change in found.changes}
    for one in found.then.examples:
        then, now = (decide(policy, one.topic, one.aspect, one.facts, one.on) for policy in (found.then, found.now))
        if seen(then) != seen(now):
            assert (end_of(then), end_of(now)) in told, one.name
