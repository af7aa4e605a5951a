"""The ids that stand in addresses: none may mean something else there, and former ones lead to what there is today."""

from collections.abc import Collection, Iterator, Mapping

from assistant.content.kinds import Tell
from assistant.content.nodes import Node
from assistant.errors import told
from assistant.model.topic import Topic
from assistant.suggest import near, one_of
from assistant.vocabulary.fact import Fact

PRESENT = told("'{name}' is an id of today, and no link with it would be led elsewhere")
NOTHING = told("nothing is called '{name}' today")


def check_aliases(
    root: Node, policy: str, topics: Mapping[str, Topic | None], facts: Mapping[str, Fact], tell: Tell
) -> None:
    """Tells of every alias that leads nowhere, and each that hides what there is."""
    places = {*topics} | {f"{one.id}/{aspect}" for one in topics.values() if one for aspect in one.aspects}
    for own, layer in _layers(root):
        for kind, known in (("topics", places), ("facts", facts)):
            for key, value in layer.under(kind):
                _check(own, key, value, known, tell)
        for name, options in layer.under("options"):
            if (name.scalar or "") in facts:
                for key, value in options.under():
                    _check(own, key, value, facts[name.scalar or ""].ids(), tell)
            else:
                tell(name, NOTHING.about(name=name.scalar), near(name.scalar or "", facts, one_of([*facts])))
    for key, _ in root.under("policies"):
        if key.scalar == policy:
            tell(key, PRESENT.about(name=policy), told("take it out"))


def _layers(root: Node) -> Iterator[tuple[bool, Node]]:
    """What was renamed in this policy, and in each that was merged into it, where an id of today may have been one."""
    yield True, root
    yield from ((False, below) for _, below in root.under("policies"))


def _check(own: bool, key: Node, value: Node, known: Collection[str], tell: Tell) -> None:
    if own and key.scalar in known:
        tell(key, PRESENT.about(name=key.scalar), told("take it out"))
    if value.scalar not in known:
        mend = near(value.scalar or "", known, told("write an id of today; where it was renamed again, the last one"))
        tell(value, NOTHING.about(name=value.scalar), mend)


POLICIES = frozenset({"accessibility", "ask", "contacts", "feedback", "preview", "privacy", "suggest", "words"})
TOPICS = frozenset({"changes", "clauses"})
FACTS = frozenset({"any", "asked", "change", "edition", "lang", "none", "on", "present", "unknown", "was", "with"})


def check_reserved(file: str, root: Node, tell: Tell) -> None:
    """Tells of every id of a policy, a topic or a fact behind which no page could be reached."""
    taken = POLICIES if file == "policy.yaml" else TOPICS if file.startswith("topics/") else frozenset()
    named = [root.child("id")] if taken else []
    if file == "facts.yaml":
        taken, named = FACTS, [key for key, _ in root.under()]
    for node in named:
        if node is not None and node.scalar in taken:
            wrong = told("the id '{id}' means something else in addresses", id=node.scalar)
            tell(node, wrong, told("choose another id"))
