"""Which facts an answer can ask for."""

from assistant.model.policy import Policy
from assistant.model.topic import Topic
from assistant.vocabulary.scope import scope_of


def facts_asked(policy: Policy, topic: Topic) -> tuple[str, ...]:
    """The ids of the facts that the topic can ask for, in the order of `facts.yaml`."""
    scope = scope_of(policy, topic.id)
    reached = frozenset[str]().union(*map(scope.in_aspect, topic.aspects))
    return tuple(name for name in policy.facts if name in reached)
