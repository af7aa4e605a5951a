"""Former ids in links and cases, by those of today."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.decide.cases import Case
from assistant.model.policy import Library, Policy, Renamed

BETWEEN = ","
"""Stands between several options of one fact."""


def owner(library: Library, name: str) -> Policy | None:
    """The policy of this id, or which had it once, or which one of that id was merged into."""
    held = (one for one in library.policies.values() if one.aliases and name in one.aliases.policies)
    return library.policies.get(name) or next(held, None)


def renamings(policy: Policy, name: str) -> Iterator[Renamed]:
    """What was renamed since links named the policy so."""
    if policy.aliases:
        if name in policy.aliases.policies:
            yield policy.aliases.policies[name]
        yield policy.aliases


def by_present_ids(library: Library, case: Case) -> Case:
    """
    The same by the ids of today; what is no former id stays as it is.

    Where two facts that were merged say two things, both stay as they were, for neither is the one that was meant.
    """
    policy = owner(library, case.policy)
    if policy is None or policy.aliases is None:
        return case
    renamed = tuple(renamings(policy, case.policy))
    topic, aspect = place_now(renamed, case.topic, case.aspect)
    facts: dict[str, str] = {}
    for name, text in case.facts.items():
        now, value = fact_now(renamed, name, text)
        if now != name and (now in case.facts or facts.get(now, value) != value):
            now, value = name, text
        facts[now] = _ordered(policy, now, value)
    unknown = tuple(dict.fromkeys(fact_now(renamed, name, "")[0] for name in case.unknown))
    return Case(policy.id, topic, aspect, facts, case.on, unknown)


def place_now(renamed: Sequence[Renamed], topic: str, aspect: str) -> tuple[str, str]:
    """A question of a topic, by its present ids."""
    for one in renamed:
        now = one.topics.get(f"{topic}/{aspect}") or one.topics.get(topic, topic)
        topic, _, other = now.partition("/")
        aspect = other or aspect
    return topic, aspect


def fact_now(renamed: Sequence[Renamed], name: str, text: str) -> tuple[str, str]:
    """A fact by its present id, its text with the present ids of its options, of those that were merged once."""
    for one in renamed:
        name = one.facts.get(name, name)
        options = one.options.get(name, {})
        if options and text:
            text = BETWEEN.join(dict.fromkeys(_option_now(options, each) for each in text.split(BETWEEN)))
    return name, text


def _option_now(options: Mapping[str, str], text: str) -> str:
    """An option, or a band with what stands before its id."""
    before, colon, name = text.rpartition(":")
    return f"{before}{colon}{options.get(name, name)}"


def _ordered(policy: Policy, name: str, text: str) -> str:
    """Several options in the order in which the fact has them."""
    ids = policy.facts[name].ids() if name in policy.facts and BETWEEN in text else ()
    return BETWEEN.join(sorted(text.split(BETWEEN), key=ids.index)) if {*text.split(BETWEEN)} <= {*ids} else text


def renamed_ids(library: Library, case: Case) -> dict[str, str]:
    """What a case names by former ids, each with the present one, facts as `name=value`: for whoever is to be told."""
    now = by_present_ids(library, case)
    if now is case:
        return {}
    then, present = (f"{one.policy}/{one.topic}/{one.aspect}" for one in (case, now))
    found = {then: present} if then != present else {}
    renamed = tuple(renamings(library.policies[now.policy], case.policy))
    for name, text in case.facts.items():
        fact, value = fact_now(renamed, name, text)
        if (fact, value) != (name, text) and fact in now.facts and name not in now.facts.keys() - {fact}:
            found[f"{name}={text}"] = f"{fact}={now.facts[fact]}"
    return found
