"""Former ids, by those of today: for links, and for cases (`decide.cases`)."""

from collections.abc import Iterator, Mapping, Sequence

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
