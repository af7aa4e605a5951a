"""The rules of a question as a tree, in words: asked from the top; what holds leads to an answer or to more rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.model.rule import Aspect, Item, Rule
from assistant.present.answer.explanation import condition, explained
from assistant.present.sentences import QUESTIONS, SHORT, TONES
from assistant.present.views import Tone
from assistant.present.writer import Writer
from assistant.vocabulary.condition import asked as asked_of
from assistant.vocabulary.conditions.before import Before


@dataclass(frozen=True, slots=True)
class Ending:
    """What a rule answers: its verdict in words, how that feels, and the names of the dates that come with it."""

    verdict: str
    tone: Tone
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """
    A rule or a group of them. Where everything `asked` holds, it leads to `ending`, or to the branches `then`.

    Where it does not hold, and where none of `then` leads to an ending, the branch after it is asked. A group without
    conditions is no branch of its own, and a group of one rule is that rule, with the conditions of both.
    """

    asked: tuple[str, ...]
    ending: Ending | None = None
    then: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """All that one question asks, under its name."""

    aspect: Aspect
    title: str
    question: str
    branches: tuple[Branch, ...]


def tree(writer: Writer, topic: str, aspect: Aspect) -> Tree:
    """The rules of one question of a topic."""
    one = writer.policy.topics[topic]
    branches = (*_not_yet(writer), *_branches(writer, one.rules(aspect), aspect))
    return Tree(aspect, writer.text(one.title), writer.words.say(QUESTIONS[aspect]), branches)


def rows(branches: tuple[Branch, ...], depth: int = 0) -> Iterator[tuple[int, Branch]]:
    """Every branch from the top, with how deep it stands."""
    for branch in branches:
        yield depth, branch
        yield from rows(branch.then, depth + 1)


def _not_yet(writer: Writer) -> Iterator[Branch]:
    """Before the policy is in force nothing else is asked."""
    if first := writer.policy.about.in_force_from:
        before = Before(before=first.isoformat())
        ending = Ending(writer.words.say(SHORT["not-in-force"]), TONES["not-in-force"], ())
        yield Branch((explained(writer, before.explain("on", first)),), ending)


def _branches(writer: Writer, items: Iterable[Item], aspect: Aspect) -> Iterator[Branch]:
    for item in items:
        asked = tuple(condition(writer, name, test) for name, test in asked_of(item.when))
        if isinstance(item, Rule):
            yield Branch(asked, _ending(writer, item, aspect))
            continue
        then = tuple(_branches(writer, getattr(item, "then", ()), aspect))
        if not asked:
            yield from then
        elif len(then) == 1:
            yield Branch(asked + then[0].asked, then[0].ending, then[0].then)
        else:
            yield Branch(asked, None, then)


def _ending(writer: Writer, rule: Rule, aspect: Aspect) -> Ending:
    verdict = rule.verdict_for(aspect)
    dates = tuple(writer.label(name) for name in rule.dates.values())
    return Ending(writer.words.say(SHORT[verdict]), TONES[verdict], dates)
