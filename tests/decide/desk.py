"""The topic `desk` of the small policy, with rules written as in content, and what comes of asking it."""

import datetime as dt
from collections.abc import Mapping

from pydantic import TypeAdapter

from assistant.decide import Answer, Needs, Outcome, decide
from assistant.decide.unknown import Told, ask_with
from assistant.model.policy import Policy
from assistant.model.rule import Aspect, Item
from tests.vocabulary.given import derived

ITEMS: TypeAdapter[tuple[Item, ...]] = TypeAdapter(tuple[Item, ...])
ON = dt.date(2026, 1, 15)
Written = Mapping[str, object]


def rule(name: str, verdict: str | Mapping[str, str] = "dated", **fields: object) -> Written:
    """A rule with a reason and a clause."""
    return {"id": name, "verdict": verdict, "say": f"{name}.", "cites": ("ask",), **fields}


def desk(policy: Policy, *items: Written, aspect: Aspect = "due", own: Mapping[str, Written] | None = None) -> Policy:
    """The policy whose desk has these rules, and these derived things beside those that it has."""
    topic = policy.topics["desk"]
    derivations = {**topic.derived, **{name: derived(written) for name, written in (own or {}).items()}}
    changed = topic.model_copy(update={aspect: ITEMS.validate_python(items), "derived": derivations})
    return policy.model_copy(update={"topics": {**policy.topics, "desk": changed}})


def asked(policy: Policy, aspect: Aspect, facts: Mapping[str, str], on: dt.date | str = ON) -> Outcome:
    """What comes of asking the desk."""
    return decide(policy, "desk", aspect, facts, on)


def answered(policy: Policy, on: dt.date | str = ON, **facts: str) -> Answer:
    """The desk's answer to when something is due."""
    found = asked(policy, "due", facts, on)
    assert isinstance(found, Answer), found
    return found


def needed(policy: Policy, on: dt.date | str = ON, **facts: str) -> Needs:
    """What the desk needs to know to say when something is due."""
    found = asked(policy, "due", facts, on)
    assert isinstance(found, Needs), found
    return found


def told(policy: Policy, *items: Written, unknown: tuple[str, ...] = ("kind",), **facts: str) -> Told:
    """What comes of asking a desk with these rules where these things are not known."""
    return ask_with(desk(policy, *items), "desk", "due", facts, unknown, ON)


def told_answer(policy: Policy, *items: Written, unknown: tuple[str, ...] = ("kind",), **facts: str) -> Answer:
    """The answer that comes of that."""
    found = told(policy, *items, unknown=unknown, **facts)
    assert isinstance(found.outcome, Answer), found
    return found.outcome


def settled(policy: Policy, **facts: str) -> Answer:
    """The answer whatever the kind is."""
    found = ask_with(policy, "desk", "due", facts, ("kind",), ON).outcome
    assert isinstance(found, Answer)
    return found
