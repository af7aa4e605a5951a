"""Ids that mean something else in an address, so that no policy, topic or fact can have them."""

from collections.abc import Mapping

from assistant.content.names import Report
from assistant.content.nodes import Node
from assistant.errors import told

POLICIES = frozenset({"accessibility", "ask", "preview"})
TOPICS = frozenset({"clauses"})
FACTS = frozenset({"asked", "change", "edition", "lang", "on", "unknown"})


def check_reserved(trees: Mapping[str, Node], report: Report) -> None:
    """Reports every id of a policy, a topic or a fact behind which no page could be reached."""
    for file, root in trees.items():
        taken = POLICIES if file == "policy.yaml" else TOPICS if file.startswith("topics/") else frozenset()
        named = [root.child("id")] if taken else []
        if file == "facts.yaml":
            taken, named = FACTS, [key for key, _ in (root.pairs or {}).values()]
        for node in named:
            if node is not None and node.scalar in taken:
                report(file, node, told("the id '{id}' means something else in addresses", id=node.scalar),
                       told("choose another id"))  # fmt: skip
