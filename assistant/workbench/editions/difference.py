"""What changes from one edition of a policy to another: which answers, by the rules that gave them, and which words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from assistant.decide import Answer, Invalid, Needs
from assistant.decide.samples import ORDINARY
from assistant.i18n.words import key_of
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.model.rule import Aspect
from assistant.vocabulary.scope import scope_of
from assistant.workbench.catalogues.texts import texts
from assistant.workbench.check.paths import Broken
from assistant.workbench.editions.pairs import Ended, Pair, ground, moved_days, together

Kind = Literal[
    "status", "fact", "verdict", "dates", "values", "headline", "next", "notes", "cites", "readings", "reason"
]
"""
In what two ends differ, the weightiest first: whether there is an answer at all, which fact is asked for, the parts
of an answer, and why. A headline or reason counts where another rule gives it: one that was rewritten is words alone.
"""
KINDS: tuple[Kind, ...] = get_args(Kind)
Status = Literal["answered", "needs", "invalid", "broken"]


class End(NamedTuple):
    """
    Where a path ends. `name` is the path of the rule that answered (empty where the policy alone says that it is not
    yet in force), the fact that is needed, the reason why what was given is refused, or what broke.
    """

    status: Status
    name: str


def end_of(outcome: Ended) -> End:
    """Where an outcome ends."""
    match outcome:
        case Answer(rule=rule):
            return End("answered", rule.say.context.removesuffix(".say"))
        case Needs(fact=fact):
            return End("needs", fact)
        case Broken(kind=kind):
            return End("broken", kind)
        case Invalid(faults=faults):
            return End("invalid", faults[0].reason)


def different(then: Ended, now: Ended) -> tuple[Kind, ...]:
    """In what two outcomes of one question differ, the weightiest first; nothing where they come to the same."""
    if isinstance(then, Answer) and isinstance(now, Answer):
        found = {kind for kind, _ in _turned(then, now)} | {*_said_otherwise(then, now)}
        return tuple(kind for kind in KINDS if kind in found)
    if isinstance(then, Needs) and isinstance(now, Needs):
        return ("fact",) if then.fact != now.fact else ()
    return ("status",) if end_of(then) != end_of(now) else ()


Turned = frozenset[tuple[Kind, str]]
"""Parts of answers, each by its kind and its name, that came or went or are others: two changes alike turn the same."""


def _turned(then: Ended, now: Ended) -> Turned:
    if not (isinstance(then, Answer) and isinstance(now, Answer)):
        return frozenset()
    before, after = _told(then), _told(now)
    return frozenset((kind, name) for kind in before for name, _ in before[kind].items() ^ after[kind].items())


def _told(answer: Answer) -> Mapping[Kind, Mapping[str, object]]:
    return {
        "verdict": {"": answer.verdict},
        "dates": {name: one.value for name, one in answer.dates.items()},
        "values": {name: one.value for name, one in answer.values.items()},
        "next": {"": answer.rule.next},
        "notes": dict.fromkeys(answer.notes),
        "cites": dict.fromkeys(answer.cites),
        "readings": dict.fromkeys(answer.readings),
    }


def _said_otherwise(then: Answer, now: Answer) -> Iterator[Kind]:
    if end_of(then) == end_of(now):
        return
    if _source(then.rule.answer) != _source(now.rule.answer):
        yield "headline"
    if then.rule.say.source != now.rule.say.source:
        yield "reason"


def _source(text: Text | None) -> str | None:
    return text.source if text else None


@dataclass(slots=True)
class Change:
    """
    Paths that ended at one rule and now end at the same one otherwise, or at another, and on which the same parts of
    the answer turned. `kinds` and `questions` say on how many paths each; the example has the fewest facts.
    """

    then: End
    now: End
    example: Pair
    kinds: dict[Kind, int] = field(default_factory=dict)
    questions: dict[tuple[str, Aspect], int] = field(default_factory=dict)

    @property
    def paths(self) -> int:
        """On how many paths."""
        return sum(self.questions.values())

    def add(self, pair: Pair, kinds: tuple[Kind, ...]) -> None:
        """Takes in one path."""
        question = pair.topic, pair.aspect
        self.questions[question] = self.questions.get(question, 0) + 1
        for kind in kinds:
            self.kinds[kind] = self.kinds.get(kind, 0) + 1
        if _plainness(pair) < _plainness(self.example):
            self.example = pair


def _plainness(pair: Pair) -> tuple[int, int, int]:
    """The less, the more an example tells: few facts, then the weightiest difference, then an ordinary day."""
    weight = KINDS.index(different(pair.then, pair.now)[0])
    return len(pair.facts), weight, abs((pair.on - ORDINARY).days)


class Part(NamedTuple):
    """Something that can be asked: a topic, a question of one, a fact, or an option of one."""

    kind: Literal["topic", "question", "fact", "option"]
    name: str


class Reworded(NamedTuple):
    """A sentence, by its path and its language: what it was and what it is; None where one edition has it not."""

    path: str
    language: str
    then: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """From one edition of a policy to another. `came` and `went` are in the order of the editions."""

    then: Policy
    now: Policy
    changes: tuple[Change, ...]
    came: tuple[Part, ...]
    went: tuple[Part, ...]
    reworded: tuple[Reworded, ...]

    @property
    def answers(self) -> bool:
        """Whether any answer changes, or anything that can be asked came or went."""
        return bool(self.changes or self.came or self.went)


Spoken = Mapping[str, Mapping[tuple[str, str], str]]
"""By language: what a sentence, by its path and its source, is in it."""


def difference(
    then: Policy, now: Policy, spoken: tuple[Spoken, Spoken] = ({}, {}), only: str | None = None
) -> Difference:
    """
    Everything that differs, in the topic `only` where one is named. `spoken` are the translations of both editions: a
    language that either lacks is left out. The change with the most paths comes first.
    """
    topics = [name for name in now.topics if name in then.topics and only in (None, name)]
    changes = sorted(_changes(then, now, topics), key=lambda change: -change.paths)
    before, after = dict.fromkeys(_parts(then, only)), dict.fromkeys(_parts(now, only))
    return Difference(
        then,
        now,
        tuple(changes),
        tuple(part for part in after if part not in before and _within(part, then)),
        tuple(part for part in before if part not in after and _within(part, now)),
        tuple(_reworded(then, now, spoken, only)),
    )


def _changes(then: Policy, now: Policy, topics: Iterable[str]) -> Iterable[Change]:
    moved = moved_days(then, now)
    found: dict[tuple[End, End, Turned], Change] = {}
    for topic in topics:
        for aspect in now.topics[topic].aspects:
            if aspect not in then.topics[topic].aspects or ground(then, topic, aspect) == ground(now, topic, aspect):
                continue
            for pair in together(then, now, topic, aspect, moved):
                if kinds := different(pair.then, pair.now):
                    ends = end_of(pair.then), end_of(pair.now)
                    turned = _turned(pair.then, pair.now)
                    found.setdefault((*ends, turned), Change(*ends, pair)).add(pair, kinds)
    return found.values()


def _parts(policy: Policy, only: str | None) -> Iterator[Part]:
    facts = set(policy.facts)
    if only is not None:
        scope = scope_of(policy, only) if only in policy.topics else None
        facts = set().union(*(scope.in_aspect(aspect) for aspect in scope.topic.aspects)) if scope else set()
    for topic in policy.topics.values():
        if only in (None, topic.id):
            yield Part("topic", topic.id)
            yield from (Part("question", f"{topic.id}/{aspect}") for aspect in topic.aspects)
    for name, fact in policy.facts.items():
        if name in facts:
            yield Part("fact", name)
            yield from (Part("option", f"{name}={option}") for option in fact.choices())


def _within(part: Part, other: Policy) -> bool:
    """Whether the other edition has what the part belongs to: of a whole topic or fact, the parts go without saying."""
    if part.kind == "question":
        return part.name.partition("/")[0] in other.topics
    return part.kind != "option" or part.name.partition("=")[0] in other.facts


def _reworded(then: Policy, now: Policy, spoken: tuple[Spoken, Spoken], only: str | None) -> Iterator[Reworded]:
    """Every sentence that came, went or was rewritten, and every translation of one that did not change itself."""
    start = f"{now.id}.topics.{only}." if only else ""
    before, after = (
        {text.context: text.source for text in texts(policy) if text.context.startswith(start)}
        for policy in (then, now)
    )
    for path in dict.fromkeys((*after, *before)):
        was, became = before.get(path), after.get(path)
        if was != became:
            yield Reworded(path, now.about.language, was, became)
        elif became is not None:
            for language in spoken[0].keys() & spoken[1].keys():
                said = [one[language].get(key_of(path, became)) for one in spoken]
                if said[0] != said[1]:
                    yield Reworded(path, language, *said)
