"""Questions that people ask often lead to their answers, by their ids and in the words of every language."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

from assistant.decide import Answer, Invalid, decide
from assistant.errors import Fault, told
from assistant.i18n.words import Words
from assistant.match.understanding import Understands
from assistant.model.policy import Library, Policy
from assistant.model.topic import FrequentQuestion
from assistant.workbench.check.examples import name_faults
from assistant.workbench.check.places import Places

FILE = "asked.yaml"


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
    """A day on which the policy holds."""
    about = policy.about
    return about.in_force_from or about.ended_after or about.document.date or dt.date(2026, 1, 1)


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
