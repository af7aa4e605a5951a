"""Asks the library: from ids and texts to an outcome, with every fault in what was given."""

import datetime as dt
from collections.abc import Mapping, Sequence

from assistant.decide import FactFault, Invalid, Needs, decide
from assistant.decide.unknown import Told, ask_with
from assistant.errors import UnknownPage
from assistant.model.policy import Library, Policy
from assistant.model.rule import ASPECTS, Aspect
from assistant.present.answer.page import present
from assistant.present.answer.possible import OpenView, open_view
from assistant.present.faults import FaultView
from assistant.present.question import NeedsView
from assistant.present.views import AnswerView
from assistant.present.writer import Writer

NAMED: Mapping[str, Aspect] = {aspect: aspect for aspect in ASPECTS}
View = AnswerView | NeedsView | OpenView | tuple[FaultView, ...]


def aspect_named(name: str) -> Aspect | None:
    """The aspect that is written so; None where none is."""
    return NAMED.get(name)


def told_of(
    library: Library,
    policy: str,
    topic: str,
    aspect: str,
    facts: Mapping[str, str],
    on: dt.date | str,
    unknown: Sequence[str] = (),
) -> Told:
    """
    What comes of a case as a program gives it, where some facts may be said not to be known; a policy or an aspect that
    there is not is a fault like any other.
    """
    known, asked = library.policies.get(policy), aspect_named(aspect)
    if known is None:
        return Told(Invalid((FactFault("policy", "no-such-policy", {"given": policy}),)))
    if asked is None:
        rest = decide(known, topic, "free", facts, on)
        more = tuple(f for f in rest.faults if f.name != "aspect") if isinstance(rest, Invalid) else ()
        return Told(Invalid((FactFault("aspect", "no-such-aspect", {"given": aspect}), *more)))
    return ask_with(known, topic, asked, facts, unknown, on)


def shown(writer: Writer, told: Told, facts: Mapping[str, str], unknown: Sequence[str], now: dt.datetime) -> View:
    """Whatever came of asking, for people, as it is read `now`; what is possible where something is not known."""
    if told.explored and isinstance(told.outcome, Needs):
        return open_view(writer, told.outcome, told.explored, unknown, now)
    return present(writer, told.outcome, facts, now)


def find(library: Library, policy: str, topic: str, aspect: str) -> tuple[Policy, Aspect]:
    """The policy and the aspect at an address. Raises `UnknownPage` where there is no such policy, topic or aspect."""
    known = library.policies.get(policy)
    if known is None:
        raise UnknownPage("policy", policy, tuple(library.policies))
    if topic not in known.topics:
        raise UnknownPage("topic", topic, tuple(known.topics))
    asked = aspect_named(aspect)
    if asked is None or asked not in known.topics[topic].aspects:
        raise UnknownPage("aspect", aspect, known.topics[topic].aspects)
    return known, asked
