"""Runs a policy's worked examples, and whether questions that people ask often lead to their answers."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from assistant.content.nodes import Node
from assistant.content.references import KINDS
from assistant.decide import Answer, Invalid, Needs, Outcome, canonical, decide
from assistant.errors import Fault, Wording, told
from assistant.i18n.words import Words
from assistant.loading import today
from assistant.match.understanding import Understands
from assistant.model.policy import Library, Policy
from assistant.model.rule import Aspect, Rule
from assistant.model.topic import Example, Expected, FrequentQuestion, Topic
from assistant.suggest import near, one_of
from assistant.vocabulary.dependencies import every
from assistant.workbench.check.paths import Broken, ask
from assistant.workbench.check.places import Origin, Places, Spot, Standing
from assistant.workbench.check.walk import Walk, uses

FILE = "asked.yaml"
NO_DATE = told("no rule here gives a date '{name}'"), told("no rule gives dates here: take it out")
NO_VALUE = told("no rule here gives a value '{name}'"), told("no rule gives values here: take it out")
Pair = tuple[Wording, Wording]
"""What to say of a name that is none, and how to mend it where none is alike."""


def name_faults(policy: Policy, asked: Example | FrequentQuestion, spot: Spot, path: str) -> Iterator[Fault]:
    """A fault for each name in a case that means nothing."""
    for key, value in spot.node.under("facts"):
        name = key.scalar or ""
        choices = policy.facts[name].choices() if name in policy.facts else ()
        if name not in policy.facts:
            yield _unknown(spot, path, key, policy.facts, KINDS["fact"])
        elif choices and value.scalar not in choices:
            wrong = told("'{name}' is never '{value}'", name=name, value=value.scalar)
            yield Spot(spot.file, value).fault(path, wrong, near(value.scalar or "", choices, one_of(choices)))
    topic = policy.topics[asked.topic]
    if asked.aspect in topic.aspects:
        yield from _given(topic, asked.aspect, spot, path)
    else:
        wrong = told("the topic '{topic}' does not answer '{aspect}'", topic=topic.id, aspect=asked.aspect)
        mend = one_of(topic.aspects) if topic.aspects else told("choose another topic")
        yield Spot(spot.file, spot.node.find(("aspect",))).fault(path, wrong, mend)


def _given(topic: Topic, aspect: Aspect, spot: Spot, path: str) -> Iterator[Fault]:
    rules = [one for one in every(topic.rules(aspect)) if isinstance(one, Rule)]
    dates, values = {name for rule in rules for name in rule.dates}, {name for rule in rules for name in rule.values}
    for part, known, pair in (("dates", dates, NO_DATE), ("values", values, NO_VALUE)):
        for key, _ in spot.node.under("expect", part):
            if key.scalar not in known:
                yield _unknown(spot, path, key, known, pair)


def _unknown(spot: Spot, path: str, node: Node, known: Collection[str], pair: Pair) -> Fault:
    wrong, otherwise = pair
    name = node.scalar or ""
    return Spot(spot.file, node).fault(path, wrong.about(name=name), near(name, known, otherwise))


def outcome_of(policy: Policy, example: Example) -> Outcome | Broken:
    """What comes of an example's case."""
    return ask(policy, example.topic, example.aspect, example.facts, example.on)


def as_expected(outcome: Outcome) -> Expected:
    """An outcome in the form in which examples state theirs."""
    match outcome:
        case Answer(verdict=verdict, dates=dates, values=values, notes=notes, announced=announced):
            return Expected(
                verdict=verdict,
                dates={name: canonical(one.value) for name, one in dates.items()},
                values={name: canonical(one.value) for name, one in values.items()},
                notes=notes,
                announced=announced or None,
            )
        case Needs(fact=fact):
            return Expected(status="needs", needs=fact)
        case Invalid():
            return Expected(status="invalid")


def differences(expected: Expected, found: Expected) -> list[str]:
    """
    What came out otherwise. The order of notes does not count, who names what it `needs` need not say status, and
    nothing need be said of days off that are announced.
    """
    announced = found.announced if expected.announced is None else found.announced or ()
    expected = expected if expected.announced is not None else expected.model_copy(update={"announced": announced})
    found = found.model_copy(update={"announced": announced})
    if expected.needs is not None:
        expected = expected.model_copy(update={"status": "needs"})
    pairs = ((name, getattr(expected, name), getattr(found, name)) for name in Expected.model_fields)
    return [
        f"{name}: {_shown(want)} → {_shown(got)}"
        for name, want, got in pairs
        if (sorted(want) != sorted(got) if name == "notes" else want != got)
    ]


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {one}" for name, one in value.items()) or "–"
    return ", ".join(value) or "–" if isinstance(value, tuple) else str(value or "–")


def check_examples(policy: Policy, places: Places, walked: Walk) -> Iterator[Fault]:
    """
    A fault for each example that does not come out as it says, and for each verdict and each rule that has no example.
    """
    missing = list(_without(policy, places, walked))
    yield from missing
    shown: set[int] = set()
    for example, spot in zip(policy.examples, spots(places), strict=True):
        path = f"{example.topic}/{example.aspect}"
        # One that is to be invalid may say anything.
        if example.expect.status != "invalid" and (named := list(name_faults(policy, example, spot, path))):
            yield from named
            continue
        outcome = outcome_of(policy, example)
        shown |= {id(outcome.rule)} if isinstance(outcome, Answer) else set()
        if isinstance(outcome, Broken):
            continue  # the walk reports what broke
        if wrong := differences(example.expect, as_expected(outcome)):
            found = told("the example '{name}' comes out otherwise: {found}", name=example.name, found="; ".join(wrong))
            yield spot.fault(path, found, told("correct the rule, or what the example expects"))
    if not missing:
        yield from _unshown(policy, places, walked, shown)


def _without(policy: Policy, places: Places, walked: Walk) -> Iterator[Fault]:
    shown = {(example.topic, example.aspect, example.expect.verdict) for example in policy.examples}
    for path in (reached.example for reached in walked.rules.values()):
        if isinstance(path.outcome, Answer):
            verdict = path.outcome.verdict
            if (path.topic, path.aspect, verdict) not in shown:
                yield places.key(f"topics/{path.topic}.yaml", path.aspect).fault(
                    f"{path.topic}/{path.aspect}",
                    told("no example shows the verdict '{verdict}'", verdict=verdict),
                    told("add one, such as {path}", path=path),
                )
                shown.add((path.topic, path.aspect, verdict))


def _unshown(policy: Policy, places: Places, walked: Walk, shown: Collection[int]) -> Iterator[Fault]:
    """A fault for each rule, wherever its list is used, that answers on some path and in no example."""
    found: dict[Origin, tuple[str, Standing]] = {}
    known: set[Origin] = set()
    for where, one in uses(policy, places):
        if id(one.item) in shown:
            known.add(one.spot.origin)
        elif id(one.item) in walked.rules and isinstance(one.item, Rule):
            found.setdefault(one.spot.origin, (where, one))
    for origin, (where, one) in found.items():
        if origin not in known and isinstance(one.item, Rule):
            path = walked.rules[id(one.item)].example
            wrong = told("no example shows the rule '{name}'", name=one.item.id)
            yield one.spot.fault(where, wrong, told("add one, such as {path}", path=path))


def spots(places: Places) -> Iterator[Spot]:
    """Where each worked example stands, in the order of the policy's."""
    for name, root in places.trees.items():
        if name.startswith("examples/"):
            yield from (Spot(f"{places.shown}/{name}", node) for node in root.find(("examples",)).items or ())


def check_asked(policy: Policy, places: Places) -> Iterator[Fault]:
    """A fault for each question that its topic does not answer so, and for each example that has no answer."""
    for name, one in policy.asked.items():
        named = list(name_faults(policy, one, places.at(FILE, name), name))
        yield from named or _outcome(policy, places, name, one)


def _outcome(policy: Policy, places: Places, name: str, one: FrequentQuestion) -> Iterator[Fault]:
    outcome = decide(policy, one.topic, one.aspect, one.facts, _day(policy))
    if isinstance(outcome, Invalid):
        for fault in outcome.faults:
            wrong = told("'{name}' is never '{value}'", name=fault.name, value=one.facts.get(fault.name, ""))
            yield places.at(FILE, name, "facts").fault(name, wrong, told("write it as an address has it"))
    elif one.example and not isinstance(outcome, Answer):
        wrong = told("an example needs its answer, which still asks for '{fact}'", fact=outcome.fact)
        yield places.key(FILE, name, "example").fault(name, wrong, told("add the fact, or take example away"))


def _day(policy: Policy) -> dt.date:
    about = policy.about
    return about.in_force_from or about.ended_after or about.document.date or today(policy)


def check_understood(
    library: Library, content: Path, matcher: Understands, spoken: Mapping[str, Words]
) -> Iterator[Fault]:
    """A fault for each question that is not understood as it is meant, an example not surely, in any language."""
    for policy in library.policies.values():
        for name, one in policy.asked.items():
            for lang, words in spoken.items():
                said = words.text(one.question, policy.about.language)
                understood = matcher.understand(said, dt.datetime.combine(_day(policy), dt.time(12)))
                best = next(iter(understood.matches), None)
                meant = best is not None and (best.policy, best.topic, best.aspect) == (
                    policy.id,
                    one.topic,
                    one.aspect,
                )
                sure = understood.straight or not one.example
                if not (meant and sure and one.facts.items() <= understood.facts.items()):
                    wrong = told("in {language} “{question}” leads elsewhere", language=lang, question=said.text)
                    mend = told("word it otherwise, or add search phrases that are like it to questions.po")
                    yield Places.read(content / policy.id).of(one.question).fault(name, wrong, mend)
